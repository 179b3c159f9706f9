using ThesisBoard.Filings.Text;
using ThesisBoard.Filings.Texts;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace ThesisBoard.Filings.Pdf;

/// <summary>
/// Reads the text of a PDF by page. PdfPig cannot be told to stop, so it runs on a thread of its own, with stack to spare: when a
/// bound is passed the caller gets its error at once, and the thread ends at its next step.
/// </summary>
internal static class PdfReader
{
    private const int StackBytes = 64 * 1024 * 1024;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    /// <summary>Adds the pages' text to <paramref name="blocks"/>, which are of no use after an exception.</summary>
    public static void Read(BoundedStream stream, ReadBudget budget, TextBlocks blocks)
    {
        var bytes = stream.ReadToEnd();
        var guard = new PdfGuard(budget);
        Exception? error = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    ReadPages(bytes, guard, blocks);
                }
#pragma warning disable CA1031 // Whatever a hostile file makes the parser throw is handed to the caller, and ends no process.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    error = e;
                }
            },
            StackBytes)
        { IsBackground = true, Name = "PDF" };
        thread.Start();
        while (!thread.Join(Glance))
            guard.Check();
        if ((guard.Failure ?? error) is { } failure)
            throw Explain(failure);
    }

    private static void ReadPages(byte[] bytes, PdfGuard guard, TextBlocks blocks)
    {
        var options = new ParsingOptions { Logger = guard, FilterProvider = new BoundedFilters(guard), SkipMissingFonts = true, UseLenientParsing = true };
        using var document = PdfDocument.Open(bytes, options);
        if (document.NumberOfPages > guard.Limits.MaxPages)
            throw guard.Refuse(FilingErrorKind.TooManyPages, $"The PDF has {document.NumberOfPages:N0} pages, more than {guard.Limits.MaxPages:N0}.");
        document.AddPageFactory<PdfGlyphs, GlyphPageFactory>();
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            guard.Check();
            blocks.Page = number;
            PdfLayout.Write(document.GetPage<PdfGlyphs>(number).All, blocks);
            if (guard.Failure is not null)
                return;
        }
    }

    private static Exception Explain(Exception error) => error switch
    {
        FilingException or OperationCanceledException => error,
        PdfDocumentEncryptedException => new FilingException(FilingErrorKind.Encrypted, "The PDF is locked by a password.", inner: error),
        OutOfMemoryException => new FilingException(FilingErrorKind.TooMuchMemory, "The PDF needs more memory than there is.", inner: error),
        _ => new FilingException(FilingErrorKind.Malformed, $"The PDF is damaged: {error.Message}", inner: error),
    };
}
