using System.Net;
using Microsoft.Extensions.Configuration;
using ThesisBoard.Data;
using ThesisBoard.Features.Accounts;
using ThesisBoard.Features.Members;
using ThesisBoard.Tests.Features.Editing;
using ThesisBoard.Tests.Features.Members;
using Xunit;

namespace ThesisBoard.Tests.Features.SignIn;

/// <summary>Sign-in by OpenID Connect, with a real server of it.</summary>
public sealed class OpenIdConnectTests
{
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_linked_person_signs_in_by_the_other_sign_in_and_an_unknown_one_gets_no_account()
    {
        await using var office = await OidcServer.Start();
        await using var house = CircuitHouse.Start(settings: office.Settings);
        using var stranger = house.Reader();
        using (var answer = await stranger.Http.GetAsync("/account/external", Now))
        {
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Equal(AccountUrls.ExternalDone, answer.RequestMessage!.RequestUri!.AbsolutePath);
        }

        var member = await house.Member(Role.Editor, "Grace");
        Assert.Contains("the office", await member.Http.GetStringAsync("/account/sign-in", Now), StringComparison.Ordinal);
        Assert.Contains("from now on?", await member.Http.GetStringAsync("/account/external?returnUrl=%2Faccount", Now), StringComparison.Ordinal);
        await RevocationTests.Post(member, AccountUrls.ExternalDone, "link");

        using var later = house.Reader();
        using (var answer = await later.Http.GetAsync("/account/external?returnUrl=%2Faccount", Now))
        {
            Assert.Equal("/account", answer.RequestMessage!.RequestUri!.AbsolutePath);
            Assert.Contains("Grace", await answer.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
        }

        office.Subject = "eve";
        using var eve = house.Reader();
        using var refused = await eve.Http.GetAsync("/account/external?returnUrl=https://evil.example", Now);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Theory]
    [InlineData("http://login.example.com", "OpenIdConnect__Authority")]
    [InlineData("login", "OpenIdConnect__Authority")]
    [InlineData("https://login.example.com", "OpenIdConnect__ClientId")]
    public void A_setting_that_makes_no_sense_refuses_to_start(string authority, string named) => Assert.Contains(
        named,
        Assert.Throws<RefusedToStartException>(() => OpenIdConnectSettings.Read(new ConfigurationBuilder().AddInMemoryCollection([new("OpenIdConnect:Authority", authority)]).Build())).Message,
        StringComparison.Ordinal);
}
