namespace ThesisBoard.Browser.Tests.Browsing;

/// <summary>The Chromium of this machine, and how it is started: nothing of it asks the network.</summary>
internal static class InstalledChromium
{
    public static readonly string[] Flags =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>The headless shell first: the same engine without the rest of a desktop program.</summary>
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];

    /// <summary>From THESISBOARD_CHROMIUM, else from the path; null lets Playwright take the one it installed.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable("THESISBOARD_CHROMIUM") is { Length: > 0 } named)
            return named;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
