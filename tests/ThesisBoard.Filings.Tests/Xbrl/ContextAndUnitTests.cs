namespace ThesisBoard.Filings.Tests.Xbrl;

public sealed class ContextAndUnitTests
{
    private const string Entity = """<xbrli:identifier scheme="s">1</xbrli:identifier>""";

    [Theory]
    [InlineData("<xbrli:instant>2025-12-31</xbrli:instant>", "2025-12-31")]
    [InlineData("<xbrli:instant>2026-01-01T00:00:00</xbrli:instant>", "2025-12-31")]
    [InlineData("<xbrli:instant> 2025-12-31T23:59:59 </xbrli:instant>", "2025-12-31")]
    [InlineData("<xbrli:instant>2025-12-31Z</xbrli:instant>", "2025-12-31")]
    [InlineData("<xbrli:startDate>2025-01-01T00:00:00</xbrli:startDate><xbrli:endDate>2026-01-01T00:00:00</xbrli:endDate>", "2025-01-01/2025-12-31")]
    [InlineData("<xbrli:forever/>", "forever")]
    public void Periods_read_as_inclusive_days(string period, string expected) => Assert.Equal(expected, Read(period).Facts[0].Period.ToString());

    [Theory]
    [InlineData("<xbrli:instant>2025-02-30</xbrli:instant>", "2025-02-30")]
    [InlineData("<xbrli:startDate>2025-01-01</xbrli:startDate>", "no complete period")]
    [InlineData("", "no complete period")]
    public void A_broken_period_is_said_and_not_guessed(string period, string reason) =>
        Assert.Contains(reason, Assert.Single(Read(period).Skipped).Reason, StringComparison.Ordinal);

    [Fact]
    public void Dimensions_of_segment_and_scenario_are_sorted_and_joined()
    {
        var result = Read(
            "<xbrli:instant>2025-12-31</xbrli:instant>",
            """<xbrli:segment><xbrldi:explicitMember dimension="m:ZAxis"> m:OneMember </xbrldi:explicitMember><xbrldi:typedMember dimension="m:AAxis"><m:site>Site 7</m:site></xbrldi:typedMember></xbrli:segment>""",
            """<xbrli:scenario><xbrldi:explicitMember dimension="m:MAxis">m:TwoMember</xbrldi:explicitMember><m:old>x</m:old></xbrli:scenario>""");
        Assert.Equal("m:AAxis=Site 7|m:MAxis=m:TwoMember|m:ZAxis=m:OneMember|m:old=x", Dimension.Join(result.Facts[0].Dimensions));
    }

    [Theory]
    [InlineData("<xbrli:measure> iso4217:USD </xbrli:measure>", "iso4217:USD")]
    [InlineData("<xbrli:measure>m:MW</xbrli:measure><xbrli:measure>m:h</xbrli:measure>", "m:MW * m:h")]
    [InlineData(
        "<xbrli:divide><xbrli:unitNumerator><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unitNumerator><xbrli:unitDenominator><xbrli:measure>m:MW</xbrli:measure><xbrli:measure>m:h</xbrli:measure></xbrli:unitDenominator></xbrli:divide>",
        "iso4217:USD per m:MW * m:h")]
    public void Units_are_products_and_quotients(string unit, string expected) =>
        Assert.Equal(expected, Read("<xbrli:forever/>", unit: unit).Facts[0].Unit.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("<xbrli:divide><xbrli:unitNumerator><xbrli:measure>m:a</xbrli:measure></xbrli:unitNumerator></xbrli:divide>")]
    public void A_unit_without_its_measures_is_none(string unit) =>
        Assert.Contains("no complete measure", Assert.Single(Read("<xbrli:forever/>", unit: unit).Skipped).Reason, StringComparison.Ordinal);

    [Fact]
    public void Two_different_contexts_of_one_id_are_ambiguous_and_two_equal_ones_are_not()
    {
        var other = Ixbrl.Resources.Replace("2026-03-31", "2026-06-30", StringComparison.Ordinal);
        Assert.Empty(Ixbrl.Read(Ixbrl.Document(Ixbrl.Number("1"), Ixbrl.Resources + Ixbrl.Resources)).Skipped);
        Assert.Contains("two different contexts", Assert.Single(Ixbrl.Read(Ixbrl.Document(Ixbrl.Number("1"), Ixbrl.Resources + other)).Skipped).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Contexts_may_follow_the_facts() =>
        Assert.Single(Ixbrl.Read(Ixbrl.Document(Ixbrl.Number("1") + Ixbrl.Resources, "")).Facts);

    [Fact]
    public void The_entity_is_on_every_fact_and_in_the_summary()
    {
        var result = Ixbrl.ReadBody(Ixbrl.Number("1"));
        Assert.Equal("0001725123", Assert.Single(result.Entities).Cik);
    }

    private static ReadResult Read(string period, string segment = "", string scenario = "", string unit = "<xbrli:measure>m:u</xbrli:measure>") =>
        Ixbrl.Read(Ixbrl.Document(
            """<ix:nonFraction name="m:X" contextRef="c" unitRef="u">1</ix:nonFraction>""",
            $"""<xbrli:context id="c"><xbrli:entity>{Entity}{segment}</xbrli:entity><xbrli:period>{period}</xbrli:period>{scenario}</xbrli:context><xbrli:unit id="u">{unit}</xbrli:unit>"""));
}
