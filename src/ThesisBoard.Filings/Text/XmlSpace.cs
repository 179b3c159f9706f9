namespace ThesisBoard.Filings.Text;

/// <summary>White space as XML has it; a no-break space is none.</summary>
internal static class XmlSpace
{
    public const string Characters = " \t\r\n";

    public static string Trim(string text) => text.Trim(' ', '\t', '\r', '\n');
}
