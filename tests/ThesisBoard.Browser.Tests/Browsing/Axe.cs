using System.Text;
using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ThesisBoard.Browser.Tests.Browsing;

/// <summary>
/// The accessibility gate: every axe rule, best practices included, and the size of what is pressed (WCAG 2.2), which axe leaves out unless it is asked. Axe is put into a
/// page once and runs there: Deque's own runner brings it into every frame and opens a page of its own for each check, which takes longer than the check. In frames it
/// does not look: the only ones of ours hold somebody else's document, in which no script runs.
/// </summary>
internal static class Axe
{
    private const string Run = """
        async (root, only) => JSON.stringify((await axe.run(root ?? document, {
          resultTypes: ["violations"], iframes: false, ...(only ? { runOnly: only } : { rules: { "target-size": { enabled: true } } }),
        })).violations.map(v => ({
          id: v.id, impact: v.impact, help: v.help,
          nodes: v.nodes.map(n => ({ target: n.target.join(" "), html: n.html.slice(0, 300), says: [...n.any, ...n.all, ...n.none].map(check => check.message) })),
        })))
        """;

    /// <summary>The rules that depend on colours: what else is true of a page is so in both themes.</summary>
    private static readonly string[] OfColour = ["color-contrast", "link-in-text-block"];

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    public static async Task Check(IPage page) => Judge(page.Url, await Find(page));

    /// <summary>Only what is inside of an element: for the parts of a page that is checked as a whole elsewhere.</summary>
    public static async Task Check(ILocator part) => Judge(part.Page.Url, await Find(part));

    /// <summary>What is wrong with a page, one text a kind; empty when nothing is. <paramref name="isColourAll"/> asks the rules of colour only.</summary>
    public static async Task<IReadOnlyList<string>> Find(IPage page, bool isColourAll = false)
    {
        await Load(page);
        return Describe(await page.EvaluateAsync<string>($"only => ({Run})(null, only)", isColourAll ? OfColour : null));
    }

    /// <summary>The same inside of an element.</summary>
    public static async Task<IReadOnlyList<string>> Find(ILocator part, bool isColourAll = false)
    {
        await Load(part.Page);
        return Describe(await part.EvaluateAsync<string>(Run, isColourAll ? OfColour : null));
    }

    private static async Task Load(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Script);
    }

    private static void Judge(string url, IReadOnlyList<string> violations) =>
        Assert.True(violations.Count == 0, Invariant($"axe found {violations.Count} kinds of violation on {url}\n{string.Join('\n', violations)}"));

    private static List<string> Describe(string found) => [.. JsonSerializer.Deserialize<Violation[]>(found, JsonSerializerOptions.Web)!.Select(violation =>
    {
        var text = new StringBuilder(Invariant($"{violation.Id} ({violation.Impact}): {violation.Help}"));
        foreach (var node in violation.Nodes)
        {
            text.Append(Invariant($"\n  {node.Target}: {node.Html}"));
            foreach (var message in node.Says)
                text.Append(Invariant($"\n    {message}"));
        }

        return text.ToString();
    })];

    private sealed record Violation(string Id, string? Impact, string Help, Node[] Nodes);

    private sealed record Node(string Target, string Html, string[] Says);
}
