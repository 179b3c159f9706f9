using System.Text.RegularExpressions;

namespace ThesisBoard.Shell;

/// <summary>The colours of pictures that are shown outside our pages. Those know no theme: they are the light one's, read from the look itself.</summary>
internal static partial class PictureColours
{
    private static readonly Dictionary<string, string> Light = Read();

    public static string Ground { get; } = Light["bg"];
    public static string Card { get; } = Light["card"];
    public static string Ink { get; } = Light["ink"];
    public static string Soft { get; } = Light["soft"];
    public static string Accent { get; } = Light["accent"];

    /// <summary>Words on a standing's own colour.</summary>
    public static string OnColour { get; } = Light["on-accent"];

    public static string Of(StandingLook look) => Light[look.Css];

    private static Dictionary<string, string> Read()
    {
        using var text = new StreamReader(typeof(PictureColours).Assembly.GetManifestResourceStream("look.css")!);
        return Pair().Matches(text.ReadToEnd()).ToDictionary(pair => pair.Groups[1].Value, pair => pair.Groups[2].Value, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"--([a-z-]+): light-dark\((#[0-9a-f]{6}), #", RegexOptions.NonBacktracking)]
    private static partial Regex Pair();
}
