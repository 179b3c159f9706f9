using ThesisBoard.Filings.Html;
using ThesisBoard.Filings.Pdf;
using ThesisBoard.Filings.Tables;
using ThesisBoard.Filings.Text;
using ThesisBoard.Filings.Texts;

namespace ThesisBoard.Filings.Pages;

/// <summary>Reads a document of any readable kind to its text and, where one is wanted, its page.</summary>
internal static class DocumentReader
{
    private const int LookedAt = 8192;

    public static SafePage Read(Stream content, ReadLimits limits, bool wantsPage, CancellationToken cancellation)
    {
        var (blocks, page) = (new TextBlocks(limits), wantsPage ? new SafeWriter(limits) : null);
        Read(content, limits, blocks, page, cancellation);
        return PageShell.Finish(blocks, page);
    }

    public static SkimmedText Skim(Stream content, ReadLimits limits, int most, CancellationToken cancellation)
    {
        var blocks = new TextBlocks(limits, most);
        Read(content, limits, blocks, null, cancellation);
        return new(blocks.ToText(), blocks.Characters);
    }

    private static void Read(Stream content, ReadLimits limits, TextBlocks blocks, SafeWriter? page, CancellationToken cancellation)
    {
        var budget = new ReadBudget(limits, cancellation);
        var stream = new BoundedStream(content, budget);
        var prefix = stream.Peek().ToArray();
        var kind = FileKinds.Of(prefix);
        switch (kind)
        {
            case FileKind.Html or FileKind.InlineXbrl or FileKind.Submission or FileKind.PlainText:
                ReadMarkup(new CharSource(TextDecoder.OpenPage(stream, prefix), ""), budget, blocks, page);
                return;
            case FileKind.Pdf:
                PdfReader.Read(stream, budget, blocks);
                break;
            case FileKind.Csv:
                FigureTableReader.Write(CsvTables.Read(stream, prefix, budget), blocks);
                break;
            case FileKind.Xlsx:
                FigureTableReader.Write(WorkbookReader.Read(stream, budget), blocks);
                break;
            default:
                throw new FilingException(FilingErrorKind.Unsupported, $"This is {FileKinds.Describe(kind)}, which holds no text to read.");
        }
        if (page is not null)
            PageShell.WriteBlocks(blocks, 0, page);
    }

    private static void ReadMarkup(CharSource source, ReadBudget budget, TextBlocks blocks, SafeWriter? page)
    {
        var facts = new FactCounter();
        source.SkipWhitespace();
        if (Sgml.IsAt(source))
        {
            while (Sgml.NextText(source))
            {
                ReadSection(source, Sgml.TextEnd, budget, blocks, page, facts);
                if (!source.SkipTo(Sgml.TextEnd))
                    break;
            }
        }
        else
        {
            ReadSection(source, null, budget, blocks, page, facts);
        }
    }

    /// <summary>One document: a page, plain text, or something without text, which is passed over.</summary>
    private static void ReadSection(CharSource source, string? endMarker, ReadBudget budget, TextBlocks blocks, SafeWriter? page, FactCounter facts)
    {
        var start = source.Ahead(LookedAt);
        var end = endMarker is null ? -1 : ((ReadOnlySpan<char>)start).IndexOf(endMarker, StringComparison.OrdinalIgnoreCase);
        ReadOnlySpan<char> looked = end < 0 ? start : start[..end];
        if (looked.IsEmpty || Uuencoding.IsAt(looked))
            return;
        switch (FileKinds.OfText(looked))
        {
            case FileKind.Html or FileKind.InlineXbrl:
                var assembler = new TextAssembler(blocks) { WhereOnPage = () => page?.Length ?? 0 };
                var scanner = new HtmlScanner(new SectionReader(source, endMarker), budget) { IsXml = MarkupKind.IsXml(looked) };
                new HtmlWalk(scanner, budget.Limits, assembler, page, facts).Run();
                break;
            case FileKind.PlainText or FileKind.Csv:
                ReadPlain(new SectionReader(source, endMarker), blocks, page);
                break;
        }
    }

    private static void ReadPlain(SectionReader text, TextBlocks blocks, SafeWriter? page)
    {
        var first = blocks.Count;
        var lines = new PlainLines(blocks);
        var buffer = new char[16384];
        while (text.Read(buffer) is var count and > 0)
            lines.Append(buffer.AsSpan(0, count));
        lines.Finish();
        if (page is not null)
            PageShell.WriteBlocks(blocks, first, page);
    }
}
