using System.Security.Cryptography;
using System.Text;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Trust;
using Xunit;

namespace ThesisBoard.Core.Tests.Trust;

/// <summary>The chain of a log, without a database.</summary>
public sealed class LogChainTests
{
    private const string Slug = "a-board";
    private static readonly DateTime At = new(2026, 11, 26, 8, 30, 0, 123, DateTimeKind.Utc);

    [Fact]
    public void The_hash_is_over_the_text_that_is_written_down_for_it()
    {
        var entry = Entry(1, 0) with { Before = null, After = "{\"ü\":1}", Member = Guid.Parse("11111111-2222-3333-4444-555555555555") };
        var start = Convert.ToHexStringLower(SHA256.HashData("thesisboard-log/1\na-board"u8));
        var text = $"64:{start}\n1:1\n1:0\n28:2026-11-26T08:30:01.1230000Z\n36:11111111-2222-3333-4444-555555555555\n3:Ada\n14:AttachEvidence\n9:Summary 1\n8:Evidence\n5:key-1\n1:0\n-\n8:{{\"ü\":1}}\n";
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), LogChain.Next(LogChain.Start(Slug), entry).Hex);
    }

    [Fact]
    public void An_empty_text_and_none_are_two_things()
    {
        var start = LogChain.Start(Slug);
        Assert.NotEqual(LogChain.Next(start, Entry(1, 0) with { Before = "" }), LogChain.Next(start, Entry(1, 0) with { Before = null }));
        Assert.NotEqual(LogChain.Next(start, Entry(1, 0) with { By = "ab", Verb = "c" }), LogChain.Next(start, Entry(1, 0) with { By = "a", Verb = "bc" }));
    }

    [Fact]
    public void A_log_that_nobody_touched_holds()
    {
        var check = Check(Chained(Log()));
        Assert.Empty(check.Findings);
        Assert.Equal(7, check.Count);
    }

    [Fact]
    public void Every_single_entry_that_is_edited_is_named_and_no_other()
    {
        var log = Chained(Log());
        for (var i = 0; i < log.Count; i++)
        {
            var edited = log.ToList();
            edited[i] = edited[i] with { After = "another" };
            var finding = Assert.Single(Check(edited).Findings);
            Assert.Equal(log[i].Place, finding.Place);
        }
    }

    [Fact]
    public void Every_single_entry_that_is_taken_out_leaves_a_hole_that_is_named()
    {
        var log = Chained(Log());
        for (var i = 0; i < log.Count; i++)
        {
            var holed = log.Where((_, at) => at != i).ToList();
            var finding = Assert.Single(Check(holed).Findings);
            Assert.Equal(i == log.Count - 1 ? "log, end" : log[i + 1].Place, finding.Place);
        }
    }

    [Fact]
    public void Entries_that_change_places_are_named_both()
    {
        var log = Chained(Log());
        for (var i = 0; i + 1 < log.Count; i++)
        {
            var swapped = log.ToList();
            (swapped[i], swapped[i + 1]) = (log[i + 1], log[i]);
            Assert.NotEmpty(Check(swapped).Findings);

            // The same with the numbers that belong to the places: only the hashes tell.
            swapped[i] = log[i + 1] with { Version = log[i].Version, Ordinal = log[i].Ordinal };
            swapped[i + 1] = log[i] with { Version = log[i + 1].Version, Ordinal = log[i + 1].Ordinal };
            Assert.Superset(new HashSet<string> { log[i].Place, log[i + 1].Place }, Check(swapped).Findings.Select(f => f.Place).ToHashSet());
        }
    }

    [Fact]
    public void An_entry_without_a_hash_or_dated_before_the_one_before_is_named()
    {
        var log = Chained(Log());
        log[3] = log[3] with { Hash = null };
        Assert.Equal(log[3].Place, Assert.Single(Check(log).Findings).Place);
        Assert.Equal("log, version 3, entry 1", Assert.Single(Check(Chained([.. Log().Select(e => e.Version == 3 ? e with { At = At.AddDays(-1) } : e)])).Findings).Place);
    }

    [Fact]
    public void An_entry_of_another_board_does_not_fit()
    {
        var check = new ChainCheck("another-board");
        foreach (var entry in Chained(Log()))
            check.Add(entry);
        Assert.Equal("log, version 1, entry 1", Assert.Single(check.Findings).Place);
    }

    [Fact]
    public void Whoever_chains_everything_anew_gets_another_end()
    {
        var forged = Log().Select(e => e.Version == 2 ? e with { After = "another" } : e);
        var check = Check(Chained([.. forged]));
        Assert.Empty(check.Findings); // which is why the page asks to write the end down
        Assert.NotEqual(Check(Chained(Log())).Head, check.Head);
    }

    private static ChainCheck Check(IReadOnlyList<LogEntry> log)
    {
        var check = new ChainCheck(Slug);
        foreach (var entry in log)
            check.Add(entry);
        check.End(5);
        return check;
    }

    /// <summary>Five writes; the second and the third touched two items each.</summary>
    private static IReadOnlyList<LogEntry> Log() => [Entry(1, 0), Entry(2, 0), Entry(2, 1), Entry(3, 0), Entry(3, 1), Entry(4, 0), Entry(5, 0)];

    private static List<LogEntry> Chained(IReadOnlyList<LogEntry> log)
    {
        var head = LogChain.Start(Slug);
        return [.. log.Select(entry => entry with { Hash = head = LogChain.Next(head, entry) })];
    }

    private static LogEntry Entry(long version, int ordinal) => new(
        version, ordinal, At.AddSeconds(version), null, "Ada", "AttachEvidence", $"Summary {version}", "Evidence", $"key-{version + ordinal}", ordinal, null, "{}", null);
}
