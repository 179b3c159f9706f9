using ThesisBoard.Features.Filings;
using Xunit;

namespace ThesisBoard.Tests.Features.Filings;

public sealed class EntityCheckTests
{
    [Theory]
    [InlineData("Cango Inc.", 1725123L)]
    [InlineData("Somebody Else", 1725123L)] // a company may change its name; its CIK stays
    [InlineData("CANGO INC", null)]
    [InlineData("Cango Group Ltd", null)]
    [InlineData("", null)]
    public void The_issuers_own_filing_passes(string company, long? cik) => Assert.Equal("", EntityCheck.Warning("Cango Inc.", 1725123, company, cik));

    [Theory]
    [InlineData("Apple Inc.", 320193L)]
    [InlineData("Cango Inc.", 320193L)] // filed under the wrong company's name
    [InlineData("Apple Inc.", null)]
    public void Another_companys_filing_is_named(string company, long? cik) =>
        Assert.Contains(company, EntityCheck.Warning("Cango Inc.", 1725123, company, cik), StringComparison.Ordinal);

    [Fact]
    public void Without_a_cik_on_the_thesis_the_names_decide()
    {
        Assert.Equal("", EntityCheck.Warning("Cango", null, "Cango Inc.", 1725123));
        Assert.NotEqual("", EntityCheck.Warning("Cango", null, "Apple Inc.", 320193));
    }
}
