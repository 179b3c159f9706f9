using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Rules;

/// <summary>The latest figure against a baseline. Enough in the good direction is Met, some is Strained, none is Broken.</summary>
internal static class ChangeJudge
{
    public static RuleAnswer Judge(ChangeRule rule, RuleInput input)
    {
        if (input.Metric(rule.Metric) is not { } metric)
            return input.NotOnFile(rule.Metric);
        if (input.Book.At(rule.Metric, rule.Baseline) is not { } baseline)
            return input.NotOnFile(rule.Metric, () => $" at {Figures.Show(rule.Baseline)}, the baseline,");
        if (input.Book.Latest(rule.Metric, f => f.Period.End > rule.Baseline.End && f.Period.IsInstant == rule.Baseline.IsInstant) is not { } latest)
            return input.NotOnFile(rule.Metric, () => $" after {Figures.Date(rule.Baseline.End)}");
        if (rule.Share is not null && baseline.Value.Amount == 0)
            return input.NotOnFile(rule.Metric, () => " with a baseline other than zero");

        return input.Same(baseline, latest) ?? Compare(rule, metric, baseline, latest);
    }

    private static RuleAnswer Compare(ChangeRule rule, Metric metric, Figure baseline, Figure latest)
    {
        var wantsFall = WantsFall(metric);
        var size = Math.Abs(baseline.Value.Amount);
        var gain = wantsFall ? baseline.Value.Amount - latest.Value.Amount : latest.Value.Amount - baseline.Value.Amount;
        var needed = rule.Share is { } wanted ? wanted * size : rule.Amount ?? 0;
        var standing = gain <= 0 ? Standing.Broken : gain < needed ? Standing.Strained : Standing.Met;
        var change = latest.Value.Amount - baseline.Value.Amount;
        var share = rule.Share is null ? (decimal?)null : change / size;
        return new(() => Tell(metric, baseline, latest, change, share, rule.Share is { } s ? Figures.Share(s) : new Quantity(needed, metric.Unit).ToString()))
        {
            Standing = standing,
            Distance = new Quantity(gain - needed, metric.Unit),
            Progress = needed > 0 ? Math.Clamp(gain / needed, 0, 1) : gain > 0 ? 1 : 0,
            ShareOfLine = RuleAnswer.OfLine(Math.Max(0, gain), needed),
            Used = [baseline, latest],
            Metric = rule.Metric,
        };
    }

    private static RuleWords Tell(Metric metric, Figure baseline, Figure latest, decimal change, decimal? share, string line)
    {
        var wantsFall = WantsFall(metric);
        var by = share is { } s ? Figures.Percent(Math.Abs(s)) : new Quantity(Math.Abs(change), metric.Unit).ToString();
        var moved = change switch { 0 => "did not move, at", < 0 => $"fell {by} to", _ => $"rose {by} to" };
        var clause = $"{Words.Inside(metric.Title)} {moved} {metric.Show(latest.Value)}";
        return new(
            $"{Words.Start(clause)} ({Figures.Show(latest.Period)}) from {metric.Show(baseline.Value)} ({Figures.Show(baseline.Period)}); "
                + $"the line is a {(wantsFall ? "fall" : "rise")} of at least {line}.",
            clause,
            share is { } of ? Figures.Change(of) : Signed(change, metric.Unit),
            (wantsFall ? "\u2212" : "+") + line);
    }

    private static bool WantsFall(Metric metric) => metric.Direction != Direction.HigherIsBetter;

    private static string Signed(decimal change, Unit unit) => (change > 0 ? "+" : "") + new Quantity(change, unit);
}
