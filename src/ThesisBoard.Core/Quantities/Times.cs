namespace ThesisBoard.Core.Quantities;

/// <summary>The last day that a figure is about.</summary>
public readonly record struct PeriodEnd(DateOnly Date);

/// <summary>The first day on which the public could know something. Judging on a date uses only what was published on or before it.</summary>
public readonly record struct PublishedOn(DateOnly Date)
{
    /// <summary>True when this was public on the as-of date.</summary>
    public bool IsKnown(DateOnly asOf) => Date <= asOf;

    /// <inheritdoc />
    public override string ToString() => $"{Date:yyyy-MM-dd}";
}

/// <summary>When the bytes of a document were fetched, in UTC.</summary>
public readonly record struct RetrievedAt(DateTime Utc);

/// <summary>When an editor entered something, in UTC.</summary>
public readonly record struct RecordedAt(DateTime Utc)
{
    /// <summary>The UTC day of the entry.</summary>
    public DateOnly Date => DateOnly.FromDateTime(Utc);
}
