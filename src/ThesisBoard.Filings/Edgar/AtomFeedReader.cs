using System.Globalization;
using System.Xml;
using ThesisBoard.Filings.Text;

namespace ThesisBoard.Filings.Edgar;

/// <summary>Reads EDGAR's Atom feeds. No DTD, no entity of the file's own, nothing fetched.</summary>
public static class AtomFeedReader
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string AccessionMark = "accession-number=";

    /// <exception cref="FilingException">The content is one of the SEC's error bodies, damaged, no feed, or passes a bound.</exception>
    public static AtomFeed Read(Stream content, ReadLimits? limits = null, CancellationToken cancellation = default)
    {
        var budget = new ReadBudget(limits ?? ReadLimits.Default, cancellation);
        var stream = new BoundedStream(content, budget);
        var kind = FileKinds.Of(stream.Peek());
        if (kind != FileKind.Xml)
            throw new FilingException(FilingErrorKind.Unsupported, $"{FileKinds.Describe(kind)} came where a feed belongs.");
        using var xml = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        });
        try
        {
            return Read(xml, budget);
        }
        catch (XmlException e)
        {
            throw new FilingException(FilingErrorKind.Malformed, "The feed is not well-formed, or has a DTD.", new Place(e.LineNumber, e.LinePosition), e);
        }
    }

    private static AtomFeed Read(XmlReader xml, ReadBudget budget)
    {
        if (xml.MoveToContent() != XmlNodeType.Element || xml.LocalName != "feed" || xml.NamespaceURI != Atom)
            throw new FilingException(FilingErrorKind.Unsupported, $"This is XML of another kind, '{xml.Name}', and no feed.");
        var filings = new List<AtomFiling>();
        var company = new Dictionary<string, string>(StringComparer.Ordinal);
        var entry = company;
        while (ReadOn(xml, budget))
        {
            if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "entry" })
            {
                filings.Add(Filing(entry));
                entry = company;
            }
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (filings.Count >= budget.Limits.MaxParts)
                throw new FilingException(FilingErrorKind.TooManyItems, $"The feed has more than {budget.Limits.MaxParts:N0} entries.");
            if (xml.LocalName == "entry" && !xml.IsEmptyElement)
                entry = new Dictionary<string, string>(StringComparer.Ordinal);
            else
                ReadField(xml, entry, budget);
        }
        return new AtomFeed(
            JsonText.Cik(company.GetValueOrDefault("cik", "")) ?? "",
            company.GetValueOrDefault("conformed-name", ""),
            filings);
    }

    private static bool ReadOn(XmlReader xml, ReadBudget budget)
    {
        budget.CountStep();
        if (!xml.Read())
            return false;
        if (xml.Depth > budget.Limits.MaxDepth)
            throw new FilingException(FilingErrorKind.TooDeep, $"Elements nest deeper than {budget.Limits.MaxDepth}.");
        return true;
    }

    /// <summary>Keeps the text of an element without elements in it, by its name; the first of several counts.</summary>
    private static void ReadField(XmlReader xml, Dictionary<string, string> fields, ReadBudget budget)
    {
        var name = xml.LocalName;
        if (name == "link")
            fields.TryAdd("href", xml.GetAttribute("href") ?? "");
        else if (name == "category")
            fields.TryAdd("term", xml.GetAttribute("term") ?? "");
        if (xml.IsEmptyElement || name is not ("accession-number" or "filing-date" or "filing-href" or "filing-type" or "id" or "title" or "updated" or "summary" or "cik" or "conformed-name"))
            return;
        var depth = xml.Depth;
        var text = "";
        while (ReadOn(xml, budget) && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && text.Length == 0)
                text = xml.Value;
        }
        fields.TryAdd(name, ReadableText.Clean(text));
    }

    private static AtomFiling Filing(Dictionary<string, string> fields)
    {
        var id = fields.GetValueOrDefault("id", "");
        var mark = id.IndexOf(AccessionMark, StringComparison.Ordinal);
        return new AtomFiling(
            fields.GetValueOrDefault("accession-number") ?? (mark < 0 ? "" : id[(mark + AccessionMark.Length)..]),
            fields.GetValueOrDefault("filing-type") ?? fields.GetValueOrDefault("term", ""),
            SubmissionsReader.Day(fields.GetValueOrDefault("filing-date", "")) ?? FiledIn(fields.GetValueOrDefault("summary", "")),
            DateTimeOffset.TryParse(fields.GetValueOrDefault("updated"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var updated)
                ? updated.UtcDateTime
                : null,
            fields.GetValueOrDefault("title", ""),
            fields.GetValueOrDefault("filing-href") ?? fields.GetValueOrDefault("href", ""));
    }

    /// <summary>The feed of all filers writes the day into a summary of HTML: <c>&lt;b&gt;Filed:&lt;/b&gt; 2026-04-01</c>.</summary>
    private static DateOnly? FiledIn(string summary)
    {
        var at = summary.IndexOf("Filed:", StringComparison.Ordinal);
        var digit = at < 0 ? -1 : summary.AsSpan(at).IndexOfAnyInRange('0', '9');
        return digit < 0 ? null : SubmissionsReader.Day(summary[(at + digit)..]);
    }
}
