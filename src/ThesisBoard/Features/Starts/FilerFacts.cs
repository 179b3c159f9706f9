using System.Globalization;
using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Theses;
using ThesisBoard.Filings;
using ThesisBoard.Filings.Edgar;

namespace ThesisBoard.Features.Starts;

/// <summary>Who an issuer is and how it reports, as EDGAR's list or the tagged cover page of a filing says it. What is not said keeps its default.</summary>
internal static class FilerFacts
{
    private const int LongestExchange = 60;
    private const int LongestTicker = 20;
    private static readonly string[] ForeignForms = ["20-F", "40-F", "6-K"];

    /// <param name="ticker">The ticker that was asked for, where the filer has several.</param>
    public static Issuer Of(Submissions list, string? ticker) => new()
    {
        Name = list.Name,
        Ticker = ticker ?? First(list.Tickers),
        Exchange = First(list.Exchanges),
        Cik = long.TryParse(list.Cik, NumberStyles.None, CultureInfo.InvariantCulture, out var cik) ? cik : null,
        Filer = new()
        {
            Regime = Regime([.. list.Filings.Select(f => f.Form)]),
            Status = Status(list.Category),
            FiscalYearEndMonth = Month(list.FiscalYearEnd),
        },
    };

    /// <summary>What a tagged cover page says; the name is empty where there is none.</summary>
    public static Issuer Of(ReadResult report)
    {
        string Tagged(string concept) =>
            report.TextFacts.FirstOrDefault(f => f.Name.Equals($"dei:{concept}", StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(f.Text))?.Text is { } text
                ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                : "";
        return new()
        {
            Name = Tagged("EntityRegistrantName"),
            Ticker = Cut(Tagged("TradingSymbol"), LongestTicker),
            Exchange = Cut(ExchangeOf(Tagged("SecurityExchangeName")), LongestExchange),
            Cik = long.TryParse(Tagged("EntityCentralIndexKey"), NumberStyles.None, CultureInfo.InvariantCulture, out var cik) && cik > 0 ? cik : null,
            Filer = new()
            {
                Regime = Regime([Tagged("DocumentType")]),
                Status = Status(Tagged("EntityFilerCategory")),
                FiscalYearEndMonth = Month(Tagged("CurrentFiscalYearEndDate").TrimStart('-')),
            },
        };
    }

    /// <summary>The exchange by its name, where EDGAR's code (EDGAR taxonomy exch) is not one.</summary>
    private static string ExchangeOf(string code) => code switch
    {
        "NYSEAMER" => "NYSE American",
        "NYSEArca" => "NYSE Arca",
        "CboeBZX" => "Cboe BZX",
        _ => code,
    };

    private static FilerRegime Regime(IReadOnlyList<string> forms) =>
        forms.FirstOrDefault(f => ForeignForms.Contains(Plain(f)) || Plain(f) is "10-K" or "10-Q") is { } newest && ForeignForms.Contains(Plain(newest))
            ? FilerRegime.ForeignPrivateIssuer
            : FilerRegime.Domestic;

    private static string Plain(string form) => form.EndsWith("/A", StringComparison.Ordinal) ? form[..^2] : form;

    private static FilerStatus Status(string category) =>
        category.StartsWith("Large accelerated", StringComparison.OrdinalIgnoreCase) ? FilerStatus.LargeAccelerated
        : category.StartsWith("Accelerated", StringComparison.OrdinalIgnoreCase) ? FilerStatus.Accelerated
        : FilerStatus.NonAccelerated;

    /// <summary>"1231" of EDGAR, or "09-27" of a cover page. A year that ends in the first days of a month is that of the month before.</summary>
    private static int Month(string day)
    {
        var digits = day.Replace("-", "", StringComparison.Ordinal);
        if (digits.Length != 4 || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number / 100 is < 1 or > 12)
            return new FilerProfile().FiscalYearEndMonth;
        return number % 100 <= 7 ? (number / 100 + 10) % 12 + 1 : number / 100;
    }

    private static string First(IReadOnlyList<string> texts) => texts is [var first, ..] ? first : "";

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest];
}
