using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Charts;

/// <summary>A chart as data: what is drawn, said and tabulated. Immutable; the static picture, the interactive figure, the table and the CSV all come from it.</summary>
public sealed record ChartModel
{
    /// <summary>The stable name in links, such as "treasury".</summary>
    public required string Key { get; init; }

    /// <summary>What is drawn, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>What it shows, in one sentence built from the drawn values.</summary>
    public required string Takeaway { get; init; }

    /// <summary>The knowledge date of everything in it.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The first day of the time axis that all panels share.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day of the time axis.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The panels, from top to bottom. Each has one value axis in one unit, so that two currencies never meet.</summary>
    public required IReadOnlyList<ChartPanel> Panels { get; init; }

    /// <summary>Dates that matter, drawn through all panels.</summary>
    public IReadOnlyList<ChartEvent> Events { get; init; } = [];

    /// <summary>The same figures as a table.</summary>
    public required DataTable Table { get; init; }

    /// <summary>What a reader must know to read it; empty when nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>How many points are drawn.</summary>
    public int PointCount => Panels.Sum(p => p.Series.Sum(s => s.Points.Count));
}

/// <summary>One value axis with what is drawn on it.</summary>
public sealed record ChartPanel
{
    /// <summary>What the axis measures, with its unit: "Long-term debt, $".</summary>
    public required string Title { get; init; }

    /// <summary>A second line below the title, where there is one.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>The unit of every value on this axis.</summary>
    public required Unit Unit { get; init; }

    /// <summary>The height of the drawing area in CSS pixels.</summary>
    public int Height { get; init; } = 120;

    /// <summary>What is drawn.</summary>
    public required IReadOnlyList<ChartSeries> Series { get; init; }

    /// <summary>Levels to compare with, such as a threshold.</summary>
    public IReadOnlyList<ChartLine> Lines { get; init; } = [];

    /// <summary>Stretches for which nothing is on file.</summary>
    public IReadOnlyList<ChartGap> Gaps { get; init; } = [];

    /// <summary>Words set directly beside the values.</summary>
    public IReadOnlyList<ChartLabel> Labels { get; init; } = [];

    /// <summary>When not empty, the axis has these named rows, top to bottom, and a value is a row's number from 0.</summary>
    public IReadOnlyList<string> Rows { get; init; } = [];

    /// <summary>The axis includes zero: true for bars and balances, false where only the difference is read.</summary>
    public bool FromZero { get; init; } = true;

    /// <summary>Values below zero read with a minus sign; false where below zero means "leaves".</summary>
    public bool BelowIsNegative { get; init; } = true;
}

/// <summary>How a series is drawn.</summary>
public enum SeriesShape
{
    /// <summary>A line through points.</summary>
    Line,

    /// <summary>A bar as wide as the point's period; bars of one panel stack away from zero.</summary>
    Bars,

    /// <summary>A short level across the point's period, without a line between points.</summary>
    Levels,

    /// <summary>A mark from which a bar runs on to the as-of date: evidenced since.</summary>
    Since,
}

/// <summary>Which of the look's colours a thing has; the two themes give it a value.</summary>
public enum ChartTone
{
    /// <summary>The accent colour.</summary>
    Accent,

    /// <summary>Quiet bars.</summary>
    Bar,

    /// <summary>Bitcoin.</summary>
    Btc,

    /// <summary>Good.</summary>
    Met,

    /// <summary>Under pressure.</summary>
    Strained,

    /// <summary>Bad.</summary>
    Broken,

    /// <summary>Not stated by anybody.</summary>
    Silent,

    /// <summary>Text and levels.</summary>
    Ink,

    /// <summary>Secondary text.</summary>
    Soft,
}

/// <summary>Values that belong together.</summary>
/// <param name="Key">The stable name within the chart.</param>
/// <param name="Title">What people read.</param>
/// <param name="Shape">How it is drawn.</param>
/// <param name="Tone">In which colour.</param>
/// <param name="Points">The values by ascending time, at most <see cref="Downsample.Most"/>.</param>
public sealed record ChartSeries(string Key, string Title, SeriesShape Shape, ChartTone Tone, IReadOnlyList<ChartPoint> Points);

/// <summary>One drawn value.</summary>
public sealed record ChartPoint
{
    /// <summary>What it is about in time.</summary>
    public required Period Period { get; init; }

    /// <summary>Where it is drawn on the value axis: negative below zero, as an amount that leaves is.</summary>
    public required decimal Value { get; init; }

    /// <summary>The amount as people read it: "4,451 BTC".</summary>
    public required string Label { get; init; }

    /// <summary>Where it comes from, in words: grade and source.</summary>
    public string Origin { get; init; } = "";

    /// <summary>The key of the source that it was read in, which is where a click leads; null when no source states it.</summary>
    public string? Source { get; init; }

    /// <summary>The grade of what it rests on; null when it is the board's own arithmetic without a source.</summary>
    public Grade? Grade { get; init; }

    /// <summary>Stated by a source, or arithmetic.</summary>
    public FigureOrigin Kind { get; init; }

    /// <summary>Something is missing between this point and the one before: no line joins them.</summary>
    public bool Breaks { get; init; }

    /// <summary>The source is weaker than the issuer's own release; drawn hollow or light.</summary>
    public bool IsWeak => Grade < Evidence.Grade.CompanyRelease;

    /// <summary>The day at which a point, as opposed to a bar, is drawn: a balance at its instant, a flow at the middle of its period.</summary>
    public DateOnly Middle => Period.Start is { } start ? start.AddDays(Period.Days / 2) : Period.End;
}

/// <summary>A level across a panel.</summary>
/// <param name="Value">Where.</param>
/// <param name="Label">What it is, with its value.</param>
/// <param name="Tone">In which colour.</param>
public sealed record ChartLine(decimal Value, string Label, ChartTone Tone = ChartTone.Ink);

/// <summary>A date that matters.</summary>
/// <param name="On">The day.</param>
/// <param name="Label">What happens then.</param>
public sealed record ChartEvent(DateOnly On, string Label);

/// <summary>A stretch for which nothing is on file: drawn as a band, never as a zero.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Label">What is missing.</param>
/// <param name="Row">In a panel with rows: the row that it fills; null for all of the panel.</param>
public sealed record ChartGap(DateOnly From, DateOnly To, string Label, int? Row = null);

/// <summary>On which side of its place a label stands.</summary>
public enum LabelSide
{
    /// <summary>Above.</summary>
    Above,

    /// <summary>Below.</summary>
    Below,

    /// <summary>To the left.</summary>
    Left,

    /// <summary>To the right.</summary>
    Right,
}

/// <summary>Words beside a value.</summary>
/// <param name="On">The day.</param>
/// <param name="Value">The value.</param>
/// <param name="Text">The words; a line feed begins another line, where they would not fit a phone.</param>
/// <param name="Side">On which side.</param>
/// <param name="Tone">In which colour.</param>
public sealed record ChartLabel(DateOnly On, decimal Value, string Text, LabelSide Side, ChartTone Tone);
