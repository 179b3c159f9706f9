using System.Buffers;

namespace ThesisBoard.Filings.Texts;

/// <summary>
/// The rows of one table. Filers set a currency sign, a closing bracket or a percent sign in cells of their own: they are put
/// back with their figure. Tables that only lay out a page, and bullets set as tables, become paragraphs and list items.
/// </summary>
internal sealed class TableRows(TextBlocks blocks)
{
    private const int LongestLabel = 120;

    /// <summary>No table has rows of more cells; damaged ones, of which no row ends, are cut.</summary>
    private const int MostCells = 10_000;
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private readonly List<List<TextLine>> cells = [];
    private readonly int number = blocks.NextTable();

    public void BeginCell()
    {
        if (cells.Count >= MostCells)
            EndRow();
        cells.Add([]);
    }

    public void Add(TextLine line)
    {
        if (cells.Count == 0)
            BeginCell();
        cells[^1].Add(line);
    }

    /// <summary>Ends the row, if one is open.</summary>
    public void EndRow()
    {
        cells.RemoveAll(cell => cell.Count == 0);
        switch (cells)
        {
            case []:
                return;
            case [var only] when only.Count > 1 || only[0].Text.Length > LongestLabel || only[0].IsItem || only[0].Level > 0:
                AddLines(only);
                break;
            case [[var mark], [.. var rest]] when IsBullet(mark.Text):
                AddLines([rest[0] with { Text = mark.Text + " " + rest[0].Text, IsItem = true }, .. rest[1..]]);
                break;
            case [[var label], [var title]] when label.IsBold && title.IsBold && TextBlocks.Level(label.Text + " ") < 3:
                blocks.AddHeading(label.Text + " " + title.Text, TextBlocks.Level(label.Text + " "), label.At);
                break;
            default:
                blocks.Add(TextBlockKind.TableRow, string.Join('\t', Joined([.. cells.Select(Whole)])), table: number);
                break;
        }
        cells.Clear();
    }

    private static string Whole(List<TextLine> cell) => cell.Count == 1 ? cell[0].Text : string.Join(' ', cell.Select(l => l.Text));

    private void AddLines(List<TextLine> lines)
    {
        foreach (var line in lines)
            blocks.Add(line);
    }

    /// <summary>The cells of a row, with signs put back to their figures.</summary>
    public static List<string> Joined(IReadOnlyCollection<string> cells)
    {
        var texts = new List<string>(cells.Count);
        var isOpen = false;
        foreach (var text in cells)
        {
            if ((isOpen && !char.IsLetter(text[0])) || (texts.Count > 0 && IsTail(text)))
                texts[^1] += text;
            else
                texts.Add(text);
            isOpen = IsHead(text);
        }
        return texts;
    }

    /// <summary>What the figure in the next cell belongs to.</summary>
    private static bool IsHead(string text) =>
        text is "$" or "€" or "£" or "¥" or "(" or "$(" or "$ (" or "US$" or "U.S.$" or "HK$" or "C$" or "A$" or "RMB" or "US$(" or "US$ (" or "RMB(";

    private static bool IsTail(string text) => text is ")" or "%" or ")%" or ") %" or "%)";

    /// <summary>Whether this is what stands before an item of a list: a bullet, or a number or letter with a bracket or stop.</summary>
    public static bool IsBullet(string text) =>
        text is "•" or "·" or "●" or "▪" or "■" or "◦" or "○" or "§" or "-" or "–" or "—" or "*" or "o" or "►" or "➢"
        || (text.Length is > 1 and <= 5 && text[^1] is '.' or ')' && text.AsSpan(0, text.Length - 1).TrimStart('(') is var inner
            && (inner.ContainsAny(Digits) ? !inner.ContainsAnyExcept(Digits) : inner.Length <= 3 && IsSmallLetters(inner)));

    private static bool IsSmallLetters(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('a', 'z');
}
