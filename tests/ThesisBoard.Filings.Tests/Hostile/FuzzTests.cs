using System.Text;
using CsCheck;
using ThesisBoard.Filings.Edgar;

namespace ThesisBoard.Filings.Tests.Hostile;

/// <summary>Damaged files end in facts or in a <see cref="FilingException"/>, never in another exception, and never hang.</summary>
public sealed class FuzzTests
{
    private static readonly ReadLimits Limits = new() { MaxTime = TimeSpan.FromSeconds(5) };

    private static readonly byte[] Inline = Bytes("\n<!DOCTYPE html>\n" + Ixbrl.Document(
        $"""
        {Ixbrl.Number("1,234.5", "scale=\"6\" sign=\"-\" decimals=\"-5\" format=\"ixt:num-dot-decimal\"")}{Ixbrl.Number("", "xsi:nil=\"true\"")}
        <ix:nonNumeric name="m:Note" contextRef="year" escape="true" continuedAt="c1"><p>a&nbsp;b</p><ix:exclude>x</ix:exclude></ix:nonNumeric>
        <ix:continuation id="c1"><table><tr><td>{Ixbrl.Number("5")}</td></tr></table></ix:continuation>
        """)[38..]);

    private static readonly byte[] Instance = Bytes(
        """
        <xbrl xmlns="http://www.xbrl.org/2003/instance" xmlns:m="http://example.com/mine"><context id="c"><entity><identifier scheme="s">1</identifier></entity>
        <period><startDate>2025-01-01</startDate><endDate>2025-12-31</endDate></period></context><unit id="u"><measure>m:u</measure></unit>
        <m:Debt contextRef="c" unitRef="u" decimals="2">-5.25</m:Debt></xbrl>
        """);

    private static readonly byte[] Wrapped = Bytes("<DOCUMENT>\n<TYPE>10-Q\n<TEXT>\n<XBRL>\n").Concat(Inline[1..]).Concat(Bytes("\n</XBRL>\n</TEXT>\n</DOCUMENT>\n")).ToArray();

    private static readonly byte[] CompanyFacts = Bytes(
        """{"cik":1725123,"entityName":"C","facts":{"us-gaap":{"Debt":{"label":"x","units":{"USD":[{"end":"2025-12-31","val":5.5,"accn":"a","fy":2025,"fp":"FY","form":"20-F","filed":"2026-03-17"}]}}}}}""");

    private static readonly byte[] Submissions = Bytes(
        """{"cik":"1","name":"C","tickers":["X"],"filings":{"recent":{"accessionNumber":["a"],"filingDate":["2026-01-01"],"size":[5]},"files":[{"name":"p"}]}}""");

    [Fact]
    public void Mutated_inline_documents() => Mutations.Run(Inline, 4_000, bytes => FilingReader.Read(new MemoryStream(bytes), Limits));

    [Fact]
    public void Mutated_submissions_with_sgml() => Mutations.Run(Wrapped, 2_000, bytes => FilingReader.Read(new MemoryStream(bytes), Limits));

    [Fact]
    public void Mutated_instances() => Mutations.Run(Instance, 3_000, bytes => FilingReader.Read(new MemoryStream(bytes), Limits));

    [Fact]
    public void Mutated_company_facts() => Mutations.Run(CompanyFacts, 5_000, bytes => FilingReader.Read(new MemoryStream(bytes), Limits));

    [Fact]
    public void Mutated_filing_lists() => Mutations.Run(Submissions, 5_000, bytes => SubmissionsReader.Read(new MemoryStream(bytes), Limits));

    [Fact]
    public void Bytes_of_no_form() => Gen.Byte.Array[0, 200].Sample(bytes => Mutations.Survives(() => FilingReader.Read(new MemoryStream(bytes), Limits)), iter: 3_000);

    [Fact]
    public void Streams_that_deliver_a_byte_at_a_time_read_the_same()
    {
        var whole = FilingReader.Read(new MemoryStream(Inline), Limits, TestContext.Current.CancellationToken);
        var dripped = FilingReader.Read(new Drip(Inline), Limits, TestContext.Current.CancellationToken);
        Assert.Equal(whole.Facts.Select(f => (f.Name, f.Value, f.Place)), dripped.Facts.Select(f => (f.Name, f.Value, f.Place)));
        Assert.Equal(3, whole.Facts.Count);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private sealed class Drip(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(1, count));
    }
}
