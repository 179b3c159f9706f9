using System.Diagnostics;
using System.Globalization;
using ThesisBoard.Data;

namespace ThesisBoard.Tests.Data;

/// <summary>
/// A process that writes to a board as fast as it can, says what was saved, and ends only by being killed. Through the write of the app, or, since starting
/// that costs seconds of compiling, by the same rows in the same kind of transaction straight to SQLite.
/// </summary>
internal static class CrashWriter
{
    public const string Verb = "write-until-killed";

    /// <summary>The figures of one write: a half write would leave some of them.</summary>
    public const int FiguresAWrite = 3;

    /// <summary>The child's side: each line names a write that the store acknowledged.</summary>
    public static async Task<int> Run(string folder, string name, bool isBare)
    {
        await using var app = isBare ? null : Kept.Use(folder);
        await using var bare = isBare ? await BareWriter.Open(folder) : null;
        for (var i = 0; ; i++)
        {
            var write = string.Create(CultureInfo.InvariantCulture, $"{name}-{i}");
            if (app is not null && await app.TryRecord(Keys(write), i) is not WriteResult.Saved)
                throw new InvalidOperationException($"{write} was not saved.");
            if (bare is not null)
                await bare.Write(Keys(write));
            Console.WriteLine(write);
        }
    }

    public static IEnumerable<string> Keys(string write) => Enumerable.Range(0, FiguresAWrite).Select(n => $"{write}-{n}");

    /// <summary>The test's side: starts the process, kills it after some acknowledged writes, and returns all that it acknowledged.</summary>
    public static async Task<IReadOnlyList<string>> RunAndKill(string folder, string name, bool isBare, int afterWrites, TimeSpan delay, CancellationToken ct)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, ArgumentList = { typeof(CrashWriter).Assembly.Location, Verb, folder, name, $"{isBare}" } };
        start.Environment["DOTNET_TieredPGO"] = "0"; // it lives for a moment only
        using var process = Process.Start(start)!;
        var acknowledged = new List<string>();
        try
        {
            while (acknowledged.Count < afterWrites && await process.StandardOutput.ReadLineAsync(ct) is { } line)
                acknowledged.Add(line);
            await Task.Delay(delay, ct);
        }
        finally
        {
            process.Kill(); // SIGKILL: nothing is flushed, nothing is cleaned up
        }

        while (await process.StandardOutput.ReadLineAsync(ct) is { } line)
            acknowledged.Add(line);
        await process.WaitForExitAsync(ct);
        return acknowledged;
    }
}
