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
}
