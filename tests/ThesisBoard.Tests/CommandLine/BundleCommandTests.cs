using Microsoft.Data.Sqlite;
using Xunit;

namespace ThesisBoard.Tests.CommandLine;

/// <summary><c>bundle</c> and <c>verify</c>: the second one on a machine that has nothing but the file.</summary>
public sealed class BundleCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("thesisboard-");

    private string Data => Path.Combine(_folder.FullName, "data");

    [Fact]
    public async Task A_bundle_is_checked_without_a_database_and_makes_none()
    {
        var (bundle, key) = await Bundle();
        var elsewhere = Path.Combine(_folder.FullName, "elsewhere");
        var run = await CommandRun.InProcess(["verify", bundle, "--key", key], elsewhere);
        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.EndsWith("All of it holds.\n", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Fails", run.Out, StringComparison.Ordinal);
        Assert.Contains("\nNothing  Documents: 0 documents", run.Out, StringComparison.Ordinal); // the sample cites none, and nothing looked at is nothing that holds
        Assert.False(Directory.Exists(elsewhere));

        var json = (await CommandRun.InProcess(["verify", bundle, "--json"], elsewhere)).Json;
        Assert.True(json.GetProperty("sound").GetBoolean());
        Assert.Equal(key, json.GetProperty("key").GetString());
    }

    [Fact]
    public async Task A_damaged_bundle_gives_a_line_a_finding_and_exit_code_1()
    {
        var (bundle, _) = await Bundle();
        var bytes = await File.ReadAllBytesAsync(bundle, TestContext.Current.CancellationToken);
        bytes[100] ^= 1;
        await File.WriteAllBytesAsync(bundle, bytes, TestContext.Current.CancellationToken);
        var run = await CommandRun.InProcess(["verify", bundle]);
        Assert.Equal((1, ""), (run.Exit, run.Error));
        Assert.Contains("\nboard.thesis.json: its bytes are not those that were signed: it was changed.\n1 finding: this bundle does not hold.\n", run.Out, StringComparison.Ordinal);
        var json = await CommandRun.InProcess(["verify", bundle, "--json"]);
        Assert.Equal((1, false), (json.Exit, json.Json.GetProperty("sound").GetBoolean()));
    }

    [Fact]
    public async Task What_is_no_bundle_is_refused_with_what_it_takes()
    {
        var (bundle, _) = await Bundle();
        Assert.Contains("Verify takes a bundle", (await CommandRun.InProcess(["verify", CommandRun.SampleFile])).Error, StringComparison.Ordinal);
        Assert.Contains("cannot be read", (await CommandRun.InProcess(["verify", "nothing.zip"])).Error, StringComparison.Ordinal);
        Assert.Contains("64 hexadecimal digits", (await CommandRun.InProcess(["verify", bundle, "--key", "abc"])).Error, StringComparison.Ordinal);
        Assert.Contains("There is no board 'cango'. The boards are cango-ai-pivot.", (await CommandRun.InProcess(["bundle", "cango", bundle], Data)).Error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private async Task<(string File, string Key)> Bundle()
    {
        await CommandRun.InProcess(["import", CommandRun.SampleFile], Data);
        var file = Path.Combine(_folder.FullName, "cango.bundle.zip");
        var run = await CommandRun.InProcess(["bundle", "cango-ai-pivot", file], Data);
        Assert.Equal((0, ""), (run.Exit, run.Error));
        return (file, run.Out.TrimEnd()[^65..^1]);
    }
}
