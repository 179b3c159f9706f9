namespace ThesisBoard.Core.Judging;

/// <summary>What stands on what: formulas on metrics, criteria on one another.</summary>
internal static class Reach
{
    /// <summary>Everything that a name rests on, step by step; the name itself only if it comes back to itself.</summary>
    public static HashSet<string> From(string name, Func<string, IReadOnlyList<string>> restsOn)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(restsOn(name));
        while (open.TryPop(out var next))
        {
            if (!reached.Add(next))
                continue;
            foreach (var further in restsOn(next))
                open.Push(further);
        }

        return reached;
    }
}
