namespace ThesisBoard.Browser.Tests.Hosting;

/// <summary>
/// Where the app lies: as published, where the test command names it, since what is compiled ahead of time starts in half the time; else as built with these
/// tests, same configuration, same target framework.
/// </summary>
internal static class BuiltApp
{
    // …/tests/ThesisBoard.Browser.Tests/bin/Release/net10.0/
    private static readonly DirectoryInfo Framework = new(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The published app, or null.</summary>
    public static string? Published { get; } = Environment.GetEnvironmentVariable("THESISBOARD_TEST_APP");

    public static string Assembly { get; } = Published ?? Find();

    private static string FindRoot()
    {
        var folder = Framework;
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ThesisBoard.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException($"No ThesisBoard.sln above {Framework}.");
    }

    private static string Find()
    {
        var app = Path.Combine(Root, "src", "ThesisBoard", "bin", Framework.Parent!.Name, Framework.Name, "ThesisBoard.dll");
        return File.Exists(app) ? app : throw new FileNotFoundException("The app is not built in this configuration.", app);
    }
}
