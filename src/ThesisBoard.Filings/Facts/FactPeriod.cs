using System.Globalization;

namespace ThesisBoard.Filings;

/// <summary>
/// What a fact is about in time (XBRL 2.1, 4.7.2): an instant (only <see cref="End"/>), a duration, or forever.
/// Both ends are inclusive days. A time of midnight on an instant or end date means the end of the day before, as XBRL has it.
/// </summary>
public readonly record struct FactPeriod
{
    private FactPeriod(DateOnly? start, DateOnly? end) => (Start, End) = (start, end);

    /// <summary>First day of a duration; absent for an instant and for forever.</summary>
    public DateOnly? Start { get; }

    /// <summary>The instant, or the last day of a duration; absent for forever.</summary>
    public DateOnly? End { get; }

    public bool IsForever => End is null;

    public bool IsInstant => End is not null && Start is null;

    public static FactPeriod Forever => default;

    public static FactPeriod Instant(DateOnly day) => new(null, day);

    public static FactPeriod Duration(DateOnly start, DateOnly end) => new(start, end);

    /// <summary><c>yyyy-MM-dd</c>, <c>start/end</c> or <c>forever</c>.</summary>
    public override string ToString() => (Start, End) switch
    {
        (_, null) => "forever",
        (null, { } day) => Text(day),
        ({ } start, { } end) => Text(start) + "/" + Text(end),
    };

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
