using ThesisBoard.Core.Charts;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Boards;

namespace ThesisBoard.Features.Reports;

/// <summary>A source as the report cites it, by its number.</summary>
public sealed record CitedSource(int Number, Source Source);

/// <summary>A criterion with the numbers of the sources that its standing rests on.</summary>
public sealed record ReportedCriterion(CriterionState State, IReadOnlyList<int> Sources);

/// <summary>A piece of evidence that speaks to what decides the verdict, with the number of its source.</summary>
/// <param name="About">The criteria that it speaks to, of those that decide.</param>
public sealed record ReportedEvidence(EvidenceState State, int Source, IReadOnlyList<(CriterionState Criterion, Stance Stance)> About);

/// <summary>What a report says beyond the board state: what decides the verdict, the evidence and charts of that, and every source that it cites, by number.</summary>
public sealed class ThesisReport
{
    /// <summary>What fits beside the rest on two pages.</summary>
    private const int MostEvidence = 5, EvidenceEach = 2, MostCharts = 2, HighestChart = 300, SourcesEach = 3;
    private readonly Dictionary<string, CitedSource> cited = new(StringComparer.Ordinal);

    private ThesisReport(BoardState board)
    {
        Board = board;
        Deciding = Decides(board);
        Criteria = [.. board.Criteria.Select(c => new ReportedCriterion(c, [.. Grounds(c).Select(Cite).Distinct().Order()]))];
        Evidence = [.. Spoken().Take(MostEvidence).Select(e => new ReportedEvidence(e, Cite(e.Source), About(e)))];
        Charts = [.. Troubling.Concat(Deciding).Select(c => BoardCharts.For(board, c)).Concat(BoardCharts.Of(board)).OfType<ChartModel>()
            .DistinctBy(c => c.Key).Where(c => new ChartLayout(c).Height <= HighestChart).Take(MostCharts)];
    }

    public BoardState Board { get; }

    /// <summary>The legs of the line, and what is broken: what the verdict is made of.</summary>
    public IReadOnlyList<CriterionState> Deciding { get; }

    public IReadOnlyList<ReportedCriterion> Criteria { get; }

    /// <summary>The strongest evidence for and against what decides; exact words before claims of our own.</summary>
    public IReadOnlyList<ReportedEvidence> Evidence { get; }

    public IReadOnlyList<ChartModel> Charts { get; }

    /// <summary>What is still open, with the longest silence first.</summary>
    public IReadOnlyList<CriterionState> Open => [.. Board.Criteria.Where(c => c.IsOpen).OrderByDescending(c => c.OverdueDays)];

    public IReadOnlyList<CitedSource> Sources => [.. cited.Values.OrderBy(s => s.Number)];

    public static ThesisReport Of(BoardState board) => new(board);

    private static CriterionState[] Decides(BoardState board)
    {
        CriterionState[] deciding = [.. (board.Line?.Legs ?? []).Concat(board.Criteria.Where(c => c is { Standing: Standing.Broken, Counts: true })).DistinctBy(c => c.Key)];
        return deciding.Length > 0 ? deciding : [.. board.Criteria.Where(c => c.Standing == Standing.Strained)];
    }

    /// <summary>What is broken, then what is strained: their charts go before those of legs that are met, as there is room for few.</summary>
    private IEnumerable<CriterionState> Troubling =>
        Board.Criteria.Where(c => c is { Counts: true, Standing: Standing.Broken or Standing.Strained }).OrderBy(c => c.Standing != Standing.Broken);

    /// <summary>The sources of the figures that were compared; where none were, those of the strongest evidence.</summary>
    private IEnumerable<Source> Grounds(CriterionState criterion)
    {
        var figures = criterion.Rule.Used.SelectMany(f => f.Used).Select(o => Board.Sources.GetValueOrDefault(o.Source)).OfType<Source>();
        var evidence = EvidenceSearch.Sort([.. criterion.Supporting, .. criterion.Contradicting, .. criterion.Context], EvidenceSort.Strongest).Select(e => e.Source);
        return (criterion.Rule.Used.Count > 0 ? figures : evidence).DistinctBy(s => s.Key).Take(SourcesEach);
    }

    /// <summary>What takes a side, in turn from each criterion, so that one with much evidence leaves room for the others.</summary>
    private IEnumerable<EvidenceState> Spoken() => Deciding
        .SelectMany(c => EvidenceSearch.Sort([.. c.Supporting, .. c.Contradicting], EvidenceSort.Strongest)
            .OrderByDescending(e => e.Item.Quote.Length > 0).Take(EvidenceEach).Select((e, place) => (e, place)))
        .OrderBy(x => x.place).Select(x => x.e).DistinctBy(e => e.Item.Key);

    private (CriterionState Criterion, Stance Stance)[] About(EvidenceState evidence) =>
        [.. from criterion in Deciding from stance in evidence.Item.Stances where stance.Criterion == criterion.Key && stance.Stance != Stance.Context select (criterion, stance.Stance)];

    private int Cite(Source source)
    {
        if (!cited.TryGetValue(source.Key, out var known))
            cited[source.Key] = known = new(cited.Count + 1, source);
        return known.Number;
    }
}
