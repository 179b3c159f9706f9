using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Editing;
using ThesisBoard.Browser.Tests.Hosting;
using ThesisBoard.Browser.Tests.Shares;
using ThesisBoard.Tests.Nodes;

namespace ThesisBoard.Browser.Tests.Nodes;

/// <summary>Two nodes behind a sticky proxy are one installation: what is changed on one is seen on the other, and a node that dies takes nothing with it.</summary>
public sealed class TwoNodesTests(Chromium chromium, TwoNodes nodes) : IClassFixture<TwoNodes>
{
    [Fact]
    public async Task A_change_on_one_node_reaches_readers_and_members_on_the_other_without_a_reload()
    {
        await Whole();
        var owner = await nodes.Owner();
        await using var editor = await nodes.TabOn(nodes.First, owner);
        await using var reader = await nodes.TabOn(nodes.Second);
        await using var member = await nodes.TabOn(nodes.Second, owner);
        await reader.Mark();
        await member.Mark();
        var half = await member.Open("add-source");
        await half.Locator("[name=title]").FillAsync("A half-typed sour");

        await Rename(editor, "Renamed on the first node");
        var watch = Stopwatch.StartNew();

        foreach (var tab in new[] { reader, member })
        {
            await Assertions.Expect(tab.Page.Locator("#board h1")).ToHaveTextAsync("Renamed on the first node");
            Assert.True(await tab.IsSameDocument());
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"seen {watch.ElapsedMilliseconds} ms after it was said to be saved");
        Assert.Equal("A half-typed sour", await half.Locator("[name=title]").InputValueAsync());
        Assert.Same(nodes.First, await nodes.NodeOf(editor));
        Assert.Same(nodes.Second, await nodes.NodeOf(reader));
        foreach (var tab in new[] { editor, reader, member })
            tab.MustBeClean();
    }

    [Fact]
    public async Task A_node_killed_in_the_middle_of_writes_loses_nothing_that_was_confirmed_and_its_people_go_on_at_the_other()
    {
        await Whole();
        var owner = await nodes.Owner();
        await using var writer = await nodes.TabOn(nodes.First, owner);
        await using var typist = await nodes.TabOn(nodes.First, owner, Theme.Dark, width: 390);
        await using var reader = await nodes.TabOn(nodes.First);
        foreach (var tab in new[] { writer, typist, reader })
            await tab.Mark();
        var form = await typist.Open("attach-evidence");
        await form.Locator("[name=claim]").FillAsync("Typed on a node that is about to die");
        var confirmed = new List<string>();
        var writing = Write(writer, confirmed);
        while (confirmed.Count < 4 && !writing.IsCompleted)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        await Task.Delay(Random.Shared.Next(300), TestContext.Current.CancellationToken); // wherever the fifth is by then

        await nodes.First.Kill();
        var watch = Stopwatch.StartNew();
        await typist.IsLoadedAgain();
        await Assertions.Expect(typist.Page.GetByRole(AriaRole.Dialog).Locator("[name=claim]"))
            .ToHaveValueAsync("Typed on a node that is about to die");

        TestContext.Current.TestOutputHelper?.WriteLine($"{confirmed.Count} confirmed; typed text back after {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.Same(nodes.Second, await nodes.NodeOf(typist));
        form = typist.Page.GetByRole(AriaRole.Dialog).Last; // the same person, still signed in, saves on the other node
        await form.Choose("source", "article");
        await form.Choose("stances[0].stance", "context");
        await form.Choose("stances[0].criterion", "further-sales");
        await form.Press("Attach");
        await Assertions.Expect(typist.Page.Locator(".mud-snackbar")).ToBeVisibleAsync();
        await Rename(typist, "Renamed after the first node died");
        await Assertions.Expect(reader.Page.Locator("#board h1")).ToHaveTextAsync("Renamed after the first node died");
        Assert.True(await reader.IsSameDocument());
        await writer.Page.CloseAsync();
        await writing;
        var file = await (await typist.Page.APIRequest.GetAsync($"{Editors.Board}/thesis.json")).TextAsync();
        Assert.Contains("Typed on a node that is about to die", file, StringComparison.Ordinal);
        Assert.True(confirmed.Count >= 4);
        Assert.All(confirmed, title => Assert.Contains(title, file, StringComparison.Ordinal));
        Assert.Equal("ok", await Integrity(nodes.First.DataFolder));
    }

    [Fact]
    public async Task A_share_link_revoked_on_one_node_ends_its_open_page_on_the_other_at_once()
    {
        await Whole();
        await using var owner = await chromium.NewTab(nodes.First.Address, await nodes.Owner());
        var link = await owner.MakeLink("Read on the other");
        await using var reader = await chromium.NewTab(nodes.Second.Address);
        await reader.Goto(link);
        await Assertions.Expect(reader.Page.Locator(".verdict h2")).ToBeVisibleAsync();

        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Revoke: Read on the other" }).ClickAsync();
        await Assertions.Expect(owner.Page.GetByText("The link is revoked")).ToBeVisibleAsync();
        var watch = Stopwatch.StartNew();
        await Assertions.Expect(reader.Page.Locator("h1")).ToHaveTextAsync("This link does not work", new() { Timeout = 5000 });
        TestContext.Current.TestOutputHelper?.WriteLine($"ended {watch.ElapsedMilliseconds} ms after it was said to be revoked");
    }

    [Fact]
    public async Task Without_Redis_boards_are_served_and_changes_arrive_slower_until_it_is_back()
    {
        await Whole();
        var owner = await nodes.Owner();
        await using var editor = await nodes.TabOn(nodes.First, owner);
        await using var reader = await nodes.TabOn(nodes.Second);
        await reader.Mark();
        await Ready(nodes, "Healthy");

        await nodes.Redis.Kill();
        await Ready(nodes, "Degraded\nRedis has been out of reach since");
        await Rename(editor, "Renamed without Redis");
        await Assertions.Expect(reader.Page.Locator("#board h1")).ToHaveTextAsync("Renamed without Redis");
        await editor.Page.ReloadAsync();
        await Assertions.Expect(editor.Page.Locator("#node-trouble")).ToContainTextAsync("Redis has been out of reach since");
        await Axe.Check(editor.Page);
        await Pictures.Take(editor.Page, "nodes-without-redis", wholePage: false);
        await Assertions.Expect(reader.Page.Locator("#node-trouble")).ToHaveCountAsync(0); // nobody else can do anything about it

        await nodes.Redis.Launch();
        await Ready(nodes, "Healthy");
        await Rename(editor, "Renamed with Redis again");
        await Assertions.Expect(reader.Page.Locator("#board h1")).ToHaveTextAsync("Renamed with Redis again");
        Assert.True(await reader.IsSameDocument());
        reader.MustBeClean();
    }

    [Fact]
    public async Task Behind_a_proxy_that_is_not_sticky_reading_works_and_the_page_and_the_log_say_what_does_not()
    {
        await Whole();
        await using var proxy = await Proxy.NotSticky(nodes.First.Address, nodes.Second.Address);
        await using var tab = await chromium.NewTab(proxy.Address, await nodes.Owner());
        await tab.Goto(Editors.Board);

        await Assertions.Expect(tab.Page.Locator("#connection")).ToContainTextAsync("could not be opened for editing");
        await Assertions.Expect(tab.Page.Locator("#board h1")).ToBeVisibleAsync();
        await Axe.Check(tab.Page);
        for (var i = 0; i < 300 && !nodes.Second.Log.Contains("sticky", StringComparison.Ordinal); i++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Contains("the proxy before the nodes must be sticky", nodes.Second.Log, StringComparison.Ordinal);
    }

    private async Task Whole()
    {
        if (RedisServer.Program is null)
            Assert.Skip("redis-server is not installed: on Debian and Ubuntu the test command installs it.");
        await nodes.Mend();
    }

    private static async Task Rename(Tab editor, string title)
    {
        var dialog = await editor.Open("edit-thesis");
        await dialog.Type("title", title);
        await dialog.Press("Save");
        await Assertions.Expect(editor.Page.Locator(".mud-snackbar").Last).ToContainTextAsync(title);
    }

    /// <summary>Adds source after source until the node is gone; a dialog that closes by itself has confirmed.</summary>
    private static async Task Write(Tab tab, List<string> confirmed)
    {
        try
        {
            for (var i = 1; i <= 40; i++)
            {
                var title = $"Written number {i} before the end";
                var dialog = await tab.Open("add-source");
                await dialog.Type("title", title);
                await dialog.Type("publisher", "SEC");
                await dialog.Type("published", "2026-06-15");
                await dialog.Choose("kind", "filing");
                await dialog.Choose("grade", "unaudited-filing");
                await dialog.Locator("[name=title]").PressAsync("Enter"); // what was saved before is still being said, over the button
                await Assertions.Expect(tab.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
                if (!await tab.IsSameDocument())
                    return; // it is not closed but gone with the page
                confirmed.Add(title);
            }
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            // The node is gone in the middle of this one: it may be written or not, and was not confirmed.
            TestContext.Current.TestOutputHelper?.WriteLine($"the writer was interrupted: {e.Message}");
        }
    }

    private static async Task Ready(TwoNodes nodes, string says)
    {
        using var http = new HttpClient();
        foreach (var node in new[] { nodes.First, nodes.Second })
        {
            var said = "";
            for (var i = 0; i < 600 && !said.StartsWith(says, StringComparison.Ordinal); i++, await Task.Delay(100))
                said = await http.GetStringAsync(new Uri(node.Address, "/health/ready")); // throws for anything but "serves"
            Assert.StartsWith(says, said, StringComparison.Ordinal);
        }
    }

    private static async Task<string?> Integrity(string folder)
    {
        await using var db = new SqliteConnection($"Data Source={Path.Combine(folder, "thesisboard.db")};Pooling=False");
        await db.OpenAsync();
        await using var check = new SqliteCommand("PRAGMA integrity_check", db);
        return (string?)await check.ExecuteScalarAsync();
    }
}
