using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;
using ThesisBoard.Features.Accounts;
using ThesisBoard.Features.Members;
using ThesisBoard.Tests.Data;
using ThesisBoard.Tests.Features.Editing;
using ThesisBoard.Tests.Features.Members;
using ThesisBoard.Tests.Shared.Clients;
using ThesisBoard.Tests.Shared.Mail;
using Xunit;

namespace ThesisBoard.Tests.Features.SignIn;

/// <summary>Accounts over real requests: pages and forms, a real database, a real mail server.</summary>
public sealed partial class AccountTests
{
    private const string Email = "grace@example.com";
    private const string Password = "a lamp under the stairs";
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invited_person_joins_sets_a_password_and_comes_back_by_it()
    {
        await using var house = CircuitHouse.Start();
        var people = house.Get<BoardRoles>();
        var token = Assert.IsType<AccessResult.Saved>(await people.Save(Store.Machine, CircuitHouse.Slug, new InviteToBoard(Role.Editor, 7))).Token!;
        var guest = house.Reader();
        await guest.SignIn(new Uri(house.Address, MemberUrls.Join(token)), "Grace");
        Assert.Equal(HttpStatusCode.NotFound, (await house.Reader().Http.GetAsync(MemberUrls.Join(token), Now)).StatusCode); // used up

        await SetPassword(guest);
        using var later = house.Reader();
        Assert.Contains("Grace", await Text(await SignIn(later, Email, Password, "?returnUrl=%2Ft%2Fcango-ai-pivot")), StringComparison.Ordinal);
        Assert.Contains("Add a figure", await later.Http.GetStringAsync(CircuitHouse.Board, Now), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_an_unknown_address_and_an_account_that_rests_answer_the_same()
    {
        await using var house = CircuitHouse.Start();
        await SetPassword(await house.Member(Role.Editor, "Grace"));
        using var reader = house.Reader();
        var wrong = Plain(await Text(await SignIn(reader, Email, "not the right one at all")));
        Assert.Contains("That did not work", wrong, StringComparison.Ordinal);
        Assert.Equal(wrong.Replace(Email, "", StringComparison.Ordinal), Plain(await Text(await SignIn(reader, "nobody@example.com", Password))).Replace("nobody@example.com", "", StringComparison.Ordinal));
        for (var n = 0; n < 4; n++)
            await SignIn(reader, Email, "not the right one at all");

        Assert.Equal(wrong, Plain(await Text(await SignIn(reader, Email, Password)))); // right, and yet it rests
        await using var db = await house.Get<IDbContextFactory<BoardDb>>().CreateDbContextAsync(Now);
        Assert.NotNull((await db.Accounts.SingleAsync(a => a.Email == Email, Now)).LockoutEnd);
    }

    [Fact]
    public async Task Tries_to_sign_in_are_counted_by_address()
    {
        await using var house = CircuitHouse.Start(settings: ("Limits__SignInsPerMinute", "5"));
        using var reader = house.Reader();
        var statuses = new List<HttpStatusCode>();
        for (var n = 0; n < 8; n++)
        {
            using var answer = await reader.Http.GetAsync("/account/sign-in", Now);
            statuses.Add(answer.StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        Assert.Equal(HttpStatusCode.OK, statuses[0]);
    }

    [Fact]
    public async Task A_known_password_and_a_form_without_its_token_are_refused()
    {
        await using var house = CircuitHouse.Start();
        var member = await house.Member(Role.Editor, "Grace");
        Assert.Contains("Give your e-mail address first", await Text(await member.Post("/account", "password", ("Password", Password))), StringComparison.Ordinal);
        await member.Post("/account", "email", ("Email", Email));
        Assert.Contains("tried first", await Text(await member.Post("/account", "password", ("Password", "Passw0rd!2026"))), StringComparison.Ordinal);
        using var forged = await member.Http.PostAsync("/account", new FormUrlEncodedContent([new("_handler", "password"), new("Password", Password)]), Now);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using var reader = house.Reader();
        Assert.Contains("That did not work", await Text(await SignIn(reader, Email, Password)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_password_signs_every_other_browser_out()
    {
        await using var house = CircuitHouse.Start();
        var member = await house.Member(Role.Editor, "Grace");
        await SetPassword(member);
        using var other = house.Reader();
        await SignIn(other, Email, Password);
        Assert.Equal(HttpStatusCode.OK, (await other.Http.GetAsync("/account", Now)).StatusCode);

        Assert.Contains("not your password now", await Text(await member.Post("/account", "password", ("Current", "something else here"), ("Password", "gravel tuba onion fjord"))), StringComparison.Ordinal);
        Assert.Contains("Saved.", await Text(await member.Post("/account", "password", ("Current", Password), ("Password", "gravel tuba onion fjord"))), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Unauthorized, (await other.Http.GetAsync("/account", Now)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await member.Http.GetAsync("/account", Now)).StatusCode);
    }

    [Fact]
    public async Task Codes_are_asked_for_beside_the_password_each_works_once_and_a_recovery_code_stands_in()
    {
        await using var house = CircuitHouse.Start();
        var member = await house.Member(Role.Editor, "Grace");
        await SetPassword(member);
        var key = Key().Match(await member.Http.GetStringAsync(AccountUrls.TwoFactor, Now)).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        Assert.Contains("not the code", await Text(await member.Post(AccountUrls.TwoFactor, "on", ("Typed", "000000"))), StringComparison.Ordinal);
        var on = await Text(await member.Post(AccountUrls.TwoFactor, "on", ("Typed", Code(key))));
        var recovery = RecoveryCode().Matches(on).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(10, recovery.Count);

        using var other = house.Reader();
        Assert.Contains("One more step", await Text(await SignIn(other, Email, Password)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.Http.GetAsync("/account", Now)).StatusCode); // the password alone is nothing
        var code = Code(key);
        await other.Post("/account/sign-in/code", "code", ("Typed", code));
        Assert.Equal(HttpStatusCode.OK, (await other.Http.GetAsync("/account", Now)).StatusCode);

        using var third = house.Reader();
        await SignIn(third, Email, Password);
        Assert.Contains("was used already", await Text(await third.Post("/account/sign-in/code", "code", ("Typed", code))), StringComparison.Ordinal);
        await third.Post("/account/sign-in/code", "code", ("Typed", recovery[0]));
        Assert.Equal(HttpStatusCode.OK, (await third.Http.GetAsync("/account", Now)).StatusCode);

        using var fourth = house.Reader();
        await SignIn(fourth, Email, Password);
        await fourth.Post("/account/sign-in/code", "code", ("Typed", recovery[0]));
        Assert.Equal(HttpStatusCode.Unauthorized, (await fourth.Http.GetAsync("/account", Now)).StatusCode);
    }

    [Fact]
    public async Task An_address_is_confirmed_by_mail_and_then_a_forgotten_password_is_set_anew_by_mail()
    {
        await using var mail = new SmtpServer();
        await using var house = CircuitHouse.Start(settings: mail.Settings);
        var member = await house.Member(Role.Editor, "Grace");
        await SetPassword(member);
        var confirm = Link(await mail.Next(Now));
        using var reader = house.Reader();
        await reader.Post(AccountUrls.Forgot, "forgot", ("Email", Email)); // not confirmed yet: no mail
        Assert.Contains("Confirmed.", await Text(await reader.Post(confirm, "confirm")), StringComparison.Ordinal);
        Assert.Contains("does not work any more", await Text(await reader.Post(confirm + "x", "confirm")), StringComparison.Ordinal);

        var unknown = Plain(await Text(await reader.Post(AccountUrls.Forgot, "forgot", ("Email", "nobody@example.com"))));
        Assert.Equal(unknown, Plain(await Text(await reader.Post(AccountUrls.Forgot, "forgot", ("Email", Email)))));
        var letter = await mail.Next(Now);
        Assert.Contains("Set a new password", letter, StringComparison.Ordinal);
        Assert.Contains($"To: {Email}", letter, StringComparison.Ordinal);
        var recover = Link(letter);
        Assert.Contains("Saved.", await Text(await reader.Post(recover, "recover", ("Password", "gravel tuba onion fjord"))), StringComparison.Ordinal);
        Assert.Contains("does not work any more", await Text(await reader.Post(recover, "recover", ("Password", "mittwochs nur mit Hut"))), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await member.Http.GetAsync("/account", Now)).StatusCode);
        Assert.Contains("Grace", await Text(await SignIn(reader, Email, "gravel tuba onion fjord")), StringComparison.Ordinal);
        Assert.Empty(mail.Mails);
    }

    [Fact]
    public async Task Without_mail_an_owner_makes_the_links_and_nobody_else_does()
    {
        await using var house = CircuitHouse.Start();
        var owner = await house.Member(Role.Owner, "Ada");
        var member = await house.Member(Role.Editor, "Grace");
        Assert.Contains("This server sends no mail", await Text(await member.Post("/account", "email", ("Email", Email))), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await member.Http.GetAsync(AccountUrls.People, Now)).StatusCode);
        var grace = (await house.Get<ThesisBoard.Features.Members.Members>().All(Now)).Single(m => m.Name == "Grace");

        var confirm = new Uri(Made().Match(WebUtility.HtmlDecode(await Text(await owner.Post(AccountUrls.People, "people-act", ("Act", $"confirm:{grace.Id}"))))).Groups[1].Value);
        using var reader = house.Reader();
        Assert.Contains("Confirmed.", await Text(await reader.Post(confirm.PathAndQuery, "confirm")), StringComparison.Ordinal);
        var link = new Uri(Made().Match(WebUtility.HtmlDecode(await Text(await owner.Post(AccountUrls.People, "people-act", ("Act", $"link:{grace.Id}"))))).Groups[1].Value);
        await reader.SignIn(link);
        Assert.Contains("Grace", await reader.Http.GetStringAsync("/account", Now), StringComparison.Ordinal);
    }

    private static async Task SetPassword(Visitor member)
    {
        Assert.Contains("Saved.", await Text(await member.Post("/account", "email", ("Email", Email))), StringComparison.Ordinal);
        Assert.Contains("Saved.", await Text(await member.Post("/account", "password", ("Password", Password))), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SignIn(Visitor visitor, string email, string password, string query = "") =>
        visitor.Post($"/account/sign-in{query}", "password", ("Email", email), ("Password", password));

    private static Task<string> Text(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(Now);

    private static string Plain(string page) => Fresh().Replace(page, "");

    private static string Link(string mail) => new Uri(MailedLink().Match(mail).Value).PathAndQuery;

    /// <summary>The six digits of RFC 6238 for a key at this moment, as an authenticator shows them.</summary>
    private static string Code(string key)
    {
        const string Base32 = "abcdefghijklmnopqrstuvwxyz234567";
        var (secret, bits, held) = (new List<byte>(), 0, 0);
        foreach (var c in key)
        {
            (bits, held) = (((bits << 5) | Base32.IndexOf(c, StringComparison.Ordinal)) & 0xFFFF, held + 5);
            if (held < 8)
                continue;
            held -= 8;
            secret.Add((byte)((bits >> held) & 0xFF));
        }

        var step = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
        var hash = CryptographicOperations.HmacData(HashAlgorithmName.SHA1, secret.ToArray(), step);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>What differs in every answer: tokens, protected state, and the nonce of scripts.</summary>
    [GeneratedRegex("CfDJ8[A-Za-z0-9+/=_-]+|nonce=\"[^\"]*\"")]
    private static partial Regex Fresh();

    [GeneratedRegex("class=\"key\"><code>([a-z2-7 ]+)<")]
    private static partial Regex Key();

    [GeneratedRegex("<li><code>([^<]+)</code>")]
    private static partial Regex RecoveryCode();

    [GeneratedRegex("id=\"made-link\" value=\"([^\"]+)\"")]
    private static partial Regex Made();

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex MailedLink();
}
