using System.Text;
using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ThesisBoard.Browser.Tests.Browsing;

/// <summary>
/// The accessibility gate: every axe rule, best practices included. Axe is put into a page once and runs there: Deque's own runner brings it into every frame and opens
/// a page of its own for each check, which takes longer than the check.
/// </summary>
internal static class Axe
{
    private const string Run = """
        async root => JSON.stringify((await axe.run(root ?? document, { resultTypes: ["violations"] })).violations.map(v => ({
          id: v.id, impact: v.impact, help: v.help,
          nodes: v.nodes.map(n => ({ target: n.target.join(" "), html: n.html, says: [...n.any, ...n.all, ...n.none].map(check => check.message) })),
        })))
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    public static async Task Check(IPage page)
    {
        await Load(page);
        Judge(page.Url, await page.EvaluateAsync<string>(Run));
    }

    /// <summary>Only what is inside of an element: for the parts of a page that is checked as a whole elsewhere.</summary>
    public static async Task Check(ILocator part)
    {
        await Load(part.Page);
        Judge(part.Page.Url, await part.EvaluateAsync<string>(Run));
    }

    private static async Task Load(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Script);
    }

    private static void Judge(string url, string found)
    {
        var violations = JsonSerializer.Deserialize<Violation[]>(found, JsonSerializerOptions.Web)!;
        Assert.True(violations.Length == 0, Describe(url, violations));
    }

    private static string Describe(string url, Violation[] violations)
    {
        var text = new StringBuilder().AppendLine(Invariant($"axe found {violations.Length} kinds of violation on {url}"));
        foreach (var violation in violations)
        {
            text.AppendLine(Invariant($"{violation.Id} ({violation.Impact}): {violation.Help}"));
            foreach (var node in violation.Nodes)
            {
                text.AppendLine(Invariant($"  {node.Target}: {node.Html}"));
                foreach (var message in node.Says)
                    text.AppendLine(Invariant($"    {message}"));
            }
        }
        return text.ToString();
    }

    private sealed record Violation(string Id, string? Impact, string Help, Node[] Nodes);

    private sealed record Node(string Target, string Html, string[] Says);
}
