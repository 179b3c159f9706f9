using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Editing;

namespace ThesisBoard.Browser.Tests.Reviews;

/// <summary>Four eyes in a browser: review is asked for, given, and goes out of date.</summary>
public sealed class ReviewsTests(Chromium chromium, OwnedBoard owned) : IClassFixture<OwnedBoard>
{
    private const string Page = $"{Editors.Board}/reviews";

    [Fact]
    public async Task A_review_is_asked_for_given_and_out_of_date_once_something_changes()
    {
        await using var owner = await chromium.NewTab(owned.Server, await owned.Owner(chromium), Theme.Light, 1440);
        await owner.Goto(Page);
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Ask for review on this board" }).ClickAsync();
        await Assertions.Expect(owner.Page.Locator("main .notice").First).ToContainTextAsync("provisional from now on");

        await using var reviewer = await chromium.NewTab(owned.Server, await chromium.MakeMember(owned.Server, "Ben", "reviewer"), Theme.Dark, 390);
        await reviewer.Goto(Page);
        await reviewer.Page.Locator("#debt-reduction details summary").ClickAsync();
        await Fit.Check(reviewer.Page);
        await Axe.Check(reviewer.Page);
        await Pictures.Take(reviewer.Page, "reviews-dark-390");
        await reviewer.Page.GetByRole(AriaRole.Button, new() { Name = "Approve what is listed: Debt" }).First.ClickAsync();
        await Assertions.Expect(reviewer.Page.Locator("main .notice").First).ToContainTextAsync("It holds until");

        await owner.Goto(Editors.Board);
        await Editors.Press(owner.Page.Locator("main"), "Everything on file");
        var list = owner.Page.GetByRole(AriaRole.Dialog).Last;
        await list.GetByRole(AriaRole.Searchbox).FillAsync("Long-term debt");
        await list.GetByRole(AriaRole.Button, new() { NameRegex = new("^Edit Long-term debt") }).First.ClickAsync();
        var figure = owner.Page.GetByRole(AriaRole.Dialog).Last;
        await figure.Locator("form[data-form]").First.WaitForAsync();
        await figure.Type("note", "Read again");
        await figure.Press("Save");
        await Assertions.Expect(owner.Page.Locator(".mud-snackbar")).ToContainTextAsync("Saved", new() { Timeout = 15_000 });

        await owner.Goto(Page);
        await Assertions.Expect(owner.Page.Locator("#debt-reduction")).ToContainTextAsync("Approval out of date: 1 figure changed since Ben approved");
        await Assertions.Expect(owner.Page.Locator("#debt-reduction")).ToContainTextAsync("You wrote part of it: 1 figure");
        await owner.Page.Locator("#debt-reduction details summary").ClickAsync();
        await Axe.Check(owner.Page);
        await Pictures.Take(owner.Page, "reviews-light-1440");
        await owner.Goto($"{Editors.Board}?open=debt-reduction");
        await Assertions.Expect(owner.Page.Locator("#row-debt-reduction")).ToContainTextAsync("Approval out of date");
        await Pictures.Take(owner.Page, "board-review-light-1440");
        owner.MustBeClean();
        reviewer.MustBeClean();
    }

    [Fact]
    public async Task What_is_withdrawn_stays_struck_through_with_its_reason_and_can_be_brought_back()
    {
        await using var tab = await chromium.NewTab(owned.Server, await owned.Owner(chromium), Theme.Light, 1440);
        await tab.Goto(Editors.Board);
        await (await tab.Open("edit-evidence")).Press("Withdraw");
        var dialog = tab.Page.GetByRole(AriaRole.Dialog).Last;
        await dialog.Locator("[name='reason']").WaitForAsync();
        await Axe.Check(dialog);
        await Pictures.Take(tab.Page, "withdraw-dialog-light-1440", wholePage: false);
        await dialog.Type("reason", "The exhibit was replaced by a corrected one.");
        await dialog.Press("Withdraw");

        var withdrawn = tab.Page.Locator("#withdrawn .evi.withdrawn");
        await Assertions.Expect(withdrawn).ToContainTextAsync("The exhibit was replaced by a corrected one.", new() { Timeout = 15_000 });
        await Assertions.Expect(withdrawn.Locator("s")).ToHaveCountAsync(1);
        await using (var phone = await chromium.NewTab(owned.Server, Theme.Dark, 390))
        {
            await phone.Goto(Editors.Board);
            await Assertions.Expect(phone.Page.Locator("#withdrawn")).ToContainTextAsync("Withdrawn by Ada");
            await Fit.Check(phone.Page);
            await Axe.Check(phone.Page);
            await phone.Page.Locator("#withdrawn").ScrollIntoViewIfNeededAsync();
            await Pictures.Take(phone.Page, "withdrawn-dark-390", wholePage: false);
        }

        await withdrawn.ScrollIntoViewIfNeededAsync();
        await Pictures.Take(tab.Page, "withdrawn-light-1440", wholePage: false);
        await tab.Page.Locator("#changes").GetByRole(AriaRole.Button, new() { NameRegex = new("^Undo: Withdrew") }).First.ClickAsync(); // what was said has passed
        await Assertions.Expect(withdrawn).ToHaveCountAsync(0, new() { Timeout = 15_000 });
        tab.MustBeClean();
    }
}
