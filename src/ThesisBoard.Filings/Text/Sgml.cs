namespace ThesisBoard.Filings.Text;

/// <summary>EDGAR's SGML around the documents of a submission.</summary>
internal static class Sgml
{
    public const string TextStart = "<TEXT>";
    public const string TextEnd = "</TEXT>";

    private static readonly string[] Starts =
        ["<DOCUMENT>", "<SEC-DOCUMENT>", "<SUBMISSION>", "<SEC-HEADER>", "<IMS-DOCUMENT>", "-----BEGIN PRIVACY-ENHANCED MESSAGE-----"];

    public static bool IsAt(CharSource source) => Starts.Any(source.StartsWith);

    public static bool IsAt(string start) =>
        start.TrimStart('\uFEFF', ' ', '\t', '\r', '\n') is var text && Starts.Any(s => text.StartsWith(s, StringComparison.OrdinalIgnoreCase));

    /// <summary>Moves to the content of the next document; <see langword="false"/> if there is none.</summary>
    public static bool NextText(CharSource source)
    {
        if (!source.SkipTo(TextStart))
            return false;
        source.Take(TextStart.Length);
        SkipWrapper(source);
        return true;
    }

    public static void SkipWrapper(CharSource source)
    {
        source.SkipWhitespace();
        foreach (var tag in (string[])["<XBRL>", "<XML>"])
        {
            if (source.StartsWith(tag))
                source.Take(tag.Length);
            source.SkipWhitespace();
        }
    }
}
