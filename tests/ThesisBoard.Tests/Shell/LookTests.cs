using System.Globalization;
using System.Text.RegularExpressions;
using ThesisBoard.Core.Charts;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Charts;
using ThesisBoard.Shell;
using Xunit;

namespace ThesisBoard.Tests.Shell;

/// <summary>The look is held in one place each (<c>Shell/LOOK.md</c>): sizes, spaces and colours in <c>look.css</c>, and how a standing is shown in <see cref="StandingLook"/>.</summary>
public sealed partial class LookTests
{
    /// <summary>The folder of the solution.</summary>
    internal static readonly string Root = FindRoot();
    private static readonly string Look = File.ReadAllText(Path.Combine(Root, "wwwroot", "look.css"));
    private static readonly string[] Widths = ["1080", "860", "640", "480", "340"];

    /// <summary>Every other sheet of ours, without its comments.</summary>
    private static readonly Dictionary<string, string> Sheets = Directory.GetFiles(Path.Combine(Root, "wwwroot"), "*.css").Where(f => Path.GetFileName(f) != "look.css")
        .ToDictionary(f => Path.GetFileName(f), f => Comment().Replace(File.ReadAllText(f), ""), StringComparer.Ordinal);

    [Fact]
    public void Style_sheets_name_colours_and_hold_none() => None(RawColour(), _ => true);

    [Fact]
    public void Letters_have_a_size_and_a_weight_of_the_scale() =>
        None(Letters(), found => !OnScale().IsMatch(found.Groups[2].Value));

    [Fact]
    public void Spaces_and_corners_are_steps_of_the_scale() =>
        None(Spaces(), found => !found.Value.Contains("calc(", StringComparison.Ordinal) && Pixels().Matches(found.Groups[2].Value).Any(p => p.Groups[1].Value is not "1"));

    [Fact]
    public void What_lies_over_what_is_named() => None(Layers(), found => !found.Groups[1].Value.StartsWith("var(--z-", StringComparison.Ordinal));

    [Fact]
    public void The_page_changes_its_shape_at_five_widths_only() =>
        None(WidthQuery(), found => !Widths.Contains(found.Groups[1].Value == "max" ? found.Groups[2].Value : (int.Parse(found.Groups[2].Value, CultureInfo.InvariantCulture) - 1).ToString(CultureInfo.InvariantCulture)));

    [Fact]
    public void Nothing_turns_with_the_device() => None(Orientation(), _ => true);

    [Fact]
    public void What_a_phone_draws_around_the_page_has_colours_of_the_look_too()
    {
        var head = PictureColours.Head;
        var manifest = File.ReadAllText(Path.Combine(Root, "wwwroot", "app.webmanifest"));
        Assert.Contains($"\"theme_color\": \"{head.Light}\"", manifest, StringComparison.Ordinal);
        Assert.Contains($"\"background_color\": \"{PictureColours.Ground}\"", manifest, StringComparison.Ordinal);
        var shell = Directory.GetFiles(Path.Combine(Root, "src", "ThesisBoard"), "*.razor", SearchOption.AllDirectories);
        Assert.Equal([], shell.Where(f => HexColour().IsMatch(File.ReadAllText(f))).Select(Path.GetFileName));
    }

    [Fact]
    public void Every_name_that_is_used_has_a_value()
    {
        var known = Sheets.Values.Append(Look).SelectMany(s => Definition().Matches(s).Select(m => m.Groups[1].Value)).Append("--g").ToHashSet(StringComparer.Ordinal);
        var used = Sheets.SelectMany(s => Use().Matches(s.Value).Select(m => (Where: s.Key, Name: m.Groups[1].Value)))
            .Concat(PlotlyParts.Names.Where(name => name.StartsWith("--", StringComparison.Ordinal)).Select(name => (Where: nameof(ChartColours), Name: name)));
        Assert.Equal([], used.Where(u => !known.Contains(u.Name)).Select(u => $"{u.Where}: {u.Name}"));
    }

    [Fact]
    public void Only_one_place_says_how_a_standing_is_shown()
    {
        var source = Path.Combine(Root, "src", "ThesisBoard");
        var found =
            from file in Directory.EnumerateFiles(source, "*.*", SearchOption.AllDirectories)
            where Path.GetExtension(file) is ".cs" or ".razor" && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            let name = Path.GetFileName(file)
            where name is not (nameof(StandingLook) + ".cs" or "JudgeCommand.cs") // exit codes are no look
            let text = File.ReadAllText(file)
            where Mapping().IsMatch(text) || LookClass().IsMatch(text)
            select Path.GetRelativePath(source, file);
        Assert.Equal([], found);
        Assert.Equal([], Sheets.Where(s => s.Key != "app.css" && Tinting().IsMatch(s.Value)).Select(s => s.Key));
    }

    [Fact]
    public void A_standing_is_told_by_word_shape_and_colour_and_no_two_share_all_of_them()
    {
        StandingLook[] standings = [.. Enum.GetValues<Standing>().Select(StandingLook.Of)];
        StandingLook[] verdicts = [.. Enum.GetValues<Verdict>().Select(StandingLook.Of)];
        StandingLook[] quotes = [.. Enum.GetValues<AnchorState>().Select(StandingLook.Of)];
        foreach (var family in new[] { standings, verdicts, quotes })
        {
            Assert.Equal(family.Length, family.Select(l => l.Word).Distinct().Count());
            Assert.Equal(family.Length, family.Select(l => (l.Path, l.IsDashed)).Distinct().Count());
            Assert.All(family, look => Assert.Contains($".{look.Css} {{ --c: var(--{look.Css});", Sheets["app.css"], StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Letters_can_be_read_on_every_ground_that_they_stand_on(bool dark)
    {
        var colours = Pair().Matches(Look).ToDictionary(m => m.Groups[1].Value, m => m.Groups[dark ? 3 : 2].Value, StringComparer.Ordinal);
        string[] marks = ["met", "strained", "broken", "unknown", "barred", "silent"];
        var letters =
            from ground in new[] { "bg", "card", "sunk", "accent-soft" }
            from letter in (string[])["ink", "soft", "faint", "accent"]
            select (letter, ground);
        letters = letters.Concat(marks.SelectMany(m => new[] { (m, m + "-bg"), (m, "card"), (m, "bg") })).Append(("on-accent", "accent")).Append(("btc", "card"))
            .Concat(marks.Select(m => ("ink", m + "-bg")));
        Assert.Equal([], Weak(letters, 4.5));
        Assert.Equal([], Weak([("edge", "card"), ("edge", "bg"), ("btc", "card"), ("accent", "card")], 3)); // what bounds a field or draws a line

        IEnumerable<string> Weak(IEnumerable<(string Letter, string Ground)> pairs, double least) => pairs.Select(p => (p, Ratio: Contrast(colours[p.Letter], colours[p.Ground])))
            .Where(x => x.Ratio < least).Select(x => FormattableString.Invariant($"{x.p.Letter} on {x.p.Ground}: {x.Ratio:0.00}"));
    }

    /// <summary>WCAG 2.2, "contrast ratio" and "relative luminance".</summary>
    private static double Contrast(string a, string b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double[] parts = [.. Enumerable.Range(0, 3).Select(i => Convert.ToInt32(colour.Substring(1 + 2 * i, 2), 16) / 255.0).Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))];
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }

    private static void None(Regex what, Func<Match, bool> isWrong) =>
        Assert.Equal([], Sheets.SelectMany(sheet => what.Matches(sheet.Value).Where(isWrong).Select(found => $"{sheet.Key}: {found.Value.Trim()}")));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "ThesisBoard.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"[:,( ](#[0-9a-fA-F]{3,8}\b|(rgba?|hsla?|hwb|oklch|oklab|lab|lch)\(|(white|black|gray|grey|red|green|blue|orange|yellow)(?![\w-])(?=[^{]*\}))")]
    private static partial Regex RawColour();

    [GeneratedRegex(@"(?<![\w-])(font-size|font-weight|font|font-family):\s*([^;}]+)")]
    private static partial Regex Letters();

    [GeneratedRegex(@"^(inherit|0|400|normal|var\(--(t-[a-z]+|w-[a-z]+|sans|mono)\)( !important)?|(var\(--w-[a-z]+\) )?var\(--t-[a-z]+\)/[\d.]+ var\(--(sans|mono)\))$")]
    private static partial Regex OnScale();

    [GeneratedRegex(@"(?<![\w-])(padding(?:-[a-z]+)*|margin(?:-[a-z]+)*|(?:row-|column-)?gap|border(?:-[a-z]+)*-radius):\s*([^;}]+)")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<![\w.-])(\d+(?:\.\d+)?)px")]
    private static partial Regex Pixels();

    [GeneratedRegex(@"z-index:\s*([^;}]+)")]
    private static partial Regex Layers();

    [GeneratedRegex(@"\(orientation\b")]
    private static partial Regex Orientation();

    [GeneratedRegex(@"[""':]\s*#[0-9a-fA-F]{6}\b")]
    private static partial Regex HexColour();

    [GeneratedRegex(@"\((min|max)-width:\s*(\d+)px\)")]
    private static partial Regex WidthQuery();

    [GeneratedRegex(@"(?<![\w(-])(--[a-z][a-z0-9-]*):")]
    private static partial Regex Definition();

    [GeneratedRegex(@"var\((--[a-z][a-z0-9-]*)\s*\)")]
    private static partial Regex Use();

    [GeneratedRegex(@"^\s*(Standing|Verdict|AnchorState)\.\w+ =>", RegexOptions.Multiline)]
    private static partial Regex Mapping();

    [GeneratedRegex("\"(silent|barred)\"")]
    private static partial Regex LookClass();

    [GeneratedRegex(@"--c(-bg)?:")]
    private static partial Regex Tinting();

    [GeneratedRegex(@"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")]
    private static partial Regex Pair();
}
