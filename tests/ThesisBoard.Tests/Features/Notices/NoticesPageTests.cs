using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Notices;
using ThesisBoard.Tests.Data;
using ThesisBoard.Tests.Shared.Mail;
using Xunit;

namespace ThesisBoard.Tests.Features.Notices;

/// <summary>Notices in the whole app: the bell, the page, the mail that leaves by itself, and the link that ends it.</summary>
public sealed partial class NoticesPageTests : IAsyncLifetime
{
    private const string Page = "/notices";
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("thesisboard-");
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private readonly SmtpServer mail = new();
    private WebApplicationFactory<Program> app = null!;

    public ValueTask InitializeAsync()
    {
        app = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Production");
            host.UseSetting("THESISBOARD_DATA", data.FullName);
            host.UseSetting("Site:Address", "https://board.example.com");
            foreach (var (name, value) in mail.Settings)
                host.UseSetting(name.Replace("__", ":", StringComparison.Ordinal), value);
            host.ConfigureLogging(logging => logging.ClearProviders());
            host.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(clock));
        });
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await mail.DisposeAsync();
        await Folders.Delete(data);
    }

    [Fact]
    public async Task A_member_follows_a_board_is_told_and_mailed_reads_it_and_ends_it_with_one_click()
    {
        using var ben = await SignedIn("Ben", "ben@example.com");
        Assert.Contains("Nothing yet.", await ben.GetStringAsync(Page, Now), StringComparison.Ordinal);
        var saved = await Post(ben, ("Act", "follow"), ($"mode:{NoticeHouse.Slug}", "AtOnce"), ($"days:{NoticeHouse.Slug}", "5"));
        Assert.Contains("Saved.", saved, StringComparison.Ordinal);
        Assert.Matches("<option value=\"AtOnce\" selected", saved);
        Assert.Contains("value=\"5\"", saved, StringComparison.Ordinal);

        await app.Services.GetRequiredService<NoticeTaking>().Look(NoticeHouse.Slug, Now);
        await NoticeHouse.Attach(app.Services, Store.Machine, "fresh");
        for (var n = 0; n < 200 && mail.Mails.IsEmpty; n++) // everything else happens by itself
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(50, Now);
        }

        var letter = (await mail.Next(Now)).Replace("\r\n ", "", StringComparison.Ordinal); // long headers are folded
        var told = await ben.GetStringAsync(Page, Now);
        Assert.Contains("New evidence: The claim of fresh.", told, StringComparison.Ordinal);
        Assert.Contains("href=\"/t/cango-ai-pivot#e-fresh\"", told, StringComparison.Ordinal);
        Assert.Contains("<b class=\"count\">1<span", told, StringComparison.Ordinal);
        Assert.DoesNotContain("<b class=\"count\">1<span", await Post(ben, ("Act", "read")), StringComparison.Ordinal);
        await EndsWithOneClick(ben, Unsubscribe().Match(letter).Groups[1].Value);
    }

    [Fact]
    public async Task Nobody_known_has_neither_bell_nor_page()
    {
        using var client = app.CreateClient();
        Assert.DoesNotContain("id=\"bell\"", await client.GetStringAsync("/t/cango-ai-pivot", Now), StringComparison.Ordinal);
        using var page = await client.GetAsync(Page, Now);
        Assert.Equal(HttpStatusCode.Unauthorized, page.StatusCode);
    }

    private async Task EndsWithOneClick(HttpClient ben, string link)
    {
        using var stranger = app.CreateClient();
        Assert.Contains("No more mail about this board?", await stranger.GetStringAsync(link, Now), StringComparison.Ordinal);
        Assert.Matches("<option value=\"AtOnce\" selected", await ben.GetStringAsync(Page, Now)); // opening it changes nothing
        using var click = await stranger.PostAsync(link, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]), Now);
        Assert.Equal(HttpStatusCode.OK, click.StatusCode);
        Assert.Matches("<option value=\"Off\" selected", await ben.GetStringAsync(Page, Now));
        using var button = await stranger.PostAsync(link, new FormUrlEncodedContent([new("by", "person")]), Now);
        Assert.Contains("You get no more mail about this board", await button.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
        using var forged = await stranger.PostAsync(link[..^2] + "xx", new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]), Now);
        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
        using var cut = await stranger.GetAsync("/unsubscribe/abc", Now);
        Assert.Equal(HttpStatusCode.NotFound, cut.StatusCode);
    }

    private async Task<HttpClient> SignedIn(string name, string address)
    {
        var client = app.CreateClient();
        var link = $"/sign-in/{await app.Services.GetRequiredService<SignInLinks>().Create(Store.Machine, name, Role.Viewer, Now)}";
        var token = AntiForgery().Match(await client.GetStringAsync(link, Now)).Groups[1].Value;
        using var answer = await client.PostAsync(link, new FormUrlEncodedContent([new("_handler", "use-link"), new("__RequestVerificationToken", token)]), Now);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<BoardDb>>().CreateDbContextAsync(Now);
        await db.Accounts.Where(a => a.Name == name).ExecuteUpdateAsync(set => set.SetProperty(a => a.Email, address).SetProperty(a => a.EmailConfirmed, true), Now);
        return client;
    }

    private static async Task<string> Post(HttpClient client, params (string Name, string Value)[] fields)
    {
        var token = AntiForgery().Match(await client.GetStringAsync(Page, Now)).Groups[1].Value;
        var body = fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Concat([new("_handler", "notices"), new("__RequestVerificationToken", token)]);
        using var answer = await client.PostAsync(Page, new FormUrlEncodedContent(body), Now);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync(Now);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex AntiForgery();

    [GeneratedRegex("List-Unsubscribe: ?<https://board.example.com([^>]+)>")]
    private static partial Regex Unsubscribe();
}
