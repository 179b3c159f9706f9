namespace ThesisBoard.Filings.Xbrl;

/// <summary>A context as read. One that cannot be understood carries the reason instead of a guess.</summary>
internal sealed record Context(EntityId Entity, FactPeriod Period, IReadOnlyList<Dimension> Dimensions, string? Problem)
{
    public bool Equals(Context? other) =>
        other is not null && Entity == other.Entity && Period == other.Period && Problem == other.Problem
        && Dimensions.SequenceEqual(other.Dimensions);

    public override int GetHashCode() => HashCode.Combine(Entity, Period, Dimensions.Count);
}

/// <summary>A unit as read, or the reason why it is none.</summary>
internal sealed record Unit(UnitMeasure Measure, string? Problem);
