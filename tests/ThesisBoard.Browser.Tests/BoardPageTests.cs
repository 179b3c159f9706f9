using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Browser.Tests;

/// <summary>The Cango board as a reader sees it. Every test names its date: the board of "today" changes with the calendar.</summary>
public sealed class BoardPageTests(Chromium chromium, BoardServer server) : IClassFixture<BoardServer>
{
    private const string Board = "/t/cango-ai-pivot";
    private const string InNovember = Board + "?asOf=2026-11-22";

    [Fact]
    public async Task Verdict_nine_criteria_and_the_truth_table_are_there_to_read()
    {
        await using var tab = await Open(InNovember);

        Assert.Equal("Verdict: Strained", await tab.Page.Locator(".verdict h2").TextContentAsync());
        Assert.Contains("94.5", await tab.Page.Locator(".verdict .reason").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(9, await tab.Page.Locator("details.row").CountAsync());
        Assert.Equal(["Met", "Unknown"], await tab.Page.Locator(".leg .st").AllInnerTextsAsync());
        Assert.Contains("39 days left", await tab.Page.Locator(".next").TextContentAsync(), StringComparison.Ordinal);
        tab.MustBeClean();
    }

    [Fact]
    public async Task A_stop_turns_every_part_of_the_page_back_and_the_back_button_forward_again()
    {
        await using var tab = await Open(InNovember);
        var page = tab.Page;
        await page.EvaluateAsync("window.sameDocument = true");

        await page.Locator("#as-of-date").FillAsync("2026-04-10");
        await Assertions.Expect(page.Locator(".notice.turned")).ToContainTextAsync("10 Apr 2026");

        Assert.Contains("asOf=2026-04-10", page.Url, StringComparison.Ordinal);
        Assert.Equal(["Unknown", "Unknown"], await page.Locator(".leg .st").AllInnerTextsAsync());
        Assert.Equal("Unknown", await page.Locator("#row-debt-reduction").GetAttributeAsync("data-standing"));
        Assert.DoesNotContain("31 May 2026", await page.Locator("#evidence").InnerTextAsync(), StringComparison.Ordinal);
        Assert.StartsWith("As of 10 Apr 2026: Strained.", await page.Locator("#announce").TextContentAsync(), StringComparison.Ordinal);
        Assert.Contains("asOf=2026-04-10", await page.Locator(".answers a").First.GetAttributeAsync("href"), StringComparison.Ordinal);

        await page.GoBackAsync();
        await Assertions.Expect(page.Locator(".leg .st").First).ToHaveTextAsync("Met");
        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument === true"), "The page was loaded anew.");
        tab.MustBeClean();
    }

    [Fact]
    public async Task From_a_date_before_anything_was_on_file_the_back_button_leads_back_to_the_board()
    {
        await using var tab = await Open(InNovember);
        var date = tab.Page.Locator("#as-of input[type=date]");
        await date.FillAsync("2025-01-05");
        await Assertions.Expect(tab.Page.Locator("h1")).ToHaveTextAsync("Nothing was on file yet");

        await tab.Page.GoBackAsync();

        await Assertions.Expect(tab.Page.Locator("#verdict-word")).ToContainTextAsync("Strained");
        Assert.EndsWith(InNovember, tab.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_that_is_typed_is_taken_once_it_stands()
    {
        await using var tab = await Open(InNovember);
        var page = tab.Page;
        var asked = new List<string>();
        page.Request += (_, request) =>
        {
            if (request.Url.Contains("asOf=", StringComparison.Ordinal))
                asked.Add(request.Url[(request.Url.IndexOf("asOf=", StringComparison.Ordinal) + 5)..]);
        };
        await page.Locator("#as-of-date").FocusAsync();

        await page.Keyboard.TypeAsync("0410"); // "April" alone is a date, too: the 22nd

        await Assertions.Expect(page.Locator(".notice.turned")).ToContainTextAsync("10 Apr 2026");
        Assert.Equal(["2026-04-10"], asked.Distinct());
        tab.MustBeClean();
    }

    [Fact]
    public async Task What_was_opened_typed_and_focused_stays_when_the_page_is_turned()
    {
        await using var tab = await Open(InNovember);
        var page = tab.Page;
        await page.Locator("#row-further-sales > summary").ClickAsync();
        await page.EvaluateAsync("document.querySelector('input[type=search]').value = 'half a wo'");
        await page.Locator("#as-of-previous").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".notice.turned")).ToBeVisibleAsync();

        Assert.True(await page.Locator("#row-further-sales").EvaluateAsync<bool>("row => row.open"));
        Assert.Equal("half a wo", await page.Locator("input[type=search]").InputValueAsync());
        Assert.Equal("as-of-previous", await page.EvaluateAsync<string>("document.activeElement.id"));
        tab.MustBeClean();
    }

    [Fact]
    public async Task A_link_to_a_criterion_opens_it()
    {
        await using var tab = await Open(InNovember + "#ai-build-out");

        Assert.True(await tab.Page.Locator("#row-ai-build-out").EvaluateAsync<bool>("row => row.open"));
        Assert.Equal(3, await tab.Page.Locator("#ai-build-out .layer:visible").CountAsync());
    }

    [Fact]
    public async Task Filters_narrow_the_evidence_and_stand_in_the_link()
    {
        await using var tab = await Open(InNovember);
        await tab.Page.Locator("select[name=stance]").SelectOptionAsync("contradicts");
        await Assertions.Expect(tab.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("stance=contradicts"));
        await Assertions.Expect(tab.Page.Locator("#evidence .stances li.supports")).ToHaveCountAsync(0);

        await using var pasted = await chromium.NewTab(server);
        await pasted.Page.GotoAsync(tab.Page.Url);
        Assert.Equal(await tab.Page.Locator("#evidence article").CountAsync(), await pasted.Page.Locator("#evidence article").CountAsync());
        tab.MustBeClean();
    }

    [Fact]
    public async Task The_theme_button_changes_the_theme_and_the_next_page_comes_in_it()
    {
        await using var tab = await Open(InNovember);
        await tab.Page.Locator("[data-theme-toggle]").ClickAsync();
        await tab.Goto("/");

        Assert.Equal("dark", await tab.Page.Locator("html").GetAttributeAsync("data-theme"));
    }

    [Fact]
    public async Task A_first_visit_before_charts_costs_a_reader_less_than_sixty_kilobytes_and_no_circuit()
    {
        await using var tab = await chromium.NewTab(server);
        var cost = await Transfer.Cold(tab.Page, () => tab.Page.GotoAsync(InNovember, new() { WaitUntil = WaitUntilState.Load }));

        Assert.True(cost.HttpBytes < 60 * 1024, $"{cost}");
        Assert.DoesNotContain(cost.Items, item => item.Url.Contains("_framework", StringComparison.Ordinal) || item.Url.Contains("MudBlazor", StringComparison.Ordinal));
    }

    private async Task<Tab> Open(string path)
    {
        var tab = await chromium.NewTab(server);
        await tab.Goto(path);
        return tab;
    }
}
