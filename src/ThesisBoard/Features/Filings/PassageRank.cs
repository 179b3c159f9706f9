using System.Collections.Frozen;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Filings.Passages;

namespace ThesisBoard.Features.Filings;

/// <summary>
/// Under which criterion a passage stands, and which are worth a person's look first: sentences before rows of tables; what offers a figure of the criterion,
/// what has a figure at all, and what holds more of the criterion's own words, before others; what was done before what is meant.
/// </summary>
internal sealed class PassageRank(BoardState board)
{
    private readonly FrozenDictionary<string, IReadOnlyList<Metric>> metrics =
        board.Criteria.ToFrozenDictionary(c => c.Key, c => CriterionTopics.Metrics(board.Thesis, c.Contract.Rule), StringComparer.Ordinal);

    /// <summary>An open criterion before one that is closed, then one whose figure the passage offers, else the first that it speaks to.</summary>
    public CriterionState? Home(PassageFinding passage) =>
        passage.Criteria.Select(c => c.Match.Criterion).OrderBy(c => !c.IsOpen).ThenBy(c => !Offers(passage, c)).FirstOrDefault();

    public static bool IsRow(Passage passage) => passage.Doubt is PassageDoubt.HeadedRow or PassageDoubt.TableRow;

    /// <summary>The best first; equals stay in their order.</summary>
    public IEnumerable<PassageFinding> Best(IEnumerable<PassageFinding> passages) =>
        passages.OrderBy(p => IsRow(p.Passage)).ThenByDescending(Weight).ThenBy(p => p.Passage.Doubt);

    /// <summary>Whether the cash lasts is said in words: "substantial doubt" weighs more than an amount beside it.</summary>
    private int Weight(PassageFinding passage)
    {
        var said = passage.Topics.Contains(PassageTopic.Liquidity) ? 4 : passage.Passage.Figures.Any(f => f.Unit.Length > 0) ? 2 : 0;
        return Home(passage) is { } home ? said + (Offers(passage, home) ? 2 : 0) + Math.Min(2, TopicWords.Of(passage.Passage.Text).Count(Own(home).Contains)) : said;
    }

    private bool Offers(PassageFinding passage, CriterionState criterion) => passage.Proposals.Any(p => metrics[criterion.Key].Contains(p.Metric));

    private HashSet<string> Own(CriterionState criterion) => TopicWords.Of(string.Join(' ', metrics[criterion.Key].Select(m => m.Title).Append(criterion.Title)));
}
