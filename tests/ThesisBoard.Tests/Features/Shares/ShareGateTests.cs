using System.Net;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Shares;
using ThesisBoard.Features.Theses;
using Xunit;

namespace ThesisBoard.Tests.Features.Shares;

/// <summary>Who comes in by a share link, and what everybody else learns: nothing.</summary>
public sealed class ShareGateTests
{
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    /// <summary>What lies below a link.</summary>
    private static readonly string[] Below =
        ["", "/badge.svg", "/card.png", "/panel", "/feed.atom", "/calendar.ics", "/changes", "/charts/debt.csv", $"/documents/{new string('a', 64)}", $"/documents/{new string('a', 64)}/file", "/thesis.json", "/log"];

    [Fact]
    public async Task Unknown_revoked_ended_used_up_and_locked_are_one_answer_on_every_address()
    {
        await using var house = new ShareHouse();
        var (revoked, id) = await house.Make(new() { Name = "Revoked" });
        await house.Save(new RevokeShareLink(id));
        var (ended, _) = await house.Make(new() { Name = "Ended", ExpiresAt = house.Clock.GetUtcNow().UtcDateTime.AddDays(1) });
        var (usedUp, _) = await house.Make(new() { Name = "Used up", MaxViews = 1 });
        using (var first = house.Reader())
        using (var opened = await ShareHouse.Post(first, usedUp, "open-share"))
            Assert.Contains("Verdict:", await opened.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
        var (locked, _) = await house.Make(new() { Name = "Locked", Password = "correct horse" });
        house.Clock.Leap(TimeSpan.FromDays(2));
        using var reader = house.Reader();
        var unknown = ShareUrls.Share(ShareToken.New());
        foreach (var rest in Below)
        {
            var expected = await Answer(reader, unknown, rest);
            Assert.Equal(HttpStatusCode.NotFound, expected.Status);
            foreach (var link in rest.Length == 0 ? [revoked, ended, usedUp] : new[] { revoked, ended, usedUp, locked })
                Assert.Equal(expected, await Answer(reader, link, rest));
        }
    }

    [Fact]
    public async Task A_link_opens_its_own_board_for_reading_and_nothing_else()
    {
        await using var house = new ShareHouse();
        await house.Save(new CreateThesis("secret", "A secret title", "", new() { Name = "Somebody" }, IsPrivate: true), "secret");
        var (link, _) = await house.Make(new() { Name = "A" }, "secret");
        using var reader = house.Reader();
        Assert.Contains("A secret title", await reader.GetStringAsync(link, Now), StringComparison.Ordinal);

        foreach (var rest in (string[])["/t/secret", "/t/secret/thesis.json", "/t/secret/log", "/t/secret/sharing", "/t/secret/changes", $"{link}/log", $"{link}/thesis.json", $"{link}/inbox", $"{link}/sharing"])
        {
            using var answer = await reader.GetAsync(rest, Now);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{rest} answered {answer.StatusCode}");
        }

        foreach (var method in (HttpMethod[])[HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch])
        {
            using var request = new HttpRequestMessage(method, link);
            using var answer = await reader.SendAsync(request, Now);
            Assert.True(answer.StatusCode is HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{method} answered {answer.StatusCode}");
        }

        using var bare = await reader.PostAsync(link, new FormUrlEncodedContent([]), Now);
        Assert.False(bare.IsSuccessStatusCode, "A form without its token was taken.");
    }

    [Fact]
    public async Task A_password_lets_in_by_its_own_link_only_and_no_longer_once_it_is_changed()
    {
        await using var house = new ShareHouse();
        var (link, id) = await house.Make(new() { Name = "Locked", Password = "correct horse", ShowsPreview = true });
        var (other, _) = await house.Make(new() { Name = "Other", Password = "another horse" });
        using var reader = house.Reader();
        var door = await reader.GetStringAsync(link, Now);
        Assert.DoesNotContain("Cango", door, StringComparison.Ordinal);
        Assert.DoesNotContain("og:title", door, StringComparison.Ordinal);

        using (var wrong = await ShareHouse.Post(reader, link, "open-share", ("Password", "wrong horse")))
        {
            var text = await wrong.Content.ReadAsStringAsync(Now);
            Assert.Contains("That is not the password", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Cango", text, StringComparison.Ordinal);
        }

        using (var right = await ShareHouse.Post(reader, link, "open-share", ("Password", "correct horse")))
            Assert.Contains("Verdict:", await right.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
        Assert.Contains("Verdict:", await reader.GetStringAsync(link, Now), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync($"{link}/badge.svg", Now)).StatusCode);
        Assert.DoesNotContain("Verdict:", await reader.GetStringAsync(other, Now), StringComparison.Ordinal);
        Assert.Equal(1, (await house.Get<ShareList>().Of(Data.Store.Machine, ShareHouse.Slug))!.Single(l => l.Id == id).Views);

        await house.Save(new SetSharePassword(id, "a third horse"));
        Assert.DoesNotContain("Verdict:", await reader.GetStringAsync(link, Now), StringComparison.Ordinal);
        using (var again = await ShareHouse.Post(reader, link, "open-share", ("Password", "a third horse")))
            Assert.Contains("Verdict:", await again.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
        house.Clock.Leap(TimeSpan.FromHours(9));
        Assert.DoesNotContain("Verdict:", await reader.GetStringAsync(link, Now), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_of_one_link_copied_to_another_opens_nothing()
    {
        await using var house = new ShareHouse();
        var (link, _) = await house.Make(new() { Name = "One", Password = "correct horse" });
        var (other, _) = await house.Make(new() { Name = "Other", Password = "another horse" });
        using var reader = house.Reader(follows: false);
        using var opened = await ShareHouse.Post(reader, link, "open-share", ("Password", "correct horse"));
        var cookie = opened.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("share=", StringComparison.Ordinal));
        Assert.Contains($"path={link}", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);

        using var client = house.Reader();
        using var request = new HttpRequestMessage(HttpMethod.Get, other) { Headers = { { "Cookie", cookie[..cookie.IndexOf(';', StringComparison.Ordinal)] } } };
        using var answer = await client.SendAsync(request, Now);
        Assert.DoesNotContain("Verdict:", await answer.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_few_wrong_passwords_an_address_has_to_wait_and_the_link_stays_shut()
    {
        await using var house = new ShareHouse();
        var (link, _) = await house.Make(new() { Name = "Locked", Password = "correct horse" });
        using var reader = house.Reader();
        var statuses = new List<HttpStatusCode>();
        for (var turn = 0; turn < 8; turn++)
        {
            using var answer = await ShareHouse.Post(reader, link, "open-share", ("Password", $"wrong horse {turn}"));
            statuses.Add(answer.StatusCode);
            Assert.DoesNotContain("Verdict:", await answer.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
        }

        Assert.Equal(5, statuses.Count(s => s == HttpStatusCode.OK));
        Assert.Equal(3, statuses.Count(s => s == HttpStatusCode.TooManyRequests));
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(link, Now)).StatusCode); // looking at the door is free
    }

    [Fact]
    public async Task Loading_a_link_with_a_number_of_views_takes_none_of_them()
    {
        await using var house = new ShareHouse();
        var (link, id) = await house.Make(new() { Name = "Two", MaxViews = 2 });
        for (var turn = 0; turn < 5; turn++)
        {
            using var bot = house.Reader();
            Assert.DoesNotContain("Verdict:", await bot.GetStringAsync(link, Now), StringComparison.Ordinal);
        }

        using var reader = house.Reader();
        using (var opened = await ShareHouse.Post(reader, link, "open-share"))
            Assert.Contains("Verdict:", await opened.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
        for (var turn = 0; turn < 5; turn++)
            Assert.Contains("Verdict:", await reader.GetStringAsync(link, Now), StringComparison.Ordinal);
        Assert.Equal(1, (await house.Get<ShareList>().Of(Data.Store.Machine, ShareHouse.Slug))!.Single(l => l.Id == id).Views);
    }

    [Fact]
    public async Task A_visit_counts_once_for_a_browser_that_keeps_cookies()
    {
        await using var house = new ShareHouse();
        var (link, _) = await house.Make(new() { Name = "Open" });
        for (var visitor = 0; visitor < 3; visitor++)
        {
            using var reader = house.Reader();
            for (var turn = 0; turn < 4; turn++)
                (await reader.GetAsync(link, Now)).EnsureSuccessStatusCode();
            (await reader.GetAsync($"{link}/badge.svg", Now)).EnsureSuccessStatusCode();
        }

        Assert.Equal(3, (await house.Get<ShareList>().Of(Data.Store.Machine, ShareHouse.Slug))!.Single().Views);
    }

    [Fact]
    public async Task A_token_is_in_no_line_of_the_log_and_goes_along_to_nobody()
    {
        await using var house = new ShareHouse();
        var (link, id) = await house.Make(new() { Name = "Locked", Password = "correct horse" });
        using var owner = await house.Member(Role.Owner);
        using var reader = house.Reader();
        foreach (var rest in Below)
            using (await reader.GetAsync(link + rest, HttpCompletionOption.ResponseHeadersRead, Now)) { }
        using (await reader.PostAsync(link, new FormUrlEncodedContent([]), Now)) { }
        using var opened = await ShareHouse.Post(reader, link, "open-share", ("Password", "correct horse"));
        foreach (var rest in Below)
        {
            using var answer = await reader.GetAsync(link + rest, HttpCompletionOption.ResponseHeadersRead, Now);
            if (answer.IsSuccessStatusCode)
            {
                Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
                Assert.Contains("noindex", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
            }
        }

        await house.Save(new RevokeShareLink(id));
        using (await reader.GetAsync(link, Now)) { }
        Assert.DoesNotContain(link["/s/".Length..], house.Log.All, StringComparison.Ordinal);
        var (log, list) = (await owner.GetStringAsync($"/t/{ShareHouse.Slug}/log", Now), await owner.GetStringAsync(ShareHouse.Sharing, Now));
        Assert.Contains("Made a share link", log, StringComparison.Ordinal);
        Assert.DoesNotContain(link["/s/".Length..], log + list, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string Headers, string Body)> Answer(HttpClient client, string link, string rest)
    {
        using var answer = await client.GetAsync(link + rest, Now);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not ("Content-Security-Policy" or "Set-Cookie" or "Date"))
            .Select(h => $"{h.Key}: {string.Join(',', h.Value)}").Order(StringComparer.Ordinal);
        var body = (await answer.Content.ReadAsStringAsync(Now)).Replace(link, "", StringComparison.Ordinal);
        return (answer.StatusCode, string.Join('\n', headers), body);
    }
}
