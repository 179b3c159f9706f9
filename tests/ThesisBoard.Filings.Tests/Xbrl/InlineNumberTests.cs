namespace ThesisBoard.Filings.Tests.Xbrl;

public sealed class InlineNumberTests
{
    [Theory]
    [InlineData("30.6", "scale=\"6\" decimals=\"-5\" format=\"ixt:num-dot-decimal\"", "30600000")]
    [InlineData("1,234.50", "format=\"ixt:num-dot-decimal\"", "1234.50")]
    [InlineData("1.234,50", "sign=\"-\" format=\"ixt:num-comma-decimal\"", "-1234.50")]
    [InlineData("100", "scale=\"-2\"", "1.00")]
    [InlineData("25.3", "scale=\"-2\"", "0.253")]
    [InlineData("6.0", "scale=\"9\"", "6000000000")]
    [InlineData(".5", "format=\"ixt:num-dot-decimal\"", "0.5")]
    [InlineData("—", "sign=\"-\" format=\"ixt:fixed-zero\"", "0")]
    [InlineData("  7 ", "", "7")]
    [InlineData("00120", "", "120")]
    [InlineData("123456789012345678901234567890123456789", "scale=\"3\"", "123456789012345678901234567890123456789000")]
    [InlineData("0.1234567890123456789012345678901234567890", "", "0.1234567890123456789012345678901234567890")]
    public void Scale_and_sign_move_the_point_and_keep_every_digit(string text, string attributes, string expected) =>
        Assert.Equal(expected, Ixbrl.Outcome(Ixbrl.Number(text, attributes)));

    [Theory]
    [InlineData("1,234", "", "is not a number")]
    [InlineData("-5", "", "keeps it in the sign attribute")]
    [InlineData("", "", "is not a number")]
    [InlineData("5", "scale=\"x\"", "no integer")]
    [InlineData("5", "scale=\"999999999\"", "is not a number")]
    [InlineData("5", "sign=\"+\"", "is not '-'")]
    [InlineData("5", "format=\"ixt:no-such\"", "in no registry")]
    [InlineData("5", "format=\"none:fixed-zero\"", "not declared")]
    [InlineData("five", "format=\"ixt:num-dot-decimal\"", "does not fit")]
    public void What_is_no_number_is_skipped_with_its_reason(string text, string attributes, string reason) =>
        Assert.Contains(reason, Ixbrl.Outcome(Ixbrl.Number(text, attributes)), StringComparison.Ordinal);

    [Fact]
    public void Nil_is_not_zero_and_keeps_its_context_and_unit()
    {
        var fact = Assert.Single(Ixbrl.ReadBody(Ixbrl.Number("", "xsi:nil=\"true\"")).Facts);
        Assert.True(fact.IsNil);
        Assert.Equal("2026-03-31", fact.Period.ToString());
        Assert.Equal("iso4217:USD", fact.Unit.ToString());
    }

    [Fact]
    public void Nested_facts_come_out_both_the_outer_one_first()
    {
        var inner = """<ix:nonFraction name="m:Inner" contextRef="year" unitRef="usd" scale="3"><b>5</b></ix:nonFraction>""";
        var facts = Ixbrl.ReadBody($"<p>{Ixbrl.Number(inner, "scale=\"3\"")}</p>").Facts;
        Assert.Equal(["m:Debt 5000 2026-03-31", "m:Inner 5000 2025-01-01/2025-12-31"], facts.Select(f => $"{f.Name} {f.Value} {f.Period}"));
    }

    [Fact]
    public void Hidden_facts_and_repeats_are_listed_and_marked()
    {
        var facts = Ixbrl.ReadBody($"<ix:header><ix:hidden>{Ixbrl.Number("1")}</ix:hidden></ix:header>{Ixbrl.Number("1")}{Ixbrl.Number("1")}").Facts;
        Assert.Equal([true, false, false], facts.Select(f => f.IsHidden));
    }

    [Fact]
    public void Facts_inside_tuples_and_footnotes_are_not_lost()
    {
        var body = $"""<ix:tuple name="m:T" tupleID="t">{Ixbrl.Number("1")}</ix:tuple><ix:footnote id="f" xml:lang="en">see {Ixbrl.Number("2")}</ix:footnote>""";
        Assert.Equal(["1", "2"], Ixbrl.ReadBody(body).Facts.Select(f => f.Value.ToString()));
    }

    [Fact]
    public void A_fraction_is_reported_and_never_rounded() => Assert.Contains(
        "fraction",
        Ixbrl.Outcome("""<ix:fraction name="m:F" contextRef="now" unitRef="usd"><ix:numerator>1</ix:numerator>/<ix:denominator>3</ix:denominator></ix:fraction>"""),
        StringComparison.Ordinal);

    [Fact]
    public void The_raw_text_stays_beside_the_value()
    {
        var fact = Assert.Single(Ixbrl.ReadBody(Ixbrl.Number("30.6", "scale=\"6\" sign=\"-\"")).Facts);
        Assert.Equal(("30.6", "-30600000"), (fact.RawText, fact.Value.ToString()));
    }

    [Fact]
    public void Inline_xbrl_1_0_is_read_like_1_1()
    {
        var old = Ixbrl.Document(Ixbrl.Number("1.234,5", "format=\"ixt:numdotcomma\""))
            .Replace("http://www.xbrl.org/2013/inlineXBRL", "http://www.xbrl.org/2008/inlineXBRL", StringComparison.Ordinal)
            .Replace("transformation/2022-02-16", "transformation/2010-04-20", StringComparison.Ordinal);
        Assert.Equal("1234.5", Assert.Single(Ixbrl.Read(old).Facts).Value.ToString());
    }

    [Theory]
    [InlineData("name=\"m:Debt\" contextRef=\"none\" unitRef=\"usd\"", "context 'none'")]
    [InlineData("name=\"m:Debt\" contextRef=\"now\" unitRef=\"none\"", "unit 'none'")]
    [InlineData("name=\"m:Debt\" contextRef=\"now\"", "no unit")]
    [InlineData("name=\"m:Debt\" unitRef=\"usd\"", "no context")]
    [InlineData("contextRef=\"now\" unitRef=\"usd\"", "no name")]
    [InlineData("name=\"q:Debt\" contextRef=\"now\" unitRef=\"usd\"", "not declared")]
    public void A_reference_that_leads_nowhere_is_named(string attributes, string reason) =>
        Assert.Contains(reason, Ixbrl.Outcome($"<ix:nonFraction {attributes}>5</ix:nonFraction>"), StringComparison.Ordinal);
}
