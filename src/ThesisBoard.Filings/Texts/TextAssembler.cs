using System.Text;
using ThesisBoard.Filings.Html;

namespace ThesisBoard.Filings.Texts;

/// <summary>Makes blocks of the text of a page: white space made single, paragraphs set apart, rows of tables kept as rows.</summary>
internal sealed class TextAssembler(TextBlocks blocks)
{
    private readonly StringBuilder line = new();
    private readonly Stack<TableRows> tables = new();
    private readonly PlainLines plain = new(blocks);
    private int boldCount;
    private int inkCount;
    private int lineAt;
    private bool isSpacePending;
    private bool isLineBreakPending;
    private bool isItem;
    private bool isPlain;

    /// <summary>Where the next character will stand on the sanitised page.</summary>
    public Func<int> WhereOnPage { get; init; } = () => 0;

    /// <summary>The depth of the heading that is open, or 0.</summary>
    public int Heading { get; set; }

    public void Append(ReadOnlySpan<char> text, bool isBold, bool isPreformatted)
    {
        if (isPreformatted && tables.Count == 0)
        {
            AppendPlain(text);
            return;
        }
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
                isSpacePending = true;
            else if (c is > ' ' and < '\u007F' || !HtmlText.IsInvisible(c))
                Append(c, isBold);
        }
    }

    private void Append(char c, bool isBold)
    {
        if (isLineBreakPending)
        {
            isLineBreakPending = false;
            isSpacePending = true;
            // A line that goes on in lower case is one sentence broken by hand.
            if (!char.IsLower(c))
                EndLine();
        }
        if (line.Length >= TextBlocks.Longest)
            EndLine();
        if (line.Length == 0)
            lineAt = WhereOnPage();
        else if (isSpacePending)
            line.Append(' ');
        isSpacePending = false;
        line.Append(c);
        inkCount++;
        boldCount += isBold ? 1 : 0;
    }

    private void AppendPlain(ReadOnlySpan<char> text)
    {
        if (!isPlain)
            EndLine();
        isPlain = true;
        plain.Append(text);
    }

    /// <summary>Ends the paragraph that is open, if any.</summary>
    public void Break()
    {
        isLineBreakPending = false;
        EndLine();
    }

    /// <summary>A line break by hand: two end the paragraph, one only where the next line begins like a new one.</summary>
    public void LineBreak()
    {
        if (isPlain)
            plain.Append("\n");
        else if (isLineBreakPending)
            Break();
        else
            isLineBreakPending = line.Length > 0;
    }

    public void BeginItem()
    {
        Break();
        isItem = true;
    }

    public void BeginTable()
    {
        EndRow();
        tables.Push(new TableRows(blocks));
    }

    public void EndTable()
    {
        EndRow();
        tables.TryPop(out _);
    }

    public void EndRow()
    {
        Break();
        if (tables.TryPeek(out var rows))
            rows.EndRow();
    }

    public void BeginCell()
    {
        Break();
        if (tables.TryPeek(out var rows))
            rows.BeginCell();
    }

    private void EndLine()
    {
        if (isPlain)
            plain.Finish();
        isPlain = false;
        isSpacePending = false;
        if (line.Length == 0)
            return;
        var ended = new TextLine(line.ToString(), boldCount == inkCount, isItem, Heading, lineAt);
        line.Clear();
        (boldCount, inkCount, isItem) = (0, 0, false);
        if (tables.TryPeek(out var rows))
            rows.Add(ended);
        else
            blocks.Add(ended);
    }
}
