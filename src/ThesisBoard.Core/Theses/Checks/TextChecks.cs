using System.Buffers;
using System.Text.RegularExpressions;

namespace ThesisBoard.Core.Theses.Checks;

/// <summary>Words that people type: length, and no characters that cannot be seen or stored.</summary>
internal static partial class TextChecks
{
    private static readonly SearchValues<char> Unseen = SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(c => char.IsControl(c) && c is not ('\n' or '\t'))]);

    /// <summary>One line that may not be empty.</summary>
    public static void Line(this CheckDesk desk, string text, string path, int most = ThesisCheck.MaxTitle)
    {
        desk.Require(!string.IsNullOrWhiteSpace(text), path, "This is empty. Write a few words.");
        desk.Require(!text.AsSpan().ContainsAny('\n', '\t'), path, "This holds a line break or a tab. Write it on one line.");
        desk.Text(text, path, most);
    }

    /// <summary>Text of several lines that may not be empty.</summary>
    public static void Words(this CheckDesk desk, string text, string path, int most = ThesisCheck.MaxText)
    {
        desk.Require(!string.IsNullOrWhiteSpace(text), path, "This is empty. Write a sentence.");
        desk.Text(text, path, most);
    }

    /// <summary>Text that may be empty.</summary>
    public static void Text(this CheckDesk desk, string text, string path, int most = ThesisCheck.MaxText)
    {
        if (text.Length > most)
            desk.Add(path, FormattableString.Invariant($"This has {text.Length:#,##0} characters; {most:#,##0} are the most. Shorten it."));
        desk.Require(!text.AsSpan().ContainsAny(Unseen), path, "This holds a control character that cannot be seen. Type the text again.");
        desk.Require(IsWhole(text), path, "This holds half a character. Type the text again.");
    }

    /// <summary>An SEC accession number, where one is given.</summary>
    public static void Accession(this CheckDesk desk, string? accession, string path) => desk.Require(
        accession is null || AccessionForm().IsMatch(accession), path,
        "This is not an SEC accession number. It looks like 0001104659-25-117521.");

    private static bool IsWhole(string text)
    {
        var first = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        for (var i = first < 0 ? text.Length : first; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
                return false;
        }

        return true;
    }

    [GeneratedRegex(@"\A[0-9]{10}-[0-9]{2}-[0-9]{6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex AccessionForm();
}
