using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Rules;

/// <summary>Opening + in − out = closing, for every month whose four figures are on file.</summary>
internal static class BalanceJudge
{
    public static RuleAnswer Judge(BalanceRule rule, RuleInput input)
    {
        var (full, off) = (0, new List<BalanceMonth>());
        BalanceMonth? last = null;
        var months = input.Book.Months(rule);
        for (var i = 0; i < months.Count; i++)
        {
            var month = months[i];
            if (month.IsTooLarge)
                throw new OverflowException("The figures of a month are too large to add.");
            if (month.Unexplained is not { } unexplained)
                continue;
            full++;
            last = month;
            if (Math.Abs(unexplained.Amount) > rule.Tolerance)
                off.Add(month);
        }

        if (last is null || input.Metric(rule.Held) is not { } metric)
            return input.NotOnFile(rule.Held, () => ", with what came and went in one month,");

        var shown = off.Count > 0 ? off[^1] : last;
        var size = Size(shown);
        var index = input.Index;
        return new(() => Tell(rule, Words.Name(index, rule.Held), off, shown))
        {
            Standing = off.Count > 0 ? Standing.Broken : Standing.Met,
            Distance = new Quantity(rule.Tolerance - size.Amount, metric.Unit),
            Progress = (decimal)(full - off.Count) / full,
            Used = [shown.Opening, shown.In!, shown.Out!, shown.Closing],
            Metric = rule.Held,
        };
    }

    private static RuleWords Tell(BalanceRule rule, string name, List<BalanceMonth> off, BalanceMonth shown)
    {
        var size = Size(shown);
        var clause = off.Count == 0 ? $"{name} adds up within {size} {Words.When(shown.Month)}" : Gap(shown);
        IReadOnlyList<string> clauses = off.Count == 0 ? [clause] : [.. Enumerable.Reverse(off).Select(Gap)];
        return new(
            $"{Words.Start(Words.List(clauses))}. In {Figures.Show(shown.Month)}, {shown.Opening.Value} + {shown.In!.Value} \u2212 {shown.Out!.Value} "
                + $"should leave {shown.Closing.Value + shown.Unexplained!.Value}, and {shown.Closing.Value} was held.",
            clause,
            size.ToString(),
            new Quantity(rule.Tolerance, size.Unit).ToString());
    }

    private static Quantity Size(BalanceMonth month) => month.Unexplained!.Value with { Amount = Math.Abs(month.Unexplained.Value.Amount) };

    private static string Gap(BalanceMonth month) =>
        $"{Size(month)} {(month.Unexplained!.Value.Amount > 0 ? "left" : "came")} unexplained {Words.When(month.Month)}";
}
