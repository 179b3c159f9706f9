using Microsoft.EntityFrameworkCore;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Audit;
using ThesisBoard.Features.Changes;
using ThesisBoard.Features.Evidence;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Reviews;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Features.Audits;

/// <summary>The audit of a board in the database: what the program wrote holds, and what was done behind its back is named.</summary>
public sealed class LiveAuditTests
{
    private const string Slug = AuditHouse.Slug;

    public static TheoryData<DatabaseProvider> Engines => Store.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task What_the_program_wrote_holds(DatabaseProvider engine)
    {
        await using var house = await AuditHouse.Open(engine);
        var audit = (await house.Audits.Read(Slug, default))!;
        Assert.Empty(audit.Report.Findings);
        Assert.Equal((5L, (await house.Entries())[^1].Hash), (audit.Report.Version, audit.Report.Head));
        Assert.Null(await house.Audits.Read("nothing", default));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_done_to_the_tables_is_named_within_the_hour(DatabaseProvider engine)
    {
        await using var house = await AuditHouse.Open(engine);
        Assert.True((await house.Audits.Read(Slug, default))!.Report.IsSound);
        await using var db = await house.Store.Databases().CreateDbContextAsync();
        await db.Set<ObservationRow>().Where(o => o.Key == "sold-in-november").ExecuteUpdateAsync(o => o.SetProperty(r => r.Amount, 0m));
        await db.Set<EvidenceRow>().Where(e => e.Key == "silence").ExecuteDeleteAsync();
        await db.Set<EvidenceRow>().Where(e => e.Key == "no-customer").ExecuteUpdateAsync(e => e.SetProperty(r => r.RecordedAt, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)));
        await db.Documents.ExecuteUpdateAsync(d => d.SetProperty(r => r.Compressed, new byte[] { 1, 2, 3 }));
        house.Store.Clock.Advance(TimeSpan.FromHours(1));
        var places = (await house.Audits.Read(Slug, default))!.Report.Findings.Select(f => f.Place).ToList();
        Assert.Equal(new[] { $"document {AuditHouse.Document.Hex}", "evidence 'no-customer'", "evidence 'silence'", "observation 'sold-in-november'" }, places.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_time_of_entry_that_an_edit_moves_is_named(DatabaseProvider engine)
    {
        await using var house = await AuditHouse.Open(engine);
        var board = await house.Store.Board();
        var item = board.Content.Record.Evidence.Single(e => e.Key == "no-customer");
        var moved = item with { Recorded = new(new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc)) };
        await house.Save(new EditEvidence(moved, board.RowVersion(ItemKind.Evidence, item.Key)));
        Assert.True((await house.Audits.Read(Slug, default))!.Report.IsSound); // the program's own edit keeps it

        await house.Save(new Backdate(moved));
        Assert.Contains("A time of entry does not change.", Assert.Single((await house.Audits.Read(Slug, default))!.Report.Findings).Says, StringComparison.Ordinal);
    }

    /// <summary>What a version of the program with a fault, or another program, would write.</summary>
    private sealed record Backdate(EvidenceItem Item) : BoardEdit
    {
        internal override Outcome Edit(BoardContent board, WriteMoment moment) => Outcome.Become(BoardItems.Evidence.Replace(board, Item), "Edited");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_approval_that_is_taken_out_of_the_tables_is_named(DatabaseProvider engine)
    {
        await using var house = await AuditHouse.Open(engine);
        var approval = await house.Approve("further-sales");
        Assert.True((await house.Audits.Read(Slug, default))!.Report.IsSound);
        await using var db = await house.Store.Databases().CreateDbContextAsync();
        await db.Set<ApprovalRow>().ExecuteDeleteAsync();
        house.Store.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal($"approval '{approval.Key}'", Assert.Single((await house.Audits.Read(Slug, default))!.Report.Findings).Place);
    }

    [Fact]
    public async Task Every_write_and_its_undoing_leave_a_log_that_makes_the_board()
    {
        foreach (var (kind, (_, example)) in BoardWriteExamples.Writes)
        {
            await using var store = await Store.Open(DatabaseProvider.Sqlite);
            var small = BoardWriteExamples.SmallBoard();
            Assert.IsType<WriteResult.Saved>(await store.Boards.Save(Store.Machine, BoardWriteExamples.Slug, new ThesisBoard.Features.Theses.ImportThesis(small)));
            Assert.IsType<WriteResult.Saved>(await store.Boards.Save(Store.Machine, BoardWriteExamples.Slug, BoardWriteExamples.Link));
            var basis = ReviewBasis.Of(small.Thesis, small.Record, "watch")!.Hash;
            Assert.IsType<WriteResult.Saved>(await store.Boards.Save(await store.Member(Role.Reviewer), BoardWriteExamples.Slug, new ApproveCriterion("watch", basis)));
            var owner = await store.Member(Role.Owner); // a machine does not review
            using var audits = new AuditReader(store.Get<BoardShelf>(), store.Databases(), store.Get<Documents>(), store.Clock);
            var (slug, write) = example(await store.Board(BoardWriteExamples.Slug));
            var saved = Assert.IsType<WriteResult.Saved>(await store.Boards.Save(owner, slug, write));
            if (await audits.Read(slug, default) is { } after)
                Assert.True(after.Report.IsSound, $"{kind.Name}: {string.Join(" | ", after.Report.Findings)}");
            if (await store.Get<Undo>().Take(owner, slug, saved.Version) is WriteResult.Saved && await audits.Read(slug, default) is { } undone)
                Assert.True(undone.Report.IsSound, $"{kind.Name} undone: {string.Join(" | ", undone.Report.Findings)}");
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_key_that_was_emptied_is_told_and_never_replaced(DatabaseProvider engine)
    {
        await using var house = await AuditHouse.Open(engine);
        var made = await house.Keys.Public(default);
        Assert.Equal(made.Hash, (await house.Keys.Public(default)).Hash);
        await using var db = await house.Store.Databases().CreateDbContextAsync();
        await db.Settings.Where(s => s.Name == "SigningKey").ExecuteUpdateAsync(s => s.SetProperty(r => r.Value, ""));
        await Assert.ThrowsAsync<SigningKeyLostException>(() => house.Keys.Public(default));
        await Assert.ThrowsAsync<SigningKeyLostException>(() => house.Bundle());
        Assert.Equal("", (await db.Settings.AsNoTracking().SingleAsync(s => s.Name == "SigningKey")).Value);
    }

    [Fact]
    public async Task Nodes_that_need_the_key_at_the_same_moment_make_one()
    {
        await using var store = await Store.Open(DatabaseProvider.Sqlite);
        var keys = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => new SigningKeys(store.Databases(), store.Clock).Public(default))));
        Assert.Single(keys.Select(k => k.Hash).Distinct());
    }
}
