using System.Text;
using CsCheck;
using ThesisBoard.Filings.Edgar;
using ThesisBoard.Filings.Pages;
using ThesisBoard.Filings.Tables;
using ThesisBoard.Filings.Tests.Corpus;
using ThesisBoard.Filings.Tests.Pdf;
using ThesisBoard.Filings.Tests.Tables;
using ThesisBoard.Filings.Texts;

namespace ThesisBoard.Filings.Tests.Hostile;

/// <summary>Every reader of documents over damaged files: small ones of our own, and real ones cut and changed.</summary>
public sealed class DocumentFuzzTests
{
    private static readonly ReadLimits Limits = new() { MaxTime = TimeSpan.FromSeconds(20) };

    private static readonly byte[] Html = Encoding.UTF8.GetBytes("""
        <?xml version="1.0"?><!DOCTYPE html><html xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"><head><style>p{}</style><script>if(a<b){}</script></head><body>
        <h1 id="a">One</h1><p style="font-weight:bold;color:rgb(1,2,3)">b&nbsp;&#8212;<br/>c</p><!-- x --><table><tr><td colspan="2">$</td><td>(5</td><td>)</td></tr></table>
        <ul><li>d<li>e</ul><pre>f   1.0   2.0</pre><ix:nonFraction id="f" name="x:y" contextRef="c">6</ix:nonFraction><img src="data:image/png;base64,AA=="/><a href="#a">g</a></body></html>
        """);

    [Fact]
    public void Mutated_pages() => Mutations.Run(Html, 4_000, bytes => SafeHtml.Read(new MemoryStream(bytes), Limits));

    [Fact]
    public void Mutated_pdfs() => Mutations.Run(
        PdfFile.Pages(PdfFile.Draw("Debt", 50, 700) + PdfFile.Draw("30.6", 300, 700), PdfFile.Draw("more", 50, 700)), 1_500, bytes => SafeHtml.Read(new MemoryStream(bytes), Limits));

    [Fact]
    public void Mutated_workbooks() => Mutations.Run(
        Workbook.Of("<row><c r=\"A1\" t=\"s\"><v>0</v></c><c><v>5.5</v></c></row>", "<si><t>x</t></si>"), 3_000, bytes => FigureTableReader.Read(new MemoryStream(bytes), Limits));

    [Fact]
    public void Mutated_tables_of_text() => Mutations.Run("a,b,\"c\"\n1,2,\"x\ny\"\n4,5,6\n"u8.ToArray(), 4_000, bytes => FigureTableReader.Read(new MemoryStream(bytes), Limits));

    [Fact]
    public void Mutated_submissions() => Mutations.Run(
        "<SEC-DOCUMENT>x\n<SEC-HEADER>\nFILED AS OF DATE:\t20260526\nCENTRAL INDEX KEY:\t1\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>6-K\n<TEXT>\n<html><p>x</html>\n</TEXT>\n</DOCUMENT>\n<DOCUMENT>\n<TEXT>\nbegin 644 a\n#86)C\n`\nend\n</TEXT>\n</DOCUMENT>"u8.ToArray(),
        4_000,
        bytes =>
        {
            _ = SubmissionTextReader.Open(new MemoryStream(bytes), Limits).Documents.Count();
            FilingTextReader.Read(new MemoryStream(bytes), Limits);
        });

    [Fact]
    public void Mutated_feeds_and_folders()
    {
        Mutations.Run(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>a=accession-number=1</id><updated>2026-05-26T06:15:02-04:00</updated><summary>Filed: 2026-03-17</summary></entry></feed>"u8.ToArray(),
            3_000,
            bytes => AtomFeedReader.Read(new MemoryStream(bytes), Limits));
        Mutations.Run("""{"directory":{"item":[{"name":"a.htm","size":"5"}],"name":"/A/1/000172512326000012"}}"""u8.ToArray(), 3_000, bytes => FilingIndexReader.Read(new MemoryStream(bytes), Limits));
    }

    [Fact]
    public void Bytes_of_no_form() => Gen.Byte.Array[0, 300].Sample(bytes => Mutations.Survives(() => SafeHtml.Read(new MemoryStream(bytes), Limits)), iter: 3_000);

    [Theory]
    [InlineData(40, "pdf", "formc.pdf")]
    [InlineData(60, "releases", "BuckleInc_8-K_EX99.1.html")]
    [InlineData(12, "ixbrl", "aapl_10q_2025-03-29.htm")]
    public void Real_documents_cut_and_changed(int iterations, params string[] path)
    {
        var bytes = File.ReadAllBytes(CorpusFolder.File(path));
        Mutations.Run(bytes, iterations, damaged => SafeHtml.Read(new MemoryStream(damaged), Limits));
    }
}
