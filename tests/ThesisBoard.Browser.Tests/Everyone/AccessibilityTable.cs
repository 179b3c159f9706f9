using System.Text;
using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Browser.Tests.Everyone;

/// <summary>What was found at every place, as a table for people.</summary>
internal static class AccessibilityTable
{
    private const string Head = """
        # Every page and dialog, by axe

        Kinds of violation (axe-core with every rule, best practices and target size included) and whatever sticks out sideways, in both themes at three widths; what
        sticks out or is cut off in a window of 1280 pixels once letters are twice as large; and, stop by stop with the keyboard at 1440 and at 320 pixels, where the focus is not
        seen, is cut off, or lies below a bar that stays.
        The rules that do not look at colours are asked in the light theme, and those that look at markup alone again where a narrower window shows something that a wider one did not.
        Written by `THESISBOARD_WRITE=1 dotnet run tests/run.cs -- Browser --filter EveryPlace`; the tests fail where a number is not 0, where a route or a dialog has no
        row, and where this file does not name one.

        """;

    public static string File { get; } = Path.Combine(BuiltApp.Root, "tests", "ThesisBoard.Browser.Tests", "ACCESSIBILITY.md");

    /// <summary>Prints the table, and keeps it where that was asked for.</summary>
    public static void Keep(IReadOnlyList<Looked> looked)
    {
        string[] columns = [.. looked[0].Views.Select(v => v.View)];
        var text = new StringBuilder(Head);
        text.AppendLine().AppendLine("| page or dialog | " + string.Join(" | ", columns) + " |");
        text.AppendLine("|---|" + string.Concat(columns.Select(_ => "--:|")));
        var rows = looked.ToDictionary(l => l.Place.Name, l => $"| {l.Place.Name} | " + string.Join(" | ", l.Views.Select(v => v.Wrong.Count)) + " |", StringComparer.Ordinal);
        var kept = System.IO.File.ReadLines(File).Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).ToDictionary(line => line.Split(" | ")[0][2..], StringComparer.Ordinal);
        foreach (var name in kept.Keys.Union(rows.Keys))
            text.AppendLine(rows.GetValueOrDefault(name) ?? kept[name]);
        TestContext.Current.TestOutputHelper?.WriteLine(text.ToString());
        if (Environment.GetEnvironmentVariable("THESISBOARD_WRITE") is { Length: > 0 })
            System.IO.File.WriteAllText(File, text.ToString());
    }

    /// <summary>Everything that is wrong, each kind once a place with the views in which it is.</summary>
    public static string Wrong(IReadOnlyList<Looked> looked) => string.Join("\n\n",
        from place in looked
        from wrong in place.Views.SelectMany(v => v.Wrong.Select(w => (Text: w, v.View))).GroupBy(w => w.Text)
        select $"{place.Place.Name} ({string.Join(", ", wrong.Select(w => w.View))})\n{wrong.Key}");
}
