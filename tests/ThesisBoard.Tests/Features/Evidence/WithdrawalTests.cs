using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Audit;
using ThesisBoard.Features.Changes;
using ThesisBoard.Features.Evidence;
using ThesisBoard.Features.Filings;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Milestones;
using ThesisBoard.Features.Observations;
using ThesisBoard.Features.Theses;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Features.Evidence;

/// <summary>What is on file of an active thesis is never deleted, whoever tries by whichever door; it is withdrawn, with a reason, and stays.</summary>
public sealed class WithdrawalTests
{
    private const string Slug = "cango-ai-pivot";
    private const string Claim = "decision-to-sell";
    private const string Figure = "long-term-debt-2026-03-31";
    private static readonly Actor Ann = Actor.Machine("Ann");

    [Fact]
    public async Task A_withdrawn_claim_and_figure_stay_on_file_with_who_when_and_why_and_count_no_longer()
    {
        await using var store = await Active();
        var before = (await store.Reader.Read(Slug, new(2026, 11, 22), default))!.State;
        Assert.Equal(Standing.Met, before.Criterion("debt-reduction")!.Standing);
        await Save(store, b => new WithdrawEvidence(Claim, " It was misread. ", b.RowVersion(ItemKind.Evidence, Claim)));
        await Save(store, b => new WithdrawObservation(Figure, "The release was replaced.", b.RowVersion(ItemKind.Observation, Figure)));

        await using var other = store.AnotherProcess();
        var content = (await ((BoardShelf)other.GetService(typeof(BoardShelf))!).Board(Slug, default))!.Content;
        var withdrawal = new Withdrawal(new RecordedAt(store.Clock.GetUtcNow().UtcDateTime), "Ann", "It was misread.");
        Assert.Equal(withdrawal, BoardItems.Evidence.Get(content, Claim)!.Withdrawn);
        Assert.Equal("The release was replaced.", BoardItems.Observations.Get(content, Figure)!.Withdrawn!.Reason);
        var after = (await store.Reader.Read(Slug, new(2026, 11, 22), default))!.State;
        Assert.DoesNotContain(after.Evidence, e => e.Item.Key == Claim);
        Assert.NotEqual(Standing.Met, after.Criterion("debt-reduction")!.Standing);
        Assert.Equal(2, after.Withdrawn.Count);
        Assert.Equal(ThesisFile.Write(content.Thesis, content.Record), Rewritten(content));
    }

    [Fact]
    public async Task No_door_deletes_what_is_on_file_of_an_active_thesis()
    {
        await using var store = await Active();
        var board = await store.Board();
        var (record, header) = (board.Content.Record, board.RowVersion(ItemKind.Thesis));
        var bare = board.Content with { Record = record with { Evidence = [.. record.Evidence.Where(e => e.Key != Claim)] } };
        var withoutFigure = board.Content with { Record = record with { Observations = [.. record.Observations.Where(o => o.Key != Figure)] } };
        foreach (var door in new BoardWrite[]
        {
            new RemoveEvidence(Claim, board.RowVersion(ItemKind.Evidence, Claim)),
            new RemoveObservation(Figure, board.RowVersion(ItemKind.Observation, Figure)),
            new ImportThesis(bare, header),
            new ImportThesis(withoutFigure, header),
            new Becoming(bare),
            new Becoming(withoutFigure),
            new UndoChange([new(new(ItemKind.Board, Slug), 0, ThesisFile.Write(bare.Thesis, bare.Record), null, "x")]),
            new UndoChange([new(new(ItemKind.Evidence, Claim), 0, null, null, "x")]),
        })
        {
            var result = await store.Boards.Save(Ann, Slug, door);
            Assert.True(result is WriteResult.Invalid, $"{door.Verb}: {result}");
        }

        Assert.Equal(board.Version, (await store.Board()).Version);
        var said = Assert.IsType<WriteResult.Invalid>(await store.Boards.Save(Ann, Slug, new RemoveEvidence(Claim, board.RowVersion(ItemKind.Evidence, Claim))));
        Assert.Contains("Withdraw it with a reason", Assert.Single(said.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawal_is_not_rewritten_and_what_is_withdrawn_is_not_edited_by_any_door()
    {
        await using var store = await Active();
        await Save(store, b => new WithdrawEvidence(Claim, "It was misread.", b.RowVersion(ItemKind.Evidence, Claim)));
        await Save(store, b => new WithdrawObservation(Figure, "It was misread.", b.RowVersion(ItemKind.Observation, Figure)));
        var board = await store.Board();
        var item = BoardItems.Evidence.Get(board.Content, Claim)!;
        var figure = BoardItems.Observations.Get(board.Content, Figure)!;
        var rewritten = BoardItems.Evidence.Replace(board.Content, item with { Withdrawn = item.Withdrawn! with { By = "Ben", Reason = "Ben says so." } });
        foreach (var door in new BoardWrite[]
        {
            new WithdrawEvidence(Claim, "Again.", board.RowVersion(ItemKind.Evidence, Claim)),
            new WithdrawObservation(Figure, "Again.", board.RowVersion(ItemKind.Observation, Figure)),
            new EditEvidence(item with { Withdrawn = null }, board.RowVersion(ItemKind.Evidence, Claim)),
            new EditObservation(figure with { Withdrawn = null, Value = Quantity.Usd(1) }, board.RowVersion(ItemKind.Observation, Figure)),
            new ImportThesis(rewritten, board.RowVersion(ItemKind.Thesis)),
            new Becoming(rewritten),
            new AddProof(new("ecohash-platform", Element.Dollars, Claim, Quantity.Usd(1))),
        })
        {
            var result = await store.Boards.Save(Ann, Slug, door);
            Assert.True(result is WriteResult.Invalid, $"{door.Verb}: {result}");
        }

        Assert.IsType<WriteResult.Invalid>(await store.Boards.Save(Ann, Slug, new WithdrawEvidence("march-sale", " ", board.RowVersion(ItemKind.Evidence, "march-sale"))));
        Assert.IsType<WriteResult.Stale>(await store.Boards.Save(Ann, Slug, new WithdrawEvidence("march-sale", "Old.", Guid.NewGuid())));
    }

    [Fact]
    public async Task A_claim_is_not_entered_as_withdrawn_nor_withdrawn_by_an_edit()
    {
        await using var store = await Active();
        var withdrawal = new Withdrawal(new(store.Clock.GetUtcNow().UtcDateTime), "Somebody else", "Not mine.");
        var old = BoardItems.Evidence.Get((await store.Board()).Content, Claim)!;
        var figure = BoardItems.Observations.Get((await store.Board()).Content, Figure)!;
        await Save(store, _ => new AttachEvidence(old with { Key = "new-claim", Withdrawn = withdrawal }));
        await Save(store, b => new EditEvidence(old with { Note = "Read again.", Withdrawn = withdrawal }, b.RowVersion(ItemKind.Evidence, Claim)));
        await Save(store, _ => new RecordObservations([figure with { Key = "new-figure", Withdrawn = withdrawal }]));
        await Save(store, b => new EditObservation(figure with { Note = "Read again.", Withdrawn = withdrawal }, b.RowVersion(ItemKind.Observation, Figure)));
        var record = (await store.Board()).Content.Record;
        Assert.All(record.Evidence, e => Assert.Null(e.Withdrawn));
        Assert.All(record.Observations, o => Assert.Null(o.Withdrawn));
    }

    [Fact]
    public async Task Taking_back_what_was_attached_withdraws_it_and_taking_that_back_brings_it_back()
    {
        await using var store = await Active();
        var board = (await store.Board()).Content;
        var source = board.Record.Sources[0] with { Key = "new-source" };
        var attached = await Save(store, _ => new AttachEvidence(board.Record.Evidence[0] with { Key = "new-claim", Source = "new-source" }, source));

        var undone = Assert.IsType<WriteResult.Saved>(await store.Get<Undo>().Take(Ann, Slug, attached));
        var item = BoardItems.Evidence.Get((await store.Board()).Content, "new-claim")!;
        Assert.Equal(("Ann", "The change that put it on file was taken back."), (item.Withdrawn!.By, item.Withdrawn.Reason));
        Assert.NotNull(BoardItems.Sources.Get((await store.Board()).Content, "new-source"));
        Assert.IsType<WriteResult.Invalid>(await store.Get<Undo>().Take(Ann, Slug, attached));

        Assert.IsType<WriteResult.Saved>(await store.Get<Undo>().Take(Ann, Slug, undone.Version));
        Assert.Null(BoardItems.Evidence.Get((await store.Board()).Content, "new-claim")!.Withdrawn);

        var withdrawn = await Save(store, b => new WithdrawEvidence(Claim, "It was misread.", b.RowVersion(ItemKind.Evidence, Claim)));
        Assert.IsType<WriteResult.Saved>(await store.Get<Undo>().Take(Ann, Slug, withdrawn));
        Assert.Null(BoardItems.Evidence.Get((await store.Board()).Content, Claim)!.Withdrawn);
    }

    [Fact]
    public async Task What_was_withdrawn_comes_back_as_it_was_with_a_reason_in_the_log_and_among_the_corrections()
    {
        await using var store = await Active();
        var before = (await store.Board()).Content;
        await Save(store, b => new WithdrawEvidence(Claim, "It was misread.", b.RowVersion(ItemKind.Evidence, Claim)));
        await Save(store, b => new WithdrawObservation(Figure, "It was misread.", b.RowVersion(ItemKind.Observation, Figure)));
        await Save(store, b => new ReinstateEvidence(Claim, " It was right. ", b.RowVersion(ItemKind.Evidence, Claim)));
        await Save(store, b => new ReinstateObservation(Figure, "The page is 3.", b.RowVersion(ItemKind.Observation, Figure)));

        var after = await store.Board();
        Assert.Equal(ThesisFile.Write(before.Thesis, before.Record), ThesisFile.Write(after.Content.Thesis, after.Content.Record));
        Assert.Equal(Standing.Met, (await store.Reader.Read(Slug, new(2026, 11, 22), default))!.State.Criterion("debt-reduction")!.Standing);
        var corrections = (await new ReadCorrections(store.Databases()).Read(Slug, null, default)).Corrections;
        Assert.Equal(
            [(CorrectionKind.Reinstatement, "The page is 3."), (CorrectionKind.Reinstatement, "It was right."), (CorrectionKind.Withdrawal, "It was misread."), (CorrectionKind.Withdrawal, "It was misread.")],
            corrections.Select(c => (c.Kind, c.Reason)));
        Assert.Contains("Reinstated evidence", corrections[1].Summary, StringComparison.Ordinal);

        var row = after.RowVersion(ItemKind.Evidence, Claim);
        Assert.Contains("not withdrawn", Assert.Single(Assert.IsType<WriteResult.Invalid>(await store.Boards.Save(Ann, Slug, new ReinstateEvidence(Claim, "Again.", row))).Problems).Message, StringComparison.Ordinal);
        await Save(store, b => new WithdrawEvidence(Claim, "It was misread.", row));
        Assert.Equal("reason", Assert.Single(Assert.IsType<WriteResult.Invalid>(await store.Boards.Save(Ann, Slug, new ReinstateEvidence(Claim, " ", (await store.Board()).RowVersion(ItemKind.Evidence, Claim)))).Problems).Path);
        Assert.IsType<WriteResult.Stale>(await store.Boards.Save(Ann, Slug, new ReinstateEvidence(Claim, "Old.", row)));
    }

    [Fact]
    public async Task Taking_back_what_was_accepted_of_a_filing_or_a_whole_import_withdraws_what_it_brought()
    {
        await using var store = await Active();
        var board = (await store.Board()).Content;
        var source = board.Record.Sources[0] with { Key = "", Document = Sha256.Of("bytes"u8), Title = "A newer filing", Accession = null, Report = null };
        var figure = board.Record.Observations.Single(o => o.Key == Figure) with { Period = Period.At(new(2026, 9, 30)) };
        var accepted = await Save(store, _ => new AcceptFindings("a filing", [new(source, [figure], [board.Record.Evidence[0] with { Key = "", Claim = "It says so.", Anchor = null }])]));
        Assert.IsType<WriteResult.Saved>(await store.Get<Undo>().Take(Ann, Slug, accepted));
        var record = (await store.Board()).Content.Record;
        Assert.Equal((1, 1), (record.Observations.Count(o => o.Withdrawn is not null), record.Evidence.Count(e => e.Withdrawn is not null)));

        var current = await store.Board();
        var more = BoardItems.Evidence.Add(current.Content, current.Content.Record.Evidence.First(e => e.Key == Claim) with { Key = "imported-claim" });
        var imported = await Save(store, b => new ImportThesis(more, b.RowVersion(ItemKind.Thesis)));
        Assert.IsType<WriteResult.Saved>(await store.Get<Undo>().Take(Ann, Slug, imported));
        Assert.NotNull(BoardItems.Evidence.Get((await store.Board()).Content, "imported-claim")!.Withdrawn);

        // What is withdrawn may be entered anew.
        await Save(store, _ => new AcceptFindings("a filing", [new(source, [figure], [])]));
    }

    [Fact]
    public async Task On_a_draft_removing_and_taking_back_delete_as_before()
    {
        await using var store = await Store.Open(DatabaseProvider.Sqlite);
        var draft = BoardWriteExamples.SmallBoard();
        Assert.Null(draft.Thesis.Activated);
        Assert.IsType<WriteResult.Saved>(await store.Boards.Save(Ann, BoardWriteExamples.Slug, new ImportThesis(draft)));
        var attached = Assert.IsType<WriteResult.Saved>(await store.Boards.Save(Ann, BoardWriteExamples.Slug, new AttachEvidence(draft.Record.Evidence[0] with { Key = "other" })));
        Assert.IsType<WriteResult.Saved>(await store.Get<Undo>().Take(Ann, BoardWriteExamples.Slug, attached.Version));
        var board = await store.Board(BoardWriteExamples.Slug);
        Assert.IsType<WriteResult.Saved>(await store.Boards.Save(Ann, BoardWriteExamples.Slug, new RemoveEvidence("claim", board.RowVersion(ItemKind.Evidence, "claim"))));
        Assert.Equal("retracted", Assert.Single((await store.Board(BoardWriteExamples.Slug)).Content.Record.Evidence).Key);
    }

    /// <summary>A write of nobody's: what comes of a board is said outright.</summary>
    private sealed record Becoming(BoardContent Content) : BoardWrite
    {
        public override Permission Needs => Permission.Edit;

        internal override Outcome Apply(BoardContent? board, WriteMoment moment) => Outcome.Become(Content, "Became another");
    }

    private static async Task<Store> Active()
    {
        var store = await Store.Open(DatabaseProvider.Sqlite);
        var sample = Store.Sample();
        var active = sample with { Thesis = sample.Thesis with { Activated = sample.Thesis.Activated ?? new(new RecordedAt(store.Clock.GetUtcNow().UtcDateTime), "Ann") } };
        Assert.IsType<WriteResult.Saved>(await store.Boards.Save(Store.Machine, Slug, new ImportThesis(active)));
        return store;
    }

    private static async Task<long> Save(Store store, Func<StoredBoard, BoardWrite> write)
    {
        var result = await store.Boards.Save(Ann, Slug, write(await store.Board()));
        return result is WriteResult.Saved saved ? saved.Version : throw new InvalidOperationException($"{result} {string.Join(' ', (result as WriteResult.Invalid)?.Problems ?? [])}");
    }

    private static string Rewritten(BoardContent content)
    {
        var file = ThesisFile.Read(ThesisFile.Write(content.Thesis, content.Record));
        return ThesisFile.Write(file.Thesis!, file.Record!);
    }
}
