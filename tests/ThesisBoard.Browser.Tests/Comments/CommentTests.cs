using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Editing;
using ThesisBoard.Browser.Tests.Shares;

namespace ThesisBoard.Browser.Tests.Comments;

/// <summary>Members talk on a board that moves under them, and nothing that they do is lost.</summary>
public sealed class CommentTests(Chromium chromium, OwnedBoard owned) : IClassFixture<OwnedBoard>
{
    private const string Board = Editors.Board;
    private const string Field = "#say-criterion-debt-reduction-";
    private static readonly LocatorAssertionsToHaveTextOptions Soon = new() { Timeout = 15_000 };

    [Fact]
    public async Task What_one_changes_and_says_appears_at_the_other_who_is_half_way_through_a_comment_and_the_change_on_a_shared_page()
    {
        await using var ada = await chromium.NewTab(owned.Server, await owned.Owner(chromium));
        await using var ben = await chromium.NewTab(owned.Server, await chromium.MakeMember(owned.Server, "Ben", "reviewer"));
        await using var reader = await chromium.NewTab(owned.Server);
        await using var shared = await chromium.NewTab(owned.Server, Theme.Dark, width: 390);
        await shared.Goto(await ada.MakeLink("Readers"));
        foreach (var tab in new[] { ada, ben, reader })
            await tab.Goto($"{Board}#debt-reduction");
        await ben.Page.Locator("#row-debt-reduction").EvaluateAsync("row => row.open = true");
        await ben.Page.Locator("#talk-criterion-debt-reduction > summary").ClickAsync();
        await ben.Page.Locator(Field).PressSequentiallyAsync("Half of a thou");
        var place = await ben.Page.EvaluateAsync<double>("() => scrollY");

        var form = await ada.Open("edit-thesis");
        await form.Type("title", "Selling coins was strategy");
        await form.Press("Save");
        foreach (var tab in new[] { ben, reader, shared })
            await Assertions.Expect(tab.Page.Locator("h1")).ToHaveTextAsync("Selling coins was strategy", Soon);
        await Say(ada, "Does this count the loan, @Ben?");
        await Assertions.Expect(ben.Page.Locator("#talk-criterion-debt-reduction .said")).ToHaveTextAsync("Does this count the loan, @Ben?", Soon);
        Assert.Equal("Half of a thou", await ben.Page.Locator(Field).InputValueAsync());
        Assert.InRange(await ben.Page.EvaluateAsync<double>("() => scrollY") - place, -400, 400); // what was said above the field may move it
        Assert.True(await ben.Page.Locator("#row-debt-reduction").EvaluateAsync<bool>("row => row.open"));
        await Axe.Check(ben.Page);

        await ben.Page.ReloadAsync();
        await Assertions.Expect(ben.Page.Locator(Field)).ToHaveValueAsync("Half of a thou");
        await Assertions.Expect(ben.Page.Locator(Field)).ToBeVisibleAsync();
        foreach (var tab in new[] { reader, shared })
        {
            await Assertions.Expect(tab.Page.Locator(".talk")).ToHaveCountAsync(0);
            Assert.DoesNotContain("count the loan", await tab.Page.ContentAsync(), StringComparison.Ordinal);
        }

        foreach (var tab in new[] { ada, ben, reader, shared })
            tab.MustBeClean();
    }

    [Fact]
    public async Task A_comment_is_answered_changed_settled_and_removed_without_leaving_the_page()
    {
        await using var tab = await chromium.NewTab(owned.Server, await owned.Owner(chromium));
        await tab.Goto(Board);
        await tab.Page.EvaluateAsync("() => { window.same = true; }");
        await Say(tab, "First", "further-sales");
        var talk = tab.Page.Locator("#talk-criterion-further-sales");
        await Assertions.Expect(talk.Locator(".said")).ToHaveTextAsync("First", Soon);
        await talk.GetByText("Answer", new() { Exact = true }).First.ClickAsync();
        await talk.GetByLabel("Your answer to Ada").FillAsync("Second");
        await talk.GetByRole(AriaRole.Button, new() { Name = "Answer", Exact = true }).ClickAsync();
        await Assertions.Expect(talk.Locator(".said")).ToHaveTextAsync(["First", "Second"], Soon);

        await talk.GetByText("Edit or remove").First.ClickAsync();
        await talk.GetByLabel("Your comment, changed").First.FillAsync("First, better said");
        await Axe.Check(talk);
        await Pictures.Take(tab.Page, "comments", wholePage: false);
        await talk.GetByRole(AriaRole.Button, new() { Name = "Save" }).First.ClickAsync();
        await Assertions.Expect(talk.Locator(".said").First).ToHaveTextAsync("First, better said", Soon);
        await Assertions.Expect(talk).ToContainTextAsync(", edited ");

        await talk.GetByRole(AriaRole.Button, new() { NameRegex = new("^Resolve") }).ClickAsync();
        await Assertions.Expect(talk).ToContainTextAsync("Resolved by Ada", new() { Timeout = 15_000 });
        await talk.GetByRole(AriaRole.Button, new() { NameRegex = new("^Open again") }).ClickAsync();
        await Assertions.Expect(talk).Not.ToContainTextAsync("Resolved by Ada", new() { Timeout = 15_000 });
        await talk.GetByText("Edit or remove").First.ClickAsync();
        await talk.GetByRole(AriaRole.Button, new() { Name = "Remove" }).First.ClickAsync();
        await Assertions.Expect(talk).ToContainTextAsync("Removed by its author, Ada.", new() { Timeout = 15_000 });
        Assert.True(await tab.Page.EvaluateAsync<bool>("() => window.same"));
        tab.MustBeClean();
    }

    [Fact]
    public async Task A_name_is_offered_once_it_is_begun()
    {
        await using var tab = await chromium.NewTab(owned.Server, await owned.Owner(chromium), width: 390);
        await tab.Goto(Board);
        await tab.Page.Locator("#row-ai-build-out").EvaluateAsync("row => row.open = true");
        await tab.Page.Locator("#talk-criterion-ai-build-out > summary").ClickAsync();
        var field = tab.Page.Locator("#say-criterion-ai-build-out-");
        await field.PressSequentiallyAsync("Ask @a");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "@Ada" }).ClickAsync();
        Assert.Equal("Ask @Ada ", await field.InputValueAsync());
        await Fit.Check(tab.Page);
        await Axe.Check(tab.Page);
        tab.MustBeClean();
    }

    [Fact]
    public async Task Without_scripts_the_form_is_a_form()
    {
        await using var tab = await chromium.NewTab(owned.Server, scripts: false);
        await tab.Page.Context.AddCookiesAsync(await owned.Owner(chromium));
        await tab.Goto(Board);
        await tab.Page.Locator("#row-mining-headwinds > summary").ClickAsync();
        await tab.Page.Locator("#talk-criterion-mining-headwinds > summary").ClickAsync();
        await tab.Page.Locator("#say-criterion-mining-headwinds-").FillAsync("Sent as a form");
        await tab.Page.Locator("#talk-criterion-mining-headwinds").GetByRole(AriaRole.Button, new() { Name = "Comment", Exact = true }).ClickAsync();
        await tab.Page.WaitForURLAsync("**/t/cango-ai-pivot#mining-headwinds");
        await Assertions.Expect(tab.Page.Locator("#talk-criterion-mining-headwinds .said")).ToHaveTextAsync("Sent as a form");
        tab.MustBeClean();
    }

    private static async Task Say(Tab tab, string text, string criterion = "debt-reduction")
    {
        await tab.Page.Locator($"#row-{criterion}").EvaluateAsync("row => row.open = true");
        await tab.Page.Locator($"#talk-criterion-{criterion}").EvaluateAsync("talk => talk.open = true");
        await tab.Page.Locator($"#say-criterion-{criterion}-").FillAsync(text);
        await tab.Page.Locator($"#talk-criterion-{criterion}").GetByRole(AriaRole.Button, new() { Name = "Comment", Exact = true }).ClickAsync();
    }
}
