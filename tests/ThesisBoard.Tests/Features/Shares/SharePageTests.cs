using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Comments;
using ThesisBoard.Features.Evidence;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Shares;
using ThesisBoard.Features.Sources;
using ThesisBoard.Features.Theses;
using Xunit;
using Store = ThesisBoard.Tests.Data.Store;

namespace ThesisBoard.Tests.Features.Shares;

/// <summary>The page behind a share link: the board, static, made once, and nothing of an account.</summary>
public sealed partial class SharePageTests
{
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_is_signed_in_is_kept_apart_from_the_window_that_opened_the_page()
    {
        await using var house = new ShareHouse();
        var link = (await house.Make(new() { Name = "Shared" })).Page;
        using var editor = await house.Member(Role.Editor);
        using var reader = house.Reader();
        foreach (var path in new[] { "/", $"/t/{ShareHouse.Slug}", link })
        {
            Assert.Equal("unsafe-none", await Opener(reader, path));
            Assert.Equal("same-origin", await Opener(editor, path));
        }

        Assert.Equal("same-origin", await Opener(reader, "/account/sign-in"));

        static async Task<string> Opener(HttpClient client, string path)
        {
            using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
            return Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy"));
        }
    }

    [Fact]
    public async Task It_shows_the_board_without_a_circuit_a_way_to_sign_in_or_a_mark_of_editing()
    {
        await using var house = new ShareHouse();
        var (link, _) = await house.Make(new() { Name = "A secret name" });
        using var owner = await house.Member(Role.Owner); // what an owner gets by a link is what everybody gets
        using var reader = house.Reader();
        var page = await reader.GetStringAsync(link, Now);

        foreach (var part in (string[])["Verdict: </span>Strained", "Invalidation line", "<details class=\"row\" id=\"row-debt-reduction\"", "id=\"evidence\"", "id=\"charts\"", $"data-live=\"{link}/changes\""])
            Assert.Contains(part, page, StringComparison.Ordinal);
        foreach (var part in (string[])["<!--Blazor:", "blazor.web", "/sign-in", "/sign-out", "data-do=", "Reading only", "A secret name", $"/t/{ShareHouse.Slug}", "name=\"__RequestVerificationToken\""])
            Assert.DoesNotContain(part, page, StringComparison.Ordinal);
        Assert.Equal(page, await owner.GetStringAsync(link, Now));
    }

    [Fact]
    public async Task It_is_made_once_and_a_browser_that_has_it_is_told_so_until_the_board_changes()
    {
        await using var house = new ShareHouse();
        var (link, _) = await house.Make(new() { Name = "A" });
        using var reader = house.Reader();
        foreach (var rest in (string[])["", "/badge.svg", "/panel", "/feed.atom", "/calendar.ics"])
        {
            using var first = await reader.GetAsync(link + rest, Now);
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
            Assert.Equal("no-cache, private", first.Headers.CacheControl!.ToString());
            using var again = await Ask(reader, link + rest, first.Headers.ETag!.ToString());
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        }

        using var before = await reader.GetAsync(link, Now);
        var board = (await house.Get<BoardShelf>().Board(ShareHouse.Slug, default))!;
        await house.Save(new EditThesis("Another title", "", board.Content.Thesis.Issuer, board.RowVersion(ItemKind.Thesis)));
        using var after = await Ask(reader, link, before.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Contains("Another title", await after.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_board_of_members_has_no_name_in_previews_unless_the_link_says_so()
    {
        await using var house = new ShareHouse();
        await house.Save(new CreateThesis("secret", "A secret title", "", new() { Name = "Somebody" }, IsPrivate: true), "secret");
        var (silent, _) = await house.Make(new() { Name = "A" }, "secret");
        var (named, _) = await house.Make(new() { Name = "B", ShowsPreview = true }, "secret");
        using var reader = house.Reader();

        var head = Head().Match(await reader.GetStringAsync(silent, Now)).Value;
        Assert.DoesNotContain("secret", head, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("og:", head, StringComparison.Ordinal);
        Assert.Contains("<title>A shared board", head, StringComparison.Ordinal);
        Assert.Contains("property=\"og:title\" content=\"A secret title\"", Head().Match(await reader.GetStringAsync(named, Now)).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_picture_of_a_preview_is_there_for_links_that_may_be_named_and_the_page_says_where()
    {
        await using var house = new ShareHouse();
        var (silent, _) = await house.Make(new() { Name = "A" });
        var (named, _) = await house.Make(new() { Name = "B", ShowsPreview = true });
        using var reader = house.Reader();

        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"{silent}/card.png", Now)).StatusCode);
        Assert.DoesNotContain("og:image", await reader.GetStringAsync(silent, Now), StringComparison.Ordinal);
        Assert.Contains($"<meta property=\"og:image\" content=\"http://localhost{named}/card.png\"", await reader.GetStringAsync(named, Now), StringComparison.Ordinal);
        using var card = await reader.GetAsync($"{named}/card.png", Now);
        Assert.Equal("image/png", card.Content.Headers.ContentType!.MediaType);
        Assert.Equal("cross-origin", Assert.Single(card.Headers.GetValues("Cross-Origin-Resource-Policy")));
    }

    [Fact]
    public async Task The_panel_may_be_framed_by_others_and_runs_and_sends_nothing_while_the_page_may_not()
    {
        await using var house = new ShareHouse();
        var (link, _) = await house.Make(new() { Name = "A" });
        var (locked, _) = await house.Make(new() { Name = "B", Password = "a long password" });
        using var reader = house.Reader();
        using var panel = await reader.GetAsync($"{link}/panel", Now);
        using var page = await reader.GetAsync(link, Now);
        var html = await panel.Content.ReadAsStringAsync(Now);

        Assert.Contains("Strained", html, StringComparison.Ordinal);
        Assert.Contains($"href=\"{link}\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", html, StringComparison.Ordinal);
        var policy = Assert.Single(panel.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors *", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("allow-scripts", policy, StringComparison.Ordinal);
        Assert.False(panel.Headers.Contains("X-Frame-Options"));
        Assert.Contains("frame-ancestors 'none'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"{locked}/panel", Now)).StatusCode);
    }

    [Fact]
    public async Task Time_and_filters_are_in_the_link_and_lead_nowhere_but_below_it()
    {
        await using var house = new ShareHouse();
        var (link, _) = await house.Make(new() { Name = "A" });
        using var reader = house.Reader();
        var page = await reader.GetStringAsync($"{link}?asOf=2026-03-17&stance=supports", Now);

        Assert.Contains("Turned back to 17 Mar 2026", page, StringComparison.Ordinal);
        Assert.Contains("Verdict: </span>Unproven", page, StringComparison.Ordinal);
        Assert.All(Links().Matches(page), m => Assert.True(
            m.Groups[1].Value.StartsWith(link, StringComparison.Ordinal) || m.Groups[1].Value[0] is '#' or 'h' || !m.Groups[1].Value.StartsWith('/'), m.Value));
        using var csv = await reader.GetAsync(Csv().Match(page).Groups[1].Value.Replace("&amp;", "&", StringComparison.Ordinal), Now);
        Assert.Equal("text/csv", csv.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_pinned_link_reveals_no_later_day_and_says_what_came_since()
    {
        await using var house = new ShareHouse();
        var (link, _) = await house.Make(new() { Name = "A", PinnedOn = new(2026, 3, 17) });
        using var reader = house.Reader();
        foreach (var query in (string[])["", "?asOf=2026-11-22", "?asOf=2027-01-01"])
        {
            var page = await reader.GetStringAsync(link + query, Now);
            Assert.Contains("Pinned at 17 Mar 2026", page, StringComparison.Ordinal);
            Assert.Contains("Verdict: </span>Unproven", page, StringComparison.Ordinal);
            Assert.Matches("Since then: [0-9]+ changes", page);
            Assert.Contains("Nothing shown here was corrected", page, StringComparison.Ordinal);
            foreach (var later in (string[])["2026-04-10", "datetime=\"2026-05", "fell 94.5", "$30.6M"])
                Assert.DoesNotContain(later, page, StringComparison.Ordinal);
        }

        Assert.Contains("Turned back to 10 Feb 2026", await reader.GetStringAsync($"{link}?asOf=2026-02-10", Now), StringComparison.Ordinal);
        foreach (var file in (string[])["/feed.atom", "/calendar.ics"])
            Assert.DoesNotContain("2026-05-", await reader.GetStringAsync(link + file, Now), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_is_there_when_the_link_shows_documents_and_the_shown_evidence_cites_it()
    {
        await using var house = new ShareHouse();
        var cited = await Keep(house, "<p>Debt was US$30.6 million.</p>");
        var uncited = await Keep(house, "<p>Nobody cites this.</p>");
        var content = (await house.Get<BoardShelf>().Board(ShareHouse.Slug, default))!.Content;
        var evidence = content.Record.Evidence.First(e => content.Record.Sources.First(s => s.Key == e.Source).Published.Date == new DateOnly(2026, 5, 31));
        await house.Save(new AttachEvidence(evidence with { Key = "anchored", Claim = "It says so.", Anchor = new(cited, "Debt was US$30.6 million.") }));
        var (with, _) = await house.Make(new() { Name = "With", ShowsDocuments = true });
        var (without, _) = await house.Make(new() { Name = "Without" });
        var (earlier, _) = await house.Make(new() { Name = "Earlier", ShowsDocuments = true, PinnedOn = new(2026, 3, 17) });
        using var reader = house.Reader();

        Assert.Contains($"href=\"{with}/documents/{cited.Hex}", await reader.GetStringAsync(with, Now), StringComparison.Ordinal);
        Assert.DoesNotContain("/documents/", await reader.GetStringAsync(without, Now), StringComparison.Ordinal);
        using var page = await reader.GetAsync($"{with}/documents/{cited.Hex}", Now);
        Assert.Contains("30.6", await page.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
        Assert.Contains("sandbox", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        using var file = await reader.GetAsync($"{with}/documents/{cited.Hex}/file", Now);
        Assert.Equal(("application/octet-stream", "attachment"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType));
        foreach (var closed in (string[])[$"{with}/documents/{uncited.Hex}", $"{without}/documents/{cited.Hex}", $"{without}/documents/{cited.Hex}/file", $"{earlier}/documents/{cited.Hex}", $"/documents/{cited.Hex}"])
        {
            using var answer = await reader.GetAsync(closed, Now);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{closed} answered {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Comments_are_there_when_the_link_shows_them_and_a_new_one_reaches_its_page()
    {
        await using var house = new ShareHouse();
        var (with, _) = await house.Make(new() { Name = "With", ShowsComments = true });
        var (without, _) = await house.Make(new() { Name = "Without" });
        using var reader = house.Reader();
        using var before = await reader.GetAsync(with, Now);
        var said = await house.Get<CommentShelf>().Save(Store.Machine, ShareHouse.Slug, new AddComment(new(CommentPlace.Criterion, "debt-reduction"), "Look at the note on leases."));
        Assert.IsType<CommentResult.Saved>(said);

        using var after = await Ask(reader, with, before.Headers.ETag!.ToString());
        var page = await after.Content.ReadAsStringAsync(Now);
        Assert.Contains("Look at the note on leases.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Look at the note on leases.", await reader.GetStringAsync(without, Now), StringComparison.Ordinal);
        Assert.DoesNotContain("Look at the note on leases.", await reader.GetStringAsync($"{with}?asOf=2026-11-21", Now), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_page_is_within_its_bytes()
    {
        await using var house = new ShareHouse();
        var (link, _) = await house.Make(new() { Name = "A", PinnedOn = new(2026, 11, 22) });
        using var reader = house.Reader();
        reader.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        Assert.InRange((await reader.GetByteArrayAsync(link, Now)).Length, 1_000, 40 * 1024);
    }

    private static async Task<Sha256> Keep(ShareHouse house, string text) =>
        (await house.Get<ThesisBoard.Data.Documents>().Keep(Store.Machine, ShareHouse.Slug, "release.htm", "text/html", Encoding.UTF8.GetBytes($"<html><body>{text}</body></html>"), default))!.Value;

    private static Task<HttpResponseMessage> Ask(HttpClient client, string path, string tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return client.SendAsync(request, Now);
    }

    [GeneratedRegex("<head>.*</head>", RegexOptions.Singleline)]
    private static partial Regex Head();

    [GeneratedRegex("<a [^>]*href=\"([^\"]+)\"")]
    private static partial Regex Links();

    [GeneratedRegex("href=\"([^\"]+\\.csv[^\"]*)\"")]
    private static partial Regex Csv();
}
