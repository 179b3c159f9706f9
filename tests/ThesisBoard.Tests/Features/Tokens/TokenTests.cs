using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;
using ThesisBoard.Features.Api;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Shares;
using ThesisBoard.Features.Theses;
using ThesisBoard.Features.Tokens;
using ThesisBoard.Tests.Data;
using ThesisBoard.Tests.Features.Api;
using ThesisBoard.Tests.Features.Shares;
using Xunit;

namespace ThesisBoard.Tests.Features.Tokens;

/// <summary>Tokens: made and revoked on the account page, kept as a hash, and worth nothing once they end.</summary>
public sealed partial class TokenTests
{
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_is_made_on_the_account_page_shown_once_and_revoked_there()
    {
        await using var house = new ApiHouse();
        using var browser = await house.House.Member(Role.Editor);
        using var answer = await ShareHouse.Post(browser, "/account", "token-make", ("TokenName", "My script"), ("Scope", "write"), ("Days", "90"));
        var secret = Secret().Match(await answer.Content.ReadAsStringAsync(Now)).Value;
        Assert.Matches("^tbpat_[A-Za-z0-9_-]{43}$", secret); // 256 bits

        var program = house.Caller(secret);
        Assert.Equal(HttpStatusCode.OK, (await program.Get(ApiHouse.Board)).Status);
        var page = await browser.GetStringAsync("/account", Now);
        Assert.DoesNotContain(secret, page, StringComparison.Ordinal);
        Assert.Contains("My script", page, StringComparison.Ordinal);
        Assert.Contains("last used", page, StringComparison.Ordinal);

        await using (var db = await house.Get<IDbContextFactory<BoardDb>>().CreateDbContextAsync(Now))
            Assert.Equal(LinkToken.HashOf(secret), (await db.PersonalTokens.SingleAsync(Now)).TokenHash);
        using var revoked = await ShareHouse.Post(browser, "/account", "token-revoke", ("Token", Row().Match(page).Groups[1].Value));
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.Get(ApiHouse.Board)).Status);
        Assert.DoesNotContain(secret, house.House.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_token_that_holds_every_address_answers_the_same()
    {
        await using var house = new ApiHouse();
        var owner = await house.SignIn(Role.Owner);
        var (revoked, ended) = (await house.Token(owner), await house.Token(owner, days: 1));
        Assert.True(await house.Get<PersonalTokens>().Revoke(owner, revoked.Token.Id));
        house.House.Clock.Leap(TimeSpan.FromDays(2));
        using var browser = await house.House.Member(Role.Owner);
        var (link, _) = await house.House.Make(new() { Name = "A link" });
        var share = link[(link.LastIndexOf('/') + 1)..];
        var callers = new[] { house.Caller(null), house.Caller(revoked.Secret), house.Caller(ended.Secret), house.Caller("tbpat_" + ShareToken.New()), house.Caller(share), house.Caller(new string('x', 4000)), new(browser) };
        foreach (var path in (string[])[ApiUrls.Boards, ApiHouse.Board, $"{ApiHouse.Board}/thesis", ApiUrls.Board("absent")])
        {
            foreach (var caller in callers)
            {
                var answer = await caller.Get(path);
                Assert.Equal("token-needed", answer.Code);
                Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (answer.Status, answer.Headers.WwwAuthenticate.ToString()));
                Assert.Equal((await callers[0].Get(path)).Body, answer.Body);
            }
        }

        foreach (var caller in callers)
            Assert.Equal("token-needed", (await caller.Post($"{ApiHouse.Board}/evidence", "{}")).Code);
    }

    [Fact]
    public async Task A_token_acts_on_the_API_only_and_what_is_asked_in_the_address_or_a_form_is_none()
    {
        await using var house = new ApiHouse();
        var token = await house.Token(await house.SignIn(Role.Owner));
        var program = house.Caller(token.Secret);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.Http.GetAsync("/account", Now)).StatusCode);
        Assert.DoesNotContain("Sign out", await program.Http.GetStringAsync($"/t/{ApiHouse.Slug}", Now), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await house.Caller(null).Get($"{ApiHouse.Board}?access_token={token.Secret}")).Status);
    }

    [Fact]
    public async Task A_board_that_is_not_yours_answers_as_one_that_is_not_there()
    {
        await using var house = new ApiHouse();
        await house.House.Save(new CreateThesis("secret", "A secret title", "", new() { Name = "Somebody" }, IsPrivate: true), "secret");
        var stranger = await house.Program(Role.Anonymous);
        foreach (var rest in (string[])["", "/state", "/thesis", "/evidence", "/evidence/a", "/criteria", "/log", "/comments", "/criteria/a/review"])
        {
            var (yours, absent) = (await stranger.Get(ApiUrls.Board("secret") + rest), await stranger.Get(ApiUrls.Board("absent") + rest));
            Assert.Equal((HttpStatusCode.NotFound, "not-found"), (yours.Status, yours.Code));
            Assert.Equal(absent.Body, yours.Body);
            Assert.Equal(absent.Headers.Select(h => h.Key), yours.Headers.Select(h => h.Key));
        }

        var write = """{"key":"a","source":"b","claim":"c"}""";
        Assert.Equal((await stranger.Post(ApiUrls.Board("absent") + "/evidence", write)).Body, (await stranger.Post(ApiUrls.Board("secret") + "/evidence", write)).Body);
        Assert.DoesNotContain("secret", (await stranger.Get(ApiUrls.Boards)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_ends_and_a_token_that_another_node_revoked_write_nothing_more()
    {
        await using var house = new ApiHouse();
        var (editor, owner) = (await house.SignIn(Role.Editor), await house.SignIn(Role.Owner));
        var token = await house.Token(editor);
        var (program, other) = (house.Caller(token.Secret), await house.Program(owner));
        Assert.Equal(HttpStatusCode.OK, (await program.Get(ApiHouse.Board)).Status); // this node remembers both
        Assert.Equal(HttpStatusCode.OK, (await other.Get(ApiHouse.Board)).Status);
        var members = house.Get<ThesisBoard.Features.Members.Members>();
        var row = (await members.All(Now)).Single(m => m.Id == owner.MemberId);
        await using (var db = await house.Get<IDbContextFactory<BoardDb>>().CreateDbContextAsync(Now))
            await db.PersonalTokens.Where(t => t.Id == token.Token.Id).ExecuteDeleteAsync(Now);
        Assert.True(await members.SetRole(await house.SignIn(Role.Owner, "Another"), row.Id, Role.Viewer, row.RowVersion, Now));

        var source = """{"key":"new","kind":"news","grade":"press","title":"T","publisher":"P","published":"2026-11-01"}""";
        Assert.Equal("not-allowed", (await program.Post($"{ApiHouse.Board}/sources", source)).Code);
        Assert.Equal("not-allowed", (await other.Post($"{ApiHouse.Board}/sources", source)).Code);
        house.House.Clock.Leap(TimeSpan.FromSeconds(4));
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.Get(ApiHouse.Board)).Status);
    }

    [Fact]
    public async Task No_token_makes_or_revokes_a_token()
    {
        await using var house = new ApiHouse();
        var owner = await house.SignIn(Role.Owner);
        var token = await house.Token(owner);
        var program = (await house.Get<PersonalTokens>().Find(token.Secret, Now))!;
        Assert.IsType<TokenResult.Refused>(await house.Get<PersonalTokens>().Make(program, "Another", true, 30, Now));
        Assert.False(await house.Get<PersonalTokens>().Revoke(program, token.Token.Id, Now));
        Assert.IsType<TokenResult.Refused>(await house.Get<PersonalTokens>().Make(owner, " ", true, 30, Now));
        Assert.IsType<TokenResult.Refused>(await house.Get<PersonalTokens>().Make(owner, "A", true, 367, Now));
    }

    [GeneratedRegex("tbpat_[A-Za-z0-9_-]+")]
    private static partial Regex Secret();

    [GeneratedRegex("name=\"Token\" value=\"([0-9a-f-]{36})\"")]
    private static partial Regex Row();
}
