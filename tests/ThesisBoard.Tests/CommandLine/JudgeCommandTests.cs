using System.Text.Json;
using ThesisBoard.Core.Theses;
using Xunit;

namespace ThesisBoard.Tests.CommandLine;

/// <summary>The contract of <c>judge</c> that scripts rely on: the shape of the JSON, the exit codes, and one clear line for every mistake.</summary>
public sealed class JudgeCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("thesisboard-");

    [Fact]
    public async Task The_JSON_has_these_properties_in_this_order()
    {
        var json = (await Judged("--as-of", "2026-05-31", "--json")).Json;
        var criterion = json.GetProperty("criteria")[0];

        Assert.Equal(["thesis", "asOf", "verdict", "reason", "criteria"], Names(json));
        Assert.All(json.GetProperty("criteria").EnumerateArray(), c => Assert.Equal(
            ["key", "version", "standing", "provisional", "progress", "distance", "unit", "due", "overdueDays", "reason", "observations"], Names(c)));
        Assert.Equal(["key", "metric", "period", "value", "unit", "source", "published"], Names(criterion.GetProperty("observations")[0]));
        Assert.Equal("""["debt-reduction",1,"Met",false,1,387600000,"USD","2026-12-31",0]""", Values(criterion, 9));
        Assert.Equal("""["long-term-debt-2026-03-31","long-term-debt","2026-03-31",30600000,"USD","pr-2026-05-31","2026-05-31"]""", Values(criterion.GetProperty("observations")[1], 7));
    }

    [Fact]
    public async Task What_is_not_there_is_null_and_not_left_out()
    {
        var json = (await Judged("--as-of", "2026-05-31", "--json")).Json;
        var ledger = json.GetProperty("criteria").EnumerateArray().Single(c => c.GetProperty("key").GetString() == "on-chain-check");

        Assert.Equal("""["on-chain-check",1,"Unverifiable",false,null,null,null,null,0]""", Values(ledger, 9));
        Assert.Equal(0, ledger.GetProperty("observations").GetArrayLength());
    }

    [Fact]
    public async Task Judging_twice_is_identical_to_the_byte() =>
        Assert.Equal((await Judged("--as-of", "2026-05-31", "--json")).Out, (await Judged("--as-of", "2026-05-31", "--json")).Out);

    [Fact]
    public async Task Without_a_date_today_counts()
    {
        var run = await CommandRun.InProcess(["judge", CommandRun.SampleFile, "--json"], today: "2027-01-01");

        Assert.Equal((3, "2027-01-01"), (run.Exit, run.Json.GetProperty("asOf").GetString()));
    }

    [Fact]
    public async Task An_intact_thesis_exits_with_0()
    {
        var sample = ThesisFile.Read(await File.ReadAllTextAsync(CommandRun.SampleFile, TestContext.Current.CancellationToken));
        var thesis = sample.Thesis!.AsDraft() with
        {
            Criteria = [.. sample.Thesis.AsDraft().Criteria.Where(c => c.Key == "debt-reduction")],
            Line = sample.Thesis.Line! with { Legs = ["debt-reduction"] },
        };
        var record = sample.Record! with { Evidence = [], Proofs = [] };
        var run = await CommandRun.InProcess(["judge", await Write("one-leg.thesis.json", ThesisFile.Write(thesis, record)), "--json"]);

        Assert.Equal((0, "Intact"), (run.Exit, run.Json.GetProperty("verdict").GetString()));
    }

    [Fact]
    public async Task The_text_says_the_verdict_the_reason_and_every_criterion()
    {
        var run = await Judged("--as-of", "2026-05-31");

        Assert.Equal(2, run.Exit);
        Assert.Contains("STRAINED", run.Out, StringComparison.Ordinal);
        Assert.Contains("debt-reduction Met and ai-build-out Unknown; due 31 Dec 2026 (estimated), 214", run.Out, StringComparison.Ordinal);
        Assert.Contains("Long-term debt fell 94.5\u202f% to $30.6M (31 Mar 2026) from $557.6M", run.Out, StringComparison.Ordinal);
        Assert.All(run.Out.Split('\n'), line => Assert.True(line.Length <= 100, line));
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task A_date_before_the_record_is_judged_and_said_to_have_had_nothing_on_file()
    {
        var run = await Judged("--as-of", "2001-01-01", "--json");

        Assert.Equal((4, "Unproven"), (run.Exit, run.Json.GetProperty("verdict").GetString()));
        Assert.Equal("Note: nothing was on file on 2001-01-01; the record begins on 2025-03-27.", run.Error.TrimEnd());
    }

    [Theory]
    [InlineData("2026-13-01")]
    [InlineData("31.5.2026")]
    [InlineData("yesterday")]
    public async Task A_date_that_is_none_is_refused(string date)
    {
        var run = await Judged("--as-of", date);

        Refused(run, $"'{date}' is no date. Write it as yyyy-MM-dd, such as 2026-05-31.");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named() =>
        Refused(await CommandRun.InProcess(["judge", "no/such.thesis.json"]), "There is no file no/such.thesis.json. The path is taken from the current folder,");

    [Fact]
    public async Task A_file_of_a_newer_format_is_refused() => Refused(
        await CommandRun.InProcess(["judge", await Write("newer.thesis.json", """{ "format": "thesisboard/2", "later": true }""")]),
        "This file was written by a newer ThesisBoard, in the format thesisboard/2.");

    [Fact]
    public async Task A_broken_file_is_refused_with_all_that_is_wrong()
    {
        var text = await File.ReadAllTextAsync(CommandRun.SampleFile, TestContext.Current.CancellationToken);
        var broken = text.Replace("\"metric\": \"net-income\"", "\"metric\": \"nett-income\"", StringComparison.Ordinal)
            .Replace("\"slug\": \"cango-ai-pivot\"", "\"slug\": \"Cango!\"", StringComparison.Ordinal);
        var run = await CommandRun.InProcess(["judge", await Write("broken.thesis.json", broken)]);

        Refused(run, "$.thesis.slug", "nett-income");
        Assert.True(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length >= 3, run.Error);
    }

    [Fact]
    public async Task A_command_that_is_none_is_refused() =>
        Refused(await CommandRun.InProcess(["jugde", "x"]), "'jugde' is not a command. The commands are judge");

    [Fact]
    public async Task The_real_program_writes_the_result_and_nothing_else_from_any_folder()
    {
        var ct = TestContext.Current.CancellationToken;
        File.Copy(CommandRun.SampleFile, Path.Combine(_folder.FullName, "copy.thesis.json"));

        var run = await CommandRun.Process(_folder.FullName, ct, "judge", "copy.thesis.json", "--as-of", "2026-05-31", "--json");

        Assert.Equal(((await Judged("--as-of", "2026-05-31", "--json")).Out, "", 2), (run.Out, run.Error, run.Exit));
        Assert.Equal("copy.thesis.json", Assert.Single(_folder.GetFileSystemInfos()).Name);
    }

    [Fact]
    public async Task The_real_program_says_a_mistake_on_standard_error_alone()
    {
        var run = await CommandRun.Process(_folder.FullName, TestContext.Current.CancellationToken, "judge", "missing.thesis.json");

        Refused(run, "There is no file missing.thesis.json.");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static Task<CommandRun> Judged(params string[] options) => CommandRun.InProcess(["judge", CommandRun.SampleFile, .. options]);

    private static void Refused(CommandRun run, params string[] words)
    {
        Assert.Equal((1, ""), (run.Exit, run.Out));
        Assert.All(words, word => Assert.Contains(word, run.Error, StringComparison.Ordinal));
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name)];

    private static string Values(JsonElement element, int count) => $"[{string.Join(',', element.EnumerateObject().Take(count).Select(p => p.Value.GetRawText()))}]";

    private async Task<string> Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        return path;
    }
}
