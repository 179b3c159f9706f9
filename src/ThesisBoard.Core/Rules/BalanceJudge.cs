using ThesisBoard.Core.Theses;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Rules;

/// <summary>A month's balance.</summary>
/// <param name="Month">The month.</param>
/// <param name="Opening">Held at the end of the month before.</param>
/// <param name="In">Added; null when not on file.</param>
/// <param name="Out">Taken away; null when not on file, which is not zero.</param>
/// <param name="Closing">Held at the end of the month.</param>
public sealed record BalanceMonth(Period Month, Figure Opening, Figure? In, Figure? Out, Figure Closing)
{
    /// <summary>Opening + in − out − closing: what left (positive) or came (negative) without being stated. Null while a part is not on file.</summary>
    public Quantity? Unexplained => In is null || Out is null ? null : Opening.Value + In.Value - Out.Value - Closing.Value;
}

/// <summary>Opening + in − out = closing, for every month whose four figures are on file.</summary>
internal static class BalanceJudge
{
    public static RuleAnswer Judge(BalanceRule rule, RuleInput input)
    {
        var months = Months(rule, input.Book).Where(m => m.Unexplained is not null).ToList();
        if (months.Count == 0 || input.Metric(rule.Held) is not { } metric)
            return input.NotOnFile(rule.Held, ", with what came and went in one month,");

        var off = months.Where(m => Math.Abs(m.Unexplained!.Value.Amount) > rule.Tolerance).Reverse().ToList();
        var shown = off.Count > 0 ? off[0] : months[^1];
        var size = new Quantity(Math.Abs(shown.Unexplained!.Value.Amount), metric.Unit);
        var clause = off.Count == 0
            ? $"{input.Name(rule.Held)} adds up within {size} {Words.When(shown.Month)}"
            : Gap(shown, metric.Unit);
        return new RuleAnswer
        {
            Standing = off.Count > 0 ? Standing.Broken : Standing.Met,
            Sentence = $"{Words.Start(Words.List(off.Count == 0 ? [clause] : [.. off.Select(m => Gap(m, metric.Unit))]))}. In {Figures.Show(shown.Month)}, {shown.Opening.Value} + {shown.In!.Value} \u2212 {shown.Out!.Value} "
                + $"should leave {shown.Opening.Value + shown.In.Value - shown.Out.Value}, and {shown.Closing.Value} was held.",
            Clause = clause,
            Distance = new Quantity(rule.Tolerance - size.Amount, metric.Unit),
            Progress = (decimal)(months.Count - off.Count) / months.Count,
            Now = size.ToString(),
            Line = new Quantity(rule.Tolerance, metric.Unit).ToString(),
            Used = [shown.Opening, shown.In, shown.Out, shown.Closing],
            Metric = rule.Held,
        };
    }

    /// <summary>The months between two month-end balances, whether or not the flows between are on file.</summary>
    public static IEnumerable<BalanceMonth> Months(BalanceRule rule, FigureBook book)
    {
        foreach (var closing in book.Figures(rule.Held).Where(f => f.Period.IsInstant && f.Period.End > new DateOnly(1, 2, 1)))
        {
            var month = Period.Month(closing.Period.End);
            if (month.End != closing.Period.End || book.At(rule.Held, Period.At(month.Start!.Value.AddDays(-1))) is not { } opening)
                continue;
            yield return new BalanceMonth(month, opening, Sized(book, rule.In, month, closing), Sized(book, rule.Out, month, closing), closing);
        }
    }

    private static Figure? Sized(FigureBook book, string metric, Period month, Figure closing) =>
        book.At(metric, month) is { } flow && flow.Value.Unit == closing.Value.Unit ? flow : null;

    private static string Gap(BalanceMonth month, Unit unit) =>
        $"{new Quantity(Math.Abs(month.Unexplained!.Value.Amount), unit)} {(month.Unexplained.Value.Amount > 0 ? "left" : "came")} unexplained {Words.When(month.Month)}";
}
