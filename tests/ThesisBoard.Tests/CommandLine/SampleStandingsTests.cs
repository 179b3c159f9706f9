using System.Text.Json;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Theses;
using Xunit;

namespace ThesisBoard.Tests.CommandLine;

/// <summary>The Cango thesis as shipped, judged by the command: the table of DESIGN section 3 and what else must hold.</summary>
public sealed class SampleStandingsTests
{
    private static readonly RecordIndex Sample = Read();

    [Theory]
    [InlineData("2026-02-10", "Unknown", "Unknown", "Unknown", "Unproven", 4)]
    [InlineData("2026-03-17", "Unknown", "Unknown", "Unknown", "Unproven", 4)]
    [InlineData("2026-04-10", "Unknown", "Unknown", "Broken", "Strained", 2)]
    [InlineData("2026-05-31", "Met", "Unknown", "Broken", "Strained", 2)]
    [InlineData("2026-11-22", "Met", "Unknown", "Broken", "Strained", 2)]
    [InlineData("2027-01-01", "Met", "Undisclosed", "Broken", "Broken", 3)]
    public async Task The_sample_stands_where_the_design_says(string asOf, string debt, string buildOut, string sales, string verdict, int exit)
    {
        var run = await Judged(asOf);

        Assert.Equal(exit, run.Exit);
        Assert.Equal("cango-ai-pivot", run.Json.GetProperty("thesis").GetString());
        Assert.Equal(asOf, run.Json.GetProperty("asOf").GetString());
        Assert.Equal(verdict, run.Json.GetProperty("verdict").GetString());
        Assert.Equal((debt, buildOut, sales), (Standing(run, "debt-reduction"), Standing(run, "ai-build-out"), Standing(run, "further-sales")));
        Assert.Equal(9, run.Json.GetProperty("criteria").GetArrayLength());
    }

    [Theory]
    [InlineData("2026-04-10", "further-sales", "2,000\u00a0BTC in Mar 2026")]
    [InlineData("2026-05-31", "debt-reduction", "94.5\u202f%")]
    [InlineData("2026-05-31", "ai-build-out", "announced without dollars, capacity or a customer")]
    [InlineData("2027-01-01", "ai-build-out", "It was due on 31 Dec 2026, 1 day ago.")]
    public async Task The_reason_names_the_figures(string asOf, string criterion, string words) =>
        Assert.Contains(words, Criterion(await Judged(asOf), criterion).GetProperty("reason").GetString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-03-17", "Strained")]
    [InlineData("2026-05-31", "Broken")]
    public async Task Mining_headwinds_strain_and_then_break(string asOf, string standing) =>
        Assert.Equal(standing, Standing(await Judged(asOf), "mining-headwinds"));

    [Fact]
    public void On_2026_11_22_the_line_is_39_days_away() => Assert.Equal(39, Judge.Board(Sample, new(2026, 11, 22)).Line!.DaysLeft);

    [Fact]
    public void Past_the_line_silence_is_counted_in_days()
    {
        Assert.Equal(1, Judge.Board(Sample, new(2027, 1, 1)).Criterion("ai-build-out")!.OverdueDays);
        Assert.Equal(0, Judge.Board(Sample, new(2026, 12, 31)).Criterion("ai-build-out")!.OverdueDays);
    }

    [Fact]
    public void On_every_date_the_ledger_check_is_unverifiable_and_interest_is_never_met()
    {
        Assert.NotEmpty(Sample.Stops);
        Assert.All(EveryDate(), date =>
        {
            var board = Judge.Board(Sample, date);
            Assert.Equal(Core.Theses.Standing.Unverifiable, board.Criterion("on-chain-check")!.Standing);
            Assert.NotEqual(Core.Theses.Standing.Met, board.Criterion("interest-easing")!.Standing);
        });
    }

    [Fact]
    public void The_treasury_adds_up_until_the_February_update_and_never_after()
    {
        var update = new DateOnly(2026, 3, 31);

        Assert.All(EveryDate(), date =>
            Assert.Equal(date >= update, Judge.Board(Sample, date).Criterion("treasury-balance")!.Standing == Core.Theses.Standing.Broken));
        Assert.Contains(update, EveryDate());
        Assert.Contains(update.AddDays(-1), EveryDate());
    }

    private static IEnumerable<DateOnly> EveryDate() =>
        Sample.Stops.SelectMany(stop => new[] { stop.AddDays(-1), stop }).Append(new(2027, 1, 1)).Append(new(2030, 6, 30)).Distinct();

    private static Task<CommandRun> Judged(string asOf) => CommandRun.InProcess(["judge", CommandRun.SampleFile, "--as-of", asOf, "--json"]);

    private static JsonElement Criterion(CommandRun run, string key) =>
        run.Json.GetProperty("criteria").EnumerateArray().Single(c => c.GetProperty("key").GetString() == key);

    private static string? Standing(CommandRun run, string key) => Criterion(run, key).GetProperty("standing").GetString();

    private static RecordIndex Read()
    {
        var file = ThesisFile.Read(File.ReadAllText(CommandRun.SampleFile));
        return new(file.Thesis!, file.Record!);
    }
}
