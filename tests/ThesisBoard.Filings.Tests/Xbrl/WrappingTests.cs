using System.Text;

namespace ThesisBoard.Filings.Tests.Xbrl;

public sealed class WrappingTests
{
    private static readonly string Plain = Ixbrl.Document(Ixbrl.Number("5"));

    [Fact]
    public void Blank_lines_and_a_byte_order_mark_before_the_declaration_are_read_over()
    {
        Assert.Single(Ixbrl.Read("\n\n  " + Plain).Facts);
        Assert.Single(Ixbrl.Read("\uFEFF\r\n" + Plain).Facts);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void Encodings_are_told_by_their_bytes(string encoding)
    {
        var bytes = Encoding.GetEncoding(encoding).GetPreamble().Concat(Encoding.GetEncoding(encoding).GetBytes(Plain)).ToArray();
        Assert.Single(FilingReader.Read(new MemoryStream(bytes), cancellation: TestContext.Current.CancellationToken).Facts);
    }

    [Fact]
    public void A_declared_code_page_is_honoured()
    {
        var document = Ixbrl.Document("""<ix:nonNumeric name="m:N" contextRef="year">Société</ix:nonNumeric>""").Replace("utf-8", "windows-1252", StringComparison.Ordinal);
        var result = FilingReader.Read(new MemoryStream(Encoding.Latin1.GetBytes(document)), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal("Société", result.TextFacts[0].Text);
    }

    [Fact]
    public void The_sgml_wrapper_of_one_document_is_read_over()
    {
        var wrapped = $"<DOCUMENT>\n<TYPE>10-Q\n<SEQUENCE>1\n<FILENAME>a.htm\n<TEXT>\n<XBRL>\n{Plain}\n</XBRL>\n</TEXT>\n</DOCUMENT>\n";
        Assert.Single(Ixbrl.Read(wrapped).Facts);
    }

    [Fact]
    public void A_full_submission_is_read_by_its_inline_documents_without_counting_the_extraction_twice()
    {
        var instance = """
            <xbrl xmlns="http://www.xbrl.org/2003/instance" xmlns:m="http://example.com/mine"><context id="now"><entity><identifier scheme="s">1</identifier></entity>
            <period><instant>2026-03-31</instant></period></context><unit id="usd"><measure>m:u</measure></unit><m:Debt contextRef="now" unitRef="usd">5</m:Debt></xbrl>
            """;
        var submission = "<SEC-DOCUMENT>0001.txt : 20260401\n<SEC-HEADER>x\n</SEC-HEADER>\n"
            + Part(Plain) + Part("<html><p>loose <br> page</html>") + Part("begin 644 a.jpg\nM_]C_X") + Part(instance) + "</SEC-DOCUMENT>";
        Assert.Equal(FilingFormat.InlineXbrl, Ixbrl.Read(submission).Format);
        Assert.Single(Ixbrl.Read(submission).Facts);

        static string Part(string text) => $"<DOCUMENT>\n<TYPE>X\n<TEXT>\n{text}\n</TEXT>\n</DOCUMENT>\n";
    }

    [Fact]
    public void Named_entities_need_no_dtd_and_leave_places_true()
    {
        var body = $"<p>a&nbsp;&pi;&hellip;&frac12; AT&amp;T</p>\n{Ixbrl.Number("&nbsp;5", "")}";
        var document = "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://127.0.0.1:1/xhtml1-strict.dtd\">\n"
            + Ixbrl.Document($"{Ixbrl.Number("5", "")}{body}")[39..];
        var result = Ixbrl.Read(document);
        Assert.Single(result.Facts);
        var place = Assert.Single(result.Skipped).Place;
        var line = document.Split('\n')[place.Line - 1];
        Assert.StartsWith("ix:nonFraction", line[(place.Column - 1)..], StringComparison.Ordinal);
    }

    [Fact]
    public void Places_count_from_the_start_of_the_file_as_stored()
    {
        var document = "\n\n   " + Ixbrl.Document("<p>\n  " + Ixbrl.Number("x") + "</p>");
        var place = Assert.Single(Ixbrl.Read(document).Skipped).Place;
        Assert.StartsWith("ix:nonFraction", document.Split('\n')[place.Line - 1][(place.Column - 1)..], StringComparison.Ordinal);
    }

    [Fact]
    public void Documents_of_one_report_are_read_together_and_a_lone_part_says_what_it_lacks()
    {
        var first = Ixbrl.Document("<p>part one</p>");
        var second = Ixbrl.Document(Ixbrl.Number("5"), "");
        var alone = Ixbrl.Read(second);
        Assert.Empty(alone.Facts);
        Assert.StartsWith("1 context and 1 unit that this report's facts refer to are not in it", alone.MissingPart, StringComparison.Ordinal);

        var together = FilingReader.Read(
            [new FilingPart("d1.htm", Bytes(first)), new FilingPart("d2.htm", Bytes(second))], cancellation: TestContext.Current.CancellationToken);
        Assert.Null(together.MissingPart);
        Assert.Equal("d2.htm", Assert.Single(together.Facts).Place.Document);
    }

    [Theory]
    [InlineData("%PDF-1.7 x", "a PDF")]
    [InlineData("PK\u0003\u0004", "a ZIP archive")]
    [InlineData("<html><body><p>loose<br></body></html>", "not XML")]
    [InlineData("<html xmlns=\"http://www.w3.org/1999/xhtml\"><body/></html>", "without inline XBRL")]
    [InlineData("<feed/>", "'feed'")]
    [InlineData("just words", "not XML")]
    [InlineData("   ", "empty")]
    [InlineData("[1,2]", "not EDGAR company facts")]
    public void Content_that_holds_no_facts_is_refused_by_what_it_is(string content, string reason)
    {
        var error = Assert.Throws<FilingException>(() => Ixbrl.Read(content));
        Assert.Equal(FilingErrorKind.NotFacts, error.Kind);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));
}
