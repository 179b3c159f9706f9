using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Browser.Tests.Editing;

/// <summary>What a member does, step by step, as tests need it.</summary>
internal static class Editors
{
    public const string Board = "/t/cango-ai-pivot";

    /// <summary>Makes the owner by the link that the server printed, and keeps the sign-in for further tabs.</summary>
    public static async Task<IReadOnlyList<Cookie>> MakeOwner(this Chromium chromium, BoardServer server, string name = "Ada")
    {
        await using var tab = await chromium.NewTab(server);
        await tab.Goto(server.OwnerLink!.PathAndQuery);
        await tab.Page.GetByLabel("Your name").FillAsync(name);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Become the owner" }).ClickAsync();
        return await SignedIn(tab);
    }

    /// <summary>Makes one more member by the command line, and keeps the sign-in for further tabs.</summary>
    public static async Task<IReadOnlyList<Cookie>> MakeMember(this Chromium chromium, BoardServer server, string name, string role)
    {
        var link = new Uri((await server.Run("user", "add", name, "--role", role)).Trim());
        await using var tab = await chromium.NewTab(server);
        await tab.Goto(link.PathAndQuery);
        await tab.Page.Locator("main form button").ClickAsync();
        return await SignedIn(tab);
    }

    private static async Task<IReadOnlyList<Cookie>> SignedIn(Tab tab)
    {
        await tab.Page.GetByText("Sign out").WaitForAsync();
        tab.MustBeClean();
        return [.. (await tab.Page.Context.CookiesAsync()).Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path })];
    }

    /// <summary>A tab in which somebody is signed in.</summary>
    public static Task<Tab> NewTab(this Chromium chromium, BoardServer server, IEnumerable<Cookie> signedIn, Theme theme = Theme.Light, int width = 1280, bool keeps = false) =>
        chromium.NewTab(server.Address, signedIn, theme, width, keeps);

    public static async Task<Tab> NewTab(this Chromium chromium, Uri server, IEnumerable<Cookie> signedIn, Theme theme = Theme.Light, int width = 1280, bool keeps = false, bool isTouched = false)
    {
        var tab = await chromium.NewTab(server, theme, width, keeps: keeps, isTouched: isTouched);
        await tab.Page.Context.AddCookiesAsync(signedIn);
        return tab;
    }

    /// <summary>Presses the page's button for a verb and waits for the dialog.</summary>
    public static async Task<ILocator> Open(this Tab tab, string verb, string? key = null)
    {
        var button = await tab.Button(verb, key);
        await button.EvaluateAsync("b => { const d = b.closest('details'); if (d) d.open = true; }");
        await button.ClickAsync();
        var dialog = tab.Page.GetByRole(AriaRole.Dialog).Last;
        await dialog.Locator("form[data-form], .rows").First.WaitForAsync();
        return dialog;
    }

    /// <summary>The page's button for a verb that a person finds at this width: the first that is seen, itself or the menu that holds it.</summary>
    public static async Task<ILocator> Button(this Tab tab, string verb, string? key)
    {
        var buttons = tab.Page.Locator(key is null ? $"main [data-do='{verb}']" : $"main [data-do='{verb}'][data-key='{key}']");
        await buttons.First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return buttons.Nth(Math.Max(0, await buttons.EvaluateAllAsync<int>("all => all.findIndex(b => (b.closest('details') ?? b).checkVisibility())")));
    }

    /// <summary>Opens the first item of a kind from the list of everything on file.</summary>
    public static async Task<ILocator> OpenFromRecord(this Tab tab, string kind)
    {
        var list = await tab.Open("record");
        await list.Press(kind);
        await Assertions.Expect(list.GetByRole(AriaRole.Button, new() { Name = kind, Exact = true })).ToHaveAttributeAsync("aria-pressed", "true");
        await list.GetByRole(AriaRole.Button, new() { NameRegex = new("^Edit ") }).First.ClickAsync();
        var dialog = tab.Page.GetByRole(AriaRole.Dialog).Last;
        await dialog.Locator("form[data-form]").First.WaitForAsync();
        return dialog;
    }

    /// <summary>Types into the field of that name and leaves it.</summary>
    public static async Task Type(this ILocator dialog, string name, string text)
    {
        var field = dialog.Locator($"[name='{name}']");
        await field.FillAsync(text);
        await field.DispatchEventAsync("change");
    }

    public static async Task Choose(this ILocator dialog, string name, string value) => await dialog.Locator($"[name='{name}']").SelectOptionAsync(value);

    public static async Task Press(this ILocator dialog, string button) =>
        await dialog.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
