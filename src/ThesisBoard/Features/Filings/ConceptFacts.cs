using ThesisBoard.Core.Metrics;
using ThesisBoard.Filings;

namespace ThesisBoard.Features.Filings;

/// <summary>The facts of one report by concept.</summary>
internal sealed class ConceptFacts
{
    private static readonly HashSet<string> Taxonomies = ["us-gaap", "ifrs-full"];
    private readonly ILookup<string, Fact> byName;

    public ConceptFacts(IReadOnlyList<Fact> facts) => byName = facts.ToLookup(f => f.LocalName, StringComparer.Ordinal);

    /// <summary>The facts that a concept means, in the order of the document; and how many stand there with other dimensions.</summary>
    public (List<Fact> Facts, int Others) Of(ConceptName concept)
    {
        var colon = concept.Name.IndexOf(':', StringComparison.Ordinal);
        var named = byName[concept.Name[(colon + 1)..]].Where(f => IsOf(f, concept.Name[..colon])).ToList();
        var meant = named.Where(f => HasMembers(f, concept.Members)).ToList();
        return (meant, named.Count - meant.Count);
    }

    /// <summary>A taxonomy's namespace decides where one is known: a filer may write any prefix for it. Elsewhere the prefix does.</summary>
    private static bool IsOf(Fact fact, string prefix) => fact.Namespace.Length > 0 && Taxonomies.Contains(prefix)
        ? fact.Namespace.Split('/').Contains(prefix)
        : fact.Name.StartsWith(prefix + ':', StringComparison.Ordinal);

    /// <summary>A fact with dimensions is no total: it counts only for a concept that names its members, all of them.</summary>
    private static bool HasMembers(Fact fact, IReadOnlyList<ConceptMember> members) =>
        fact.Dimensions.Count == members.Count && members.All(m => fact.Dimensions.Any(d => Fits(d, m)));

    private static bool Fits(Dimension dimension, ConceptMember member) =>
        (member.Axis == "*" || member.Axis == dimension.Axis)
        && (member.Member.StartsWith("*:", StringComparison.Ordinal) ? dimension.Member.EndsWith(member.Member[1..], StringComparison.Ordinal) : member.Member == dimension.Member);
}
