using Bunit;
using Microsoft.AspNetCore.Components;
using ThesisBoard.Features.Charts;
using Xunit;

namespace ThesisBoard.Tests.Features.Charts;

public sealed class ChartGuardTests : BunitContext
{
    [Fact]
    public void A_chart_that_cannot_be_drawn_leaves_what_stands_around_it()
    {
        RenderFragment broken = _ => throw new InvalidOperationException("no such series");
        var page = Render(builder =>
        {
            builder.AddMarkupContent(0, "<p>before</p>");
            builder.OpenComponent<ChartGuard>(1);
            builder.AddComponentParameter(2, nameof(ChartGuard.ChildContent), broken);
            builder.CloseComponent();
            builder.AddMarkupContent(3, "<p>after</p>");
        });

        Assert.Equal(["before", "This chart could not be drawn; the server’s log says why. Its figures stand with the criteria and the evidence.", "after"], page.FindAll("p").Select(p => p.TextContent));
    }
}
