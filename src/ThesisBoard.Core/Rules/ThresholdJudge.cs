using ThesisBoard.Core.Theses;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Rules;

/// <summary>The latest figure against its levels. Exactly on a level is still the good side.</summary>
internal static class ThresholdJudge
{
    public static RuleAnswer Judge(ThresholdRule rule, RuleInput input)
    {
        if (input.Metric(rule.Metric) is not { } metric
            || input.Book.Latest(rule.Metric, f => !rule.ReportedPeriodsOnly || f.Period.IsQuarter || f.Period.IsYear) is not { } latest)
            return input.NotOnFile(rule.Metric);

        var lowerIsBetter = metric.Direction == Direction.LowerIsBetter;
        bool Beyond(decimal? level) => level is { } l && (lowerIsBetter ? latest.Value.Amount > l : latest.Value.Amount < l);
        var standing = Beyond(rule.Break) ? Standing.Broken : Beyond(rule.Warn) ? Standing.Strained : Standing.Met;
        var line = (standing == Standing.Strained ? rule.Warn : rule.Break ?? rule.Warn) ?? 0;
        var level = new Quantity(line, metric.Unit);
        var side = (standing == Standing.Met, lowerIsBetter) switch
        {
            (true, true) => "not above",
            (true, false) => "not below",
            (false, true) => "above",
            (false, false) => "below",
        };
        var clause = $"{input.Name(rule.Metric)} was {metric.Show(latest.Value)} {Words.When(latest.Period)}";
        return new RuleAnswer
        {
            Standing = standing,
            Sentence = $"{Words.Start(clause)}{Inputs(latest, input)}: {side} the line of {metric.Show(level)}.",
            Clause = clause,
            Distance = lowerIsBetter ? level - latest.Value : latest.Value - level,
            Progress = standing == Standing.Met ? 1 : 0,
            Now = metric.Show(latest.Value),
            Line = metric.Show(level),
            Used = [latest],
            Metric = rule.Metric,
        };
    }

    /// <summary>For a derived figure, what went into it.</summary>
    private static string Inputs(Figure figure, RuleInput input) => figure.Origin != FigureOrigin.Formula ? "" :
        $" ({string.Join("; ", figure.Used.Select(o => $"{input.Name(o.Metric)} {o.Value}, {Figures.Show(o.Period)}"))})";
}
