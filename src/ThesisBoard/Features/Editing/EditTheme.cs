using MudBlazor;

namespace ThesisBoard.Features.Editing;

/// <summary>
/// What MudBlazor needs of a theme. Its colours come from our own CSS variables (<c>edit.css</c>), which change with the page's theme without a word from the server.
/// </summary>
internal static class EditTheme
{
    public static MudTheme Theme { get; } = new()
    {
        LayoutProperties = new() { DefaultBorderRadius = "var(--round)" },
        Typography = new() { Default = new DefaultTypography { FontFamily = ["inherit"], FontSize = "inherit", LineHeight = "1.5", LetterSpacing = "normal" } },
    };
}
