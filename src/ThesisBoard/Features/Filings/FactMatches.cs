using System.Globalization;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Filings;

namespace ThesisBoard.Features.Filings;

/// <summary>
/// Which facts of a report belong to a thesis's metrics, and how they stand to what is on file. Pure; nothing enters the record here.
/// Tags die, so of a metric's concepts the one with the newest period counts. A fact with dimensions is no total, nil is not zero, and a quarter that is
/// derived from year-to-date figures says so.
/// </summary>
public static class FactMatches
{
    /// <param name="report">The facts.</param>
    /// <param name="board">The board as of the day of reading: its metrics and what is on file.</param>
    /// <param name="filed">When the report was filed; a report that is not newer than the figure on file does not restate it.</param>
    public static MatchedFacts Of(ReadResult report, BoardState board, DateOnly? filed)
    {
        var concepts = new ConceptFacts(report.Facts);
        var (matches, leftOut) = (new List<FactMatch>(), new List<FactLeftOut>());
        foreach (var metric in board.Thesis.Metrics.Where(m => m.Concepts.Count > 0))
        {
            var found = metric.Concepts.Select(c => Read(metric, c, concepts, report.Format, leftOut)).OfType<ConceptFigures>().ToList();
            if (found.Count == 0)
                continue;
            var newest = found.Max(f => f.Newest);
            var series = board.Series.GetValueOrDefault(metric.Key);
            matches.AddRange(Matches(metric, found.First(f => f.Newest == newest), series, filed));
        }

        var order = board.Thesis.Metrics.Select((m, i) => (m.Key, i)).ToDictionary(p => p.Key, p => p.i, StringComparer.Ordinal);
        return new([.. matches.OrderByDescending(m => m.Period.End).ThenBy(m => order[m.Metric.Key]).ThenBy(m => m.Period.Days).ThenBy(m => m.Value.Unit.Text, StringComparer.Ordinal)], leftOut);
    }

    private static ConceptFigures? Read(Metric metric, string name, ConceptFacts concepts, FilingFormat format, List<FactLeftOut> leftOut)
    {
        if (!ConceptName.TryParse(name, out var concept))
            return null;
        var (facts, others) = concepts.Of(concept);
        var nils = facts.Count(f => f.IsNil);
        if (nils > 0)
            leftOut.Add(new(metric, name, string.Create(CultureInfo.InvariantCulture, $"{nils} of its facts are nil: the filing leaves them open, which is not zero.")));
        if (facts.Count == 0 && others > 0 && metric.Concepts.All(c => c == name || !c.StartsWith(concept.Name + '|', StringComparison.Ordinal)))
            leftOut.Add(new(metric, name, string.Create(CultureInfo.InvariantCulture, $"All {others} of its facts are parts by member, and a part is no total.")));
        var figures = Figures(facts.Where(f => !f.IsNil), format, reason => leftOut.Add(new(metric, name, reason)));
        return figures.Count == 0 ? null : new(concept, figures, figures.Max(f => f.Period.End));
    }

    /// <summary>One figure a period and unit: of repeats the most precise, of a company's history the last. Where two contradict one another, none.</summary>
    private static List<TaggedFigure> Figures(IEnumerable<Fact> facts, FilingFormat format, Action<string> leaveOut)
    {
        var figures = new Dictionary<(Period, Unit), TaggedFigure>();
        var doubled = new HashSet<(Period, Unit)>();
        foreach (var fact in facts)
        {
            if (TaggedFigure.Of(fact) is not { } figure)
            {
                leaveOut($"'{fact.RawText}' at {fact.Place} has a unit, a period or a size that the board cannot hold.");
                continue;
            }

            var key = (figure.Period, figure.Value.Unit);
            if (!figures.TryGetValue(key, out var other) || format == FilingFormat.CompanyFacts || (figure.Agrees(other) && figure.IsFiner(other)))
                figures[key] = figure;
            else if (!figure.Agrees(other) && doubled.Add(key))
                leaveOut($"Two values stand for {figure.Period}: '{other.Fact.RawText}' at {other.Fact.Place} and '{fact.RawText}' at {fact.Place}.");
        }

        foreach (var key in doubled)
            figures.Remove(key);
        return [.. figures.Values];
    }

    private static IEnumerable<FactMatch> Matches(Metric metric, ConceptFigures found, Series? series, DateOnly? filed)
    {
        foreach (var figure in found.Figures.Concat(Quarters.Derived(found.Figures, series)))
        {
            var onFile = OnFile(series, figure.Period, figure.Value.Unit);
            yield return new()
            {
                Metric = metric,
                Concept = found.Concept,
                Period = figure.Period,
                Value = figure.Value,
                Decimals = figure.Decimals,
                Fact = figure.Fact,
                Less = figure.Less,
                OnFile = onFile,
                State = onFile is null ? MatchState.New : State(figure, onFile, filed),
            };
        }
    }

    internal static Figure? OnFile(Series? series, Period period, Unit unit) =>
        series?.Figures.Concat(series.OtherCurrencies).FirstOrDefault(f => f.Period == period && f.Value.Unit == unit);

    private static MatchState State(TaggedFigure figure, Figure onFile, DateOnly? filed)
    {
        if (Precision.Agree(figure.Value.Amount, figure.Decimals, onFile.Value.Amount, onFile.Used.Count == 1 ? onFile.Used[0].Decimals : null))
            return MatchState.SameAsOnFile;
        var isNewer = filed is null || filed > onFile.Published.Date;
        return isNewer && onFile.Grade >= Grade.CompanyRelease && !figure.IsDerived ? MatchState.Restates : MatchState.Differs;
    }

    private sealed record ConceptFigures(ConceptName Concept, IReadOnlyList<TaggedFigure> Figures, DateOnly Newest);
}
