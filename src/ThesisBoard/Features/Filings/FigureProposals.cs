using System.Text.RegularExpressions;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Filings;
using ThesisBoard.Filings.Passages;
using BoardFigure = ThesisBoard.Core.Judging.Figure;
using ProseFigure = ThesisBoard.Filings.Passages.Figure;

namespace ThesisBoard.Features.Filings;

/// <summary>A figure of a passage as an observation that a person may accept.</summary>
/// <param name="Metric">The entered metric whose words the passage names, in its unit.</param>
/// <param name="Figure">The figure as parsed, with its words.</param>
/// <param name="OnFile">What is on file for the same metric, period and unit.</param>
/// <param name="IsSure">Figures of the metric are known, and this one is of their kind, a balance at a day or a flow over days: only then it is ticked by itself.</param>
public sealed record FigureProposal(Metric Metric, Period Period, Quantity Value, ProseFigure Figure, BoardFigure? OnFile, MatchState State, bool IsSure);

/// <summary>
/// Which figures of a passage fit an entered metric: the unit is the metric's, every word of the metric's title is named, the words that tell it from
/// the others stand nearest to the figure, and the passage says what period it is about. A row of a table has to be of the metric alone: its label holds no other
/// word, since "current portion of long-term debt" is no long-term debt. A figure that the tagged facts of the same filing contradict is left out. Nothing is
/// guessed beyond that.
/// </summary>
public sealed partial class FigureProposals
{
    private const int Most = 6;
    private const int Farthest = 160;

    /// <summary>Income and loss in their one form: only they may be negative in a table.</summary>
    private const string Result = "income";

    /// <summary>Where a sentence speaks of amounts a share, a smaller figure of money is one of those and no total.</summary>
    private const decimal LeastBesideShares = 10_000;

    /// <summary>An amount so many times smaller than every known one has lost its scale word: "$44.5" in a report of millions.</summary>
    private const decimal LostScale = 1_000;
    private readonly BoardState board;
    private readonly ILookup<string, FactMatch> tagged;
    private readonly IReadOnlyList<(Metric Metric, HashSet<string> Words)> metrics;

    /// <param name="board">Its metrics and what is on file.</param>
    /// <param name="tagged">What the facts of the same filing say of the metrics.</param>
    public FigureProposals(BoardState board, IReadOnlyList<FactMatch> tagged)
    {
        this.board = board;
        this.tagged = tagged.ToLookup(t => t.Metric.Key, StringComparer.Ordinal);
        metrics = [.. board.Thesis.Metrics.Where(m => !m.IsDerived).Select(m => (m, TopicWords.Of(m.Title)))];
    }

    /// <summary>The proposals in the order of the text; one a metric and period, the figure that stands nearest to the metric's words.</summary>
    /// <param name="filed">When the filing was published: only a newer one restates what is on file.</param>
    public IReadOnlyList<FigureProposal> Of(Passage passage, DateOnly? filed)
    {
        var isRow = passage.Doubt == PassageDoubt.HeadedRow;
        var about = isRow ? passage.Text[..passage.Text.IndexOf('\t', StringComparison.Ordinal)] : passage.Text;
        var named = TopicWords.Of(about);
        var candidates = metrics
            .Where(m => m.Words.Count > 0 && m.Words.IsSubsetOf(named) && (!isRow || named.IsSubsetOf([.. m.Words, "total"])) && m.Words.IsSubsetOf(TopicWords.Of(NamedMetric.In(about, m.Words))))
            .Select(m => new Candidate(m.Metric, m.Words, NamedMetric.In(passage.Text, m.Words))).ToList();
        if (candidates.Count == 0)
            return [];
        var isPerShare = PerShare().IsMatch(passage.Text);
        return [.. passage.Figures
            .Where(f => f.Role is FigureRole.Level or FigureRole.To or FigureRole.From && !(isPerShare && Math.Abs(f.Value) < LeastBesideShares))
            .Where(f => !isRow || f.Value >= 0 || named.Contains(Result)) // a cash flow statement prints what was spent as less than nothing
            .Select(f => One(passage, f, candidates, filed))
            .OfType<(FigureProposal Proposal, int Distance)>()
            .GroupBy(p => (p.Proposal.Metric.Key, p.Proposal.Period))
            .Select(same => same.MinBy(p => p.Distance).Proposal)
            .OrderBy(p => p.Figure.Start)
            .Take(Most)];
    }

    private (FigureProposal Proposal, int Distance)? One(Passage passage, ProseFigure figure, List<Candidate> candidates, DateOnly? filed)
    {
        if (!Unit.TryParse(figure.Unit, out var unit) || unit == Unit.One || (figure.Period ?? passage.Period) is not { End: { } end } stated)
            return null;
        var period = stated.Start is { } start && start <= end ? Period.Between(start, end) : Period.At(end);
        var fitting = candidates.Where(c => c.Metric.Unit == unit && IsOfItsKind(c.Metric, period) && IsOfItsSize(c.Metric, figure)).ToList();
        if (fitting.Count == 0)
            return null;
        var shared = fitting.Select(c => c.Words).Aggregate(new HashSet<string>(fitting[0].Words, StringComparer.Ordinal), (all, words) => { all.IntersectWith(words); return all; });
        var metric = fitting.OrderBy(c => Distance(passage, c.Text, figure, fitting.Count == 1 ? c.Words : [.. c.Words.Except(shared)])).ThenByDescending(c => c.Words.Count).First();
        var distance = Distance(passage, metric.Text, figure, metric.Words);
        if ((distance > Farthest && passage.Doubt != PassageDoubt.HeadedRow) || IsContradicted(metric.Metric, figure, period, unit))
            return null;
        var onFile = FactMatches.OnFile(board.Series.GetValueOrDefault(metric.Metric.Key), period, unit);
        return (new(metric.Metric, period, new(figure.Value, unit), figure, onFile, State(figure, onFile, filed), Known(metric.Metric).Any()), distance);
    }

    /// <summary>A balance is at a day and a flow over days, as the figures are that are on file or tagged in the filing.</summary>
    private bool IsOfItsKind(Metric metric, Period period) => Known(metric).All(k => k.Period.IsInstant == period.IsInstant);

    private bool IsOfItsSize(Metric metric, ProseFigure figure)
    {
        var size = Math.Abs(figure.Value);
        if (size is 0 or >= LeastBesideShares || figure.Text.AsSpan().ContainsAnyInRange('a', 'z'))
            return true;
        var known = Known(metric).Select(k => Math.Abs(k.Value.Amount)).Where(k => k > 0).ToList();
        return known.Count == 0 || known.Min() / LostScale < size;
    }

    /// <summary>The same filing tags another amount for the same period: the sentence speaks of something else.</summary>
    private bool IsContradicted(Metric metric, ProseFigure figure, Period period, Unit unit) =>
        tagged[metric.Key].Any(t => t.Period == period && t.Value.Unit == unit && !Precision.Agree(figure.Value, figure.Decimals, t.Value.Amount, t.Decimals));

    private IEnumerable<(Period Period, Quantity Value)> Known(Metric metric) =>
        (board.Series.GetValueOrDefault(metric.Key)?.Figures.Take(1).Select(f => (f.Period, f.Value)) ?? []).Concat(tagged[metric.Key].Select(t => (t.Period, t.Value)));

    /// <summary>How far the farthest of the words stands from the figure, each at its nearest; one behind the figure counts double, since most sentences name the thing first.</summary>
    private static int Distance(Passage passage, string text, ProseFigure figure, HashSet<string> words)
    {
        var at = figure.Start - passage.Start;
        var nearest = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
                end++;
            if (end > start && TopicWords.Form(text[start..end].ToLowerInvariant()) is var word && words.Contains(word))
            {
                var distance = end <= at ? at - end : 2 * Math.Max(0, start - at - figure.Length);
                nearest[word] = Math.Min(distance, nearest.GetValueOrDefault(word, int.MaxValue));
            }

            start = Math.Max(end, start + 1);
        }

        return nearest.Count == 0 ? passage.Length * 2 : nearest.Values.Max();
    }

    private static MatchState State(ProseFigure figure, BoardFigure? onFile, DateOnly? filed)
    {
        if (onFile is null)
            return MatchState.New;
        if (Precision.Agree(figure.Value, figure.Decimals, onFile.Value.Amount, onFile.Used.Count == 1 ? onFile.Used[0].Decimals : null))
            return MatchState.SameAsOnFile;
        return filed is null || filed > onFile.Published.Date ? MatchState.Restates : MatchState.Differs;
    }

    [GeneratedRegex(@"\bEPS\b|\bper\s+(?:\w+\s+){0,2}(?:share|ADS|ADR|unit)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PerShare();

    /// <param name="Text">The passage as far as it can name the metric.</param>
    private sealed record Candidate(Metric Metric, HashSet<string> Words, string Text);
}
