using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;
using ThesisBoard.Core.Theses;
using Xunit;

namespace ThesisBoard.Core.Tests.Theses;

public sealed class SchemaTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(Shipped.SchemaText)!.AsObject();

    [Fact]
    public void The_shipped_files_fit_the_schema()
    {
        Assert.Empty(Misfits(Shipped.SampleText));
        Assert.Empty(Misfits(Shipped.TemplateText));
    }

    [Fact]
    public void Every_file_that_is_written_fits_the_schema() => Gen.Select(AnyBoard.Thesis, AnyBoard.Record).Sample((thesis, record) =>
        Assert.Empty(Misfits(ThesisFile.Write(thesis, record))), iter: 50);

    [Fact]
    public void Every_property_of_the_schema_is_written_by_some_board_or_by_the_sample()
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        Gen.Select(AnyBoard.Thesis, AnyBoard.Record).Array[40].Sample(boards =>
        {
            foreach (var (thesis, record) in boards)
                Collect(JsonNode.Parse(ThesisFile.Write(thesis, record)), written);
        }, iter: 1, threads: 1);
        Collect(JsonNode.Parse(Shipped.SampleText), written);
        var described = new HashSet<string>(StringComparer.Ordinal);
        Describe(Schema, described);
        Assert.Empty(described.Except(written));
    }

    [Theory]
    [InlineData("\"isSample\": true", "\"isSample\": 1")]
    [InlineData("\"slug\": \"cango-ai-pivot\"", "\"slug\": \"Cango!\"")]
    [InlineData("\"slug\": \"cango-ai-pivot\"", "\"slug\": \"cango-ai-pivot\", \"colour\": 1")]
    [InlineData("\"kind\": \"change\"", "\"kind\": \"chance\"")]
    [InlineData("\"454.83 BTC\"", "\"454.83 BTC today\"")]
    [InlineData("\"withLine\": true", "\"withLine\": true, \"date\": \"2026-01-01\"")]
    [InlineData("thesisboard/1", "thesisboard/2")]
    public void What_the_reader_refuses_the_schema_refuses(string good, string bad)
    {
        var text = new Regex(Regex.Escape(good)).Replace(Shipped.SampleText, bad, 1);
        Assert.NotEmpty(ThesisFile.Read(text).Problems);
        Assert.NotEmpty(Misfits(text));
    }

    private static List<string> Misfits(string text)
    {
        using var document = JsonDocument.Parse(text);
        var misfits = new List<string>();
        SchemaReader.Visit(Schema, Schema, document.RootElement, "$", misfits);
        return misfits;
    }

    private static void Collect(JsonNode? node, HashSet<string> names)
    {
        if (node is JsonArray list)
            list.ToList().ForEach(item => Collect(item, names));
        if (node is not JsonObject members)
            return;
        foreach (var (name, value) in members)
        {
            names.Add(name);
            Collect(value, names);
        }
    }

    private static void Describe(JsonNode? node, HashSet<string> names)
    {
        if (node is JsonArray list)
            list.ToList().ForEach(item => Describe(item, names));
        if (node is not JsonObject members)
            return;
        foreach (var (name, value) in members)
        {
            if (name == "properties")
                names.UnionWith(value!.AsObject().Select(p => p.Key));
            Describe(value, names);
        }
    }
}
