namespace ThesisBoard.Features.Comments;

/// <summary>Finds who is named in a text: <c>@</c> and a member's whole name. Of two names of which one begins the other, the longer is meant.</summary>
internal static class Mentions
{
    /// <summary>Everybody named, each once. Two members of the same name are both meant: the text cannot tell them apart.</summary>
    public static IReadOnlyList<Mention> Find(string text, IReadOnlyList<Mention> people) =>
        [.. Places(text, people.Select(p => p.Name)).SelectMany(place => people.Where(p => IsSame(p.Name, place.Name))).DistinctBy(p => p.Id)];

    /// <summary>Where names stand, the sign included, from the first to the last.</summary>
    public static IEnumerable<(int Start, int Length, string Name)> Places(string text, IEnumerable<string> names)
    {
        var known = names.Where(n => n.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(n => n.Length).ToList();
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0 && known.Count > 0; at = text.IndexOf('@', at + 1))
        {
            if (at > 0 && char.IsLetterOrDigit(text[at - 1]))
                continue; // the middle of an e-mail address
            if (known.Find(name => Stands(text, at + 1, name)) is { } found)
                yield return (at, found.Length + 1, found);
        }
    }

    private static bool Stands(string text, int start, string name) =>
        string.Compare(text, start, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0
        && (start + name.Length >= text.Length || !char.IsLetterOrDigit(text[start + name.Length]));

    private static bool IsSame(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
