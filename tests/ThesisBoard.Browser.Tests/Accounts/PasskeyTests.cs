using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Editing;
using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Browser.Tests.Accounts;

/// <summary>Passkeys in the real browser, whose virtual authenticator stands for the finger on the sensor.</summary>
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
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();

        await Assertions.Expect(tab.Page.Locator("header .who")).ToHaveTextAsync("Ada");
        tab.MustBeClean();
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
