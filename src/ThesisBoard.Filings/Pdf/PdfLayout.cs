using System.Text;
using ThesisBoard.Filings.Text;
using ThesisBoard.Filings.Texts;

namespace ThesisBoard.Filings.Pdf;

/// <summary>
/// Makes blocks of a page's characters. They are taken in the order in which they are drawn, which is the order of reading in
/// what word processors write; what stands on one line is put together, and lines of prose are joined to paragraphs.
/// </summary>
internal static class PdfLayout
{
    // A figure of a table drawn column by column still finds its row, if it is short and the row not far back.
    private const int ShortRun = 28;
    private const int LinesLookedBack = 120;
    private const double LineStep = 1.75;

    public static void Write(IReadOnlyList<PdfGlyph> glyphs, TextBlocks blocks)
    {
        var lines = Lines(glyphs);
        var paragraph = new StringBuilder();
        PdfLine? previous = null;
        var rightEdge = lines.Count > 0 ? lines.Max(l => l.Right) : 0;
        foreach (var line in lines)
        {
            if (Cells(line) is { Count: > 1 } cells)
            {
                End(paragraph, previous, blocks);
                if (previous is null || previous.Runs.Count == 1)
                    blocks.NextTable();
                blocks.Add(TextBlockKind.TableRow, string.Join('\t', cells), table: blocks.Table);
            }
            else
            {
                if (paragraph.Length > 0 && !GoesOn(previous!, line, rightEdge))
                    End(paragraph, previous, blocks);
                Append(paragraph, ReadableText.Clean(line.Runs[0].Text));
            }
            previous = line;
        }
        End(paragraph, previous, blocks);
    }

    private static List<PdfLine> Lines(IReadOnlyList<PdfGlyph> glyphs)
    {
        var lines = new List<PdfLine>();
        PdfRun? run = null;
        foreach (var glyph in glyphs)
        {
            if (run is not null && run.TryAdd(glyph))
                continue;
            if (run is not null)
                Place(run, lines);
            run = string.IsNullOrWhiteSpace(glyph.Text) ? null : new PdfRun(glyph);
        }
        if (run is not null)
            Place(run, lines);
        return lines;
    }

    private static void Place(PdfRun run, List<PdfLine> lines)
    {
        if (lines.Count > 0 && lines[^1].TryAdd(run))
            return;
        for (var i = lines.Count - 2; run.Length <= ShortRun && i >= Math.Max(0, lines.Count - LinesLookedBack); i--)
        {
            if (lines[i].TryAdd(run))
                return;
        }
        lines.Add(new PdfLine(run));
    }

    private static List<string> Cells(PdfLine line) =>
        TableRows.Joined([.. line.Runs.Select(r => ReadableText.Clean(r.Text)).Where(t => t.Length > 0)]);

    /// <summary>Whether a line goes on with the paragraph of the line before: near below it, in the same type, where that one reached its end.</summary>
    private static bool GoesOn(PdfLine previous, PdfLine line, double rightEdge)
    {
        var size = Math.Max(previous.Size, line.Size);
        var step = previous.Baseline - line.Baseline;
        if (step <= 0 || step > LineStep * size || Math.Abs(previous.Size - line.Size) > 0.15 * size || previous.IsBold != line.IsBold)
            return false;
        var text = line.Runs[0].Text;
        if (TableRows.IsBullet(text.Split(' ', 2)[0]))
            return false;
        var isFull = previous.Right > rightEdge - 0.2 * (rightEdge - previous.Left);
        return char.IsLower(text[0]) || (isFull && line.Left <= previous.Left + 0.5 * size);
    }

    private static void Append(StringBuilder paragraph, string text)
    {
        // A word broken at the end of a line keeps its hyphen, which may be its own, and gets no space.
        if (paragraph.Length > 0 && !(paragraph[^1] == '-' && text.Length > 0 && char.IsLower(text[0])))
            paragraph.Append(' ');
        paragraph.Append(text);
    }

    private static void End(StringBuilder paragraph, PdfLine? last, TextBlocks blocks)
    {
        var text = paragraph.ToString();
        paragraph.Clear();
        if (text.Length > 0)
            blocks.Add(new TextLine(text, last!.IsBold, TableRows.IsBullet(text.Split(' ', 2)[0]), Level: 0, At: 0));
    }
}
