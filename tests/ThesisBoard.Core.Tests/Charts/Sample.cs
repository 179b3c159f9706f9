using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Theses;
using Record = ThesisBoard.Core.Evidence.Record;

namespace ThesisBoard.Core.Tests.Charts;

/// <summary>The shipped Cango board on any date.</summary>
internal static class Sample
{
    private static readonly ThesisFileResult File = Load();

    public static Thesis Thesis => File.Thesis!;

    public static Record Record => File.Record!;

    public static BoardState On(string date) => Judge.Board(Thesis, Record, DateOnly.ParseExact(date, "yyyy-MM-dd"));

    private static ThesisFileResult Load()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "ThesisBoard.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No ThesisBoard.sln above " + AppContext.BaseDirectory);
        return ThesisFile.Read(System.IO.File.ReadAllText(Path.Combine(folder.FullName, "src", "ThesisBoard", "Samples", "cango.thesis.json")));
    }
}
