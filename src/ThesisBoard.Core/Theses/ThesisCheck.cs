using ThesisBoard.Core.Evidence;

namespace ThesisBoard.Core.Theses;

/// <summary>The rules that a thesis and its record must keep.</summary>
public static class ThesisCheck
{
    /// <summary>Everything that is wrong, all at once; empty when nothing is.</summary>
    public static IReadOnlyList<Problem> Check(Thesis thesis, Record record) => [];
}
