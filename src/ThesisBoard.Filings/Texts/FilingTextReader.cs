using ThesisBoard.Filings.Pages;

namespace ThesisBoard.Filings.Texts;

/// <summary>
/// Reads the text of a document: HTML and XHTML (inline XBRL included), PDF by page, plain text, tables, and all documents of a
/// full submission. The content decides which it is. The same bytes always give the same text.
/// </summary>
public static class FilingTextReader
{
    /// <exception cref="FilingException">The file cannot be read as a whole; <see cref="FilingException.Kind"/> says why.</exception>
    public static FilingText Read(Stream content, ReadLimits? limits = null, CancellationToken cancellation = default) =>
        DocumentReader.Read(content, limits ?? ReadLimits.Default, wantsPage: false, cancellation).Text;

    /// <summary>
    /// Reads through a document to its end, as <see cref="Read"/> does, and keeps only the beginning of its text: enough to tell what it is, in memory that does
    /// not grow with it (a PDF and a workbook excepted, which have to be held whole).
    /// </summary>
    /// <param name="most">Characters that are kept; the last block may go beyond.</param>
    /// <exception cref="FilingException">As in <see cref="Read"/>.</exception>
    public static SkimmedText Skim(Stream content, int most, ReadLimits? limits = null, CancellationToken cancellation = default) =>
        DocumentReader.Skim(content, limits ?? ReadLimits.Default, most, cancellation);
}

/// <summary>The beginning of a text, and how long the whole is.</summary>
/// <param name="Characters">Of the whole text, line breaks included.</param>
public sealed record SkimmedText(FilingText Beginning, long Characters);
