using System.Text.Json.Nodes;
using ThesisBoard.Features.Editing;
using Xunit;

namespace ThesisBoard.Tests.Features.Editing;

/// <summary>How a field that changed reads.</summary>
public sealed class FieldDiffTests
{
    [Theory]
    [InlineData("rule.break", "0", "-20000000", "0", "\u221220,000,000")]
    [InlineData("rule.share", "0.25", "0.255", "0.25", "0.255")]
    [InlineData("issuer.cik", "1725123", "320193", "1725123", "320193")] // a number that is a name
    public void A_number_reads_as_people_write_it(string path, string before, string after, string was, string becomes)
    {
        var change = Assert.Single(FieldDiff.Between(Item(path, before), Item(path, after)));
        Assert.Equal((path, was, becomes), (change.Path, change.Before, change.After));
    }

    private static JsonObject Item(string path, string number)
    {
        var names = path.Split('.');
        return new() { [names[0]] = new JsonObject { [names[1]] = JsonNode.Parse(number) } };
    }
}
