using ThesisBoard.Core.Charts;
using ThesisBoard.Features.Charts;
using Xunit;

namespace ThesisBoard.Tests.Features.Charts;

public sealed class ChartCsvTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1+1", "'-1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("plain, text", "\"plain, text\"")]
    public void Text_that_a_spreadsheet_would_run_is_disarmed(string text, string written) =>
        Assert.Equal($"Period,Value\r\n{written},1\r\n", ChartCsv.Write(new(["Period", "Value"], [[new(text), new("1", 1m)]])));

    [Fact]
    public void A_number_stays_a_number_whatever_its_sign() =>
        Assert.Equal("Value\r\n-452800000\r\n602.53\r\n", ChartCsv.Write(new(["Value"], [[new("\u2212$452.8M", -452_800_000m)], [new("602.53 BTC", 602.530m)]])));
}
