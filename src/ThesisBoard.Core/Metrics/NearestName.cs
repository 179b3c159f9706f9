namespace ThesisBoard.Core.Metrics;

/// <summary>Suggests what a misspelt name was meant to be.</summary>
internal static class NearestName
{
    /// <summary>The name with the fewest edits, when a third of its letters or less would change; the first by alphabet among equals.</summary>
    public static string? To(string misspelt, IEnumerable<string> names) => names
        .Select(name => (Name: name, Edits: Edits(misspelt, name)))
        .Where(candidate => 3 * candidate.Edits <= Math.Max(3, candidate.Name.Length))
        .OrderBy(candidate => candidate.Edits).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();

    /// <summary>The Levenshtein distance: insertions, deletions and replacements.</summary>
    private static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
