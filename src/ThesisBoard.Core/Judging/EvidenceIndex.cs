using ThesisBoard.Core.Evidence;

namespace ThesisBoard.Core.Judging;

/// <summary>The evidence, newest first, arranged once: what was known on a date is the end of a list, given out as a slice of it.</summary>
internal sealed class EvidenceIndex
{
    private readonly Dictionary<string, EvidenceState> items = new(StringComparer.Ordinal);
    private readonly EvidenceState[] newestFirst;
    private readonly Dictionary<CriterionStance, EvidenceState[]> byStance;

    public EvidenceIndex(IEnumerable<EvidenceItem> evidence, Dictionary<string, Source> sources)
    {
        foreach (var item in evidence.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            if (sources.TryGetValue(item.Source, out var source))
                items.TryAdd(item.Key, new EvidenceState(item, source, item.Grade ?? source.Grade, item.Published ?? source.Published));
        }

        // The items stand by key already, and sorting keeps that order among equals.
        newestFirst = [.. items.Values.OrderByDescending(e => e.Published.Date).ThenByDescending(e => e.Grade)];
        byStance = ByStance();
    }

    /// <summary>All of it, whenever known.</summary>
    public IReadOnlyList<EvidenceState> NewestFirst => newestFirst;

    public EvidenceState? Item(string key) => items.GetValueOrDefault(key);

    /// <summary>What was known on a date.</summary>
    public IReadOnlyList<EvidenceState> KnownOn(DateOnly asOf) => Known(newestFirst, asOf);

    /// <summary>What was known on a date and says this about that criterion.</summary>
    public IReadOnlyList<EvidenceState> KnownOn(DateOnly asOf, CriterionStance stance) =>
        byStance.TryGetValue(stance, out var saying) ? Known(saying, asOf) : [];

    private Dictionary<CriterionStance, EvidenceState[]> ByStance()
    {
        var lists = new Dictionary<CriterionStance, List<EvidenceState>>();
        foreach (var item in newestFirst)
        {
            foreach (var stance in item.Item.Stances)
            {
                if (!lists.TryGetValue(stance, out var list))
                    lists[stance] = list = [];
                if (list is not [.., var last] || !ReferenceEquals(last, item))
                    list.Add(item);
            }
        }

        return lists.ToDictionary(l => l.Key, l => l.Value.ToArray());
    }

    private static IReadOnlyList<EvidenceState> Known(EvidenceState[] newestFirst, DateOnly asOf)
    {
        int low = 0, high = newestFirst.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (newestFirst[middle].Published.IsKnown(asOf))
                high = middle;
            else
                low = middle + 1;
        }

        return low == 0 ? newestFirst : new ArraySegment<EvidenceState>(newestFirst, low, newestFirst.Length - low);
    }
}
