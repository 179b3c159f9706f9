using System.Text;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Judging;

/// <summary>Finds what criteria rest on. Each item is hashed once, however many criteria it carries.</summary>
internal sealed class BasisBook(Thesis thesis, Record record)
{
    private readonly Dictionary<(BasisKind Kind, string Key), BasisItem> known = [];
    private readonly Dictionary<string, Criterion> criteria = First(thesis.Criteria, c => c.Key);
    private readonly Dictionary<string, Metric> metrics = First(thesis.Metrics, m => m.Key);
    private readonly Dictionary<string, EvidenceItem> evidence = First(record.Evidence, e => e.Key);
    private readonly Dictionary<string, Source> sources = First(record.Sources, s => s.Key);
    private readonly ILookup<string, Observation> observations = record.Observations.ToLookup(o => o.Metric, StringComparer.Ordinal);
    private readonly ILookup<string, EvidenceItem> stances =
        record.Evidence.SelectMany(e => e.Stances.Select(s => (s.Criterion, Item: e))).ToLookup(s => s.Criterion, s => s.Item, StringComparer.Ordinal);

    private readonly ILookup<string, Proof> proofs = record.Proofs.ToLookup(p => p.Milestone, StringComparer.Ordinal);
    private readonly ILookup<string, Judgement> judgements = record.Judgements.ToLookup(j => j.Criterion, StringComparer.Ordinal);
    private readonly FormulaBook formulas = new(First(thesis.Metrics, m => m.Key));

    public ReviewBasis? Of(string criterion)
    {
        if (!criteria.ContainsKey(criterion))
            return null;
        var all = Reach.From(criterion, key => criteria.TryGetValue(key, out var part) ? Inputs(part).Criteria : []);
        return new(all.Append(criterion).Where(criteria.ContainsKey).SelectMany(key => Items(criteria[key])));
    }

    /// <summary>The versions that judge: a draft beside sealed ones does not. When and by whom one was sealed changes nothing of what it says.</summary>
    private static IEnumerable<Contract> Judging(Criterion criterion)
    {
        var isSealed = criterion.IsSealed;
        return criterion.Contracts.Where(c => !isSealed || c.Seal is not null).Select(c => c with { Seal = null });
    }

    private static RuleInputs Inputs(Criterion criterion) => RuleInputs.Of(Judging(criterion).Select(c => c.Rule));

    private IEnumerable<BasisItem> Items(Criterion criterion)
    {
        var inputs = Inputs(criterion);
        yield return Item(BasisKind.Contract, criterion.Key, Judging(criterion).ToList());
        if (thesis.Line is { } line && Judging(criterion).Any(c => c.Deadline?.WithLine == true))
            yield return Item(BasisKind.Line, "only", line);
        foreach (var key in inputs.Metrics.SelectMany(formulas.Closure).Concat(inputs.Metrics).Distinct())
        {
            if (metrics.TryGetValue(key, out var metric))
                yield return Item(BasisKind.Metric, key, metric with { Title = "", Note = "", Concepts = [] });
            foreach (var item in observations[key].SelectMany(o => Read(Item(BasisKind.Observation, o.Key, o), o.Source)))
                yield return item;
        }

        var cited = stances[criterion.Key].ToList();
        foreach (var judgement in judgements[criterion.Key])
        {
            yield return Item(BasisKind.Judgement, judgement.Key, judgement);
            cited.AddRange(judgement.Evidence.Where(evidence.ContainsKey).Select(key => evidence[key]));
        }

        foreach (var proof in inputs.Milestones.SelectMany(m => proofs[m]))
        {
            yield return Item(BasisKind.Proof, $"{proof.Milestone}/{proof.Element}/{proof.Evidence}", proof);
            if (evidence.TryGetValue(proof.Evidence, out var by))
                cited.Add(by);
        }

        foreach (var item in cited.SelectMany(e => Read(Item(BasisKind.Evidence, e.Key, e), e.Source)))
            yield return item;
    }

    /// <summary>An item with the source that gives it its grade and its date.</summary>
    private IEnumerable<BasisItem> Read(BasisItem item, string source) =>
        sources.TryGetValue(source, out var read) ? [item, Item(BasisKind.Source, source, read)] : [item];

    private BasisItem Item<T>(BasisKind kind, string key, T content)
    {
        if (!known.TryGetValue((kind, key), out var item))
            known[(kind, key)] = item = new(kind, key, Sha256.Of(Encoding.UTF8.GetBytes(ThesisJson.Write(content))));
        return item;
    }

    private static Dictionary<string, T> First<T>(IEnumerable<T> items, Func<T, string> keyOf)
    {
        var first = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in items)
            first.TryAdd(keyOf(item), item);
        return first;
    }
}
