using System.Text;
using System.Xml;
using ThesisBoard.Filings.Text;

namespace ThesisBoard.Filings.Tables;

/// <summary>Reads the sheets of an XLSX workbook (ECMA-376) as text: what a cell holds, and what a formula last gave.</summary>
internal sealed class WorkbookReader(WorkbookArchive archive, ReadBudget budget)
{
    private readonly CellBudget cells = new(budget);
    private readonly List<string> strings = [];
    private CellFormats formats = CellFormats.None;

    public static FigureTable Read(BoundedStream stream, ReadBudget budget)
    {
        var bytes = stream.ReadToEnd();
        try
        {
            using var archive = new WorkbookArchive(bytes, budget);
            return new WorkbookReader(archive, budget).Read();
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException or ArgumentException)
        {
            throw new FilingException(FilingErrorKind.Malformed, $"The workbook is damaged: {e.Message}", inner: e);
        }
    }

    private FigureTable Read()
    {
        var targets = Relationships();
        var sheets = new List<(string Name, bool IsHidden, string Path)>();
        var is1904 = false;
        ForEach("xl/workbook.xml", required: true, xml =>
        {
            if (xml.LocalName == "workbookPr")
                is1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName == "sheet" && targets.GetValueOrDefault(RelationshipId(xml)) is { } path)
                sheets.Add((xml.GetAttribute("name") ?? "", xml.GetAttribute("state") is "hidden" or "veryHidden", path));
        });
        if (sheets.Count > budget.Limits.MaxParts)
            throw new FilingException(FilingErrorKind.TooManyParts, $"The workbook has more than {budget.Limits.MaxParts:N0} sheets.");
        formats = CellFormats.Read(this, is1904);
        ForEach("xl/sharedStrings.xml", required: false, xml =>
        {
            if (xml.LocalName != "si")
                return;
            cells.TakeCells(1);
            strings.Add(cells.Take(Text(xml)));
        });
        return new FigureTable(FileKind.Xlsx, [.. sheets.Select(s => new FigureSheet(s.Name, s.IsHidden, Rows(s.Path)))]);
    }

    /// <summary>Calls for every element of a part, in order.</summary>
    public void ForEach(string path, bool required, Action<XmlReader> element)
    {
        using var xml = archive.Open(path);
        if (xml is null)
        {
            if (required)
                throw new FilingException(FilingErrorKind.Malformed, $"The archive has no part '{path}': it is no workbook.");
            return;
        }
        while (xml.Read())
        {
            budget.CountStep();
            if (xml.Depth > budget.Limits.MaxDepth)
                throw new FilingException(FilingErrorKind.TooDeep, $"Elements nest deeper than {budget.Limits.MaxDepth}.");
            if (xml.NodeType == XmlNodeType.Element)
                element(xml);
        }
    }

    private Dictionary<string, string> Relationships()
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        ForEach("xl/_rels/workbook.xml.rels", required: true, xml =>
        {
            if (xml.LocalName == "Relationship" && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
                targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
        });
        return targets;
    }

    private static string RelationshipId(XmlReader xml)
    {
        var id = "";
        while (xml.MoveToNextAttribute())
            id = xml.LocalName == "id" && xml.Prefix.Length > 0 ? xml.Value : id;
        xml.MoveToElement();
        return id;
    }

    private List<IReadOnlyList<string>> Rows(string path)
    {
        var rows = new List<IReadOnlyList<string>>();
        List<string>? row = null;
        ForEach(path, required: false, xml =>
        {
            if (xml.LocalName == "row")
                rows.Add(row = []);
            else if (xml.LocalName == "c" && row is not null)
                ReadCell(xml, row);
        });
        rows.RemoveAll(r => r.All(string.IsNullOrWhiteSpace));
        return rows;
    }

    private void ReadCell(XmlReader xml, List<string> row)
    {
        var column = Column(xml.GetAttribute("r")) ?? row.Count;
        var type = xml.GetAttribute("t") ?? "n";
        var style = xml.GetAttribute("s");
        var text = cells.Take(Value(type, style, xml));
        if (column < row.Count)
            return;
        cells.TakeCells(column - row.Count + 1);
        while (row.Count < column)
            row.Add("");
        row.Add(text);
    }

    private string Value(string type, string? style, XmlReader xml)
    {
        var raw = type == "inlineStr" ? Text(xml) : RawValue(xml);
        return type switch
        {
            "s" => int.TryParse(raw, out var index) && index >= 0 && index < strings.Count ? strings[index] : "",
            "b" => raw == "1" ? "TRUE" : "FALSE",
            "n" => formats.Show(raw, style),
            _ => raw,
        };
    }

    /// <summary>The text of <c>v</c> inside the cell.</summary>
    private string RawValue(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var (depth, value, isValue) = (xml.Depth, "", false);
        while (xml.Read() && xml.Depth > depth)
        {
            budget.CountStep();
            if (xml.NodeType == XmlNodeType.Element)
                isValue = xml.LocalName == "v";
            else if (isValue && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                value += xml.Value;
            else if (xml.NodeType == XmlNodeType.EndElement)
                isValue = false;
        }
        return value;
    }

    /// <summary>The runs of a rich text joined, without the readings that go with East Asian characters.</summary>
    private string Text(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var text = new StringBuilder();
        var (depth, phonetic) = (xml.Depth, int.MaxValue);
        while (xml.Read() && xml.Depth > depth)
        {
            budget.CountStep();
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh" && !xml.IsEmptyElement)
                phonetic = xml.Depth;
            else if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == phonetic)
                phonetic = int.MaxValue;
            else if (xml.Depth < phonetic && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
                text.Append(xml.Value);
        }
        return text.ToString();
    }

    /// <summary>The column of a reference such as <c>BC12</c>, from 0; Excel has 16,384.</summary>
    private static int? Column(string? reference)
    {
        if (reference is null)
            return null;
        var column = 0;
        foreach (var c in reference)
        {
            if (!char.IsAsciiLetterUpper(c))
                break;
            column = column * 26 + (c - 'A' + 1);
            if (column > 16_384)
                throw new FilingException(FilingErrorKind.Malformed, $"The cell reference '{reference[..Math.Min(12, reference.Length)]}' lies outside of any sheet.");
        }
        return column == 0 ? null : column - 1;
    }
}
