namespace ThesisBoard.Filings.Xbrl;

/// <summary>The namespaces that decide what an element is.</summary>
internal static class Namespaces
{
    /// <summary>Inline XBRL 1.1.</summary>
    public const string Inline11 = "http://www.xbrl.org/2013/inlineXBRL";

    /// <summary>Inline XBRL 1.0.</summary>
    public const string Inline10 = "http://www.xbrl.org/2008/inlineXBRL";

    public const string Instance = "http://www.xbrl.org/2003/instance";
    public const string Linkbase = "http://www.xbrl.org/2003/linkbase";
    public const string Dimensions = "http://xbrl.org/2006/xbrldi";
    public const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";
    public const string Xhtml = "http://www.w3.org/1999/xhtml";
}
