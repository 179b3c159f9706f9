using System.Text;
using System.Xml;
using ThesisBoard.Filings.Text;

namespace ThesisBoard.Filings.Xbrl;

/// <summary>
/// A bounded XML reader over one document: no DTD, no resolver, no entity of the file's own, a limit on depth and time,
/// and places in the coordinates of the file as stored.
/// </summary>
internal sealed class XbrlCursor : IDisposable
{
    private const int NodesBetweenTimeChecks = 4096;
    private readonly MarkupText markup;
    private readonly ReadBudget budget;
    private readonly XmlReader reader;
    private readonly IXmlLineInfo lines;
    private readonly Place origin;
    private readonly StringBuilder text = new();
    private int nodes;

    public XbrlCursor(CharSource source, string? endMarker, ReadBudget budget)
    {
        this.budget = budget;
        origin = source.Place;
        markup = new MarkupText(source, endMarker);
        reader = XmlReader.Create(markup, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CheckCharacters = false,
            CloseInput = false,
        });
        lines = (IXmlLineInfo)reader;
        Inline11 = reader.NameTable.Add(Namespaces.Inline11);
        Inline10 = reader.NameTable.Add(Namespaces.Inline10);
        Instance = reader.NameTable.Add(Namespaces.Instance);
    }

    /// <summary>Atomized, so that comparing by reference is enough.</summary>
    public string Inline11 { get; }
    public string Inline10 { get; }
    public string Instance { get; }

    public XmlReader Xml => reader;

    public Place Place => At(lines.LineNumber, lines.LinePosition);

    public bool Read()
    {
        if (!reader.Read())
            return false;
        if (reader.NodeType == XmlNodeType.Element && reader.Depth >= budget.Limits.MaxDepth)
            throw new FilingException(FilingErrorKind.TooDeep, $"Elements nest deeper than {budget.Limits.MaxDepth}.", Place);
        if (++nodes % NodesBetweenTimeChecks == 0)
            budget.CheckTime();
        return true;
    }

    /// <summary>The text of the current element and of what is inside it, trimmed; ends on its end tag.</summary>
    public string ReadText()
    {
        text.Clear();
        if (reader.IsEmptyElement)
            return "";
        for (var depth = reader.Depth; Read() && reader.Depth > depth;)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                text.Append(reader.Value);
        }
        return text.ToString().Trim();
    }

    /// <summary>The attribute without prefix, trimmed, or empty.</summary>
    public string Attribute(string name) => reader.GetAttribute(name)?.Trim() ?? "";

    /// <summary>The namespace of a QName's prefix in scope here; <see langword="null"/> where none is declared.</summary>
    public string? NamespaceOf(string qualifiedName)
    {
        var colon = qualifiedName.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? reader.LookupNamespace("") ?? "" : reader.LookupNamespace(qualifiedName[..colon]);
    }

    public void Dispose() => reader.Dispose();

    private Place At(int line, int column) =>
        new(origin.Line + line - 1, line == 1 ? origin.Column + column - 1 : column, origin.Document);

    /// <summary>What an error of the XML reader means, at its place in the file. Values are parsed late, so any access may throw it.</summary>
    public FilingException Translate(XmlException e)
    {
        var place = At(e.LineNumber, e.LinePosition);
        if (markup.UndeclaredEntities.FirstOrDefault(n => e.Message.Contains($"'{n}'", StringComparison.Ordinal)) is { } entity)
        {
            return new FilingException(
                FilingErrorKind.UndeclaredEntity,
                $"The entity '&{entity};' is none of XML or XHTML; entities that a file declares itself are not expanded.",
                place,
                e);
        }
        var end = e.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
        return new FilingException(FilingErrorKind.Malformed, "Not well-formed: " + (end < 0 ? e.Message : e.Message[..end]), place, e);
    }
}
