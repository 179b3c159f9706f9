using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Rules;

/// <summary>The latest figure against its levels. Exactly on a level is still the good side.</summary>
internal static class ThresholdJudge
{
    public static RuleAnswer Judge(ThresholdRule rule, RuleInput input)
    {
        if (input.Metric(rule.Metric) is not { } metric)
            return input.NotOnFile(rule.Metric);
        if (input.Book.Latest(rule.Metric, rule.ReportedPeriodsOnly ? f => f.Period.IsQuarter || f.Period.IsYear : null) is not { } latest)
            return input.NotOnFile(rule.Metric, rule.ReportedPeriodsOnly && input.Book.Latest(rule.Metric) is { } other ? () => OfAnotherLength(metric, other) : null);

        var newer = rule.ReportedPeriodsOnly && input.Book.Latest(rule.Metric) is { } last && last.Period.End > latest.Period.End ? last : null;
        if (input.Same(latest) is { } same && ReferenceEquals(same.Passed, newer))
            return same;
        var lowerIsBetter = metric.Direction == Direction.LowerIsBetter;
        bool Beyond(decimal? level) => level is { } l && (lowerIsBetter ? latest.Value.Amount > l : latest.Value.Amount < l);
        var standing = Beyond(rule.Break) ? Standing.Broken : Beyond(rule.Warn) ? Standing.Strained : Standing.Met;
        var line = (standing == Standing.Strained ? rule.Warn : rule.Break ?? rule.Warn) ?? 0;
        var level = new Quantity(line, metric.Unit);
        var index = input.Index;
        return new(() => Tell(metric, latest, newer, level, standing, index))
        {
            Standing = standing,
            Distance = lowerIsBetter ? level - latest.Value : latest.Value - level,
            Progress = standing == Standing.Met ? 1 : 0,
            ShareOfLine = RuleAnswer.OfLine(latest.Value.Amount, line),
            Used = [latest],
            Passed = newer,
            Metric = rule.Metric,
        };
    }

    private static RuleWords Tell(Metric metric, Figure latest, Figure? newer, Quantity level, Standing standing, RecordIndex index)
    {
        var side = (standing == Standing.Met, metric.Direction == Direction.LowerIsBetter) switch
        {
            (true, true) => "not above",
            (true, false) => "not below",
            (false, true) => "above",
            (false, false) => "below",
        };
        var (now, line) = (metric.Show(latest.Value), metric.Show(level));
        var clause = latest.Origin == FigureOrigin.Formula
            ? $"{Words.Inside(metric.Title)} comes to {now} by the figures of {Figures.Show(latest.Period)}" // what is computed may lie ahead, and was never stated
            : $"{Words.Inside(metric.Title)} was {now} {Words.When(latest.Period)}";
        return new($"{Words.Start(clause)}{Inputs(latest, index)}: {side} the line of {line}.{Passed(metric, newer)}", clause, now, line);
    }

    /// <summary>A figure for later days that does not count is still named.</summary>
    private static string Passed(Metric metric, Figure? newer) =>
        newer is null ? "" : $" Newer, of neither a quarter nor a year: {metric.Show(newer.Value)} {Words.When(newer.Period)}.";

    private static string OfAnotherLength(Metric metric, Figure figure) =>
        $" of a quarter or a year ({metric.Show(figure.Value)} is of {Figures.Show(figure.Period)})";

    /// <summary>For a derived figure, what went into it.</summary>
    private static string Inputs(Figure figure, RecordIndex index) => figure.Origin != FigureOrigin.Formula ? "" :
        $" ({string.Join("; ", figure.Used.Select(o => $"{Words.Name(index, o.Metric)} {o.Value}, {Figures.Show(o.Period)}"))})";
}
