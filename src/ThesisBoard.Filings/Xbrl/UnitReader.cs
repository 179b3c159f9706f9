using System.Xml;

namespace ThesisBoard.Filings.Xbrl;

/// <summary>Reads one <c>xbrli:unit</c> (XBRL 2.1, 4.8): a product of measures, or a quotient of two.</summary>
internal static class UnitReader
{
    /// <summary>From the start tag to the end tag of the unit under the cursor.</summary>
    public static Unit Read(XbrlCursor cursor)
    {
        var xml = cursor.Xml;
        var (numerator, denominator) = (new List<string>(), new List<string>());
        var (divided, below) = (false, int.MaxValue);
        if (!xml.IsEmptyElement)
        {
            for (var depth = xml.Depth; cursor.Read() && xml.Depth > depth;)
            {
                if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == below)
                    below = int.MaxValue;
                if (xml.NodeType != XmlNodeType.Element || (object)xml.NamespaceURI != cursor.Instance)
                    continue;
                if (xml.LocalName == "divide")
                    divided = true;
                else if (xml.LocalName == "unitDenominator")
                    below = xml.IsEmptyElement ? int.MaxValue : xml.Depth;
                else if (xml.LocalName == "measure")
                    (below == int.MaxValue ? numerator : denominator).Add(cursor.ReadText());
            }
        }
        var isWhole = numerator.Count > 0 && divided == denominator.Count > 0
            && numerator.Concat(denominator).All(m => m.Length > 0);
        return new Unit(new UnitMeasure(numerator, denominator), isWhole ? null : "its unit has no complete measure");
    }
}
