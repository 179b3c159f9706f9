using System.Globalization;
using System.Xml;

namespace ThesisBoard.Filings.Xbrl;

/// <summary>Reads one <c>xbrli:context</c> (XBRL 2.1, 4.7, and XBRL Dimensions 1.0).</summary>
internal sealed class ContextReader(XbrlCursor cursor)
{
    private readonly List<Dimension> dimensions = [];
    private EntityId entity;
    private DateOnly? start;
    private DateOnly? end;
    private bool isInstant;
    private bool isForever;
    private string? problem;

    /// <summary>From the start tag to the end tag of the context under the cursor.</summary>
    public Context Read()
    {
        dimensions.Clear();
        (entity, start, end, isInstant, isForever, problem) = (default, null, null, false, false, null);
        var xml = cursor.Xml;
        var container = int.MaxValue;
        if (!xml.IsEmptyElement)
        {
            for (var depth = xml.Depth; cursor.Read() && xml.Depth > depth;)
            {
                if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == container)
                    container = int.MaxValue;
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                if (xml.Depth > container)
                    ReadDimension();
                else if (IsContainer())
                    container = xml.IsEmptyElement ? int.MaxValue : xml.Depth;
                else
                    ReadPart();
            }
        }
        return new Context(entity, Period(), [.. dimensions], problem);
    }

    private bool IsContainer() =>
        (object)cursor.Xml.NamespaceURI == cursor.Instance && cursor.Xml.LocalName is "segment" or "scenario";

    private void ReadPart()
    {
        if ((object)cursor.Xml.NamespaceURI != cursor.Instance)
            return;
        switch (cursor.Xml.LocalName)
        {
            case "identifier":
                entity = new EntityId(cursor.Attribute("scheme"), cursor.ReadText());
                break;
            case "instant":
                (end, isInstant) = (Day(isEnd: true), true);
                break;
            case "startDate":
                start = Day(isEnd: false);
                break;
            case "endDate":
                end = Day(isEnd: true);
                break;
            case "forever":
                isForever = true;
                break;
        }
    }

    private void ReadDimension()
    {
        var xml = cursor.Xml;
        var axis = cursor.Attribute("dimension");
        if (xml.NamespaceURI != Namespaces.Dimensions)
            Add(xml.Name, cursor.ReadText(), DimensionKind.Other);
        else if (xml.LocalName == "explicitMember")
            Add(axis, cursor.ReadText(), DimensionKind.Explicit);
        else if (xml.LocalName == "typedMember")
            Add(axis, cursor.ReadText(), DimensionKind.Typed);
    }

    private void Add(string axis, string member, DimensionKind kind)
    {
        if (axis.Length == 0 || (kind == DimensionKind.Explicit && member.Length == 0))
            problem ??= "its context has a dimension without axis or member";
        else
            dimensions.Add(new Dimension(axis, member, kind));
    }

    private FactPeriod Period()
    {
        if (problem is not null || isForever)
            return FactPeriod.Forever;
        if (end is { } instant && isInstant)
            return FactPeriod.Instant(instant);
        if (end is { } last && start is { } first)
            return FactPeriod.Duration(first, last);
        problem = "its context has no complete period";
        return FactPeriod.Forever;
    }

    /// <summary>A date, or a date and time: XBRL counts an end at 00:00 as the end of the day before, and a start at 24:00 as that of the next.</summary>
    private DateOnly? Day(bool isEnd)
    {
        var text = cursor.ReadText();
        var hasTime = text.Contains('T', StringComparison.Ordinal);
        if (text.Length < 10
            || !DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || (text.Length > 10 && text[10] is not ('T' or 'Z' or '+' or '-')))
        {
            problem ??= $"its context has the date '{text}', which is none";
            return null;
        }
        if (!isEnd && hasTime && text.AsSpan(11).StartsWith("24:00:00") && day < DateOnly.MaxValue)
            return day.AddDays(1);
        return isEnd && hasTime && text.AsSpan(11).StartsWith("00:00:00") && day > DateOnly.MinValue ? day.AddDays(-1) : day;
    }
}
