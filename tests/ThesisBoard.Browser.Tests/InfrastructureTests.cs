using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Browser.Tests;

/// <summary>What the other browser tests lean on: each gate is shown to close.</summary>
public sealed class InfrastructureTests(Chromium chromium, BoardServer server) : IClassFixture<BoardServer>
{
    // Not a bare file: for one of those the browser asks for /favicon.ico.
    private const string Page = "/not-found";

    [Theory]
    [InlineData(Theme.Light)]
    [InlineData(Theme.Dark)]
    public async Task A_tab_has_the_colour_scheme_and_width_that_were_asked_for(Theme theme)
    {
        await using var tab = await chromium.NewTab(server, theme, width: 390);
        await tab.Goto(Page);

        Assert.Equal(theme == Theme.Dark, await tab.Page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches"));
        Assert.Equal(390, await tab.Page.EvaluateAsync<int>("innerWidth"));
        tab.MustBeClean();
    }

    [Theory]
    [InlineData("console.error('a bar has no data')", "a bar has no data")]
    [InlineData("setTimeout(() => { throw new Error('no such series') })", "no such series")]
    [InlineData("fetch('http://127.0.0.1:9/').catch(() => {})", "another origin: http://127.0.0.1:9/")]
    public async Task A_tab_notices_what_goes_wrong_in_it(string script, string fault)
    {
        await using var tab = await chromium.NewTab(server);
        await tab.Page.SetContentAsync("<title>A page without a content policy, so that the request goes out</title>");
        await tab.Page.EvaluateAsync($"() => {{ {script} }}");
        for (var turn = 0; turn < 100 && tab.Faults.Count == 0; turn++)
            await Task.Delay(20, TestContext.Current.CancellationToken);

        Assert.Contains(tab.Faults, each => each.Contains(fault, StringComparison.Ordinal));
        Assert.ThrowsAny<Exception>(tab.MustBeClean);
    }

    [Fact]
    public async Task Axe_names_the_rule_and_the_element()
    {
        await using var tab = await chromium.NewTab(server);
        await tab.Page.SetContentAsync("<html lang=en><title>t</title><main><h1>h</h1><img id=bare src='data:,'></main></html>");

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Axe.Check(tab.Page));

        Assert.Contains("image-alt", failure.Message, StringComparison.Ordinal);
        Assert.Contains("#bare", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Transfer_counts_a_cold_visit_in_full_and_nothing_for_what_the_cache_answers()
    {
        await using var tab = await chromium.NewTab(server);
        Task Visit() => tab.Page.GotoAsync(Page, new() { WaitUntil = WaitUntilState.NetworkIdle });

        var cold = await Transfer.Cold(tab.Page, Visit);
        await Visit();
        var warm = await Transfer.Warm(tab.Page, Visit);

        Assert.True(cold.Of("Document") > 0 && cold.Of("Stylesheet") > 0, cold.ToString());
        Assert.True(warm.Of("Document") > 0 && warm.Of("Stylesheet") == 0, warm.ToString());
        TestContext.Current.TestOutputHelper?.WriteLine($"cold {cold}\nwarm {warm}");
    }

    [Fact]
    public async Task A_killed_server_comes_back_at_the_same_address()
    {
        await using var own = await BoardServer.Start();
        using var http = new HttpClient { BaseAddress = own.Address };

        await own.Kill();
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetStringAsync(Page, TestContext.Current.CancellationToken));
        await own.Restart();

        Assert.NotEmpty(await http.GetStringAsync(Page, TestContext.Current.CancellationToken));
    }
}
