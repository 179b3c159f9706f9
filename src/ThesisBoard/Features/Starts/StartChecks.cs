using System.Globalization;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Editing;

namespace ThesisBoard.Features.Starts;

/// <summary>What is wrong with a step, all of it at once, each with what to do. The path is the field's name.</summary>
internal static class StartChecks
{
    public const int MostBreaks = 6;
    public const int MostPeriods = 8;
    private const int LongestTicker = 20;
    private const int LongestExchange = 60;
    private const int LongestCik = 10;

    /// <summary>The first step that cannot be left as it is, up to the one that is asked for.</summary>
    public static int Reached(StartForm form, int asked, DateOnly today) =>
        Enumerable.Range(1, asked - 1).FirstOrDefault(step => Of(step, form, today).Count > 0) is var first and > 0 ? first : asked;

    public static IReadOnlyList<Problem> Of(int step, StartForm form, DateOnly today) => [.. step switch
    {
        1 => Issuer(form),
        2 => Claim(form),
        3 => Breaks(form, today),
        _ => Line(form, today),
    }];

    /// <summary>A field as it is meant: a decimal, a date, a text; null when it cannot be read.</summary>
    public static object? Read(BreakField field, string typed)
    {
        if (typed.Length == 0)
            return null;
        switch (field.Kind)
        {
            case TypedAs.Amount or TypedAs.Count:
                return AmountText.TryParse(typed, out var amount) && Math.Abs(amount) < ThesisCheck.AmountLimit && decimal.Round(amount, ThesisCheck.MaxDecimals) == amount ? amount : null;
            case TypedAs.Percent:
                return AmountText.TryParse(typed.TrimEnd('%', ' ', '\u00a0', '\u202f'), out var percent) && percent is > -1_000 and <= 100 ? decimal.Round(percent / 100, ThesisCheck.MaxDecimals) : null;
            case TypedAs.Whole:
                return int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && whole is >= 1 and <= MostPeriods ? (decimal)whole : null;
            case TypedAs.Unit:
                return Unit.TryParse(typed, out var unit) && unit != Unit.One ? unit : null;
            case TypedAs.Date:
                return BoardUrls.TryDate(typed, out var date) ? date : null;
            default:
                return typed.Length <= ThesisCheck.MaxTitle && !typed.Any(char.IsControl) ? typed : null;
        }
    }

    private static IEnumerable<Problem> Issuer(StartForm form)
    {
        if (form["name"].Length == 0)
            yield return new("name", "Which company is it about? Type its name, or look it up.");
        else if (form["name"].Length > ThesisCheck.MaxTitle)
            yield return new("name", $"A name has at most {ThesisCheck.MaxTitle} characters. Shorten it.");
        if (form["ticker"].Length > LongestTicker)
            yield return new("ticker", $"A ticker has at most {LongestTicker} characters, such as CANG.");
        if (form["exchange"].Length > LongestExchange)
            yield return new("exchange", $"An exchange has at most {LongestExchange} characters, such as NYSE.");
        if (form["cik"].Length > 0 && (form.Cik is null || form["cik"].Length > LongestCik))
            yield return new("cik", "A CIK is a number of up to ten digits, such as 1725123. Leave it empty when you do not know it.");
    }

    private static IEnumerable<Problem> Claim(StartForm form)
    {
        if (form["claim"].Length == 0)
            yield return new("claim", "Write the claim in one sentence: what do you believe that a filing could prove wrong?");
        else if (form["claim"].Length > ThesisCheck.MaxTitle)
            yield return new("claim", $"One sentence has at most {ThesisCheck.MaxTitle} characters here, and this has {form["claim"].Length}. Put the rest below.");
    }

    private static IEnumerable<Problem> Breaks(StartForm form, DateOnly today)
    {
        if (!Unit.TryParse(form.Currency, out var currency) || !currency.IsCurrency)
            yield return new("currency", $"“{form.Currency}” is no currency. Write its three letters, such as USD, EUR or CNY.");
        if (form.Breaks.Count == 0)
            yield return new("b", "Tick what could break it: at least one, better two to four.");
        if (form.Breaks.Count > MostBreaks)
            yield return new("b", $"Keep at most {MostBreaks} to begin with; more can be added on the board.");
        foreach (var one in form.Breaks)
        {
            foreach (var field in one.Fields)
            {
                var typed = form[one.Name(field)];
                if ((typed.Length > 0 || !field.IsOptional) && Read(field, typed) is null)
                    yield return new(one.Name(field), Missing(field, typed));
            }

            if (one.Fields.FirstOrDefault(f => f.Name == "by") is { } by && Read(by, form[one.Name(by)]) is DateOnly date && date <= today)
                yield return new(one.Name(by), $"{Figures.Date(date)} is not ahead. Choose a later day.");
            if (Order(one, form) is { } wrong)
                yield return wrong;
        }
    }

    private static string Missing(BreakField field, string typed) => (field.Kind, typed.Length) switch
    {
        (TypedAs.Amount or TypedAs.Count, 0) => $"Write the level at which it breaks, such as {field.Example}.",
        (TypedAs.Amount or TypedAs.Count, _) => $"“{typed}” is no amount. Write digits with M for millions or B for billions, such as {field.Example}.",
        (TypedAs.Percent, _) => $"Write a number up to 100, such as {field.Example} for {field.Example} %.",
        (TypedAs.Whole, _) => $"Write a whole number from 1 to {MostPeriods}.",
        (TypedAs.Unit, _) => "Write what is held as a short unit, such as BTC, ETH or oz.",
        (TypedAs.Date, _) => "Choose the day.",
        (_, 0) => "Write it in a few words.",
        _ => $"This is longer than {ThesisCheck.MaxTitle} characters. Shorten it.",
    };

    /// <summary>The strain comes before the break.</summary>
    private static Problem? Order(Break one, StartForm form)
    {
        if (one.Fields.FirstOrDefault(f => f.Name == "warn") is not { } warn
            || Read(warn, form[one.Name(warn)]) is not decimal strained || Read(one.Fields.First(f => f.Name == "break"), form[$"{one.Key}-break"]) is not decimal broken)
            return null;
        var isHigherBetter = one.Key is "loss" or "margin" or "holding";
        return isHigherBetter ? strained > broken ? null : new(one.Name(warn), "It strains before it breaks: write a level above the one at which it breaks, or leave this empty.")
            : strained < broken ? null : new(one.Name(warn), "It strains before it breaks: write a level below the one at which it breaks, or leave this empty.");
    }

    private static IEnumerable<Problem> Line(StartForm form, DateOnly today)
    {
        if (form.Legs.Count == 0)
            yield return new("leg", "Tick at least one that must hold on that day; without it nothing could prove the thesis wrong.");
        if (form.IsByReports && !(int.TryParse(form["reports"], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= MostPeriods))
            yield return new("reports", $"Write how many reports to wait for, 1 to {MostPeriods}.");
        if (!form.IsByReports && !BoardUrls.TryDate(form["by"], out var date))
            yield return new("by", "Choose the day on which the thesis is decided.");
        else if (!form.IsByReports && BoardUrls.TryDate(form["by"], out date) && date <= today)
            yield return new("by", $"{Figures.Date(date)} is not ahead. Choose a later day.");
        if (form["then"].Length == 0)
            yield return new("then", "Say what it means if the line is crossed, such as: the turnaround failed.");
        else if (form["then"].Length > ThesisCheck.MaxClause)
            yield return new("then", $"This has more than {ThesisCheck.MaxClause} characters. Shorten it.");
    }
}
