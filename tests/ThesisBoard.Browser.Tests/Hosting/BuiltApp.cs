namespace ThesisBoard.Browser.Tests.Hosting;

/// <summary>Where the app lies that was built with these tests: same configuration, same target framework.</summary>
internal static class BuiltApp
{
    public static string Assembly { get; } = Find();

    private static string Find()
    {
        // …/tests/ThesisBoard.Browser.Tests/bin/Release/net10.0/
        var framework = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var configuration = framework.Parent!;
        var root = configuration.Parent;
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "ThesisBoard.sln")))
            root = root.Parent;
        var app = Path.Combine(root?.FullName ?? "", "src", "ThesisBoard", "bin", configuration.Name, framework.Name, "ThesisBoard.dll");
        return File.Exists(app) ? app : throw new FileNotFoundException("The app is not built in this configuration.", app);
    }
}
