using System.Text;
using ThesisBoard.Filings.Html;

namespace ThesisBoard.Filings.Texts;

/// <summary>
/// Text without markup: lines broken by hand are joined to paragraphs, which end at a blank line or where a line is indented
/// anew; lines set in columns are rows of a table.
/// </summary>
internal sealed class PlainLines(TextBlocks blocks)
{
    private const int Indent = 2;
    private readonly StringBuilder raw = new();
    private readonly StringBuilder paragraph = new();
    private readonly List<string> cells = [];
    private bool isItem;
    private bool isTable;
    private int indent;

    /// <summary>Takes in text, broken anywhere.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny('\n', '\f', '\r') is var at and >= 0)
        {
            raw.Append(text[..at]);
            if (text[at] != '\r' || at + 1 == text.Length || text[at + 1] != '\n')
                EndRaw();
            text = text[(at + 1)..];
        }
        raw.Append(text);
        if (raw.Length >= TextBlocks.Longest)
            EndRaw();
    }

    /// <summary>Ends the last line and the last paragraph.</summary>
    public void Finish()
    {
        EndRaw();
        EndParagraph();
    }

    private void EndRaw()
    {
        Line(raw.ToString());
        raw.Clear();
    }

    private void Line(string text)
    {
        Split(text, out var start);
        if (cells.Count == 0 || cells is ["<PAGE>" or "<page>"])
        {
            EndParagraph();
            isTable = false;
        }
        else if (cells.Count > 2 || (cells.Count == 2 && (isTable || cells[1].Any(char.IsDigit)) && !IsBullet(cells[0])))
        {
            EndParagraph();
            if (!isTable)
                blocks.NextTable();
            isTable = true;
            blocks.Add(TextBlockKind.TableRow, string.Join('\t', cells), table: blocks.Table);
        }
        else
        {
            Continue(string.Join(' ', cells), start);
        }
    }

    private void Continue(string text, int start)
    {
        var isBullet = IsBullet(text.AsSpan(0, Math.Min(2, text.Length)).TrimEnd());
        if (paragraph.Length >= TextBlocks.Longest || (paragraph.Length > 0 && (isBullet || (!isItem && start >= indent + Indent))))
            EndParagraph();
        isTable = false;
        isItem = paragraph.Length == 0 ? isBullet : isItem;
        indent = start;
        if (paragraph.Length > 0)
            paragraph.Append(' ');
        paragraph.Append(text);
    }

    private void EndParagraph()
    {
        if (paragraph.Length == 0)
            return;
        blocks.Add(isItem ? TextBlockKind.ListItem : TextBlockKind.Paragraph, paragraph.ToString());
        paragraph.Clear();
        isItem = false;
    }

    /// <summary>Cuts a line where a tab or two spaces and more stand; single spaces stay.</summary>
    private void Split(string text, out int start)
    {
        cells.Clear();
        start = 0;
        var cell = new StringBuilder();
        var (spaces, hasTab) = (0, false);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                spaces++;
                hasTab |= c == '\t';
                continue;
            }
            if (HtmlText.IsInvisible(c))
                continue;
            if (cell.Length == 0)
                start = spaces;
            else if (spaces > 1 || hasTab)
                EndCell(cell);
            else if (spaces == 1)
                cell.Append(' ');
            cell.Append(c);
            (spaces, hasTab) = (0, false);
        }
        EndCell(cell);
    }

    private void EndCell(StringBuilder cell)
    {
        // Two spaces after a full stop are typewriting, not a column.
        if (cells.Count > 0 && cells[^1][^1] is '.' or ':' or '?' or '!' && cell.Length > 0 && !char.IsDigit(cell[0]) && cell[0] is not ('$' or '('))
            cells[^1] += " " + cell;
        else if (cell.Length > 0)
            cells.Add(cell.ToString());
        cell.Clear();
    }

    private static bool IsBullet(ReadOnlySpan<char> text) => text is "-" or "*" or "•" or "·" or "o" or "–" or "●" or "▪";
}
