using System.Text;
using ThesisBoard.Filings.Html;

namespace ThesisBoard.Filings.Text;

/// <summary>Text as it is kept for reading: single spaces, no character that nobody sees, no half of a pair.</summary>
internal static class ReadableText
{
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
                clean.Append(clean.Length > 0 && clean[^1] != ' ' ? " " : "");
            else if (!rune.IsBmp || !HtmlText.IsInvisible((char)rune.Value))
                clean.Append(rune.ToString());
        }
        return clean.ToString().TrimEnd();
    }
}
