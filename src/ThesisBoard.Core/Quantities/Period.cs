namespace ThesisBoard.Core.Quantities;

/// <summary>
/// What a figure is about in time: an instant (the close of a day, as on a balance sheet) or a duration (first to last day, both included, as in an income statement).
/// </summary>
/// <remarks>XBRL 2.1 section 4.7.2 knows the same two forms; a month is a duration, a balance an instant.</remarks>
public readonly record struct Period : IComparable<Period>
{
    private Period(DateOnly? start, DateOnly end) => (Start, End) = (start, end);

    /// <summary>The first day of a duration; null for an instant.</summary>
    public DateOnly? Start { get; }

    /// <summary>The instant, or the last day of the duration.</summary>
    public DateOnly End { get; }

    /// <summary>True for a point in time.</summary>
    public bool IsInstant => Start is null;

    /// <summary>The length in days, both ends included; 0 for an instant.</summary>
    public int Days => Start is { } start ? End.DayNumber - start.DayNumber + 1 : 0;

    /// <summary>About a quarter of a year (85 to 98 days: 13-week and 14-week quarters included).</summary>
    public bool IsQuarter => Days is >= 85 and <= 98;

    /// <summary>About a year (52- and 53-week years included).</summary>
    public bool IsYear => Days is >= 357 and <= 378;

    /// <summary>Exactly one calendar month.</summary>
    public bool IsMonth => Start is { Day: 1 } start && EndOfMonth(start) == End;

    /// <summary>An instant.</summary>
    public static Period At(DateOnly date) => new(null, date);

    /// <summary>A duration.</summary>
    /// <exception cref="ArgumentException">It ends before it starts.</exception>
    public static Period Between(DateOnly start, DateOnly end) =>
        end >= start ? new(start, end) : throw new ArgumentException($"A period cannot end ({end:yyyy-MM-dd}) before it starts ({start:yyyy-MM-dd}).");

    /// <summary>The calendar month that holds the date.</summary>
    public static Period Month(DateOnly date)
    {
        var first = new DateOnly(date.Year, date.Month, 1);
        return new(first, EndOfMonth(first));
    }

    /// <summary>The duration covers the other period entirely.</summary>
    public bool Contains(Period other) => Start is { } start && (other.Start ?? other.End) >= start && other.End <= End;

    /// <summary>By end, then the shorter first, so that the last is the longest period with the latest end.</summary>
    public int CompareTo(Period other) => End != other.End ? End.CompareTo(other.End) : Days.CompareTo(other.Days);

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    /// <inheritdoc />
    public override string ToString() => Start is { } start ? $"{start:yyyy-MM-dd}/{End:yyyy-MM-dd}" : $"{End:yyyy-MM-dd}";

    private static DateOnly EndOfMonth(DateOnly first) => new(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month));
}
