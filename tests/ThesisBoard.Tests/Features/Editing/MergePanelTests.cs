using Bunit;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Editing;
using Xunit;

namespace ThesisBoard.Tests.Features.Editing;

public sealed class MergePanelTests : BunitContext
{
    [Fact]
    public void Both_versions_of_every_field_are_on_screen_and_the_chosen_one_is_kept()
    {
        var seen = new Milestone("site", "The site", "Announced");
        var merge = new Merge(FieldDiff.Json(seen), FieldDiff.Json(seen with { Title = "My site" }), FieldDiff.Json(seen with { Title = "Their site" }));
        var panel = Render<MergePanel>(p => p.Add(x => x.Merge, merge).Add(x => x.Other, "Ben, 22 Nov 2026, 18:06 UTC"));

        Assert.Contains("Ben", panel.Markup, StringComparison.Ordinal);
        Assert.Contains("My site", panel.Markup, StringComparison.Ordinal);
        Assert.Contains("Their site", panel.Markup, StringComparison.Ordinal);
        panel.FindAll("input[type=radio]")[1].Change("on");
        Assert.Equal("Their site", merge.Result()["title"]!.ToString());
        panel.FindAll("button")[0].Click();
        Assert.Equal("My site", merge.Result()["title"]!.ToString());
    }

    [Fact]
    public void A_script_in_a_title_is_text()
    {
        var seen = new Milestone("site", "The site");
        var merge = new Merge(FieldDiff.Json(seen), FieldDiff.Json(seen with { Title = "<script>alert(1)</script>" }), FieldDiff.Json(seen));
        var panel = Render<MergePanel>(p => p.Add(x => x.Merge, merge).Add(x => x.Other, "Ben"));

        Assert.Empty(panel.FindAll("script"));
        Assert.Contains("&lt;script&gt;", panel.Markup, StringComparison.Ordinal);
    }
}
