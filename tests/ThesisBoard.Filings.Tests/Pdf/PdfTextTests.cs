using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using ThesisBoard.Filings.Pages;

namespace ThesisBoard.Filings.Tests.Pdf;

public sealed class PdfTextTests
{
    [Fact]
    public void Text_comes_by_page_with_lines_joined_and_columns_kept()
    {
        var text = Sample.Text(PdfFile.Pages(
            PdfFile.Draw("Cango Inc. sold 4,451 Bitcoin in February 2026 and used what it got for them to", 50, 700)
            + PdfFile.Draw("reduce its long-term debt to US$30.6 million.", 50, 688)
            + PdfFile.Draw("Debt", 50, 600) + PdfFile.Draw("$", 300, 600) + PdfFile.Draw("30.6", 330, 600) + PdfFile.Draw("557.9", 400, 600),
            PdfFile.Draw("Second page", 50, 700)));
        Assert.Equal(
            "Paragraph: Cango Inc. sold 4,451 Bitcoin in February 2026 and used what it got for them to reduce its long-term debt to US$30.6 million.\n"
            + "TableRow: Debt\t$30.6\t557.9\nParagraph: Second page",
            Sample.Blocks(text));
        Assert.Equal([1, 1, 2], text.Blocks.Select(b => b.Page));
    }

    [Fact]
    public void A_table_drawn_column_by_column_still_reads_in_rows()
    {
        var text = Sample.Text(PdfFile.Pages(
            PdfFile.Draw("Debt", 50, 600) + PdfFile.Draw("Cash", 50, 585) + PdfFile.Draw("30.6", 330, 600) + PdfFile.Draw("12.0", 330, 585)));
        Assert.Equal("TableRow: Debt\t30.6\nTableRow: Cash\t12.0", Sample.Blocks(text));
    }

    [Fact]
    public void The_page_has_a_section_a_page()
    {
        var page = SafeHtml.Read(new MemoryStream(PdfFile.Pages(PdfFile.Draw("a <b>", 50, 700), PdfFile.Draw("c", 50, 700))), cancellation: TestContext.Current.CancellationToken);
        Assert.Contains("<section class=\"tb-page\" id=\"tb-p-1\" data-page=\"1\">\n<p>a &lt;b&gt;</p></section>", page.Html, StringComparison.Ordinal);
        Assert.Equal(["Page 1", "Page 2"], page.Outline.Select(o => o.Text));
    }

    [Fact]
    public void More_pages_than_allowed_are_too_many() => Assert.Equal(
        FilingErrorKind.TooManyPages,
        Refused(PdfFile.Pages(PdfFile.Draw("a", 50, 700), PdfFile.Draw("b", 50, 700)), new ReadLimits { MaxPages = 1 }));

    [Fact]
    public void A_stream_that_unpacks_without_measure_is_refused_before_it_does()
    {
        var file = PageOf("/Filter /FlateDecode", Packed(64 * 1024 * 1024));
        // It is read on a thread of its own, so the whole process is counted: the least of a few turns, since other tests run beside it.
        Assert.InRange(Enumerable.Range(0, 5).Min(_ =>
        {
            var before = GC.GetTotalAllocatedBytes();
            Assert.Equal(FilingErrorKind.ExpandsTooMuch, Refused(file, new ReadLimits { MaxExpandedBytes = 4 * 1024 * 1024 }));
            return GC.GetTotalAllocatedBytes() - before;
        }), 0, 48L * 1024 * 1024);
    }

    [Fact]
    public void Forms_that_draw_each_other_ten_times_over_are_stopped_by_the_clock()
    {
        var file = new PdfFile();
        file.Add("<< /Type /Catalog /Pages 2 0 R >>");
        file.Add("<< /Type /Pages /Kids [4 0 R] /Count 1 >>");
        file.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        file.Add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /XObject << /X 6 0 R >> >> /Contents 5 0 R >>");
        file.AddStream("", "/X Do"u8.ToArray());
        for (var i = 6; i < 30; i++)
            file.AddStream($"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {i + 1} 0 R >> >>", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("/X Do ", 10))));
        file.AddStream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 3 0 R >> >>", Encoding.ASCII.GetBytes(PdfFile.Draw("x", 1, 1)));
        var started = Stopwatch.GetTimestamp();
        Assert.Contains(Refused(file.ToBytes(), new ReadLimits { MaxTime = TimeSpan.FromSeconds(1) }), (FilingErrorKind[])[FilingErrorKind.TooSlow, FilingErrorKind.TooMuchText]);
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 10);
    }

    [Fact]
    public void Loops_in_the_file_end_in_text_or_in_an_error()
    {
        var pageLoop = new PdfFile();
        pageLoop.Add("<< /Type /Catalog /Pages 2 0 R >>");
        pageLoop.Add("<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>");
        var referenceLoop = new PdfFile();
        referenceLoop.Add("<< /Type /Catalog /Pages 2 0 R >>");
        referenceLoop.Add("3 0 R");
        referenceLoop.Add("2 0 R");
        var formLoop = new PdfFile();
        formLoop.Add("<< /Type /Catalog /Pages 2 0 R >>");
        formLoop.Add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        formLoop.Add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> /Contents 4 0 R >>");
        formLoop.AddStream("", "/X Do"u8.ToArray());
        formLoop.AddStream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>", "/X Do"u8.ToArray());
        foreach (var file in (byte[][])[pageLoop.ToBytes(), referenceLoop.ToBytes(), formLoop.ToBytes(), formLoop.ToBytes("/Prev @xref")])
            Survives(file);
    }

    [Fact]
    public void Ten_thousand_nested_arrays_and_page_nodes_crash_nothing()
    {
        Survives(PdfFile.Pages(new string('[', 10_000) + " Tj"));
        Survives(PdfFile.Pages(string.Concat(Enumerable.Repeat("q ", 100_000))));
        var deep = new PdfFile();
        deep.Add("<< /Type /Catalog /Pages 2 0 R >>");
        for (var i = 2; i < 10_000; i++)
            deep.Add($"<< /Type /Pages /Kids [{i + 1} 0 R] /Count 1 >>");
        deep.Add("<< /Type /Page /MediaBox [0 0 9 9] >>");
        Survives(deep.ToBytes());
    }

    [Fact]
    public void A_damaged_pdf_is_named_as_such() => Assert.Equal(FilingErrorKind.Malformed, Refused("%PDF-1.4\nnothing more"u8.ToArray()));

    [Fact]
    public void Time_and_cancellation_are_kept()
    {
        var clock = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromSeconds(30) };
        Assert.Equal(FilingErrorKind.TooSlow, Refused(PdfFile.Pages("q Q"), new ReadLimits { Clock = clock, MaxTime = TimeSpan.FromSeconds(1) }));
        Assert.Throws<OperationCanceledException>(() => SafeHtml.Read(new MemoryStream(PdfFile.Pages("q Q")), cancellation: new CancellationToken(canceled: true)));
    }

    private static byte[] PageOf(string entries, byte[] content)
    {
        var file = new PdfFile();
        file.Add("<< /Type /Catalog /Pages 2 0 R >>");
        file.Add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        file.Add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>");
        file.AddStream(entries, content);
        return file.ToBytes();
    }

    private static byte[] Packed(int count)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var blank = new byte[65536];
            blank.AsSpan().Fill((byte)' ');
            for (var written = 0; written < count; written += blank.Length)
                deflate.Write(blank);
        }
        return packed.ToArray();
    }

    private static void Survives(byte[] file)
    {
        try
        {
            Sample.Text(file, new ReadLimits { MaxTime = TimeSpan.FromSeconds(5) });
        }
        catch (FilingException e)
        {
            Assert.NotEqual(FilingErrorKind.TooSlow, e.Kind);
        }
    }

    private static FilingErrorKind Refused(byte[] file, ReadLimits? limits = null) => Sample.Error(() => Sample.Text(file, limits));
}
