using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Rules;

/// <summary>Any amount for a period that begins after a date. A stated zero is Met; no statement is unknown.</summary>
internal static class OccurrenceJudge
{
    public static RuleAnswer Judge(OccurrenceRule rule, RuleInput input)
    {
        if (input.Metric(rule.Metric) is not { } metric)
            return input.NotOnFile(rule.Metric);
        var after = After(rule, input.Book);
        if (after.Count == 0)
            return input.NotOnFile(rule.Metric, () => $" after {Figures.Date(rule.After)}");

        var occurred = after.FindAll(f => f.Value.Amount > 0);
        var shown = occurred.Count > 0 ? occurred[^1] : after[^1];
        return new(() => Tell(rule, metric, shown, occurred.Count - 1))
        {
            Standing = occurred.Count > 0 ? Standing.Broken : Standing.Met,
            Distance = -shown.Value,
            Progress = occurred.Count > 0 ? 0 : 1,
            Used = occurred.Count > 0 ? occurred : after,
            Metric = rule.Metric,
        };
    }

    /// <summary>The figures for periods that begin after the date, ascending.</summary>
    private static List<Figure> After(OccurrenceRule rule, FigureBook book)
    {
        var figures = book.Of(rule.Metric);
        var after = new List<Figure>();
        for (var place = 0; figures.FromLatest(place) is { } figure && figure.Period.End > rule.After; place++)
        {
            if ((figure.Period.Start ?? figure.Period.End) > rule.After)
                after.Add(figure);
        }

        after.Reverse();
        return after;
    }

    private static RuleWords Tell(OccurrenceRule rule, Metric metric, Figure shown, int earlier)
    {
        var when = Words.When(shown.Period);
        var others = earlier > 0 ? $", and in {Figures.Count(earlier, "earlier period")}" : "";
        return new(
            $"{metric.Title}: {shown.Value} {when}{others}; the line is none after {Figures.Date(rule.After)}.",
            Happened(metric, shown.Value, when),
            shown.Value.ToString(),
            new Quantity(0, metric.Unit).ToString());
    }

    /// <summary>"2,000 BTC were sold in Mar 2026" for a metric named "Bitcoin sold"; else "site purchases came to $19.5M in Aug 2025".</summary>
    private static string Happened(Metric metric, Quantity value, string when) => metric.Unit == Unit.Btc && metric.Title.Split(' ') is ["Bitcoin", var done]
        ? $"{value} were {done} {when}"
        : $"{Words.Inside(metric.Title)} came to {value} {when}";
}
