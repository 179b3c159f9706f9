using System.Collections.Frozen;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;
using ThesisBoard.Filings.Passages;

namespace ThesisBoard.Features.Filings;

/// <summary>A criterion that a passage speaks to, and why.</summary>
/// <param name="Because">What in the criterion asks for the topic, in words: "it looks at long-term debt".</param>
public sealed record CriterionMatch(CriterionState Criterion, string Because);

/// <summary>
/// Which criteria a passage speaks to. A criterion asks for a topic by the metrics of its rule (their titles and concepts) or by the words of its title and
/// question. A metric that is narrower than the topic, such as AI revenue, asks only for passages that name what makes it so.
/// </summary>
public sealed class CriterionTopics
{
    private static readonly FrozenSet<string> General = "long short term total net cost expense current proceed change".Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private readonly IReadOnlyList<Asked> asked;

    public CriterionTopics(BoardState board) => asked = [.. board.Criteria.Where(c => c.Contract.Rule is not UnverifiableRule).Select(c => new Asked(c, Subjects(board.Thesis, c), Question(c)))];

    /// <summary>The criteria in the board's order.</summary>
    public IReadOnlyList<CriterionMatch> Of(PassageTopic topic, string passage)
    {
        var words = TopicWords.Of(passage);
        return [.. asked.Select(a => Because(a, topic, words) is { } why ? new CriterionMatch(a.Criterion, why) : null).OfType<CriterionMatch>()];
    }

    /// <summary>The entered metrics that a criterion's rule looks at, those inside formulas included.</summary>
    internal static IReadOnlyList<Metric> Metrics(Thesis thesis, Rule rule)
    {
        var byKey = thesis.Metrics.ToDictionary(m => m.Key, StringComparer.Ordinal);
        var (found, open) = (new List<Metric>(), new Queue<string>(RuleInputs.Of(rule).Metrics));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (open.TryDequeue(out var key))
        {
            if (!seen.Add(key) || !byKey.TryGetValue(key, out var metric))
                continue;
            if (!metric.IsDerived)
                found.Add(metric);
            else if (Formula.TryParse(metric.Formula, out var formula, out _))
                formula.Uses.Select(u => u.Metric).ToList().ForEach(open.Enqueue);
        }

        return found;
    }

    private static string? Because(Asked asked, PassageTopic topic, HashSet<string> passage)
    {
        var isNarrower = false;
        foreach (var subject in asked.Metrics)
        {
            if (TopicWords.Hits(topic, subject.Words).Count == 0)
                continue;
            if (subject.Title.Where(w => !General.Contains(w) && !TopicWords.IsOf(topic, w)).All(passage.Contains))
                return $"it looks at “{subject.Name}”";
            isNarrower = true;
        }

        if (isNarrower)
            return null;
        var hits = TopicWords.Hits(topic, asked.Question);
        return hits.Count > 0 ? $"it asks for “{string.Join(", ", hits)}”" : null;
    }

    private static IReadOnlyList<Subject> Subjects(Thesis thesis, CriterionState criterion) => [.. Metrics(thesis, criterion.Contract.Rule).Select(m =>
        new Subject(m.Title, TopicWords.Of(m.Title), TopicWords.Of(string.Join(' ', m.Concepts.Select(c => c[(c.IndexOf(':', StringComparison.Ordinal) + 1)..]).Append(m.Title)))))];

    private static HashSet<string> Question(CriterionState criterion) => TopicWords.Of($"{criterion.Title} {criterion.Contract.Question}");

    private sealed record Subject(string Name, HashSet<string> Title, HashSet<string> Words);

    private sealed record Asked(CriterionState Criterion, IReadOnlyList<Subject> Metrics, HashSet<string> Question);
}
