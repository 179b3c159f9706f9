using System.Globalization;
using System.Text;

namespace ThesisBoard.Filings.Tests.Pdf;

/// <summary>Writes small PDFs: objects in order from 1, the catalogue first, with a true cross-reference table.</summary>
internal sealed class PdfFile
{
    private readonly List<byte[]> objects = [];

    /// <summary>Pages with these drawing operations, in a font that every reader has.</summary>
    public static byte[] Pages(params string[] contents)
    {
        var file = new PdfFile();
        var kids = string.Join(' ', Enumerable.Range(0, contents.Length).Select(i => $"{4 + i * 2} 0 R"));
        file.Add("<< /Type /Catalog /Pages 2 0 R >>");
        file.Add($"<< /Type /Pages /Kids [{kids}] /Count {contents.Length} >>");
        file.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        for (var i = 0; i < contents.Length; i++)
        {
            file.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + i * 2} 0 R >>");
            file.AddStream("", Encoding.Latin1.GetBytes(contents[i]));
        }
        return file.ToBytes();
    }

    /// <summary>Operations that draw a text at a place.</summary>
    public static string Draw(string text, double x, double y) =>
        string.Create(CultureInfo.InvariantCulture, $"BT /F1 10 Tf {x} {y} Td ({text}) Tj ET\n");

    public void Add(string content) => objects.Add(Encoding.Latin1.GetBytes(content));

    public void AddStream(string entries, byte[] content) =>
        objects.Add([.. Encoding.Latin1.GetBytes($"<< {entries} /Length {content.Length} >>\nstream\n"), .. content, .. "\nendstream"u8]);

    public byte[] ToBytes(string trailerEntries = "")
    {
        using var file = new MemoryStream();
        var places = new List<long>();
        file.Write("%PDF-1.4\n"u8);
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(file.Position);
            file.Write([.. Encoding.Latin1.GetBytes($"{i + 1} 0 obj\n"), .. objects[i], .. "\nendobj\n"u8]);
        }
        var start = file.Position;
        var table = string.Concat(places.Select(p => p.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n"));
        file.Write(Encoding.Latin1.GetBytes(
            $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {objects.Count + 1} /Root 1 0 R {trailerEntries.Replace("@xref", start.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)} >>\nstartxref\n{start}\n%%EOF\n"));
        return file.ToArray();
    }
}
