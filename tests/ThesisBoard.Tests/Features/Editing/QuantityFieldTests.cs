using Bunit;
using ThesisBoard.Features.Editing;
using Xunit;

namespace ThesisBoard.Tests.Features.Editing;

public sealed class QuantityFieldTests : BunitContext
{
    [Theory]
    [InlineData("1,5 USD", "“1,5” is not an amount.")]
    [InlineData("many USD", "“many” is not an amount.")]
    [InlineData("600000000 !!", "“!!” is not a unit.")]
    [InlineData("600000000 USD", "It is too large.")]
    public void What_is_wrong_is_said_of_the_field_in_which_it_stands(string typed, string said)
    {
        var sheet = new Sheet { ["value"] = typed };
        sheet.Problems = [new("value", "It is too large.")];

        var field = Render<QuantityField>(p => p.AddCascadingValue(sheet).Add(f => f.Path, "value").Add(f => f.Label, "Value"));

        Assert.StartsWith(said, field.Find(".wrong li").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_wrong_before_the_sheet_was_read()
    {
        var field = Render<QuantityField>(p => p.AddCascadingValue(new Sheet { ["value"] = "many USD" }).Add(f => f.Path, "value").Add(f => f.Label, "Value"));

        Assert.Empty(field.FindAll(".wrong"));
    }
}
