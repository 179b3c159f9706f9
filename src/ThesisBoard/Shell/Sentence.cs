using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ThesisBoard.Shell;

/// <summary>A sentence with figures in it, set so that a minus stays with its figure: a browser would break "−$3,246" after the minus.</summary>
public sealed partial class Sentence : ComponentBase
{
    [Parameter, EditorRequired] public required string Text { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var from = 0;
        foreach (var figure in NegativeFigure().EnumerateMatches(Text))
        {
            builder.AddContent(0, Text[from..figure.Index]);
            builder.OpenElement(1, "span");
            builder.AddAttribute(2, "class", "whole");
            builder.AddContent(3, Text.Substring(figure.Index, figure.Length));
            builder.CloseElement();
            from = figure.Index + figure.Length;
        }

        builder.AddContent(4, Text[from..]);
    }

    [GeneratedRegex(@"−\S+")]
    private static partial Regex NegativeFigure();
}
