using System.Text;
using System.Xml;

namespace ThesisBoard.Filings.Xbrl;

/// <summary>Reads a plain XBRL 2.1 instance in one forward pass. Tuples are passed through: their items are facts like others.</summary>
internal sealed class InstanceReader(XbrlCursor cursor, Report report)
{
    private readonly StringBuilder text = new();

    /// <summary>From the root's start tag to its end tag.</summary>
    public void Read()
    {
        var xml = cursor.Xml;
        if (xml.IsEmptyElement)
            return;
        while (cursor.Read() && xml.Depth > 0)
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if ((object)xml.NamespaceURI == cursor.Instance)
                ReadResource();
            else if (xml.NamespaceURI != Namespaces.Linkbase && xml.GetAttribute("contextRef") is not null)
                ReadItem();
        }
    }

    private void ReadResource()
    {
        var id = cursor.Attribute("id");
        if (cursor.Xml.LocalName == "context")
            report.Add(id, new ContextReader(cursor).Read(), cursor.Place);
        else if (cursor.Xml.LocalName == "unit")
            report.Add(id, UnitReader.Read(cursor), cursor.Place);
    }

    private void ReadItem()
    {
        var fact = report.Add(FactReader.Instance(cursor));
        var xml = cursor.Xml;
        text.Clear();
        if (!xml.IsEmptyElement)
        {
            for (var depth = xml.Depth; cursor.Read() && xml.Depth > depth;)
            {
                if (xml.NodeType == XmlNodeType.Element)
                    fact.Problem = xml.LocalName is "numerator" or "denominator" ? FactReader.FractionProblem : "it holds elements, which no item may";
                else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                    text.Append(xml.Value);
            }
        }
        fact.Text = text.ToString();
        report.TakeText(fact.Text.Length, fact.Place);
    }
}
