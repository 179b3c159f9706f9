using System.Text.Json;
using ThesisBoard.CommandLine;
using Xunit;

namespace ThesisBoard.Tests.CommandLine;

public sealed class FactsCommandTests : IDisposable
{
    private const string Instance =
        """
        <xbrl xmlns="http://www.xbrl.org/2003/instance" xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:m="http://example.com/mine" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <context id="c"><entity><identifier scheme="s">1</identifier><segment><xbrldi:typedMember dimension="m:SiteAxis"><m:site>Georgia, "US"</m:site></xbrldi:typedMember></segment></entity>
        <period><startDate>2025-01-01</startDate><endDate>2025-12-31</endDate></period></context>
        <unit id="u"><divide><unitNumerator><measure>m:USD</measure></unitNumerator><unitDenominator><measure>m:BTC</measure></unitDenominator></divide></unit>
        <m:Cost contextRef="c" unitRef="u" decimals="0">68524</m:Cost><m:Nil contextRef="c" unitRef="u" xsi:nil="true"/>BROKEN</xbrl>
        """;

    private readonly string file = Path.GetTempFileName();
    private readonly StringWriter stdout = new();
    private readonly StringWriter stderr = new();

    [Fact]
    public void Csv_has_the_contracts_columns_and_quotes_what_needs_it()
    {
        Assert.Equal(0, Run(Instance.Replace("BROKEN", ""), FactsFormat.Csv));
        Assert.Equal(
            "name,value,period,dims,unit,decimals\n"
            + "m:Cost,68524,2025-01-01/2025-12-31,\"m:SiteAxis=Georgia, \"\"US\"\"\",m:USD per m:BTC,0\n"
            + "m:Nil,,2025-01-01/2025-12-31,\"m:SiteAxis=Georgia, \"\"US\"\"\",m:USD per m:BTC,\n",
            stdout.ToString());
        Assert.Empty(stderr.ToString());
    }

    [Fact]
    public void Json_has_the_same_fields_as_text()
    {
        Assert.Equal(0, Run(Instance.Replace("BROKEN", ""), FactsFormat.Json));
        var rows = JsonDocument.Parse(stdout.ToString()).RootElement;
        Assert.Equal(["name", "value", "period", "dims", "unit", "decimals"], rows[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(("68524", ""), (rows[0].GetProperty("value").GetString(), rows[1].GetProperty("value").GetString()));
    }

    [Fact]
    public void A_fact_that_cannot_be_resolved_goes_to_standard_error_with_its_place_and_the_rest_comes_out()
    {
        Assert.Equal(1, Run(Instance.Replace("BROKEN", "\n<m:Lost contextRef=\"none\" unitRef=\"u\">1</m:Lost>"), FactsFormat.Csv));
        Assert.Equal(3, stdout.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains(":6:2: m:Lost: its context 'none' is in no document given", stderr.ToString());
    }

    [Theory]
    [InlineData("%PDF-1.7", "This is a PDF")]
    [InlineData("", "The file is empty")]
    public void A_file_without_facts_is_refused_by_its_content(string content, string message)
    {
        Assert.Equal(1, Run(content, FactsFormat.Csv));
        Assert.Contains(message, stderr.ToString());
        Assert.Empty(stdout.ToString());
    }

    [Fact]
    public void A_file_that_is_not_there_is_said_so()
    {
        Assert.Equal(1, FactsCommand.Run(stdout, stderr, file + ".none", FactsFormat.Csv));
        Assert.Contains(".none", stderr.ToString());
    }

    public void Dispose()
    {
        File.Delete(file);
        stdout.Dispose();
        stderr.Dispose();
    }

    private int Run(string content, FactsFormat format)
    {
        File.WriteAllText(file, content);
        return FactsCommand.Run(stdout, stderr, file, format);
    }
}
