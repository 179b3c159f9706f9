using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ThesisBoard.Browser.Tests.Browsing;

/// <summary>The accessibility gate: every axe rule, best practices included.</summary>
internal static class Axe
{
    /// <summary>What passes is not told of in full: writing that out takes longer than finding it.</summary>
    private static readonly AxeRunOptions Options = new() { ResultTypes = [ResultType.Violations] };

    public static async Task Check(IPage page)
    {
        var result = await page.RunAxe(Options);
        Assert.True(result.Violations.Length == 0, Describe(page.Url, result.Violations));
    }

    /// <summary>Only what is inside of an element: for the parts of a page that is checked as a whole elsewhere.</summary>
    public static async Task Check(ILocator part)
    {
        var result = await part.RunAxe(Options);
        Assert.True(result.Violations.Length == 0, Describe(part.Page.Url, result.Violations));
    }

    private static string Describe(string url, AxeResultItem[] violations)
    {
        var text = new StringBuilder().AppendLine(Invariant($"axe found {violations.Length} kinds of violation on {url}"));
        foreach (var violation in violations)
        {
            text.AppendLine(Invariant($"{violation.Id} ({violation.Impact}): {violation.Help}"));
            foreach (var node in violation.Nodes)
            {
                text.AppendLine(Invariant($"  {node.Target}: {node.Html}"));
                foreach (var check in node.Any.Concat(node.All).Concat(node.None))
                    text.AppendLine(Invariant($"    {check.Message}"));
            }
        }
        return text.ToString();
    }
}
