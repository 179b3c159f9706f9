using System.Diagnostics;

namespace ThesisBoard.Browser.Tests.Hosting;

/// <summary>The app as a team runs it: published in Release, compiled ahead of time. Built apart, in a folder that goes away with this.</summary>
public sealed class PublishedApp : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("thesisboard-published-");

    private readonly string _name;

    private PublishedApp(string name) => _name = name;

    public string Assembly => Path.Combine(_folder.FullName, "app", $"{_name}.dll");

    public static Task<PublishedApp> Publish() => Publish(Path.Combine(BuiltApp.Root, "src", "ThesisBoard"));

    /// <summary>Another program, by the folder of its project, whose name it bears.</summary>
    public static async Task<PublishedApp> Publish(string project)
    {
        var app = new PublishedApp(Path.GetFileName(project));
        string[] words =
        [
            "publish", project, "-c", "Release", "-v", "quiet",
            "-o", Path.Combine(app._folder.FullName, "app"), "--artifacts-path", Path.Combine(app._folder.FullName, "build"),
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", words) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode == 0)
            return app;
        app.Dispose();
        throw new InvalidOperationException($"Publishing ended with {process.ExitCode}.\n{said}");
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
