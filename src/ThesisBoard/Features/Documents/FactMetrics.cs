using ThesisBoard.Core.Metrics;
using ThesisBoard.Features.Filings;
using ThesisBoard.Filings;

namespace ThesisBoard.Features.Documents;

/// <summary>Which facts a thesis's metrics name by their concepts. Where two metrics name one, the first of the thesis has it.</summary>
internal static class FactMetrics
{
    public static IReadOnlyDictionary<Fact, Metric> Of(IReadOnlyList<Fact> facts, IReadOnlyList<Metric> metrics)
    {
        var byConcept = new ConceptFacts(facts);
        var named = new Dictionary<Fact, Metric>(ReferenceEqualityComparer.Instance);
        foreach (var metric in metrics.Where(m => !m.IsDerived))
        {
            foreach (var concept in metric.Concepts)
            {
                if (!ConceptName.TryParse(concept, out var name))
                    continue;
                foreach (var fact in byConcept.Of(name).Facts)
                    named.TryAdd(fact, metric);
            }
        }

        return named;
    }
}
