using System.Text.RegularExpressions;

namespace ThesisBoard.Shell;

/// <summary>The colours of what is shown outside our pages, read from the look itself. Pictures know no theme: theirs are the light one's.</summary>
internal static partial class PictureColours
{
    private static readonly Dictionary<string, (string Light, string Dark)> Look = Read();

    public static string Ground { get; } = Look["bg"].Light;
    public static string Card { get; } = Look["card"].Light;
    public static string Ink { get; } = Look["ink"].Light;
    public static string Soft { get; } = Look["soft"].Light;
    public static string Accent { get; } = Look["accent"].Light;

    /// <summary>Words on a standing's own colour.</summary>
    public static string OnColour { get; } = Look["on-accent"].Light;

    /// <summary>The head of a page in either theme: what a phone draws around the page.</summary>
    public static (string Light, string Dark) Head { get; } = Look["card"];

    public static string Of(StandingLook look) => Look[look.Css].Light;

    private static Dictionary<string, (string Light, string Dark)> Read()
    {
        using var text = new StreamReader(typeof(PictureColours).Assembly.GetManifestResourceStream("look.css")!);
        return Pair().Matches(text.ReadToEnd()).ToDictionary(pair => pair.Groups[1].Value, pair => (pair.Groups[2].Value, pair.Groups[3].Value), StringComparer.Ordinal);
    }

    [GeneratedRegex(@"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")]
    private static partial Regex Pair();
}
