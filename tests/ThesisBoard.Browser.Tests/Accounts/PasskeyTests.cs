using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Editing;
using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Browser.Tests.Accounts;

/// <summary>Passkeys in the real browser, whose virtual authenticator stands for the finger on the sensor; and how the account pages look.</summary>
public sealed class PasskeyTests(Chromium chromium)
{
    [Fact]
    public async Task A_passkey_is_added_signs_in_again_and_the_only_way_in_stays()
    {
        await using var server = await BoardServer.Start(address: BoardServer.At("localhost"));
        await using var tab = await chromium.NewTab(server, await chromium.MakeOwner(server));
        await AddAuthenticator(tab);
        await tab.Goto("/account");
        await Assertions.Expect(tab.Page.Locator(".notice")).ToContainTextAsync("Add a passkey or a password");
        Assert.Equal(0, await tab.Page.Locator("script[src*='blazor']").CountAsync()); // no circuit
        await tab.Page.GetByLabel("Name of the passkey").FillAsync("My laptop");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".notice")).ToContainTextAsync("Added.");
        await Assertions.Expect(tab.Page.Locator(".people").First).ToContainTextAsync("My laptop");
        await Axe.Check(tab.Page);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Remove the passkey My laptop" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".wrong")).ToContainTextAsync("only way in");

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Sign out here" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await Axe.Check(tab.Page);
        await tab.Page.BringToFrontAsync(); // axe works in a page of its own, and a browser asks for passkeys only in the page in front
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();

        await Assertions.Expect(tab.Page.Locator("header .who")).ToHaveTextAsync("Ada");
        tab.MustBeClean();
    }

    [Theory]
    [InlineData(1440, Theme.Light)]
    [InlineData(390, Theme.Dark)]
    public async Task The_account_pages_and_the_people_of_a_board_fit_and_can_be_read(int width, Theme theme)
    {
        await using var server = await BoardServer.Start();
        var owner = await chromium.MakeOwner(server);
        await chromium.MakeMember(server, "Grace Brewster Hopper", "reviewer");
        await using var tab = await chromium.NewTab(server, owner, theme, width);
        await tab.Goto("/t/cango-ai-pivot/members");
        await tab.Page.GetByLabel("E-mail").FillAsync("grace@example.com");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Make an invitation" }).ClickAsync();
        var link = await tab.Page.Locator("#made-link").InputValueAsync();
        await Look(tab, $"people-{width}");
        foreach (var page in new[] { "account", "account/people", "account/two-factor" })
        {
            await tab.Goto($"/{page}");
            await Look(tab, $"{page.Replace('/', '-')}-{width}");
        }

        await using var guest = await chromium.NewTab(server, theme, width);
        foreach (var (page, name) in new[] { ("/account/sign-in", "sign-in"), ("/account/forgot", "forgot"), ("/account/recover", "recover"), ("/account/sign-in/code", "code"), ("/account/confirm", "confirm"), (new Uri(link).PathAndQuery, "join") })
        {
            await guest.Goto(page);
            await Look(guest, $"{name}-{width}");
        }

        await guest.Page.GetByLabel("Your name").FillAsync("Linus");
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();
        await Look(guest, $"joined-{width}");
        tab.MustBeClean();
        guest.MustBeClean();
    }

    private static async Task Look(Tab tab, string name)
    {
        await Axe.Check(tab.Page);
        await Fit.Check(tab.Page);
        await Pictures.Take(tab.Page, name);
    }

    private static async Task AddAuthenticator(Tab tab)
    {
        var tools = await tab.Page.Context.NewCDPSessionAsync(tab.Page);
        await tools.SendAsync("WebAuthn.enable");
        await tools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
