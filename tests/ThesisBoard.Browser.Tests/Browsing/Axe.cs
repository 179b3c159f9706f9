using System.Text;
using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ThesisBoard.Browser.Tests.Browsing;

/// <summary>Which rules are asked.</summary>
internal enum AxeRules
{
    /// <summary>Every one, best practices and the size of what is pressed (WCAG 2.2) included.</summary>
    All,

    /// <summary>All but those that look at markup alone: for another width, where nothing shows that did not show before.</summary>
    NotOfMarkup,

    /// <summary>Those of colours: for the other theme, in which all else is the same.</summary>
    OfColour,
}

/// <summary>
/// The accessibility gate. Axe is put into a page once and runs there: Deque's own runner brings it into every frame and opens a page of its own for each check, which takes
/// longer than the check. In frames it does not look: the only ones of ours hold somebody else's document, in which no script runs. Two things that cost most of its time it
/// is spared: style sheets, which it reads for the one rule that LookTests holds instead (nothing turns with the device), and what stands before and after elements, which it
/// looks for only to say of their contrast that it cannot tell.
/// </summary>
internal static class Axe
{
    private const string Run = """
        async (root, only) => JSON.stringify((await axe.run(root ?? document, {
          resultTypes: ["violations"], iframes: false, preload: false, ...only,
        })).violations.map(v => ({
          id: v.id, impact: v.impact, help: v.help,
          nodes: v.nodes.map(n => ({ target: n.target.join(" "), html: n.html.slice(0, 300), says: [...n.any, ...n.all, ...n.none].map(check => check.message) })),
        })))
        """;

    private static readonly string[] OfMarkup =
    [
        "accesskeys", "aria-allowed-attr", "aria-allowed-role", "aria-conditional-attr", "aria-deprecated-role", "aria-prohibited-attr", "aria-required-attr", "aria-roles", "aria-valid-attr",
        "aria-valid-attr-value", "autocomplete-valid", "definition-list", "dlitem", "document-title", "duplicate-id-aria", "html-has-lang", "html-lang-valid", "html-xml-lang-mismatch",
        "list", "listitem", "meta-refresh", "meta-viewport", "region", "scope-attr-valid", "tabindex", "td-headers-attr", "valid-lang",
    ];

    /// <summary>Axe, where it is not there yet.</summary>
    private static readonly string Script = $$"""
        if (window === top && !window.axe) {
          {{new BundledAxeScriptProvider().GetScript()}};
          axe.configure({ checks: [{ id: "color-contrast", options: { ignorePseudo: true } }] });
        }
        """;

    /// <summary>Brings axe along into every page that the tab opens from now on: cheaper than into each of many.</summary>
    public static Task Bring(IPage page) => page.AddInitScriptAsync(Script);

    public static async Task Check(IPage page) => Judge(page.Url, await Find(page));

    /// <summary>Only what is inside of an element: for the parts of a page that is checked as a whole elsewhere.</summary>
    public static async Task Check(ILocator part) => Judge(part.Page.Url, await Find(part));

    /// <summary>What is wrong with a page, one text a kind; empty when nothing is.</summary>
    public static async Task<IReadOnlyList<string>> Find(IPage page, AxeRules rules = AxeRules.All)
    {
        await Load(page);
        return Describe(await page.EvaluateAsync<string>($"only => ({Run})(null, only)", Only(rules)));
    }

    /// <summary>The same inside of an element.</summary>
    public static async Task<IReadOnlyList<string>> Find(ILocator part, AxeRules rules = AxeRules.All)
    {
        await Load(part.Page);
        return Describe(await part.EvaluateAsync<string>(Run, Only(rules)));
    }

    private static Dictionary<string, object> Only(AxeRules rules) => rules == AxeRules.OfColour
        ? new() { ["runOnly"] = new[] { "color-contrast", "link-in-text-block" } }
        : new() { ["rules"] = (rules == AxeRules.NotOfMarkup ? OfMarkup : []).Select(r => (Rule: r, IsAsked: false)).Append((Rule: "target-size", IsAsked: true)).ToDictionary(r => r.Rule, r => (object)new Dictionary<string, object> { ["enabled"] = r.IsAsked }) };

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
