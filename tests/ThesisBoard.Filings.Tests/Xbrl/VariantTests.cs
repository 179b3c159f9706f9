using System.Text;

namespace ThesisBoard.Filings.Tests.Xbrl;

/// <summary>One report in every dress that filings come in: specification, transform registry, encoding, declaration and wrapper. It is read the same in each.</summary>
public sealed class VariantTests
{
    private const string Body =
        """
        <p>Société&nbsp;&ndash; R&amp;D&hellip; <ix:nonNumeric name="m:Name" contextRef="year" continuedAt="c1">Société <ix:exclude>page&nbsp;7</ix:exclude></ix:nonNumeric></p>
        <ix:continuation id="c1" continuedAt="c2">de <b>Minage</b> </ix:continuation><ix:continuation id="c2">R&amp;D</ix:continuation>
        <p>(<ix:nonFraction name="m:Loss" contextRef="year" unitRef="usd" decimals="-3" scale="3" sign="-" format="ixt:GROUPED">261,100</ix:nonFraction>)
        <ix:nonFraction name="m:Paid" contextRef="now" unitRef="usd" decimals="0" format="ixt:DASH">—</ix:nonFraction>
        <ix:nonFraction name="m:PerShare" contextRef="year" unitRef="each" decimals="2" scale="-2" sign="-">125</ix:nonFraction>
        <ix:nonFraction name="m:Open" contextRef="now" unitRef="usd" decimals="0" xsi:nil="true"/>
        <ix:tuple name="m:T" tupleID="t1"><ix:nonFraction name="m:InTuple" contextRef="part" unitRef="coin" decimals="INF" order="1" tupleRef="t1">7.50</ix:nonFraction></ix:tuple>
        <ix:nonFraction name="m:Outer" contextRef="now" unitRef="usd" decimals="-6" scale="6"><ix:nonFraction name="m:Inner" contextRef="year" unitRef="usd" decimals="-6" scale="6">5</ix:nonFraction></ix:nonFraction></p>
        """;

    private const string Expected =
        """
        m:Hidden=3 iso4217:USD 2026-03-31
        m:Loss=-261100000 iso4217:USD 2025-01-01/2025-12-31
        m:Paid=0 iso4217:USD 2026-03-31
        m:PerShare=-1.25 iso4217:USD per xbrli:shares 2025-01-01/2025-12-31
        m:Open=nil iso4217:USD 2026-03-31
        m:InTuple=7.50 m:bitcoin 2026-03-31 m:Axis=m:Member|m:Typed=a b
        m:Outer=5000000 iso4217:USD 2026-03-31
        m:Inner=5000000 iso4217:USD 2025-01-01/2025-12-31
        Société de Minage R&D
        """;

    private const string MoreResources =
        """
        <xbrli:context id="part"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">0001725123</xbrli:identifier>
        <xbrli:segment><xbrldi:typedMember dimension="m:Typed"><m:v>a b</m:v></xbrldi:typedMember><xbrldi:explicitMember dimension="m:Axis">m:Member</xbrldi:explicitMember></xbrli:segment></xbrli:entity>
        <xbrli:period><xbrli:instant>2026-04-01T00:00:00</xbrli:instant></xbrli:period></xbrli:context>
        <xbrli:unit id="each"><xbrli:divide><xbrli:unitNumerator><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unitNumerator>
        <xbrli:unitDenominator><xbrli:measure>xbrli:shares</xbrli:measure></xbrli:unitDenominator></xbrli:divide></xbrli:unit>
        <xbrli:unit id="coin"><xbrli:measure>m:bitcoin</xbrli:measure></xbrli:unit>
        """;

    private static readonly (string Registry, string Grouped, string Dash)[] Registries =
    [
        ("http://www.xbrl.org/2008/inlineXBRL/transformation", "numcommadot", "numdash"),
        ("http://www.xbrl.org/inlineXBRL/transformation/2010-04-20", "numcommadot", "numdash"),
        ("http://www.xbrl.org/inlineXBRL/transformation/2011-07-31", "numdotdecimal", "zerodash"),
        ("http://www.xbrl.org/inlineXBRL/transformation/2015-02-26", "numdotdecimal", "zerodash"),
        ("http://www.xbrl.org/inlineXBRL/transformation/2020-02-12", "num-dot-decimal", "fixed-zero"),
        ("http://www.xbrl.org/inlineXBRL/transformation/2022-02-16", "num-dot-decimal", "fixed-zero"),
    ];

    [Theory]
    [InlineData("http://www.xbrl.org/2013/inlineXBRL")]
    [InlineData("http://www.xbrl.org/2008/inlineXBRL")]
    public void A_report_reads_the_same_in_every_dress(string specification)
    {
        var read = 0;
        foreach (var registry in Registries)
        {
            foreach (var (name, encode) in Encodings())
            {
                foreach (var wrap in Wrappers)
                {
                    var result = FilingReader.Read(new MemoryStream(encode(Report(specification, registry), wrap)), cancellation: TestContext.Current.CancellationToken);
                    Assert.True(Expected == Show(result), $"{registry.Registry}, {name}, {wrap}:\n{Show(result)}\n{string.Join('\n', result.Skipped)}");
                    read++;
                }
            }
        }

        Assert.Equal(6 * 9 * 4, read);
    }

    private static readonly string[] Wrappers = ["{0}", "\n\n  {0}", "<DOCUMENT>\n<TYPE>10-Q\n<FILENAME>a.htm\n<TEXT>\n{0}\n</TEXT>\n</DOCUMENT>\n", "<DOCUMENT>\n<TYPE>10-Q\n<TEXT>\n<XBRL>\n{0}\n</XBRL>\n</TEXT>\n</DOCUMENT>\n"];

    private static string Report(string specification, (string Registry, string Grouped, string Dash) registry) => Ixbrl.Document(
            "<ix:header><ix:hidden><ix:nonFraction name=\"m:Hidden\" contextRef=\"now\" unitRef=\"usd\" decimals=\"0\">3</ix:nonFraction></ix:hidden></ix:header>" + Body,
            Ixbrl.Resources + MoreResources)
        .Replace("http://www.xbrl.org/2013/inlineXBRL", specification, StringComparison.Ordinal)
        .Replace("http://www.xbrl.org/inlineXBRL/transformation/2022-02-16", registry.Registry, StringComparison.Ordinal)
        .Replace("GROUPED", registry.Grouped, StringComparison.Ordinal).Replace("DASH", registry.Dash, StringComparison.Ordinal)
        .Replace(registry.Dash == "numdash" ? "—" : "\0", "-", StringComparison.Ordinal); // the first registry knows the hyphen only

    /// <summary>Each declares what it is, or leaves the declaration out, or declares nothing and has the bytes of Windows.</summary>
    private static IEnumerable<(string Name, Func<string, string, byte[]> Encode)> Encodings()
    {
        static string Bare(string text) => text[(text.IndexOf("?>", StringComparison.Ordinal) + 3)..];
        static byte[] In(Encoding encoding, string text, bool hasMark = false) => [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
        static string Wrap(string wrap, string text) => wrap.Replace("{0}", text, StringComparison.Ordinal);
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        yield return ("utf-8", (text, wrap) => In(Encoding.UTF8, Wrap(wrap, text)));
        yield return ("utf-8 with a mark", (text, wrap) => In(Encoding.UTF8, Wrap(wrap, text), hasMark: true));
        yield return ("utf-8 without declaration", (text, wrap) => In(Encoding.UTF8, Wrap(wrap, Bare(text))));
        yield return ("utf-16", (text, wrap) => In(Encoding.Unicode, Wrap(wrap, text.Replace("utf-8", "utf-16", StringComparison.Ordinal)), hasMark: true));
        yield return ("utf-16 big-endian", (text, wrap) => In(Encoding.BigEndianUnicode, Wrap(wrap, text.Replace("utf-8", "utf-16", StringComparison.Ordinal)), hasMark: true));
        yield return ("windows-1252", (text, wrap) => In(windows, Wrap(wrap, text.Replace("utf-8", "windows-1252", StringComparison.Ordinal))));
        yield return ("windows-1252 called iso-8859-1", (text, wrap) => In(windows, Wrap(wrap, text.Replace("utf-8", "ISO-8859-1", StringComparison.Ordinal))));
        yield return ("windows-1252 called ASCII", (text, wrap) => In(windows, Wrap(wrap, text.Replace("utf-8", "ASCII", StringComparison.Ordinal))));
        yield return ("windows-1252 without declaration", (text, wrap) => In(windows, Wrap(wrap, Bare(text))));
    }

    private static string Show(ReadResult result) => string.Join('\n', result.Facts.Select(f => $"{f.Name}={f.Value?.ToString() ?? "nil"} {f.Unit} {f.Period} {Dimension.Join(f.Dimensions)}".TrimEnd())
        .Concat(result.TextFacts.Select(t => t.Text!)));
}
