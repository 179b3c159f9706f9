using System.Text;
using ThesisBoard.Filings.Texts;

namespace ThesisBoard.Filings.Tests.Html;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("<p>a&nbsp;&nbsp;b\n c</p><p>d</p>", "Paragraph: a b c\nParagraph: d")]
    [InlineData("<h2>Debt</h2>loose<div>x<div>y</div>z</div>", "Heading: Debt\nParagraph: loose\nParagraph: x\nParagraph: y\nParagraph: z")]
    [InlineData("<p>one<p>two<li>a<li>b", "Paragraph: one\nParagraph: two\nListItem: a\nListItem: b")]
    [InlineData("<p>Unrestricted cash was<br>reduced by debt.<br>Next line</p>", "Paragraph: Unrestricted cash was reduced by debt.\nParagraph: Next line")]
    [InlineData("<p>a<br><br>b</p>", "Paragraph: a\nParagraph: b")]
    [InlineData("<p>US&#36;30.6 &#147;million&#148; &#x2014; AT&amp;T &bogus; &#0; 5 < 6</p>", "Paragraph: US$30.6 “million” — AT&T &bogus; \uFFFD 5 < 6")]
    [InlineData("<p>so\u00ADft \u202Ereversed\u202C</p>", "Paragraph: soft reversed")]
    [InlineData("<title>t</title><style>p{}</style><script>if (a<b) '</p>'</script><p>seen<!-- not > --><template>no</template></p>", "Paragraph: seen")]
    [InlineData("<p>a</p><div style='DISPLAY : none'><p>hidden</p></div><p hidden>h</p><p>b</p>", "Paragraph: a\nParagraph: b")]
    [InlineData("<p><b>Item 2. Debt</b></p><p><b>PART I</b></p><p><span style='font-weight:700'>Liquidity</span></p><p><b>half</b> bold</p>", "Heading: Item 2. Debt\nHeading: PART I\nHeading: Liquidity\nParagraph: half bold")]
    [InlineData("<p>unfinished <a href='x", "Paragraph: unfinished")]
    public void Pages_read_as_blocks(string body, string expected) => Assert.Equal(expected, Sample.Blocks(Sample.Text("<html><body>" + body)));

    [Fact]
    public void A_row_keeps_its_cells_and_signs_go_back_to_their_figures()
    {
        var text = Sample.Text("""
            <html><table><tr><td>Long-term debt</td><td></td><td>$</td><td>30.6</td><td></td><td>(</td><td>1,234</td><td>)</td><td>94.5</td><td>%</td></tr>
            <tr><td><p>Two</p><p>lines</p></td><td>5</td></tr></table>
            """);
        Assert.Equal("TableRow: Long-term debt\t$30.6\t(1,234)\t94.5%\nTableRow: Two lines\t5", Sample.Blocks(text));
        Assert.All(text.Blocks, b => Assert.Equal(1, b.Table));
    }

    [Fact]
    public void A_table_that_lays_out_the_page_gives_paragraphs_and_bullets_give_items()
    {
        var text = Sample.Text("""
            <html><table><tr><td><p>First paragraph.</p><p>Second one.</p><table><tr><td>a</td><td>1</td></tr></table><p>After it.</p><p>End.</p></td></tr></table>
            <table><tr><td>•</td><td>sold 4,451 BTC</td></tr><tr><td>(a)</td><td>repaid debt</td></tr></table>
            <table><tr><td><b>Item 5.</b></td><td><b>Operating Review</b></td></tr></table>
            """);
        Assert.Equal(
            "Paragraph: First paragraph.\nParagraph: Second one.\nTableRow: a\t1\nParagraph: After it.\nParagraph: End.\n"
            + "ListItem: • sold 4,451 BTC\nListItem: (a) repaid debt\nHeading: Item 5. Operating Review",
            Sample.Blocks(text));
    }

    [Fact]
    public void Blocks_cover_the_text_but_for_the_line_breaks()
    {
        var text = Sample.Text("<html><h1>A</h1><p>b c</p><pre>one\ntwo\n\n  x      5,000    6,000\n</pre><ul><li>d</ul>");
        Assert.Equal(text.Text, string.Concat(text.Blocks.Select(b => text.Of(b).ToString() + "\n")));
        Assert.Equal("Heading: A\nParagraph: b c\nParagraph: one two\nTableRow: x\t5,000\t6,000\nListItem: d", Sample.Blocks(text));
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_windows_1252()
    {
        var bytes = Encoding.Latin1.GetBytes("<html><p>Soci\u00E9t\u00E9 \u0093quote\u0094</p>");
        Assert.Equal("Société “quote”\n", Sample.Text(bytes).Text);
        var declared = Encoding.Latin1.GetBytes("<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-1\"></head><p>\u00C3\u00A9</p>");
        Assert.Equal("Ã©\n", Sample.Text(declared).Text);
        Assert.Equal("é\n", Sample.Text("<html><meta charset=utf-8><p>é").Text);
        Assert.Equal("é\n", Sample.Text([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<html><p>é")]).Text);
    }

    [Fact]
    public void Plain_text_joins_broken_lines_and_keeps_columns()
    {
        var text = Sample.Text("Cango Inc. sold 4,451 BTC\nin February.  It repaid debt.\n\n- one item\n  goes on\n- another\n\nDebt          30.6      557.9\nCash          12.0       13.0\n\f<PAGE>\nEnd.");
        Assert.Equal(
            "Paragraph: Cango Inc. sold 4,451 BTC in February. It repaid debt.\nListItem: - one item goes on\nListItem: - another\n"
            + "TableRow: Debt\t30.6\t557.9\nTableRow: Cash\t12.0\t13.0\nParagraph: End.",
            Sample.Blocks(text));
    }

    [Fact]
    public void All_documents_of_a_submission_are_one_text_and_encoded_ones_are_passed_over()
    {
        var text = Sample.Text("<SEC-DOCUMENT>x.txt\n<DOCUMENT>\n<TYPE>6-K\n<TEXT>\n<html><p>first</p></html>\n</TEXT>\n</DOCUMENT>\n<DOCUMENT>\n<TYPE>GRAPHIC\n<TEXT>\nbegin 644 a.jpg\n#86)C\n`\nend\n</TEXT>\n</DOCUMENT>\n<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\nplain words\n</TEXT>\n</DOCUMENT>\n");
        Assert.Equal("first\nplain words\n", text.Text);
    }

    [Fact]
    public void Blank_lines_and_the_wrapper_of_one_document_are_read_over()
    {
        Assert.Equal("x\n", Sample.Text("\n\n<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\n<html><body><p>x</p></body></html>\n</TEXT>\n</DOCUMENT>\n").Text);
        Assert.Equal("x\n", Sample.Text("\r\n\r\n<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><div/><p>x</p></body></html>").Text);
    }

    [Fact]
    public void The_same_bytes_give_the_same_text_however_they_arrive()
    {
        var bytes = Encoding.UTF8.GetBytes("<html><p>Long&mdash;term “debt” é</p><table><tr><td>a<td>&#8364;<td>5</table>");
        Assert.Equal(Sample.Text(bytes).Text, FilingTextReader.Read(new Drip(bytes), cancellation: TestContext.Current.CancellationToken).Text);
    }

    private sealed class Drip(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(1, count));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);
    }
}
