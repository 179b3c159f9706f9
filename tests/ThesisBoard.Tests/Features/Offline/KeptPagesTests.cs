using System.Globalization;
using System.Net;
using System.Text.Json;
using SkiaSharp;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Offline;
using ThesisBoard.Features.Shares;
using ThesisBoard.Features.Theses;
using ThesisBoard.Tests.Features.Shares;
using Xunit;

namespace ThesisBoard.Tests.Features.Offline;

/// <summary>What the server lets a browser keep, for whom and until when. What the browser makes of it: OfflineTests of the browser tests.</summary>
public sealed class KeptPagesTests
{
    private const string Board = $"/t/{ShareHouse.Slug}";
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Boards_reports_and_shared_boards_may_be_kept_for_a_week_and_nothing_else_at_all()
    {
        await using var house = new ShareHouse();
        var (link, _) = await house.Make(new() { Name = "A" });
        using var reader = house.Reader();
        var week = house.Clock.GetUtcNow() + KeptPages.Lasts;
        foreach (var path in (string[])[Board, $"{Board}?asOf=2026-03-17", $"{Board}/report", link, $"{link}/report"])
            Assert.Equal(week, await Until(reader, path));
        foreach (var path in (string[])["/", "/kept", $"{Board}/log", $"{Board}/replay", $"{Board}/corrections", $"{Board}/thesis.json", $"{Board}/charts/debt.csv", $"{Board}/palette.json", $"{Board}/changes", $"{Board}?asOf=none",
            $"{link}/badge.svg", $"{link}/panel", $"{link}/replay", $"{link}/corrections", "/account", "/account/sign-in", "/sign-out", "/no/such/page", "/t/none", "/s/none", "/app.css", "/worker.js"])
            Assert.Null(await Until(reader, path));
    }

    [Fact]
    public async Task Behind_a_door_nothing_may_be_kept_and_by_a_link_that_ends_nothing_longer_than_the_link()
    {
        await using var house = new ShareHouse();
        var end = house.Clock.GetUtcNow().AddDays(2);
        var (ending, _) = await house.Make(new() { Name = "Ends", ExpiresAt = end.UtcDateTime });
        var (locked, _) = await house.Make(new() { Name = "Locked", Password = "correct horse" });
        var (few, _) = await house.Make(new() { Name = "Few", MaxViews = 3 });
        using var reader = house.Reader();
        Assert.Equal(end, await Until(reader, ending));
        Assert.Null(await Until(reader, locked));
        foreach (var link in new[] { locked, few })
        {
            using var opened = await ShareHouse.Post(reader, link, "open-share", ("Password", "correct horse"));
            Assert.Contains("Verdict:", await opened.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
            Assert.Null(await Until(reader, link));
            Assert.Null(await Until(reader, $"{link}/report"));
        }
    }

    [Fact]
    public async Task Every_page_says_for_whom_it_was_made_but_a_shared_one_which_is_the_same_for_all()
    {
        await using var house = new ShareHouse();
        var (link, _) = await house.Make(new() { Name = "A" });
        await house.Save(new CreateThesis("secret", "A secret title", "", new() { Name = "Somebody" }, IsPrivate: true), "secret");
        using var reader = house.Reader();
        using var owner = await house.Member(Role.Owner);
        using var viewer = await house.Member(Role.Viewer);
        foreach (var path in (string[])["/", Board, $"{Board}/report", "/no/such/page"])
        {
            var whose = new[] { await For(reader, path), await For(owner, path), await For(viewer, path) };
            Assert.Equal(KeptPages.Anybody, whose[0]);
            Assert.Equal(3, whose.Distinct().Count());
            Assert.Equal(whose[1], await For(owner, "/"));
        }

        Assert.NotNull(await Until(owner, "/t/secret"));
        Assert.Null(await Until(reader, "/t/secret"));
        Assert.Null(await For(owner, link));
        Assert.Null(await For(owner, $"{Board}/charts/debt.csv"));
    }

    [Fact]
    public async Task A_page_that_was_made_for_many_says_it_anew_for_each_and_one_that_did_not_change_too()
    {
        await using var house = new ShareHouse();
        using var first = house.Reader();
        using var before = await first.GetAsync(Board, Now);
        house.Clock.Leap(TimeSpan.FromHours(2));
        var week = house.Clock.GetUtcNow() + KeptPages.Lasts;
        using var request = new HttpRequestMessage(HttpMethod.Get, Board);
        request.Headers.TryAddWithoutValidation("If-None-Match", before.Headers.ETag!.ToString());
        using var again = await first.SendAsync(request, Now);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(week, Until(again));

        using var second = house.Reader();
        Assert.Equal(week, await Until(second, Board));
        second.DefaultRequestHeaders.Add("Cookie", "keep=off");
        Assert.Null(await Until(second, Board));
    }

    [Fact]
    public async Task The_page_of_what_is_kept_holds_nothing_of_an_account()
    {
        await using var house = new ShareHouse();
        using var owner = await house.Member(Role.Owner);
        var page = await owner.GetStringAsync(OfflineUrls.Kept, Now);
        Assert.Contains("Kept on this device", page, StringComparison.Ordinal);
        foreach (var part in (string[])["The Owner", "/sign-out", "/account", "<!--Blazor:", "__RequestVerificationToken"])
            Assert.DoesNotContain(part, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_worker_is_asked_for_anew_each_time_and_pages_may_start_it_and_the_app_from_this_server_only()
    {
        await using var house = new ShareHouse();
        using var reader = house.Reader();
        using var worker = await reader.GetAsync("/worker.js", Now);
        Assert.Equal("text/javascript", worker.Content.Headers.ContentType!.MediaType);
        Assert.True(worker.Headers.CacheControl!.NoCache);
        using var page = await reader.GetAsync(Board, Now);
        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("worker-src 'self'; manifest-src 'self'", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_app_that_can_be_installed_has_its_pictures_in_the_sizes_it_says_and_is_not_offered_on_a_shared_board()
    {
        await using var house = new ShareHouse();
        var (link, _) = await house.Make(new() { Name = "A" });
        using var reader = house.Reader();
        Assert.Contains("rel=\"manifest\" href=\"app.webmanifest\"", await reader.GetStringAsync("/", Now), StringComparison.Ordinal);
        Assert.DoesNotContain("manifest", await reader.GetStringAsync(link, Now), StringComparison.Ordinal);

        using var file = await reader.GetAsync("/app.webmanifest", Now);
        Assert.Equal("application/manifest+json", file.Content.Headers.ContentType!.MediaType);
        var manifest = JsonDocument.Parse(await file.Content.ReadAsStringAsync(Now)).RootElement;
        foreach (var icon in manifest.GetProperty("icons").EnumerateArray().Where(i => i.GetProperty("type").GetString() == "image/png"))
        {
            using var picture = SKBitmap.Decode(await reader.GetByteArrayAsync(icon.GetProperty("src").GetString(), Now));
            Assert.Equal(icon.GetProperty("sizes").GetString(), string.Create(CultureInfo.InvariantCulture, $"{picture.Width}x{picture.Height}"));
        }

        foreach (var shortcut in manifest.GetProperty("shortcuts").EnumerateArray())
        {
            using var answer = await reader.GetAsync(shortcut.GetProperty("url").GetString(), Now);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Unauthorized, $"{shortcut} answered {answer.StatusCode}");
        }
    }

    private static async Task<DateTimeOffset?> Until(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, Now);
        return Until(answer);
    }

    private static DateTimeOffset? Until(HttpResponseMessage answer) => answer.Headers.TryGetValues(KeptPages.Until, out var values)
        ? DateTimeOffset.FromUnixTimeSeconds(long.Parse(Assert.Single(values), CultureInfo.InvariantCulture))
        : null;

    private static async Task<string?> For(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, Now);
        return answer.Headers.TryGetValues(KeptPages.For, out var values) ? Assert.Single(values) : null;
    }
}
