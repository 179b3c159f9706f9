using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ThesisBoard.Features.Comments;

/// <summary>The text of a comment: plain, with names and web addresses made visible. Nothing of it is markup.</summary>
public sealed partial class CommentText : ComponentBase
{
    [Parameter, EditorRequired] public required Comment Comment { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var part in Parts(Comment.Text, Comment.Mentions.Select(m => m.Name)))
        {
            if (part.Link is { } link)
            {
                builder.OpenElement(0, "a");
                builder.AddAttribute(1, "href", link);
                builder.AddAttribute(2, "rel", "nofollow noopener noreferrer");
                builder.AddContent(3, part.Text);
                builder.CloseElement();
            }
            else if (part.IsName)
            {
                builder.OpenElement(4, "b");
                builder.AddContent(5, part.Text);
                builder.CloseElement();
            }
            else
            {
                builder.AddContent(6, part.Text);
            }
        }
    }

    internal static IEnumerable<(string Text, string? Link, bool IsName)> Parts(string text, IEnumerable<string> names)
    {
        var links = Address().Matches(text).Select(m => (Start: m.Index, Text: m.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', '\'', '"')))
            .Where(l => Uri.TryCreate(l.Text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0)
            .Select(l => (l.Start, l.Text.Length, IsName: false));
        var at = 0;
        foreach (var (start, length, isName) in links.Concat(Mentions.Places(text, names).Select(p => (p.Start, p.Length, IsName: true))).OrderBy(p => p.Start))
        {
            if (start < at)
                continue; // a name within an address
            if (start > at)
                yield return (text[at..start], null, false);
            var part = text.Substring(start, length);
            yield return (part, isName ? null : part, isName);
            at = start + length;
        }

        if (at < text.Length)
            yield return (text[at..], null, false);
    }

    [GeneratedRegex(@"https?://[^\s<>""]+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
