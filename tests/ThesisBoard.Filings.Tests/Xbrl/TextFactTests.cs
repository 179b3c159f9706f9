namespace ThesisBoard.Filings.Tests.Xbrl;

public sealed class TextFactTests
{
    [Fact]
    public void Continuations_join_in_their_own_order_and_leave_out_what_is_excluded()
    {
        var body = """
            <ix:continuation id="c2">three</ix:continuation>
            <ix:nonNumeric name="m:Note" contextRef="year" continuedAt="c1">one <ix:exclude>page 7</ix:exclude>and </ix:nonNumeric>
            <ix:continuation id="c1" continuedAt="c2">two and </ix:continuation>
            """;
        Assert.Equal("one and two and three", Assert.Single(Ixbrl.ReadBody(body).TextFacts).Text);
    }

    [Theory]
    [InlineData("<ix:continuation id=\"c1\" continuedAt=\"c1\">x</ix:continuation>", "leads back")]
    [InlineData("", "in no document given")]
    public void A_broken_chain_is_said(string continuation, string reason)
    {
        var result = Ixbrl.ReadBody($"""<ix:nonNumeric name="m:Note" contextRef="year" continuedAt="c1">one</ix:nonNumeric>{continuation}""");
        var skipped = Assert.Single(result.Skipped);
        Assert.False(skipped.IsNumeric);
        Assert.Contains(reason, skipped.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fact_inside_an_excluded_part_keeps_its_own_text()
    {
        var result = Ixbrl.ReadBody($"""<ix:nonNumeric name="m:Note" contextRef="year">a<ix:exclude>b{Ixbrl.Number("5")}</ix:exclude>c</ix:nonNumeric>""");
        Assert.Equal(("ac", "5"), (result.TextFacts[0].Text, result.Facts[0].Value.ToString()));
    }

    [Fact]
    public void Kept_markup_ends_blocks_in_lines_and_cells_in_tabs()
    {
        var result = Ixbrl.ReadBody(
            $"""<ix:nonNumeric name="m:Note" contextRef="year" escape="true"><p>Debt</p><table><tr><td>2025</td><td>{Ixbrl.Number("30.6")}</td></tr></table></ix:nonNumeric>""");
        Assert.Equal("Debt\n2025\t30.6\t\n", result.TextFacts[0].Text);
    }

    [Fact]
    public void A_transform_applies_to_text_too()
    {
        var result = Ixbrl.ReadBody("""<ix:nonNumeric name="m:Date" contextRef="year" format="ixt:date-monthname-day-year-en">March 31, 2026</ix:nonNumeric>""");
        Assert.Equal("2026-03-31", result.TextFacts[0].Text);
    }
}
