using System.Globalization;

namespace ThesisBoard.Core.Evidence;

/// <summary>Whether a quote without context would begin or end inside a word or a figure: "0.6 million" does not stand in "30.6 million".</summary>
internal static class TokenEdges
{
    public static bool Begins(string text, int at)
    {
        if (at == 0 || text[at - 1] == ' ' || text[at] == ' ')
            return true;
        var before = text[at - 1];
        return !(IsWord(before) && IsWord(text[at])) && !(IsFigure(text[at]) && (IsFigure(before) || before is '.' or ',' or '-' or '\u2212' or '\u2013' or '+' or '(' or '/'));
    }

    public static bool Ends(string text, int end)
    {
        if (end == text.Length || text[end] == ' ' || text[end - 1] == ' ')
            return true;
        var after = text[end];
        if (IsWord(after) && IsWord(text[end - 1]))
            return false;
        var goesOn = after is '%' or '/' or '-' or '\u2013' || (after is '.' or ',' && end + 1 < text.Length && char.IsDigit(text[end + 1]));
        return !(IsFigure(text[end - 1]) && goesOn);
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;

    private static bool IsFigure(char c) => char.IsDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.CurrencySymbol;
}
