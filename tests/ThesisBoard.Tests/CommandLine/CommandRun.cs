using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using ThesisBoard.CommandLine;

namespace ThesisBoard.Tests.CommandLine;

/// <summary>What a command did: its exit code and all that it wrote.</summary>
internal sealed record CommandRun(int Exit, string Out, string Error)
{
    /// <summary>What <c>--json</c> wrote.</summary>
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    /// <summary>The shipped sample, beside the program as it is when installed.</summary>
    public static string SampleFile => Path.Combine(AppContext.BaseDirectory, "Samples", "cango.thesis.json");

    /// <summary>Runs a command in this process, with its data in a folder and the clock standing still.</summary>
    public static async Task<CommandRun> InProcess(string[] args, string dataFolder = "", string today = "2026-11-22")
    {
        using StringWriter output = new(CultureInfo.InvariantCulture), error = new(CultureInfo.InvariantCulture);
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("THESISBOARD_DATA", dataFolder)]).Build();
        var clock = new FakeTimeProvider(DateTimeOffset.Parse(today, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
        var exit = await Commands.Run(args, new(output, error, clock, settings));
        return new(exit, output.ToString(), error.ToString());
    }

    /// <summary>Runs a command as people do, in a process of its own, from a folder.</summary>
    public static Task<CommandRun> Process(string folder, CancellationToken ct, params string[] args) => Process(folder, [], ct, args);

    /// <summary>The same with settings in the environment.</summary>
    public static async Task<CommandRun> Process(string folder, (string Name, string? Value)[] settings, CancellationToken ct, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "ThesisBoard.dll") },
        };
        foreach (var arg in args)
            start.ArgumentList.Add(arg);
        start.Environment["THESISBOARD_DATA"] = Path.Combine(folder, "data");
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        using var process = System.Diagnostics.Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var error = process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return new(process.ExitCode, await output, await error);
    }
}
