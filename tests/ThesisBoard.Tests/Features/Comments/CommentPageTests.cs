using System.Data.Common;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ThesisBoard.Data;
using ThesisBoard.Features.Comments;
using ThesisBoard.Features.Members;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Features.Comments;

/// <summary>Comments on the board's page as plain HTML and plain forms, without a script.</summary>
public sealed partial class CommentPageTests : IAsyncLifetime
{
    private const string Slug = "cango-ai-pivot";
    private const string Board = $"/t/{Slug}";
    private const string Form = $"{Board}/comments";
    private static readonly CommentSubject Leg = new(CommentPlace.Criterion, "debt-reduction");
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("thesisboard-");
    private readonly CommandCount commands = new();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private WebApplicationFactory<Program> app = null!;

    public ValueTask InitializeAsync()
    {
        app = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Production");
            host.UseSetting("THESISBOARD_DATA", data.FullName);
            host.ConfigureLogging(logging => logging.ClearProviders());
            host.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(clock).ConfigureDbContext<SqliteBoardDb>(options => options.AddInterceptors(commands)));
        });
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Folders.Delete(data);
    }

    [Fact]
    public async Task A_comment_is_sent_as_a_form_and_leads_back_to_where_it_stands()
    {
        using var reviewer = await Member(Role.Reviewer);
        using var sent = await Send(reviewer, ("Act", "add"), ("Place", "Criterion"), ("Key", Leg.Key), ("Text", "<script>alert(1)</script> https://sec.gov/x"), ("Back", "?stance=supports&evil=1"));
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        Assert.EndsWith($"{Board}?stance=supports#debt-reduction", $"{sent.Headers.Location}", StringComparison.Ordinal);
        var page = await reviewer.GetStringAsync(Board);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; <a href=\"https://sec.gov/x\" rel=\"nofollow noopener noreferrer\">", page, StringComparison.Ordinal);
        Assert.Contains("1 comment", page, StringComparison.Ordinal);
        Assert.Matches("comments\\.\\w+\\.js", page);
    }

    [Fact]
    public async Task What_cannot_be_saved_is_shown_again_with_the_reason()
    {
        using var viewer = await Member(Role.Viewer);
        using var refused = await Send(viewer, ("Act", "add"), ("Place", "Criterion"), ("Key", Leg.Key), ("Text", "Typed with care"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var page = await refused.Content.ReadAsStringAsync();
        Assert.Contains("You may not comment with your role.", page, StringComparison.Ordinal);
        Assert.Contains("Typed with care</textarea>", page, StringComparison.Ordinal);
        using var nonsense = await Send(viewer, ("Act", "add"), ("Place", "7"), ("Key", Leg.Key), ("Text", "x"));
        Assert.Equal(HttpStatusCode.BadRequest, nonsense.StatusCode);
        using var forged = await viewer.PostAsync(Form, new FormUrlEncodedContent([new("_handler", "comment"), new("Act", "add"), new("Text", "x")]));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
    }

    [Fact]
    public async Task A_viewer_reads_and_has_no_form()
    {
        await Say("Read by members.");
        using var viewer = await Member(Role.Viewer);
        var page = await viewer.GetStringAsync(Board);
        Assert.Contains("Read by members.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-comment", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"people\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_readers_who_are_not_signed_in_nothing_is_said_and_their_page_is_not_even_made_anew()
    {
        using var reader = app.CreateClient();
        var before = await reader.GetAsync(Board);
        await Say("Not for everybody.");
        var count = commands.Value;
        using var request = new HttpRequestMessage(HttpMethod.Get, Board);
        request.Headers.IfNoneMatch.Add(before.Headers.ETag!);
        using var again = await reader.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(count, commands.Value);
        using var other = app.CreateDefaultClient();
        var page = await other.GetStringAsync(Board);
        Assert.DoesNotContain("Not for everybody", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"talk\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("comments.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_page_of_the_past_later_comments_are_left_out_and_none_can_be_written()
    {
        await Say("Said in November.");
        using var reviewer = await Member(Role.Reviewer);
        var past = await reviewer.GetStringAsync($"{Board}?asOf=2026-05-31");
        Assert.DoesNotContain("Said in November.", past, StringComparison.Ordinal);
        Assert.DoesNotContain("data-comment", past, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_pages_of_members_are_told()
    {
        using var viewer = await Member(Role.Viewer);
        using var answer = await viewer.GetAsync($"{Board}/inbox/changes", HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        var before = await Told(lines);
        await Say("News.");
        var after = await Told(lines);
        Assert.NotEqual(before, after);
        Assert.Contains($"data-version=\"{after}\"", await viewer.GetStringAsync(Board), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thousand_comments_cost_the_queries_of_one()
    {
        using var viewer = await Member(Role.Viewer);
        await viewer.GetStringAsync(Board);
        await Say("One.");
        var one = await CommandsOf(viewer);
        await using (var db = await app.Services.GetRequiredService<IDbContextFactory<BoardDb>>().CreateDbContextAsync())
        {
            for (var n = 0; n < 1000; n++)
            {
                var id = Guid.NewGuid();
                db.Add(new ThesisBoard.Data.Rows.CommentRow { Id = id, ThreadId = id, Slug = Slug, Place = Leg.Place, Key = Leg.Key, By = "Ada", Text = $"Number {n}", WrittenAt = clock.GetUtcNow().UtcDateTime });
            }

            await db.SaveChangesAsync();
        }

        await Say("And one.");
        Assert.Equal(one, await CommandsOf(viewer));
        Assert.Contains("Number 999", await viewer.GetStringAsync(Board), StringComparison.Ordinal);
        Assert.Equal(0, await CommandsOf(viewer));
    }

    private async Task<int> CommandsOf(HttpClient client)
    {
        var before = commands.Value;
        await client.GetStringAsync(Board);
        return commands.Value - before;
    }

    private async Task Say(string text) => Assert.IsType<CommentResult.Saved>(await app.Services.GetRequiredService<CommentShelf>().Save(Store.Machine, Slug, new AddComment(Leg, text)));

    private async Task<HttpClient> Member(Role role)
    {
        var client = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var link = $"/sign-in/{await app.Services.GetRequiredService<SignInLinks>().Create(Store.Machine, $"The {role}", role)}";
        using var answer = await client.PostAsync(link, new FormUrlEncodedContent([new("_handler", "use-link"), new("__RequestVerificationToken", await Token(client, link))]));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return client;
    }

    private static async Task<HttpResponseMessage> Send(HttpClient client, params (string Name, string Value)[] fields)
    {
        var body = fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Concat([new("_handler", "comment"), new("__RequestVerificationToken", await Token(client, "/sign-out"))]);
        return await client.PostAsync(Form, new FormUrlEncodedContent(body));
    }

    private static async Task<string> Token(HttpClient client, string page) => AntiForgery().Match(await client.GetStringAsync(page)).Groups[1].Value;

    private static async Task<string> Told(StreamReader lines)
    {
        while (await lines.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal) && line.Length > 6)
                return line[6..];
        }

        throw new InvalidOperationException("The stream ended.");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex AntiForgery();

    private sealed class CommandCount : DbCommandInterceptor
    {
        private int value;

        public int Value => Volatile.Read(ref value);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref value);
            return ValueTask.FromResult(result);
        }
    }
}
