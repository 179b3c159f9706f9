namespace ThesisBoard.Core.Theses.Checks;

/// <summary>Finds names that depend on themselves.</summary>
internal static class Circle
{
    /// <summary>One circle, with its first name repeated at the end; null when there is none. Names without an entry depend on nothing.</summary>
    public static IReadOnlyList<string>? In(IReadOnlyDictionary<string, List<string>> graph)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in graph.Keys)
        {
            var steps = new Stack<(string Name, int Next)>([(start, 0)]);
            var trail = new List<string> { start };
            while (!done.Contains(start) && steps.TryPop(out var step))
            {
                var next = graph.TryGetValue(step.Name, out var names) && step.Next < names.Count ? names[step.Next] : null;
                if (next is null)
                {
                    done.Add(step.Name);
                    trail.RemoveAt(trail.Count - 1);
                    continue;
                }

                steps.Push((step.Name, step.Next + 1));
                if (trail.IndexOf(next) is >= 0 and var at)
                    return [.. trail[at..], next];
                if (done.Contains(next))
                    continue;
                steps.Push((next, 0));
                trail.Add(next);
            }
        }

        return null;
    }
}
