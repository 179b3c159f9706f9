using System.Diagnostics;
using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Load;

/// <summary>The framework's own counter, made anew from its template: what a small circuit costs on this machine.</summary>
internal static class Baseline
{
    public const string Page = "/counter";

    public static async Task<PublishedApp> Publish()
    {
        var folder = Directory.CreateTempSubdirectory("thesisboard-baseline-");
        try
        {
            var project = Path.Combine(folder.FullName, "Baseline");
            await Dotnet("new", "blazor", "-o", project, "--interactivity", "Server", "--no-https", "--no-restore");
            return await PublishedApp.Publish(project);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Dotnet(params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", words) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"dotnet {words[0]} ended with {process.ExitCode}.\n{said}");
    }
}
