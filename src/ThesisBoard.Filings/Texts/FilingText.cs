namespace ThesisBoard.Filings.Texts;

/// <summary>What a stretch of text is in the document.</summary>
public enum TextBlockKind
{
    /// <summary>A heading; <see cref="TextBlock.Level"/> says how deep, from 1.</summary>
    Heading,

    /// <summary>A paragraph, or any other run of text.</summary>
    Paragraph,

    /// <summary>One item of a list.</summary>
    ListItem,

    /// <summary>One row of a table: its cells, set apart by tabs.</summary>
    TableRow,
}

/// <summary>One block of a <see cref="FilingText"/>.</summary>
/// <param name="Start">Where it begins in <see cref="FilingText.Text"/>, in UTF-16 units.</param>
/// <param name="Length">How long it is, without the line break that ends it.</param>
/// <param name="Page">The page it stands on, from 1; 0 where the document has no pages.</param>
/// <param name="Level">The depth of a heading, from 1; 0 for all others.</param>
/// <param name="Table">Which table a row belongs to, from 1; 0 for all others.</param>
public readonly record struct TextBlock(TextBlockKind Kind, int Start, int Length, int Page = 0, int Level = 0, int Table = 0);

/// <summary>
/// The readable text of a document with stable positions: the same bytes always give the same text. White space is single spaces;
/// every block ends in one line break; the cells of a table row are set apart by tabs. Quotes and anchors refer to this text.
/// </summary>
/// <param name="Text">All blocks in reading order.</param>
/// <param name="Blocks">What each stretch is; together they cover the text but for the line breaks.</param>
public sealed record FilingText(string Text, IReadOnlyList<TextBlock> Blocks)
{
    /// <summary>The characters of one block.</summary>
    public ReadOnlySpan<char> Of(TextBlock block) => Text.AsSpan(block.Start, block.Length);
}
