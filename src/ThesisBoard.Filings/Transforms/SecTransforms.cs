using System.Globalization;
using ThesisBoard.Filings.Text;

namespace ThesisBoard.Filings.Transforms;

/// <summary>The SEC's own registry: durations, words, check boxes, and the names on a filing's cover.</summary>
internal static class SecTransforms
{
    private const decimal DaysPerMonth = 30.4375m;
    private const string Quarter = "(?<q>[1-4]|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast)";
    private static readonly LazyRegex QuarterThenYear = new($"^([A-Za-z][^0-9]*)?{Quarter}[^0-9]+(?<y>[0-9]{{4}})$");
    private static readonly LazyRegex YearThenQuarter = new($"^(?<y>[0-9]{{4}})[^0-9]+{Quarter}([^0-9](.*[A-Za-z0-9_])?)?$");
    private static readonly LazyRegex Decimal = new("^[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)$");

    public static IEnumerable<(string Name, TextTransform Transform)> All =>
    [
        ("durday", text => Duration(text, n => (0, 0, Whole(n), Whole(Rest(n) * 24)), 'D')),
        ("durhour", text => Duration(text, n => (0, 0, 0, Whole(n)), 'H')),
        ("durmonth", text => Duration(text, n => (0, Whole(n), Whole(Rest(n) * DaysPerMonth), 0), 'M')),
        ("durweek", text => Duration(text, n => (0, 0, Whole(n * 7), 0), 'D')),
        ("duryear", text => Duration(text, n => (Whole(n), Whole(Rest(n) * 12), Whole(Rest(Rest(n) * 12) * DaysPerMonth), 0), 'Y')),
        ("durwordsen", EnglishNumbers.Duration),
        ("numwordsen", EnglishNumbers.Number),
        ("numinf", _ => "INF"),
        ("numneginf", _ => "-INF"),
        ("numnan", _ => "NaN"),
        ("datequarterend", QuarterEnd),
        ("boolballotbox", text => Ballot(text, "true", "false")),
        ("yesnoballotbox", text => Ballot(text, "Yes", "No")),
        ("countrynameen", SecNames.Countries.Find),
        ("stateprovnameen", SecNames.States.Find),
        ("edgarprovcountryen", SecNames.EdgarPlaces.Find),
        ("exchnameen", SecNames.Exchange),
        ("entityfilercategoryen", SecNames.FilerCategories.Find),
    ];

    private static string? Ballot(string text, string yes, string no) => XmlSpace.Trim(text) switch
    {
        "\u2610" => no,
        "\u2611" or "\u2612" => yes,
        _ => null,
    };

    private static string? QuarterEnd(string text)
    {
        var trimmed = XmlSpace.Trim(text);
        var match = QuarterThenYear.Value.Match(trimmed);
        if (!match.Success)
            match = YearThenQuarter.Value.Match(trimmed);
        if (!match.Success)
            return null;
        var quarter = char.ToLowerInvariant(match.Groups["q"].Value[0]) switch
        {
            '1' => 1,
            '2' or 's' => 2,
            '3' or 't' => 3,
            '4' or 'l' => 4,
            _ => match.Groups["q"].Value.Length == 5 ? 1 : 4,
        };
        var year = DatePattern.Number(match.Groups["y"].Value);
        return year < 1 ? null : DatePattern.Write(year, quarter * 3, DateTime.DaysInMonth(year, quarter * 3));
    }

    /// <summary>A number of one unit; its fraction spills into smaller units and what remains is cut off. The stated unit is always written.</summary>
    private static string? Duration(string text, Func<decimal, (decimal Years, decimal Months, decimal Days, decimal Hours)> split, char unit)
    {
        var trimmed = XmlSpace.Trim(text);
        if (trimmed.Length > 20 || !Decimal.Value.IsMatch(trimmed)
            || !decimal.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return null;
        var (years, months, days, hours) = split(Math.Abs(number));
        var time = Part(hours, 'H', unit);
        return (number < 0 && years + months + days + hours > 0 ? "-P" : "P")
            + Part(years, 'Y', unit) + Part(months, 'M', unit) + Part(days, 'D', unit) + (time.Length > 0 ? "T" + time : "");
    }

    private static string Part(decimal count, char unit, char stated) =>
        count == 0 && unit != stated ? "" : count.ToString("0", CultureInfo.InvariantCulture) + unit;

    private static decimal Whole(decimal number) => Math.Truncate(number);

    private static decimal Rest(decimal number) => number - Math.Truncate(number);
}
