using System.Xml;
using ThesisBoard.Filings.Text;

namespace ThesisBoard.Filings.Xbrl;

/// <summary>Finds the XML documents in what it is given, with or without EDGAR's SGML around them, and reads each by its root.</summary>
internal sealed class ReportReader(ReadBudget budget)
{
    private readonly Report inline = new(budget) { Format = FilingFormat.InlineXbrl };
    private readonly Report instance = new(budget) { Format = FilingFormat.XbrlInstance };
    private bool hasInline;
    private bool hasInstance;
    private string other = "it holds no document of XML";

    public void Read(CharSource source)
    {
        inline.BeginFile();
        instance.BeginFile();
        source.SkipWhitespace();
        if (Sgml.IsAt(source))
            ReadSubmission(source);
        else
            ReadDocument(source, endMarker: null);
    }

    /// <summary>The inline documents, or the instance that EDGAR extracts from them, but never both.</summary>
    public ReadResult Finish()
    {
        if (hasInline)
            return new Resolver(inline).Resolve(FilingFormat.InlineXbrl);
        if (hasInstance)
            return new Resolver(instance).Resolve(FilingFormat.XbrlInstance);
        throw new FilingException(FilingErrorKind.NotFacts, $"No tagged facts: {other}.");
    }

    /// <summary>Every document of a full submission whose text is markup; pictures and archives in it are passed over.</summary>
    private void ReadSubmission(CharSource source)
    {
        while (Sgml.NextText(source))
        {
            if (source.StartsWith("<"))
                ReadDocument(source, Sgml.TextEnd);
            if (!source.SkipTo(Sgml.TextEnd))
                return;
            budget.CheckTime();
        }
    }

    private void ReadDocument(CharSource source, string? endMarker)
    {
        inline.BeginDocument();
        instance.BeginDocument();
        Sgml.SkipWrapper(source);
        using var cursor = new XbrlCursor(source, endMarker, budget);
        var isTagged = false;
        try
        {
            if (!ToRoot(cursor))
                return;
            if (cursor.Xml.LocalName == "xbrl" && (object)cursor.Xml.NamespaceURI == cursor.Instance)
            {
                hasInstance = isTagged = true;
                new InstanceReader(cursor, instance).Read();
            }
            else if (cursor.Xml.LocalName.Equals("html", StringComparison.OrdinalIgnoreCase))
            {
                isTagged = DeclaresInline(cursor);
                using var reader = new InlineReader(cursor, inline);
                reader.Read();
                hasInline |= reader.IsInline;
                other = "it is a web page without inline XBRL";
            }
            else
            {
                other = $"it is XML of another kind, '{cursor.Xml.Name}'";
            }
        }
        catch (XmlException e)
        {
            var error = cursor.Translate(e);
            if (isTagged)
                throw error;
            other = $"it is not XML ({error.Message.TrimEnd('.')})";
        }
    }

    private static bool ToRoot(XbrlCursor cursor)
    {
        while (cursor.Read())
        {
            if (cursor.Xml.NodeType == XmlNodeType.Element)
                return true;
        }
        return false;
    }

    /// <summary>
    /// Loose HTML breaks XML's rules as a matter of course: only where the root declares inline XBRL is that damage to a report.
    /// </summary>
    private static bool DeclaresInline(XbrlCursor cursor)
    {
        var isInline = false;
        while (cursor.Xml.MoveToNextAttribute())
            isInline |= cursor.Xml.Value is Namespaces.Inline11 or Namespaces.Inline10;
        cursor.Xml.MoveToElement();
        return isInline;
    }
}
