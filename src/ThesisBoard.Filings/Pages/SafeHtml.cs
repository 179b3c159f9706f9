namespace ThesisBoard.Filings.Pages;

/// <summary>Makes any readable document into one page that is safe to show. Every element is written anew from a list of what is allowed.</summary>
public static class SafeHtml
{
    /// <exception cref="FilingException">The file cannot be read as a whole; <see cref="FilingException.Kind"/> says why.</exception>
    public static SafePage Read(Stream content, ReadLimits? limits = null, CancellationToken cancellation = default) =>
        DocumentReader.Read(content, limits ?? ReadLimits.Default, wantsPage: true, cancellation);
}
