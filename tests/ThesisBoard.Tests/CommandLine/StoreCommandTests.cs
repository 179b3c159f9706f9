using Microsoft.Data.Sqlite;
using ThesisBoard.Core.Theses;
using Xunit;

namespace ThesisBoard.Tests.CommandLine;

/// <summary>The commands that keep boards: import, export, migrate, backup, restore, user add, and judging what is kept.</summary>
public sealed class StoreCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("thesisboard-");

    private string Data => Path.Combine(_folder.FullName, "data");

    [Fact]
    public async Task Export_of_an_import_is_identical_to_the_byte()
    {
        await Done("import", CommandRun.SampleFile);
        var first = Path.Combine(_folder.FullName, "first.thesis.json");
        await Done("export", first);
        await Done("import", first, "--replace");

        Assert.Equal(await Text(CommandRun.SampleFile), await Text(first));
        Assert.Equal(await Text(first), (await Done("export", "cango-ai-pivot")).Out);
    }

    [Fact]
    public async Task A_board_in_the_database_is_judged_as_its_file_is()
    {
        await Done("import", CommandRun.SampleFile);

        var kept = await Run("judge", "cango-ai-pivot", "--as-of", "2026-05-31", "--json");
        var file = await Run("judge", CommandRun.SampleFile, "--as-of", "2026-05-31", "--json");

        Assert.Equal((file.Exit, file.Out), (kept.Exit, kept.Out));
    }

    [Fact]
    public async Task A_board_of_the_same_name_is_replaced_only_when_asked()
    {
        await Done("import", CommandRun.SampleFile);

        Refused(await Run("import", CommandRun.SampleFile), "There is already a board 'cango-ai-pivot'. Replace it with --replace");
    }

    [Fact]
    public async Task A_file_with_other_words_under_a_seal_or_without_it_replaces_nothing()
    {
        await Done("import", CommandRun.SampleFile);
        var moved = Path.Combine(_folder.FullName, "moved.thesis.json");
        var sample = await Text(CommandRun.SampleFile);
        await File.WriteAllTextAsync(moved, sample.Replace("\"share\": 0.25", "\"share\": 0.01", StringComparison.Ordinal));
        Refused(await Run("import", moved, "--replace"), "The seal is over other words");

        var thesis = ThesisFile.Read(sample).Thesis!;
        await File.WriteAllTextAsync(moved, ThesisFile.Write(thesis.AsDraft(), Core.Evidence.Record.Empty));
        Refused(await Run("import", moved, "--replace"), "is sealed and cannot be changed");
        Assert.Equal(sample, (await Done("export", "cango-ai-pivot")).Out);
    }

    [Fact]
    public async Task An_unknown_board_is_told_with_the_boards_there_are()
    {
        await Done("import", CommandRun.SampleFile);

        Refused(await Run("judge", "cango"), "There is no board 'cango'. The boards are cango-ai-pivot.");
        Refused(await Run("export", "cango", "x.json"), "There is no board 'cango'.");
    }

    [Theory]
    [InlineData("judge", "cango-ai-pivot")]
    [InlineData("export", "cango-ai-pivot")]
    [InlineData("backup", "copy.db")]
    public async Task Reading_never_makes_a_database(string verb, string what)
    {
        Refused(await Run(verb, what), "There is no database");
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task A_file_that_cannot_be_imported_makes_no_database()
    {
        Refused(await Run("import", "missing.thesis.json"), "There is no file missing.thesis.json.");
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task Migrate_makes_the_database_and_may_be_repeated()
    {
        await Done("migrate");

        Assert.Contains("The database is up to date", (await Done("migrate")).Out, StringComparison.Ordinal);
        Refused(await Run("export", "board.thesis.json"), "There are no boards to export.");
    }

    [Fact]
    public async Task A_member_is_added_by_a_link_that_works_once()
    {
        var link = await Done("user", "add", "Ada", "--role", "editor");

        Assert.Matches("^http://localhost:5080/setup/[A-Za-z0-9_-]{43}\n$", link.Out.ReplaceLineEndings("\n"));
        Refused(await Run("user", "add", "Ada", "--role", "king"), "king");
        Refused(await Run("user", "add", " "), "A name has 1 to");
    }

    [Fact]
    public async Task Facts_need_one_format()
    {
        Refused(await Run("facts", "filing.htm"), "Say how to write the facts: either --csv or --json.");
        Refused(await Run("facts", "filing.htm", "--csv", "--json"), "Say how to write the facts: either --csv or --json.");
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private Task<CommandRun> Run(params string[] args) => CommandRun.InProcess(args, Data);

    private async Task<CommandRun> Done(params string[] args)
    {
        var run = await Run(args);
        Assert.Equal((0, ""), (run.Exit, run.Error));
        return run;
    }

    private static void Refused(CommandRun run, string words)
    {
        Assert.Equal((1, ""), (run.Exit, run.Out));
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }

    private static Task<string> Text(string file) => File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
}
