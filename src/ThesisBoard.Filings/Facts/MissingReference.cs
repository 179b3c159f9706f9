using System.Globalization;

namespace ThesisBoard.Filings;

/// <summary>What a fact refers to by id.</summary>
public enum ReferenceKind
{
    Context,
    Unit,
    Continuation,
}

/// <summary>An id that facts refer to and that none of the given documents defines.</summary>
/// <param name="Uses">How many facts refer to it.</param>
/// <param name="FirstUse">The first of them.</param>
public sealed record MissingReference(ReferenceKind Kind, string Id, int Uses, Place FirstUse)
{
    internal static string Describe(IReadOnlyList<MissingReference> missing)
    {
        var kinds = missing.GroupBy(m => m.Kind).OrderBy(g => g.Key).Select(g => Count(g.Key, g.Count())).ToList();
        var first = missing[0];
        return $"{string.Join(" and ", kinds)} that this report's facts refer to are not in it (the first is "
            + $"{Name(first.Kind)} '{first.Id}' at {first.FirstUse}): they are in another document of the same report. "
            + "Read its documents together.";
    }

    private static string Count(ReferenceKind kind, int n) =>
        n.ToString(CultureInfo.InvariantCulture) + " " + Name(kind) + (n == 1 ? "" : "s");

    private static string Name(ReferenceKind kind) => kind switch
    {
        ReferenceKind.Context => "context",
        ReferenceKind.Unit => "unit",
        _ => "continuation",
    };
}
