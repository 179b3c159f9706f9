using System.Globalization;

namespace ThesisBoard.Core.Quantities;

/// <summary>The one formatter of amounts and dates for people: sentences, tables and charts use it, so that a figure reads the same everywhere.</summary>
/// <remarks>English, whatever the machine's culture. A true minus sign (U+2212), a narrow no-break space before %, and no-break spaces inside a figure.</remarks>
public static class Figures
{
    private static readonly NumberFormatInfo Numbers = new()
    {
        NegativeSign = "\u2212",
        NumberGroupSeparator = ",",
        NumberDecimalSeparator = ".",
        NumberGroupSizes = [3],
    };

    private const decimal MaxShare = 1e26m;
    private const string DollarsPer = "USD/";
    private const string OneShare = "share";

    /// <summary>An amount with its unit, short: $30.6M, −$452.8M, 2,000 BTC, 12,000 shares, $68,524 per BTC, 37.01 EH/s.</summary>
    public static string Show(Quantity value)
    {
        if (value.Unit == Unit.One)
            return Number(value.Amount);
        if (value.Unit == Unit.Usd)
            return Money(value.Amount, "$");
        if (value.Unit.IsCurrency)
            return Money(value.Amount, value.Unit.Text + "\u00a0");
        if (value.Unit.Text == OneShare)
            return $"{Number(value.Amount)}\u00a0{(value.Amount is 1 or -1 ? OneShare : OneShare + "s")}";
        return value.Unit.Text.StartsWith(DollarsPer, StringComparison.Ordinal)
            ? $"{Money(value.Amount, "$")} per {value.Unit.Text[DollarsPer.Length..]}"
            : $"{Number(value.Amount)}\u00a0{value.Unit.Text}";
    }

    /// <summary>An amount with one decimal more where it is money in millions: $22.96M. For a small difference of large amounts.</summary>
    public static string ShowClose(Quantity value) => Math.Abs(value.Amount) is >= 1_000_000m and < 999_950_000m && value.Unit.IsCurrency
        ? string.Create(Numbers, $"{(value.Amount < 0 ? Numbers.NegativeSign : "")}{(value.Unit == Unit.Usd ? "$" : value.Unit.Text + "\u00a0")}{Round(Math.Abs(value.Amount) / 1_000_000m, 2):#,##0.00}M")
        : Show(value);

    /// <summary>A share or growth as a percentage with one decimal and without a sign for positives: 0.945 is "94.5 %".</summary>
    public static string Percent(decimal share) => string.Create(Numbers, $"{Round(InPercent(share), 1):#,##0.0}\u202f%");

    /// <summary>A change as a signed percentage: −0.945 is "−94.5 %", 0.02 is "+2.0 %"; what rounds to nothing has no sign.</summary>
    public static string Change(decimal share) => (Round(InPercent(share), 1) > 0 ? "+" : "") + Percent(share);

    /// <summary>A line given as a share, without needless decimals: 0.25 is "25 %".</summary>
    public static string Share(decimal share) => string.Create(Numbers, $"{Round(InPercent(share), 2):#,##0.##}\u202f%");

    /// <summary>A plain number with thousands separators and at most two decimals; below 0.1 with two significant digits, so that little never reads as nothing.</summary>
    public static string Number(decimal value)
    {
        var decimals = Decimals(Math.Abs(value));
        return Round(value, decimals).ToString(decimals == 2 ? "#,##0.##" : "#,##0." + new string('#', decimals), Numbers);
    }

    /// <summary>A date: 31 Mar 2026.</summary>
    public static string Date(DateOnly date) => date.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A date and time in UTC: 22 Nov 2026, 18:06 UTC.</summary>
    public static string Moment(DateTime utc) => utc.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A period by its shortest true name: "31 Dec 2025", "Mar 2026", "Q1 2026", "H1 2026", "2025", "7–8 Feb 2026".</summary>
    public static string Show(Period period)
    {
        if (period.Start is not { } start)
            return Date(period.End);
        var year = start.Year.ToString(CultureInfo.InvariantCulture);
        if (period.IsMonth)
            return start.ToString("MMM yyyy", CultureInfo.InvariantCulture);
        var calendar = start.Day == 1 && period.End.Day == DateTime.DaysInMonth(period.End.Year, period.End.Month) && start.Year == period.End.Year;
        if (calendar && start.Month % 3 == 1 && period.End.Month == start.Month + 2)
            return $"Q{start.Month / 3 + 1} {year}";
        if (calendar && start.Month % 6 == 1 && period.End.Month == start.Month + 5)
            return $"H{start.Month / 6 + 1} {year}";
        if (calendar && start.Month == 1 && period.End.Month == 12)
            return year;
        if (start.Year == period.End.Year && start.Month == period.End.Month)
            return start == period.End ? Date(start) : $"{start.Day}–{Date(period.End)}";
        return $"{Date(start)} – {Date(period.End)}";
    }

    /// <summary>A count with its noun: "1 day", "39 days".</summary>
    public static string Count(long count, string one, string? many = null) =>
        string.Create(Numbers, $"{count:#,##0} {(count is 1 or -1 ? one : many ?? one + "s")}");

    private static string Money(decimal amount, string symbol)
    {
        var sign = amount < 0 ? Numbers.NegativeSign : "";
        var size = Math.Abs(amount);
        var text = size switch
        {
            >= 999_995_000m => string.Create(Numbers, $"{Round(size / 1_000_000_000m, 2):#,##0.0#}B"),
            >= 999_999.5m => string.Create(Numbers, $"{Round(size / 1_000_000m, 2):#,##0.0#}M"),
            >= 1_000m => string.Create(Numbers, $"{Round(size, 0):#,##0}"),
            _ => Cents(size),
        };
        return sign + symbol + text;
    }

    // Whole dollars without cents, anything else with both digits: $12, $0.50, $0.045.
    private static string Cents(decimal size)
    {
        var text = Number(size);
        return text.Length > 1 && text[^2] == '.' ? text + "0" : text;
    }

    private static int Decimals(decimal size)
    {
        var decimals = 2;
        while (size is > 0 and < 0.1m && decimals < 28)
        {
            size *= 10;
            decimals++;
        }

        return decimals;
    }

    // Bounded, so that no figure, however absurd, is an exception in a sentence.
    private static decimal InPercent(decimal share) => Math.Clamp(share, -MaxShare, MaxShare) * 100;

    private static decimal Round(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);
}
