namespace ThesisBoard.Filings.Tests.Xbrl;

/// <summary>Shapes that the specifications allow and filers use, and that none of the files at hand happens to have.</summary>
public sealed class UnseenShapesTests
{
    private const string Instance =
        """
        <xbrl xmlns="http://www.xbrl.org/2003/instance" xmlns:m="http://example.com/mine" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          xmlns:ifrs-full="https://xbrl.ifrs.org/taxonomy/2024-03-27/ifrs-full" xmlns:iso4217="http://www.xbrl.org/2003/iso4217" xmlns:xbrldi="http://xbrl.org/2006/xbrldi">
        <context id="c"><entity><identifier scheme="http://www.sec.gov/CIK">0001725123</identifier></entity><period><instant>2026-03-31</instant></period></context>
        <unit id="u"><measure>iso4217:CAD</measure></unit>BODY</xbrl>
        """;

    [Fact]
    public void Prefixes_are_free_and_resources_may_use_the_default_namespace() => Assert.Equal(
        ["ifrs-full:Borrowings 5000 iso4217:CAD m:A=m:B"],
        Show(Ixbrl.Read(
            """
            <x:html xmlns:x="http://www.w3.org/1999/xhtml" xmlns:q="http://www.xbrl.org/2013/inlineXBRL" xmlns:ifrs-full="https://xbrl.ifrs.org/taxonomy/2024-03-27/ifrs-full" xmlns:m="urn:m">
            <x:body><x:p><q:nonFraction name="ifrs-full:Borrowings" contextRef="c" unitRef="u" scale="3" f:x="1" xmlns:f="urn:f">5</q:nonFraction></x:p>
            <q:resources><context id="c" xmlns="http://www.xbrl.org/2003/instance"><entity><identifier scheme="http://standards.iso.org/iso/17442">529900T8BM49AURSDO55</identifier></entity>
            <period><instant>2026-03-31</instant></period><scenario><d:explicitMember dimension="m:A" xmlns:d="http://xbrl.org/2006/xbrldi">m:B</d:explicitMember></scenario></context>
            <unit id="u" xmlns="http://www.xbrl.org/2003/instance" xmlns:iso4217="http://www.xbrl.org/2003/iso4217"><measure>iso4217:CAD</measure></unit></q:resources></x:body></x:html>
            """)));

    [Fact]
    public void Facts_of_every_target_document_are_listed_and_languages_do_not_matter() => Assert.Equal(
        ["m:Debt 1 iso4217:USD", "m:Debt 2 iso4217:USD", "m:Debt 3 iso4217:USD"],
        Show(Ixbrl.ReadBody(Ixbrl.Number("1") + Ixbrl.Number("2", "target=\"usgaap\" xml:lang=\"fr\"") + $"<div xml:lang=\"ja\">{Ixbrl.Number("3", "target=\"ifrs\" precision=\"2\" order=\"1.5\"")}</div>")));

    [Fact]
    public void The_header_may_stand_anywhere_and_more_than_once()
    {
        var half = Ixbrl.Resources.IndexOf("<xbrli:unit", StringComparison.Ordinal);
        var body = $"<table><tr><td>{Ixbrl.Number("7")}<ix:header><ix:hidden>{Ixbrl.Number("8")}</ix:hidden><ix:resources>{Ixbrl.Resources[..half]}</ix:resources></ix:header></td></tr></table>";
        Assert.Equal(["m:Debt 7 iso4217:USD", "m:Debt 8 iso4217:USD"], Show(Ixbrl.Read(Ixbrl.Document(body + $"<ix:header><ix:resources>{Ixbrl.Resources[half..]}</ix:resources></ix:header>", ""))));
    }

    [Theory]
    [InlineData("xsi:nil=\"1\"", "nil")]
    [InlineData("xsi:nil=\" true \"", "nil")]
    [InlineData("xsi:nil=\"false\"", "5")]
    [InlineData("xsi:nil=\"0\"", "5")]
    [InlineData("nil=\"true\"", "5")]
    [InlineData("xsi:nil=\"true\" format=\"ixt:num-dot-decimal\" scale=\"6\" sign=\"-\"", "nil")]
    [InlineData("scale=\"+3\"", "5000")]
    [InlineData("scale=\" 3 \" sign=\" - \"", "-5000")]
    [InlineData("scale=\"\" sign=\"\" format=\"\"", "5")]
    [InlineData("sign=\"-\" scale=\"-6\"", "-0.000005")]
    public void Attributes_are_read_as_schema_types(string attributes, string expected) => Assert.Equal(expected, Ixbrl.Outcome(Ixbrl.Number("5", attributes)));

    [Theory]
    [InlineData("<!-- 9 -->1<?p 9?>2<![CDATA[3]]>", "123")]
    [InlineData("\n<span>1</span><span>,</span><b>234</b>\n", "1234")]
    [InlineData("&#49;&#x32;", "12")]
    [InlineData("&#160;1 234,5&nbsp;", "1234.5")]
    [InlineData("1<ix:exclude>(a)</ix:exclude>2", "12")]
    public void A_number_is_its_text_whatever_stands_in_between(string text, string expected) =>
        Assert.Equal(expected, Ixbrl.Outcome(Ixbrl.Number(text, text.Contains("4,5", StringComparison.Ordinal) ? "format=\"ixt:num-comma-decimal\"" : "format=\"ixt:num-dot-decimal\"")));

    [Theory]
    [InlineData("http://www.xbrl.org/2008/inlineXBRL/transformation", "numcommadot", "1,234.5", "1234.5")]
    [InlineData("http://www.xbrl.org/inlineXBRL/transformation/2010-04-20", "numspacecomma", "1 234,5", "1234.5")]
    [InlineData("http://www.xbrl.org/inlineXBRL/transformation/2011-07-31", "numdotdecimal", "1 234.5", "1234.5")]
    [InlineData("http://www.xbrl.org/inlineXBRL/transformation/2011-07-31", "zerodash", "–", "0")]
    [InlineData("http://www.xbrl.org/inlineXBRL/transformation/2015-02-26", "numdotdecimalin", "12,34,567.8", "1234567.8")]
    [InlineData("http://www.xbrl.org/inlineXBRL/transformation/2020-02-12", "num-unit-decimal", "5 euro 6 cents", "5.06")]
    [InlineData("http://www.xbrl.org/inlineXBRL/transformation/2022-02-16", "num-dot-decimal-apos", "1'234.5", "1234.5")]
    [InlineData("http://www.sec.gov/inlineXBRL/transformation/2015-08-31", "numwordsen", "twenty-one", "21")]
    public void A_transform_is_known_by_its_namespace_wherever_that_is_declared(string registry, string name, string text, string expected) =>
        Assert.Equal(expected, Ixbrl.Outcome(Ixbrl.Number(text, $"xmlns:own=\"{registry}\" format=\"own:{name}\"")));

    [Fact]
    public void A_transform_of_another_registry_is_not_borrowed() => Assert.Contains(
        "in no registry", Ixbrl.Outcome(Ixbrl.Number("1,234", "xmlns:own=\"http://www.xbrl.org/inlineXBRL/transformation/2020-02-12\" format=\"own:numdotdecimal\"")), StringComparison.Ordinal);

    [Fact]
    public void Continuations_nest_come_in_any_order_and_carry_facts_of_their_own()
    {
        var result = Ixbrl.ReadBody($"""
            <ix:continuation id="z">three</ix:continuation>
            <ix:nonNumeric name="m:Outer" contextRef="year" continuedAt="a">one <ix:nonNumeric name="m:Inner" contextRef="year" continuedAt="i">x</ix:nonNumeric></ix:nonNumeric>
            <p>not <ix:continuation id="i">y</ix:continuation></p>
            <ix:continuation id="a" continuedAt="z"> two {Ixbrl.Number("4")} <ix:continuation id="unused">5</ix:continuation> </ix:continuation>
            """);
        Assert.Equal(["m:Outer=one x two 4 5 three", "m:Inner=xy"], result.TextFacts.Select(t => $"{t.Name}={t.Text}"));
        Assert.Equal(["m:Debt 4 iso4217:USD"], Show(result));
    }

    [Fact]
    public void A_fraction_keeps_nobody_from_its_neighbours()
    {
        var fraction = """<ix:fraction name="m:F" contextRef="now" unitRef="usd" format="ixt:x"><ix:numerator format="ixt:num-dot-decimal">1</ix:numerator><ix:denominator scale="2">3</ix:denominator></ix:fraction>""";
        var result = Ixbrl.ReadBody($"""{Ixbrl.Number("1")}{fraction}{fraction.Replace("name=", "xsi:nil=\"true\" name=", StringComparison.Ordinal)}{Ixbrl.Number("2")}""");
        Assert.Equal(["m:Debt 1 iso4217:USD", "m:F nil iso4217:USD", "m:Debt 2 iso4217:USD"], Show(result));
        Assert.Contains("fraction", Assert.Single(result.Skipped).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Tuples_of_tuples_hide_no_fact() => Assert.Equal(
        ["m:Debt 1 iso4217:USD", "m:Debt 2 iso4217:USD"],
        Show(Ixbrl.ReadBody($"""<ix:tuple name="m:T"><ix:tuple name="m:T2" order="1">{Ixbrl.Number("1", "order=\"1\"")}</ix:tuple></ix:tuple><ix:tuple name="m:E" tupleID="e" xsi:nil="true"/>{Ixbrl.Number("2", "tupleRef=\"e\" order=\"2\"")}""")));

    [Theory]
    [InlineData("<m:A contextRef=\"c\" unitRef=\"u\" decimals=\"-3\">1.5E+6</m:A>", "m:A 1500000 iso4217:CAD")]
    [InlineData("<m:A contextRef=\"c\" unitRef=\"u\" precision=\"INF\"> +0.50 </m:A>", "m:A 0.50 iso4217:CAD")]
    [InlineData("<m:T><m:U><ifrs-full:Assets contextRef=\"c\" unitRef=\"u\" decimals=\"0\">-7</ifrs-full:Assets></m:U></m:T>", "ifrs-full:Assets -7 iso4217:CAD")]
    [InlineData("<A xmlns=\"urn:own\" contextRef=\"c\" unitRef=\"u\" decimals=\"0\"><!-- x -->1<![CDATA[2]]></A>", "A 12 iso4217:CAD")]
    [InlineData("<m:A contextRef=\"c\" unitRef=\"u\" xsi:nil=\"true\"></m:A>", "m:A nil iso4217:CAD")]
    public void A_plain_instance_in_all_its_spellings(string body, string expected) =>
        Assert.Equal([expected], Show(Ixbrl.Read(Instance.Replace("BODY", body, StringComparison.Ordinal))));

    [Theory]
    [InlineData("<m:A contextRef=\"c\" unitRef=\"u\" decimals=\"0\">1,000</m:A>", "not a number")]
    [InlineData("<m:A contextRef=\"c\" unitRef=\"u\" decimals=\"0\">INF</m:A>", "no plain decimal")]
    [InlineData("<m:A contextRef=\"c\" unitRef=\"u\" decimals=\"0\"></m:A>", "not a number")]
    [InlineData("<m:A contextRef=\"c\" unitRef=\"u\" decimals=\"0\">1E999999999</m:A>", "not a number")]
    [InlineData("<m:A contextRef=\"d\" unitRef=\"u\" decimals=\"0\">1</m:A>", "context 'd'")]
    public void What_a_plain_instance_leaves_open_is_told(string body, string reason) =>
        Assert.Contains(reason, Assert.Single(Ixbrl.Read(Instance.Replace("BODY", body, StringComparison.Ordinal)).Skipped).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("<xbrli:startDate>2024-12-31T24:00:00</xbrli:startDate><xbrli:endDate>2025-12-31T24:00:00</xbrli:endDate>", "2025-01-01/2025-12-31")]
    [InlineData("<xbrli:startDate>2025-01-01+08:00</xbrli:startDate><xbrli:endDate>2026-01-01T00:00:00.000Z</xbrli:endDate>", "2025-01-01/2025-12-31")]
    [InlineData("<xbrli:instant>2024-02-29T24:00:00</xbrli:instant>", "2024-02-29")]
    public void Midnight_has_two_names(string period, string expected)
    {
        var resources = Ixbrl.Resources.Replace("<xbrli:instant>2026-03-31</xbrli:instant>", period, StringComparison.Ordinal);
        Assert.Equal(expected, Assert.Single(Ixbrl.Read(Ixbrl.Document(Ixbrl.Number("1"), resources)).Facts).Period.ToString());
    }

    [Theory]
    [InlineData("""<xbrldi:typedMember dimension="m:Site"><m:site xsi:nil="true"/></xbrldi:typedMember>""", "m:Site=")]
    [InlineData("""<xbrldi:typedMember dimension="m:Site"><m:site><m:a>Fort</m:a> <m:b>Worth</m:b></m:site></xbrldi:typedMember>""", "m:Site=Fort Worth")]
    [InlineData("<xbrldi:explicitMember dimension=' m:Axis '>\n  m:Member\n</xbrldi:explicitMember>", "m:Axis=m:Member")]
    [InlineData("<m:own>text</m:own>", "m:own=text")]
    public void Members_are_read_where_segment_or_scenario_holds_them(string member, string expected)
    {
        foreach (var holder in (string[])["segment", "scenario"])
        {
            var held = $"<xbrli:{holder}>{member}</xbrli:{holder}>";
            var (inEntity, after) = holder == "segment" ? (held, "") : ("", held);
            var resources = $"""
                <xbrli:context id="now"><xbrli:entity><xbrli:identifier scheme="s">1</xbrli:identifier>{inEntity}</xbrli:entity>
                <xbrli:period><xbrli:instant>2026-03-31</xbrli:instant></xbrli:period>{after}</xbrli:context>
                <xbrli:unit id="usd"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit>
                """;
            Assert.Equal(expected, Dimension.Join(Assert.Single(Ixbrl.Read(Ixbrl.Document(Ixbrl.Number("1"), resources)).Facts).Dimensions));
        }
    }

    [Theory]
    [InlineData("<?xml version='1.1' encoding='utf-8'?>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"gb2312\" standalone='yes'?>")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\" [ <!ENTITY own \"1\"> ]>")]
    [InlineData("<?xml version=\"1.0\"?><!-- made by hand --><?xml-stylesheet href=\"a.css\"?>")]
    [InlineData("\uFEFF")]
    public void Whatever_stands_before_the_root_the_report_is_read(string before)
    {
        var document = Ixbrl.Document($"<p title=\"a&nbsp;b\">{Ixbrl.Number("1")}</p>");
        Assert.Equal(["m:Debt 1 iso4217:USD"], Show(Ixbrl.Read(before + document[(document.IndexOf("?>", StringComparison.Ordinal) + 2)..])));
    }

    [Fact]
    public void A_long_licence_before_the_root_does_not_hide_the_report()
    {
        var document = Ixbrl.Document(Ixbrl.Number("1"));
        var after = document.IndexOf("?>", StringComparison.Ordinal) + 2;
        Assert.Equal(["m:Debt 1 iso4217:USD"], Show(Ixbrl.Read(document.Insert(after, $"<!-- {new string('x', 300_000)} -->"))));
    }

    [Fact]
    public void A_second_report_of_the_same_submission_may_use_the_same_ids()
    {
        var fees = Ixbrl.Document(
            Ixbrl.Number("2") + "<ix:nonNumeric name=\"m:N\" contextRef=\"now\" continuedAt=\"k\">f</ix:nonNumeric><ix:continuation id=\"k\">ees</ix:continuation>",
            Ixbrl.Resources.Replace("2026-03-31", "2026-05-29", StringComparison.Ordinal).Replace("iso4217:USD", "xbrli:pure", StringComparison.Ordinal));
        var main = Ixbrl.Document(Ixbrl.Number("1") + "<ix:nonNumeric name=\"m:N\" contextRef=\"now\" continuedAt=\"k\">m</ix:nonNumeric><ix:continuation id=\"k\">ain</ix:continuation>");
        var part = Ixbrl.Document(Ixbrl.Number("3"), "");
        var result = Ixbrl.Read(Submission(main, fees));
        Assert.Equal(["m:Debt 1 iso4217:USD 2026-03-31", "m:Debt 2 xbrli:pure 2026-05-29"], result.Facts.Select(f => $"{f.Name} {f.Value} {f.Unit} {f.Period}"));
        Assert.Equal(["main", "fees"], result.TextFacts.Select(t => t.Text));
        Assert.Empty(result.Skipped);
        Assert.Equal(["1", "3"], Ixbrl.Read(Submission(main, part)).Facts.Select(f => f.Value.ToString()));
        var unclear = Ixbrl.Read(Submission(main, fees, part)); // of whose "now" and "usd" the last one is, nobody can say
        Assert.Equal(["1", "2"], unclear.Facts.Select(f => f.Value.ToString()));
        Assert.Contains("two different contexts 'now'", Assert.Single(unclear.Skipped).Reason, StringComparison.Ordinal);
    }

    private static string Submission(params string[] documents) => $"""
        <SEC-DOCUMENT>0001213900-26-000001.txt : 20260529
        <SEC-HEADER>0001213900-26-000001.hdr.sgml : 20260529
        </SEC-HEADER>
        {string.Concat(documents.Select((d, i) => $"<DOCUMENT>\n<TYPE>{(i == 0 ? "10-Q" : "EX-FILING FEES")}\n<SEQUENCE>{i + 1}\n<FILENAME>d{i}.htm\n<TEXT>\n<XBRL>\n{d}\n</XBRL>\n</TEXT>\n</DOCUMENT>\n"))}</SEC-DOCUMENT>
        """;

    private static IEnumerable<string> Show(ReadResult result) =>
        result.Facts.Select(f => $"{f.Name} {f.Value?.ToString() ?? "nil"} {f.Unit} {Dimension.Join(f.Dimensions)}".TrimEnd());
}
