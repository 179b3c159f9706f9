using System.Globalization;

namespace ThesisBoard.Filings.Transforms;

/// <summary>
/// Matches a date whose parts are the groups <c>y</c>, <c>m</c> and <c>d</c>, and writes it as <c>xs:date</c>,
/// <c>xs:gYearMonth</c> or <c>xs:gMonthDay</c>, by which parts it has. A day that the calendar lacks does not fit.
/// </summary>
internal sealed class DatePattern(string pattern, Func<string, int> month, Func<string, string>? fold = null)
{
    private readonly LazyRegex regex = new("^[ \t\r\n]*" + pattern + "[ \t\r\n]*$");

    public string? Transform(string text)
    {
        var folded = DigitFolding.Fold(text);
        var match = regex.Value.Match(fold is null ? folded : fold(folded));
        if (!match.Success)
            return null;
        return Write(Group("y") is { } y ? Year(y) : null, month(match.Groups["m"].Value), Group("d") is { } d ? Number(d) : null);

        string? Group(string name) => match.Groups[name] is { Success: true } group ? group.Value : null;
    }

    /// <summary>One digit is a year from 2000, two are of this century.</summary>
    private static int Year(string digits) => digits.Length <= 2 ? 2000 + Number(digits) : Number(digits);

    public static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Any two or all three parts; <see langword="null"/> if there is no such date. 29 February exists without a year.</summary>
    public static string? Write(int? year, int month, int? day)
    {
        if (month is < 1 or > 12 || year is < 1 or > 9999 || day < 1 || day > DateTime.DaysInMonth(year ?? 2000, month))
            return null;
        return (year, day) switch
        {
            ({ } y, { } d) => string.Create(CultureInfo.InvariantCulture, $"{y:0000}-{month:00}-{d:00}"),
            ({ } y, null) => string.Create(CultureInfo.InvariantCulture, $"{y:0000}-{month:00}"),
            (null, { } d) => string.Create(CultureInfo.InvariantCulture, $"--{month:00}-{d:00}"),
            _ => null,
        };
    }
}
