using System.Net;
using System.Text.RegularExpressions;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Shares;
using Xunit;
using Store = ThesisBoard.Tests.Data.Store;

namespace ThesisBoard.Tests.Features.Shares;

/// <summary>The page on which links are made and revoked, as browsers without scripts use it.</summary>
public sealed partial class SharingPageTests
{
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_there_for_who_may_make_links_and_for_nobody_else()
    {
        await using var house = new ShareHouse();
        foreach (var role in Enum.GetValues<Role>())
        {
            using var client = role == Role.Anonymous ? house.Reader() : await house.Member(role);
            using var answer = await client.GetAsync(ShareHouse.Sharing, Now);
            Assert.Equal(role >= Role.Editor ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
            var board = await client.GetStringAsync($"/t/{ShareHouse.Slug}", Now);
            Assert.Equal(role >= Role.Editor, board.Contains(ShareHouse.Sharing, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_link_is_shown_once_works_and_is_revoked()
    {
        await using var house = new ShareHouse();
        using var editor = await house.Member(Role.Editor);
        using var made = await ShareHouse.Post(editor, ShareHouse.Sharing, "make-link",
            ("Form.Name", "Investors & friends"), ("Form.Shows", "pinned"), ("Form.PinnedOn", "2026-05-31"), ("Form.Documents", "true"), ("Form.LastDay", "2026-12-31"));
        var page = await made.Content.ReadAsStringAsync(Now);
        var link = Link().Match(page).Groups[1].Value;
        Assert.Equal("/s/".Length + 43, link.Length);
        Assert.Contains("no-store", made.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Investors &amp; friends", page, StringComparison.Ordinal);

        using var reader = house.Reader();
        Assert.Contains("Pinned at 31 May 2026", await reader.GetStringAsync(link, Now), StringComparison.Ordinal);
        var later = await editor.GetStringAsync(ShareHouse.Sharing, Now);
        Assert.DoesNotContain(link, later, StringComparison.Ordinal);
        Assert.Contains("1 Jan 2027, 00:00 UTC", later, StringComparison.Ordinal);
        var entry = Assert.Single((await house.Get<ShareList>().Of(Store.Machine, ShareHouse.Slug))!);
        Assert.Equal((1, true, false, new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc)), (entry.Views, entry.ShowsDocuments, entry.ShowsPreview, entry.ExpiresAt!.Value));

        using var revoked = await ShareHouse.Post(editor, ShareHouse.Sharing, "link-act", ("Act", $"revoke:{entry.Id}"));
        Assert.Contains("The link is revoked", await revoked.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(link, Now)).StatusCode);
    }

    [Fact]
    public async Task What_is_wrong_is_told_all_at_once_and_what_was_typed_stays()
    {
        await using var house = new ShareHouse();
        using var editor = await house.Member(Role.Editor);
        using var answer = await ShareHouse.Post(editor, ShareHouse.Sharing, "make-link",
            ("Form.Name", ""), ("Form.Shows", "pinned"), ("Form.PinnedOn", "soon"), ("Form.Password", "short"), ("Form.LastDay", "2020-01-01"), ("Form.MaxViews", "many"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Now));

        foreach (var wrong in (string[])["Name the link", "“soon” is no date", "at least 8 characters", "would have ended already", "“many” is no whole number"])
            Assert.Contains(wrong, page, StringComparison.Ordinal);
        Assert.Contains("value=\"many\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"short\"", page, StringComparison.Ordinal);
        Assert.Empty((await house.Get<ShareList>().Of(Store.Machine, ShareHouse.Slug))!);
    }

    [Fact]
    public async Task A_password_is_given_by_its_form_and_a_form_without_its_token_does_nothing()
    {
        await using var house = new ShareHouse();
        using var owner = await house.Member(Role.Owner);
        var (link, id) = await house.Make(new() { Name = "A" });
        using (var bare = await owner.PostAsync(ShareHouse.Sharing, new FormUrlEncodedContent([new("_handler", "link-act"), new("Act", $"revoke:{id}")]), Now))
            Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        using var reader = house.Reader();
        Assert.Contains("Verdict:", await reader.GetStringAsync(link, Now), StringComparison.Ordinal);

        using (var given = await ShareHouse.Post(owner, ShareHouse.Sharing, "link-act", ("Act", $"password:{id}"), ("NewPassword", "correct horse")))
            Assert.Contains("The password is changed", await given.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
        Assert.Contains("This board has a password", await reader.GetStringAsync(link, Now), StringComparison.Ordinal);
        using var refused = await ShareHouse.Post(owner, ShareHouse.Sharing, "link-act", ("Act", $"password:{id}"), ("NewPassword", "short"));
        Assert.Contains("at least 8 characters", await refused.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
    }

    [GeneratedRegex("data-copy=\"(/s/[A-Za-z0-9_-]+)\"")]
    private static partial Regex Link();
}
