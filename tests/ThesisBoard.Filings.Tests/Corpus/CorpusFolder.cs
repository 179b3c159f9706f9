using Xunit;

namespace ThesisBoard.Filings.Tests.Corpus;

/// <summary>The folder of real filings: <c>THESISBOARD_CORPUS</c>, or <c>shared/filings</c> beside the project's root. Tests skip where it is absent.</summary>
internal static class CorpusFolder
{
    public static string File(params string[] path)
    {
        var folder = Environment.GetEnvironmentVariable("THESISBOARD_CORPUS") is { Length: > 0 } given ? given : Beside();
        Assert.SkipUnless(folder is not null && Directory.Exists(folder), "The corpus of real filings is not on this machine (set THESISBOARD_CORPUS).");
        return Path.Combine([folder!, .. path]);
    }

    public static FileStream Open(params string[] path) => System.IO.File.OpenRead(File(path));

    private static string? Beside()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !System.IO.File.Exists(Path.Combine(root.FullName, "ThesisBoard.sln")))
            root = root.Parent;
        return root?.Parent is { } parent ? Path.Combine(parent.FullName, "shared", "filings") : null;
    }
}
