using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Editing;

namespace ThesisBoard.Browser.Tests.Shares;

/// <summary>How a member makes a link, step by step.</summary>
internal static class ShareSteps
{
    /// <summary>Makes a link by the page's form; the tab stays on that page, which shows it.</summary>
    public static async Task<string> MakeLink(this Tab owner, string name, string? pinned = null, string? password = null, bool hasPreview = true)
    {
        await owner.Goto($"{Editors.Board}/sharing");
        await owner.Page.Locator("[name='Form.Name']").FillAsync(name);
        if (pinned is not null)
        {
            await owner.Page.GetByLabel("the board pinned at").CheckAsync();
            await owner.Page.GetByLabel("Pinned at", new() { Exact = true }).FillAsync(pinned);
        }

        if (password is not null)
            await owner.Page.Locator("[name='Form.Password']").FillAsync(password);
        if (!hasPreview)
            await owner.Page.Locator("[name='Form.Preview']").UncheckAsync();
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        return new Uri(await owner.Page.Locator(".token code").InnerTextAsync()).AbsolutePath;
    }
}
