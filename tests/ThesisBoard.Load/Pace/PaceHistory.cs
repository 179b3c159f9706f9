using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Load.Pace;

/// <summary>The pace runs that were kept, a line each, beside this project's README, which shows the last one.</summary>
internal static class PaceHistory
{
    private const string Begin = "<!-- The table of the last kept pace run: written by the command. -->\n";
    private const string End = "\n<!-- The end of that table. -->";
    private static readonly string Folder = Path.Combine(BuiltApp.Root, "tests", "ThesisBoard.Load");
    private static readonly string Lines = Path.Combine(Folder, "pace.jsonl");
    private static readonly string Readme = Path.Combine(Folder, "README.md");

    /// <summary>Writes a whole run down, and shows it in the README.</summary>
    public static async Task Keep(PaceTable table, IReadOnlyList<Count> counts)
    {
        var run = await Keep(table.Rows, counts);
        var text = await File.ReadAllTextAsync(Readme);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        await File.WriteAllTextAsync(Readme, Invariant($"{text[..from]}\nMeasured on {run.On:yyyy-MM-dd} at {run.Commit}: {run.Machine}.\n\n{table}\n{text[to..]}"));
    }

    /// <summary>Writes a run down: the counts alone where no time was measured.</summary>
    public static async Task<PaceEntry> Keep(IReadOnlyList<PaceRow> rows, IReadOnlyList<Count> counts)
    {
        var run = new PaceEntry(
            DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
            await Commit(),
            Invariant($"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSArchitecture}"),
            rows,
            counts.ToDictionary(c => c.Name, c => Math.Round(c.Value, 2)));
        await File.AppendAllTextAsync(Lines, JsonSerializer.Serialize(run, JsonSerializerOptions.Web) + "\n");
        return run;
    }

    /// <summary>Says what costs more than it did in the last run that was kept; the exit code.</summary>
    public static int Compare(IReadOnlyList<Count> counts)
    {
        if (!File.Exists(Lines) || JsonSerializer.Deserialize<PaceEntry>(File.ReadLines(Lines).Last(), JsonSerializerOptions.Web) is not { } last)
        {
            Console.Error.WriteLine("No pace run was kept yet: run \"counts --keep\".");
            return 1;
        }

        Console.WriteLine(Counts(counts, last.Counts));
        var over = counts.Where(c => !c.IsWithin(last.Counts.GetValueOrDefault(c.Name))).ToList();
        foreach (var count in over)
            Console.Error.WriteLine(Invariant($"{count.Name}: {count.Value:0.##}, and {last.Counts.GetValueOrDefault(count.Name):0.##} in the run kept on {last.On:yyyy-MM-dd}. Where that is meant, keep a new run: \"counts --keep\"."));
        return over.Count > 0 ? 1 : 0;
    }

    private static string Counts(IReadOnlyList<Count> counts, IReadOnlyDictionary<string, double> kept) =>
        $"| count | kept | now |\n|---|---|---|\n{string.Join('\n', counts.Select(c => Invariant($"| {c.Name} | {kept.GetValueOrDefault(c.Name):#,0.##} | {c.Value:#,0.##} |")))}";

    private static async Task<string> Commit()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["rev-parse", "--short", "HEAD"]) { RedirectStandardOutput = true, WorkingDirectory = Folder })!;
        var said = await git.StandardOutput.ReadToEndAsync();
        await git.WaitForExitAsync();
        return said.Trim();
    }
}

/// <summary>A run that was kept.</summary>
internal sealed record PaceEntry(DateOnly On, string Commit, string Machine, IReadOnlyList<PaceRow> Rows, IReadOnlyDictionary<string, double> Counts);
