using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ThesisBoard.Features.Filings;
using ThesisBoard.Features.Members;
using ThesisBoard.Sources.Sec;
using ThesisBoard.Tests.Data;
using ThesisBoard.Tests.Shared.Edgar;
using Xunit;
using Store = ThesisBoard.Tests.Data.Store;

namespace ThesisBoard.Tests.Features.Filings;

/// <summary>The inbox as plain pages and forms, without a script.</summary>
public sealed partial class InboxPageTests : IAsyncLifetime
{
    private const string Inbox = "/t/cango-ai-pivot/inbox";
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("thesisboard-");
    private FakeEdgar edgar = null!;
    private WebApplicationFactory<Program> app = null!;

    public async ValueTask InitializeAsync()
    {
        edgar = await FakeEdgar.Start();
        app = Start(edgar.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Folders.Delete(data);
        await edgar.DisposeAsync();
    }

    [Fact]
    public async Task A_check_brings_a_filing_in_and_it_is_dismissed_and_brought_back()
    {
        FakeIssuer.Cango(edgar).Publish(FakeFiling.ThirdQuarter(Today));
        using var owner = await Member(app, Role.Owner);
        Assert.Contains("Nothing waits", await owner.GetStringAsync(Inbox), StringComparison.Ordinal);

        var page = await Post(owner, "inbox-act", ("Act", "check"));
        Assert.Contains("Form 6-K", page, StringComparison.Ordinal);
        Assert.Contains("6-K, EX-99.1", page, StringComparison.Ordinal);
        Assert.Contains("EDGAR was last reached on", page, StringComparison.Ordinal);
        Assert.Contains("1 filing arrived.", page, StringComparison.Ordinal);
        Assert.Contains("<b class=\"count\">1<span", await owner.GetStringAsync("/t/cango-ai-pivot"), StringComparison.Ordinal);

        var id = (await app.Services.GetRequiredService<FilingShelf>().Inbox(Store.Machine, "cango-ai-pivot"))!.Filings[0].Id;
        Assert.Contains($"href=\"{Inbox}/{id}\"", page, StringComparison.Ordinal);
        page = await Post(owner, "inbox-act", ("Act", $"dismiss:{id}"));
        Assert.Contains("Dismissed.", page, StringComparison.Ordinal);
        Assert.Contains("Undo", page, StringComparison.Ordinal);
        page = await Post(owner, "inbox-act", ("Act", $"back:{id}"));
        Assert.Contains("It waits in the inbox.", page, StringComparison.Ordinal);
        page = await Post(owner, "inbox-act", ("Act", $"back:{id}"));
        Assert.Contains("The filing cannot be brought back.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_members_open_page_is_told_of_every_change_of_the_inbox()
    {
        FakeIssuer.Cango(edgar).Publish(FakeFiling.ThirdQuarter(Today));
        using var owner = await Member(app, Role.Owner);
        await Post(owner, "inbox-act", ("Act", "check"));
        var id = (await app.Services.GetRequiredService<FilingShelf>().Inbox(Store.Machine, "cango-ai-pivot"))!.Filings[0].Id;
        using var answer = await owner.GetAsync($"{Inbox}/changes", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var before = await Told(lines);
        Assert.Contains($"data-version=\"{before}\"", await owner.GetStringAsync("/t/cango-ai-pivot"), StringComparison.Ordinal);
        await Post(owner, "inbox-act", ("Act", $"dismiss:{id}"));
        var after = await Told(lines);
        Assert.NotEqual(before, after);
        Assert.Contains($"data-version=\"{after}\"", await owner.GetStringAsync("/t/cango-ai-pivot"), StringComparison.Ordinal);

        static async Task<string> Told(StreamReader lines)
        {
            while (await lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                if (line.StartsWith("data: ", StringComparison.Ordinal) && line.Length > 6)
                    return line[6..];
            }

            throw new InvalidOperationException("The stream ended.");
        }
    }

    [Fact]
    public async Task Off_line_the_inbox_says_since_when_and_the_board_says_it_quietly()
    {
        FakeIssuer.Cango(edgar);
        using var owner = await Member(app, Role.Owner);
        await Post(owner, "inbox-act", ("Act", "check"));
        edgar.IsDown = true;
        var page = await Post(owner, "inbox-act", ("Act", "check")); // it is tried again for a while
        for (var n = 0; n < 100 && !page.Contains("has not been reached since", StringComparison.Ordinal); n++)
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
            page = await owner.GetStringAsync(Inbox);
        }

        Assert.Contains("EDGAR cannot be reached at 127.0.0.1.", page, StringComparison.Ordinal);
        Assert.Contains("EDGAR has not been reached since", await owner.GetStringAsync("/t/cango-ai-pivot"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readers_are_kept_out_and_told_why_and_viewers_only_look()
    {
        using var reader = app.CreateClient();
        using var refused = await reader.GetAsync(Inbox, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("The inbox is for members", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await reader.GetAsync($"{Inbox}/changes", TestContext.Current.CancellationToken)).StatusCode);
        Assert.DoesNotContain("/inbox", await reader.GetStringAsync("/t/cango-ai-pivot", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var viewer = await Member(app, Role.Viewer);
        var page = await viewer.GetStringAsync(Inbox, TestContext.Current.CancellationToken);
        Assert.Contains("Nothing waits", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"Act\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await viewer.GetAsync("/t/none/inbox", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Without_a_contact_nothing_is_asked_until_an_owner_types_one_in_the_inbox()
    {
        await Restart(without: "Edgar__Contact");
        using var editor = await Member(app, Role.Editor);
        var told = await editor.GetStringAsync(Inbox, TestContext.Current.CancellationToken);
        Assert.Contains("EDGAR is not asked yet", told, StringComparison.Ordinal);
        Assert.DoesNotContain("edgar-contact", told, StringComparison.Ordinal);
        using var owner = await Member(app, Role.Owner);
        Assert.DoesNotContain("Check now", await owner.GetStringAsync(Inbox, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("That is no e-mail address.", await Post(owner, "inbox-contact", ("ContactName", "Ada"), ("ContactAddress", "ada")), StringComparison.Ordinal);
        Assert.Empty(edgar.Requests);

        FakeIssuer.Cango(edgar).Publish(FakeFiling.ThirdQuarter(Today));
        var page = await Post(owner, "inbox-contact", ("ContactName", "Ada Lovelace"), ("ContactAddress", "ada@example.com"));
        Assert.Contains("Saved. EDGAR can be asked now.", page, StringComparison.Ordinal);
        Assert.Contains("EDGAR is asked as Ada Lovelace ada@example.com", page, StringComparison.Ordinal);
        page = await Post(owner, "inbox-act", ("Act", "check"));
        Assert.Contains("Form 6-K", page, StringComparison.Ordinal);
        Assert.All(edgar.Requests, r => Assert.Equal("ThesisBoard Ada Lovelace ada@example.com", r.UserAgent));
        var id = (await app.Services.GetRequiredService<FilingShelf>().Inbox(Store.Machine, "cango-ai-pivot"))!.Filings[0].Id;
        await Post(owner, "inbox-act", ("Act", $"dismiss:{id}"));
        Assert.Matches("(?s)What was done here.*The Owner.*dismissed Form 6-K of", await owner.GetStringAsync(Inbox, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Who_sets_it_up_is_asked_who_asks_edgar_and_may_leave_it_empty()
    {
        await Restart(without: "Edgar__Contact");
        var links = app.Services.GetRequiredService<SignInLinks>();
        using var second = app.CreateClient();
        var setup = $"/setup/{await links.CreateFirst(TestContext.Current.CancellationToken)}";
        Assert.Contains("E-mail address for the SEC", await second.GetStringAsync(setup, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("That is no e-mail address.", await Post(second, "use-link", setup, ("Name", "Ada Lovelace"), ("Email", "ada")), StringComparison.Ordinal);
        await Post(second, "use-link", setup, ("Name", "Ada Lovelace"), ("Email", "ada@example.com"));
        Assert.Equal("Ada Lovelace ada@example.com", await app.Services.GetRequiredService<EdgarContact>().Current(TestContext.Current.CancellationToken));

        using var third = app.CreateClient();
        var invited = $"/sign-in/{await links.Create(Store.Machine, "Grace Hopper", Role.Owner)}";
        Assert.DoesNotContain("E-mail address for the SEC", await third.GetStringAsync(invited, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await Post(third, "use-link", invited, ("Email", "grace@example.com")); // a field that was not asked for
        Assert.Equal("Ada Lovelace ada@example.com", await app.Services.GetRequiredService<EdgarContact>().Current(TestContext.Current.CancellationToken));
    }

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    private async Task Restart(string without)
    {
        await app.DisposeAsync();
        app = Start(edgar.Settings.Where(s => s.Key != without).ToDictionary());
    }

    private WebApplicationFactory<Program> Start(IReadOnlyDictionary<string, string> settings) => new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
    {
        host.UseEnvironment("Production");
        host.UseSetting("THESISBOARD_DATA", data.FullName);
        foreach (var (name, value) in settings)
            host.UseSetting(name.Replace("__", ":", StringComparison.Ordinal), value);
        host.ConfigureLogging(logging => logging.ClearProviders());
    });

    private static async Task<HttpClient> Member(WebApplicationFactory<Program> app, Role role)
    {
        var client = app.CreateClient();
        var token = await app.Services.GetRequiredService<SignInLinks>().Create(Store.Machine, $"The {role}", role);
        await Post(client, "use-link", $"/sign-in/{token}");
        return client;
    }

    private static Task<string> Post(HttpClient client, string form, params (string Name, string Value)[] fields) => Post(client, form, Inbox, fields);

    /// <summary>Presses a button: the form's hidden fields as the page gave them, and what was typed.</summary>
    private static async Task<string> Post(HttpClient client, string form, string path, params (string Name, string Value)[] fields)
    {
        var page = await client.GetStringAsync(path);
        var token = AntiForgery().Match(page).Groups[1].Value;
        var body = fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Concat([new("_handler", form), new("__RequestVerificationToken", token)]);
        using var answer = await client.PostAsync(path, new FormUrlEncodedContent(body));
        Assert.True(answer.IsSuccessStatusCode, $"{path} answered {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex AntiForgery();
}
