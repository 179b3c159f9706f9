using ThesisBoard.Core.Theses;
using Xunit;
using Record = ThesisBoard.Core.Evidence.Record;

namespace ThesisBoard.Core.Tests.Theses;

/// <summary>The files of the repository that the tests hold against the code.</summary>
internal static class Shipped
{
    public static string Root { get; } = FindRoot();

    public static string SampleText { get; } = Text("src/ThesisBoard/Samples/cango.thesis.json");

    public static string TemplateText { get; } = Text("src/ThesisBoard/Samples/miner-to-ai.thesis.json");

    public static string SchemaText { get; } = Text("wwwroot/schema/thesis-1.json");

    public static (Thesis Thesis, Record Record) Read(string text)
    {
        var result = ThesisFile.Read(text);
        Assert.Empty(result.Problems);
        return (result.Thesis!, result.Record!);
    }

    private static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ThesisBoard.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("ThesisBoard.sln lies in no folder above the tests.");
    }
}
