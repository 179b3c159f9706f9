namespace ThesisBoard.Core.Charts;

/// <summary>
/// The colours of charts, as names of the look's CSS variables. Both themes give them values in one place, the style sheet;
/// the static picture uses them as they are, and the script puts the values of the theme in use into the figure.
/// </summary>
public static class ChartColours
{
    /// <summary>The ground that a chart stands on.</summary>
    public const string Ground = "var(--card)";

    /// <summary>Grid lines.</summary>
    public const string Grid = "var(--line)";

    /// <summary>Zero, and rows on which something is missing.</summary>
    public const string Edge = "var(--edge)";

    /// <summary>Ticks and titles.</summary>
    public const string Text = "var(--soft)";

    /// <summary>Bands for which nothing is on file.</summary>
    public const string Gap = "var(--unknown-bg)";

    /// <summary>Words on such a band.</summary>
    public const string GapText = "var(--unknown)";

    /// <summary>The colour of a line, a bar or a mark.</summary>
    public static string Css(ChartTone tone) => tone switch
    {
        ChartTone.Accent => "var(--accent)",
        ChartTone.Bar => "var(--bar)",
        ChartTone.Btc => "var(--btc)",
        ChartTone.Met => "var(--met)",
        ChartTone.Strained => "var(--strained)",
        ChartTone.Broken => "var(--broken)",
        ChartTone.Silent => "var(--silent)",
        ChartTone.Ink => "var(--ink)",
        _ => "var(--soft)",
    };

    /// <summary>The colour of words about a thing; quiet bars have words in the text colour.</summary>
    public static string Words(ChartTone tone) => tone == ChartTone.Bar ? Text : Css(tone);
}
