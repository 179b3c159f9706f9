namespace ThesisBoard.Shell;

/// <summary>The colours of pictures that are shown outside our pages. Those know no theme: they are the light one's of <c>app.css</c>, on which white is read.</summary>
internal static class PictureColours
{
    public const string Ground = "#f6f5f2";
    public const string Card = "#ffffff";
    public const string Line = "#e3e1db";
    public const string Ink = "#1b1f24";
    public const string Soft = "#525a63";
    public const string Accent = "#175e8c";

    public static string Of(StandingLook look) => look.Css switch
    {
        "met" => "#17693a",
        "strained" => "#7d5200",
        "broken" => "#b3261e",
        "silent" => "#5a4788",
        _ => Soft,
    };
}
