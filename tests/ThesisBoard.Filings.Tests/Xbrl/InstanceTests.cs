namespace ThesisBoard.Filings.Tests.Xbrl;

public sealed class InstanceTests
{
    [Fact]
    public void Items_tuples_nil_and_exponents_are_read_from_a_plain_instance()
    {
        var result = Ixbrl.Read(
            """
            <x:xbrl xmlns:x="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:m="http://example.com/mine"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:iso4217="http://www.xbrl.org/2003/iso4217">
              <link:footnoteLink><link:footnote contextRef="c">no fact</link:footnote></link:footnoteLink>
              <m:Debt contextRef="c" unitRef="u" decimals="-3" id="f1"> -30600000 </m:Debt>
              <m:Nothing contextRef="c" unitRef="u" xsi:nil="true"/>
              <m:Tuple><m:Rate contextRef="c" unitRef="u" precision="3">1.5E-3</m:Rate></m:Tuple>
              <m:Name contextRef="c">Cango</m:Name>
              <x:context id="c"><x:entity><x:identifier scheme="s">1</x:identifier></x:entity><x:period><x:forever/></x:period></x:context>
              <x:unit id="u"><x:measure>iso4217:USD</x:measure></x:unit>
            </x:xbrl>
            """);
        Assert.Equal(FilingFormat.XbrlInstance, result.Format);
        Assert.Equal(["m:Debt -30600000 -3", "m:Nothing  ", "m:Rate 0.0015 "], result.Facts.Select(f => $"{f.Name} {f.Value} {f.Decimals}"));
        Assert.Equal("Cango", Assert.Single(result.TextFacts).Text);
        Assert.Empty(result.Skipped);
    }
}
