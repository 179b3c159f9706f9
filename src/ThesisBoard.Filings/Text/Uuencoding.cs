namespace ThesisBoard.Filings.Text;

/// <summary>The old encoding by which EDGAR carries pictures, PDFs and archives inside a submission's text.</summary>
internal static class Uuencoding
{
    /// <summary>Whether the text begins with <c>begin 644 name</c>, perhaps inside a <c>&lt;PDF&gt;</c> wrapper.</summary>
    public static bool IsAt(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        if (text.StartsWith("<PDF>", StringComparison.OrdinalIgnoreCase))
            text = text[5..].TrimStart();
        return text.Length > 9 && text.StartsWith("begin ", StringComparison.Ordinal) && char.IsAsciiDigit(text[6]) && char.IsAsciiDigit(text[7]) && char.IsAsciiDigit(text[8]);
    }
}
