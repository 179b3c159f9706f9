namespace ThesisBoard.Filings.Transforms;

/// <summary>Dates with 年月日, and Japanese years by era.</summary>
internal static class EastAsianDates
{
    private const string S = "[\\s\u00A0]*";
    private const string Month = $"(?<m>[0-9]{{1,2}}){S}月{S}";
    private const string Day = $"(?<d>[0-9]{{1,2}}){S}日{S}";
    private const string Era = $"^{S}(?<e>明治|明|大正|大|昭和|昭|平成|平|令和|令){S}(?<n>[0-9]{{1,2}}|元){S}年{S}";

    private static readonly DatePattern Full = new($"{S}(?<y>[0-9]{{4}}|[0-9]{{1,2}}){S}年{S}{Month}{Day}", DatePattern.Number);
    private static readonly DatePattern Short = new($"{S}(?<y>[0-9]{{4}}|[0-9]{{1,2}}){S}年{S}{Month}", DatePattern.Number);
    private static readonly LazyRegex EraFull = new($"{Era}{Month}{Day}$");
    private static readonly LazyRegex EraShort = new($"{Era}{Month}$");

    public static string? YearMonthDay(string text) => Full.Transform(text);

    public static string? YearMonth(string text) => Short.Transform(text);

    public static string? EraYearMonthDay(string text) => WithEra(EraFull, text);

    public static string? EraYearMonth(string text) => WithEra(EraShort, text);

    private static string? WithEra(LazyRegex pattern, string text)
    {
        var match = pattern.Value.Match(DigitFolding.Fold(text));
        if (!match.Success)
            return null;
        var year = match.Groups["n"].Value is "元" ? 1 : DatePattern.Number(match.Groups["n"].Value);
        return DatePattern.Write(
            YearZero(match.Groups["e"].Value[0]) + year,
            DatePattern.Number(match.Groups["m"].Value),
            match.Groups["d"] is { Success: true } day ? DatePattern.Number(day.Value) : null);
    }

    private static int YearZero(char era) => era switch
    {
        '明' => 1867,
        '大' => 1911,
        '昭' => 1925,
        '平' => 1988,
        _ => 2018,
    };
}
