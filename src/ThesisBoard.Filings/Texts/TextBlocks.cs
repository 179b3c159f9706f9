using System.Text;

namespace ThesisBoard.Filings.Texts;

/// <summary>One line of text before it is known what it is.</summary>
/// <param name="IsBold">Every character is bold.</param>
/// <param name="Level">The depth of the heading that it stands in, or 0.</param>
/// <param name="At">Where it begins on the sanitised page, in characters.</param>
internal readonly record struct TextLine(string Text, bool IsBold, bool IsItem, int Level, int At);

/// <summary>A heading and where it begins on the sanitised page.</summary>
internal readonly record struct PlacedHeading(TextBlock Block, int At);

/// <summary>The blocks of a document as they are found, within the bounds on text.</summary>
/// <param name="most">Of a longer text only the beginning is kept, and the rest is counted.</param>
internal sealed class TextBlocks(ReadLimits limits, int most = int.MaxValue)
{
    /// <summary>A longer line or paragraph is cut, wherever that is: it is no prose, and would have to be held whole.</summary>
    public const int Longest = 1024 * 1024;
    private const int LongestHeading = 160;
    private readonly StringBuilder whole = new();
    private readonly List<TextBlock> blocks = [];
    private int items;

    /// <summary>Characters of the whole text, line breaks included.</summary>
    public long Characters { get; private set; }

    /// <summary>The page that what follows stands on; 0 where there are none.</summary>
    public int Page { get; set; }

    /// <summary>The table that rows added now belong to, from 1.</summary>
    public int Table { get; private set; }

    public int NextTable() => ++Table;

    public List<PlacedHeading> Headings { get; } = [];

    /// <summary>Says where a heading begins on the page, once that is written.</summary>
    public void PlaceHeading(TextBlock block, int at)
    {
        var index = Headings.BinarySearch(new PlacedHeading(block, 0), Comparer<PlacedHeading>.Create((a, b) => a.Block.Start.CompareTo(b.Block.Start)));
        if (index >= 0)
            Headings[index] = new PlacedHeading(block, at);
    }

    /// <summary>A line outside tables: a heading if it is marked or looks like one.</summary>
    public void Add(TextLine line)
    {
        if (line.IsItem)
            Add(TextBlockKind.ListItem, line.Text);
        else if (line.Level > 0 || (line.IsBold && LooksLikeHeading(line.Text)))
            AddHeading(line.Text, line.Level > 0 ? line.Level : Level(line.Text), line.At);
        else
            Add(TextBlockKind.Paragraph, line.Text);
    }

    public void AddHeading(string text, int level, int at)
    {
        var before = blocks.Count;
        Add(TextBlockKind.Heading, text, level);
        if (blocks.Count > before)
            Headings.Add(new PlacedHeading(blocks[^1], at));
    }

    public void Add(TextBlockKind kind, string text, int level = 0, int table = 0)
    {
        if (items++ >= limits.MaxItems)
            throw new FilingException(FilingErrorKind.TooManyItems, $"The text has more than {limits.MaxItems:N0} blocks.");
        Characters += text.Length + 1;
        if (Characters > limits.MaxTextCharacters)
            throw new FilingException(FilingErrorKind.TooMuchText, $"The document holds more than {limits.MaxTextCharacters:N0} characters.");
        if (whole.Length >= most)
            return;
        blocks.Add(new TextBlock(kind, whole.Length, text.Length, Page, level, table));
        whole.Append(text).Append('\n');
    }

    public int Count => blocks.Count;

    public TextBlock this[int index] => blocks[index];

    public string Of(TextBlock block) => whole.ToString(block.Start, block.Length);

    public FilingText ToText() => new(whole.ToString(), blocks);

    /// <summary>"PART I" is 1, "Item 1A." is 2, anything else in bold is 3.</summary>
    internal static int Level(string text) =>
        text.StartsWith("PART ", StringComparison.OrdinalIgnoreCase) ? 1
        : text.StartsWith("ITEM ", StringComparison.OrdinalIgnoreCase) ? 2
        : 3;

    private static bool LooksLikeHeading(string text) =>
        text.Length is > 2 and <= LongestHeading && text[^1] is not (',' or ';') && text.Any(char.IsLetter);
}
