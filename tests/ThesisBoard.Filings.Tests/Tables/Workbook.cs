using System.IO.Compression;
using System.Text;

namespace ThesisBoard.Filings.Tests.Tables;

/// <summary>Writes small workbooks part by part.</summary>
internal static class Workbook
{
    public static byte[] Of(string sheet, string strings = "", string styles = "", string sheetEntry = "<sheet name=\"Debt\" sheetId=\"1\" r:id=\"r1\"/>") => Zip(
        ("[Content_Types].xml", "<Types/>"),
        ("xl/workbook.xml", $"<workbook xmlns:r=\"urn:r\"><sheets>{sheetEntry}</sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
        ("xl/sharedStrings.xml", $"<sst>{strings}</sst>"),
        ("xl/styles.xml", $"<styleSheet>{styles}</styleSheet>"),
        ("xl/worksheets/sheet1.xml", $"<worksheet><sheetData>{sheet}</sheetData></worksheet>"));

    public static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }
        return file.ToArray();
    }
}
