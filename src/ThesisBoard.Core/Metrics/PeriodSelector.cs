using System.Globalization;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Metrics;

/// <summary>
/// The part of a formula behind <c>@</c>: which period of a metric is meant. A month, quarter, half-year or year names a flow over that time,
/// or for a balance its last day; the resolver takes the form that the metric has.
/// </summary>
/// <remarks>Calendar periods, not fiscal ones. Dates lie between 1900-01-01 and 2200-12-31.</remarks>
public sealed record PeriodSelector
{
    private PeriodSelector(string text, Period? duration, DateOnly? instant) =>
        (Text, AsDuration, AsInstant) = (text, duration, instant is { } day ? Period.At(day) : null);

    /// <summary>As written: <c>2025-12-31</c>, <c>2026-02</c>, <c>2026-Q1</c>, <c>2026-H1</c>, <c>2025</c> or <c>2026-02-07/2026-02-08</c>.</summary>
    public string Text { get; }

    /// <summary>The period for a flow; null when one day is named, which is an instant.</summary>
    public Period? AsDuration { get; }

    /// <summary>The period for a balance: the day, or the last day of a named period; null for a range of days, which is only a duration.</summary>
    public Period? AsInstant { get; }

    /// <summary>Reads a selector without its <c>@</c>, or says that the text is none.</summary>
    public static bool TryParse(string? text, out PeriodSelector? selector)
    {
        selector = (text ?? "").Split('/') switch
        {
            [var first, var last] => Range(text!, first, last),
            [var one] when IsDate(one, out var day) => new(one, null, day),
            [var one] => Named(one),
            _ => null,
        };
        return selector is not null;
    }

    /// <inheritdoc />
    public override string ToString() => Text;

    private static PeriodSelector? Range(string text, string first, string last) =>
        IsDate(first, out var start) && IsDate(last, out var end) && start <= end ? new(text, Period.Between(start, end), null) : null;

    private static PeriodSelector? Named(string text)
    {
        if (text.Length < 4 || !IsDate(text[..4] + "-01-01", out var year))
            return null;
        (int First, int Count)? months = text[4..] switch
        {
            "" => (1, 12),
            ['-', 'Q', >= '1' and <= '4' and var q] => (3 * (q - '1') + 1, 3),
            ['-', 'H', '1' or '2'] => (text[6] == '1' ? 1 : 7, 6),
            ['-', _, _] when IsDate(text + "-01", out var month) => (month.Month, 1),
            _ => null,
        };
        if (months is not { } span)
            return null;
        var start = year.AddMonths(span.First - 1);
        var end = start.AddMonths(span.Count).AddDays(-1);
        return new(text, Period.Between(start, end), end);
    }

    private static bool IsDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date) && date.Year is >= 1900 and <= 2200;
}
