using ThesisBoard.Filings.Transforms;

namespace ThesisBoard.Filings.Tests.Transforms;

public sealed class SecTransformTests
{
    [Theory]
    [InlineData("numwordsen", "Two million, three hundred and five thousand, four hundred and twenty-one", "2305421")]
    [InlineData("numwordsen", "eighteen hundred", "1800")]
    [InlineData("numwordsen", "No", "0")]
    [InlineData("durwordsen", "eighteen months", "P18M")]
    [InlineData("durwordsen", "one hundred and eighty days", "P180D")]
    [InlineData("durwordsen", "18 months", "P18M")]
    [InlineData("durwordsen", "One year, and zero months", "P1Y")]
    [InlineData("duryear", "0.5", "P0Y6M")]
    [InlineData("duryear", "0", "P0Y")]
    [InlineData("durday", "-0", "P0D")]
    [InlineData("durhour", "0.5", "PT0H")]
    [InlineData("numinf", "x", "INF")]
    [InlineData("datequarterend", "Fourth quarter of 2024", "2024-12-31")]
    [InlineData("stateprovnameen", "District of Columbia", "DC")]
    [InlineData("countrynameen", "Cote d’Ivoire", "CI")]
    [InlineData("edgarprovcountryen", "Ontario, Canada", "A6")]
    [InlineData("exchnameen", "NYSE", "NYSE")]
    [InlineData("exchnameen", "The Nasdaq Global Select Market", "NASDAQ")]
    [InlineData("entityfilercategoryen", "Non-Accelerated Filer", "Non-accelerated Filer")]
    public void Values_are_those_of_the_sec(string name, string input, string expected) =>
        Assert.Equal(expected, TransformRegistry.Find(TransformRegistry.Sec, name)!(input));

    [Theory]
    [InlineData("numwordsen", "one thousand million")]
    [InlineData("numwordsen", "twenty-ten")]
    [InlineData("numwordsen", "ONE")]
    [InlineData("numwordsen", "and one")]
    [InlineData("numwordsen", "")]
    [InlineData("durwordsen", "two days and one year")]
    [InlineData("durwordsen", "years")]
    [InlineData("durday", "1e3")]
    [InlineData("durday", "99999999999999999999999999999999")]
    public void What_does_not_fit_gives_nothing(string name, string input) =>
        Assert.Null(TransformRegistry.Find(TransformRegistry.Sec, name)!(input));
}
