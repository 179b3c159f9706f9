using ThesisBoard.Core.Theses;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Rules;

/// <summary>Any amount for a period that begins after a date. A stated zero is Met; no statement is unknown.</summary>
internal static class OccurrenceJudge
{
    public static RuleAnswer Judge(OccurrenceRule rule, RuleInput input)
    {
        if (input.Metric(rule.Metric) is not { } metric)
            return input.NotOnFile(rule.Metric);
        var after = input.Book.Figures(rule.Metric).Where(f => (f.Period.Start ?? f.Period.End) > rule.After).ToList();
        if (after.Count == 0)
            return input.NotOnFile(rule.Metric, $" after {Figures.Date(rule.After)}");

        var occurred = after.Where(f => f.Value.Amount > 0).ToList();
        var shown = occurred.Count > 0 ? occurred[^1] : after[^1];
        var clause = Happened(metric, shown.Value, Words.When(shown.Period));
        return new RuleAnswer
        {
            Standing = occurred.Count > 0 ? Standing.Broken : Standing.Met,
            Sentence = $"{metric.Title}: {shown.Value} {Words.When(shown.Period)}"
                + $"{Others(occurred)}; the line is none after {Figures.Date(rule.After)}.",
            Clause = clause,
            Distance = -shown.Value,
            Progress = occurred.Count > 0 ? 0 : 1,
            Now = shown.Value.ToString(),
            Line = new Quantity(0, metric.Unit).ToString(),
            Used = occurred.Count > 0 ? occurred : after,
            Metric = rule.Metric,
        };
    }

    /// <summary>"2,000 BTC were sold in Mar 2026" for a metric named "Bitcoin sold"; else "site purchases came to $19.5M in Aug 2025".</summary>
    private static string Happened(Metric metric, Quantity value, string when) => metric.Unit == Unit.Btc && metric.Title.Split(' ') is ["Bitcoin", var done]
        ? $"{value} were {done} {when}"
        : $"{Words.Inside(metric.Title)} came to {value} {when}";

    private static string Others(List<Figure> occurred) =>
        occurred.Count > 1 ? $", and in {Figures.Count(occurred.Count - 1, "earlier period")}" : "";
}
