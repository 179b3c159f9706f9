using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Audit;
using ThesisBoard.Features.Changes;
using ThesisBoard.Features.Criteria;
using ThesisBoard.Features.Evidence;
using ThesisBoard.Features.Filings;
using ThesisBoard.Features.Judgements;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Observations;
using ThesisBoard.Features.Reviews;
using ThesisBoard.Features.Sources;
using ThesisBoard.Features.Theses;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Features.Reviews;

/// <summary>Four eyes: nobody approves what they wrote, by whichever door they wrote it, and an approval holds for exactly what was seen.</summary>
public sealed class ReviewTests
{
    private const string Slug = "cango-ai-pivot";
    private const string Criterion = "debt-reduction";
    private const string Debt = "long-term-debt-2026-03-31";
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public async Task Where_review_is_needed_a_standing_is_provisional_until_somebody_else_approved_it()
    {
        await using var store = await Board();
        var ben = await store.Member(Role.Reviewer);
        Assert.False((await State(store)).IsProvisional);
        Assert.Null((await State(store)).Review);
        await Save(store, Store.Machine, b => new RequireReview(true, b.RowVersion(ItemKind.Thesis)));

        var open = await State(store);
        Assert.Equal((Standing.Met, true, false), (open.Standing, open.IsProvisional, open.Sufficiency.IsSufficient));
        Assert.EndsWith("This thesis needs review: Nobody has reviewed it.", open.Sufficiency.Sentence, StringComparison.Ordinal);
        await Approve(store, ben);
        var approved = await State(store);
        Assert.Equal((Standing.Met, false, true), (approved.Standing, approved.IsProvisional, approved.Sufficiency.IsSufficient));
        Assert.Equal("Approved by The Reviewer, 22 Nov 2026.", approved.Review!.Sentence);
        Assert.True((await State(store, "further-sales")).IsProvisional);

        await using var other = store.AnotherProcess();
        var kept = Assert.Single((await other.GetRequiredService<BoardShelf>().Board(Slug, default))!.Content.Record.Approvals);
        Assert.Equal((ben.MemberId, Criterion, approved.Review.Basis.Hash), (kept.Reviewer, kept.Criterion, kept.Basis));
        Assert.Equal(approved.Review.Basis.Items, kept.Items);
    }

    [Fact]
    public async Task A_figure_that_is_changed_after_approval_makes_it_out_of_date_and_says_so()
    {
        await using var store = await Board();
        await Save(store, Store.Machine, b => new RequireReview(true, b.RowVersion(ItemKind.Thesis)));
        await Approve(store, await store.Member(Role.Reviewer));
        var changed = await Save(store, Store.Machine, b => new EditObservation(Figure(b) with { Value = Quantity.Usd(31_000_000) }, b.RowVersion(ItemKind.Observation, Debt)));
        await Save(store, Store.Machine, b => new AttachEvidence(b.Content.Record.Evidence[0] with { Key = "later", Stances = [new(Criterion, Stance.Context)] }));

        var state = await State(store);
        Assert.Equal(ReviewStage.OutOfDate, state.Review!.Stage);
        Assert.Equal("Approval out of date: 1 figure changed, 1 piece of evidence added since The Reviewer approved on 22 Nov 2026.", state.Review.Sentence);
        Assert.True(state.IsProvisional);
        Assert.Contains(state.Review.Sentence, state.Sufficiency.Sentence, StringComparison.Ordinal);

        // A withdrawal is a change of the basis like any other, and what was approved is approved again once exactly that is on file again.
        await Save(store, Store.Machine, b => new WithdrawEvidence("later", "Not about debt.", b.RowVersion(ItemKind.Evidence, "later")));
        Assert.Equal(ReviewStage.OutOfDate, (await State(store)).Review!.Stage);
        Assert.IsType<WriteResult.Saved>(await store.Get<Undo>().Take(Store.Machine, Slug, changed));
        Assert.Equal(ReviewStage.OutOfDate, (await State(store)).Review!.Stage);
    }

    [Fact]
    public async Task What_the_reviewer_did_not_see_is_not_approved()
    {
        await using var store = await Board();
        var ben = await store.Member(Role.Reviewer);
        var seen = Basis(await store.Board());
        await Save(store, Store.Machine, b => new EditObservation(Figure(b) with { Note = "Rounded." }, b.RowVersion(ItemKind.Observation, Debt)));
        await Refused(store, ben, seen, "changed since you looked");
        await Refused(store, ben, Sha256.Of("anything"u8), "changed since you looked");
    }

    [Fact]
    public async Task Nobody_approves_what_they_wrote_by_whichever_door_they_wrote_it()
    {
        foreach (var (door, write) in new (string, Func<Store, Actor, Task>)[]
        {
            ("attach", (s, ann) => Save(s, ann, b => new AttachEvidence(b.Content.Record.Evidence[0] with { Key = "anns", Stances = [new(Criterion, Stance.Supports)] }))),
            ("edit", (s, ann) => Save(s, ann, b => new EditObservation(Figure(b) with { Note = "Read again." }, b.RowVersion(ItemKind.Observation, Debt)))),
            ("source", (s, ann) => Save(s, ann, b => new EditSource(Source(b) with { Note = "Read again." }, b.RowVersion(ItemKind.Source, Source(b).Key)))),
            ("judge", (s, ann) => Save(s, ann, b => new JudgeCriterion(Criterion, 1, Standing.Met, "I read it.", ["proceeds-repaid-loan"], b.RowVersion(ItemKind.Criterion, Criterion)))),
            ("contract", (s, ann) => Save(s, ann, b => new ReviseCriterion(Criterion, b.Content.Thesis.Criteria.First(c => c.Key == Criterion).Contracts[^1] with { From = Today, Reason = "Sharper." }, b.RowVersion(ItemKind.Criterion, Criterion)))),
            ("withdraw", (s, ann) => Save(s, ann, b => new WithdrawEvidence("proceeds-repaid-loan", "Misread.", b.RowVersion(ItemKind.Evidence, "proceeds-repaid-loan")))),
            ("accept", (s, ann) => Save(s, ann, b => new AcceptFindings("a filing", [new(Source(b) with { Key = "", Document = Sha256.Of("x"u8), Title = "Newer", Accession = null, Report = null }, [Figure(b) with { Period = Period.At(new(2026, 9, 30)) }], [])]))),
            ("import", (s, ann) => Save(s, ann, b => new ImportThesis(BoardItems.Observations.Replace(b.Content, Figure(b) with { Note = "Imported." }), b.RowVersion(ItemKind.Thesis)))),
            ("undo", async (s, ann) =>
            {
                var version = await Save(s, Store.Machine, b => new EditObservation(Figure(b) with { Note = "Read again." }, b.RowVersion(ItemKind.Observation, Debt)));
                Assert.IsType<WriteResult.Saved>(await s.Get<Undo>().Take(ann, Slug, version));
            }),
        })
        {
            await using var store = await Board();
            var (ann, ben) = (await store.Member(Role.Editor), await store.Member(Role.Reviewer));
            await write(store, ann);
            var said = Assert.IsType<WriteResult.Invalid>(await store.Boards.Save(ann, Slug, new ApproveCriterion(Criterion, Basis(await store.Board()))));
            Assert.True(said.Problems[0].Message.StartsWith("You wrote part of what you would approve:", StringComparison.Ordinal), $"{door}: {said.Problems[0]}");
            await Approve(store, ben);
        }
    }

    [Fact]
    public async Task A_name_is_no_proof_and_a_machine_does_not_review()
    {
        await using var store = await Board();
        var (ann, namesake) = (await store.Member(Role.Editor), await Another(store, "The Editor"));
        Assert.Equal((ann.Name, true), (namesake.Name, ann.MemberId != namesake.MemberId));
        await Save(store, ann, b => new EditObservation(Figure(b) with { Note = "Read again." }, b.RowVersion(ItemKind.Observation, Debt)));
        await Refused(store, ann, Basis(await store.Board()), "You wrote part");
        await Refused(store, Store.Machine, Basis(await store.Board()), "signed in");
        Assert.IsType<WriteResult.Denied>(await store.Boards.Save(await store.Member(Role.Viewer), Slug, new ApproveCriterion(Criterion, Basis(await store.Board()))));
        await Approve(store, namesake);
    }

    [Fact]
    public async Task What_somebody_else_approved_before_need_not_be_approved_by_a_third()
    {
        await using var store = await Board();
        var (ann, ben) = (await store.Member(Role.Editor), await Another(store, "Ben"));
        await Save(store, ann, b => new EditObservation(Figure(b) with { Note = "Anns." }, b.RowVersion(ItemKind.Observation, Debt)));
        await Approve(store, ben);
        await Save(store, ben, b => new AttachEvidence(b.Content.Record.Evidence[0] with { Key = "bens", Stances = [new(Criterion, Stance.Context)] }));

        await Refused(store, ben, Basis(await store.Board()), "1 piece of evidence");
        await Approve(store, ann);
        Assert.Equal(ReviewStage.Approved, (await State(store)).Review!.Stage);

        // Once the earlier approval is revoked, hers is the only look at her own figure.
        var bens = (await store.Board()).Content.Record.Approvals.Single(a => a.Reviewer == ben.MemberId);
        await Save(store, ben, b => new RevokeApproval(bens.Key, b.RowVersion(ItemKind.Approval, bens.Key)));
        await Save(store, Store.Machine, b => new EditEvidence(b.Content.Record.Evidence.First(e => e.Key == "bens") with { Note = "x" }, b.RowVersion(ItemKind.Evidence, "bens")));
        await Refused(store, ann, Basis(await store.Board()), "1 figure");
    }

    [Fact]
    public async Task No_door_brings_an_approval_in_or_back()
    {
        await using var store = await Board();
        var ben = await store.Member(Role.Reviewer);
        var basis = ReviewBasis.Of((await store.Board()).Content.Thesis, (await store.Board()).Content.Record, Criterion)!;
        var forged = new Approval { Key = "forged", Criterion = Criterion, Basis = basis.Hash, Items = basis.Items, Reviewer = ben.MemberId!.Value, By = "Ben", At = new(DateTime.UnixEpoch) };
        var content = (await store.Board()).Content;
        var with = content with { Record = content.Record with { Approvals = [forged] } };
        var file = ThesisFile.Write(with.Thesis, with.Record);
        Assert.DoesNotContain("forged", file, StringComparison.Ordinal);
        Assert.NotEmpty(ThesisFile.Read(file.Replace("\"sources\":", $"\"approvals\": [{ThesisJson.Write(forged)}], \"sources\":", StringComparison.Ordinal)).Problems);
        await Save(store, Store.Machine, b => new ImportThesis(with, b.RowVersion(ItemKind.Thesis)));
        await Save(store, Store.Machine, _ => new Becoming(with));
        await Save(store, Store.Machine, b => new UndoChange([new(new(ItemKind.Board, Slug), 0, ThesisFile.Write(b.Content.Thesis, b.Content.Record), file, "x")]));
        Assert.Empty((await store.Board()).Content.Record.Approvals);

        var approved = await Approve(store, ben);
        var given = Assert.Single((await store.Board()).Content.Record.Approvals);
        Assert.IsType<WriteResult.Invalid>(await store.Get<Undo>().Take(Store.Machine, Slug, approved));
        await Save(store, Store.Machine, b => new ImportThesis(b.Content with { Thesis = b.Content.Thesis with { Title = "Replaced" }, Record = b.Content.Record with { Approvals = [] } }, b.RowVersion(ItemKind.Thesis)));
        Assert.Equal(given.Key, Assert.Single((await store.Board()).Content.Record.Approvals).Key);

        var revoked = await Save(store, ben, b => new RevokeApproval(given.Key, b.RowVersion(ItemKind.Approval, given.Key)));
        Assert.IsType<WriteResult.Invalid>(await store.Get<Undo>().Take(Store.Machine, Slug, revoked));
        Assert.Empty((await store.Board()).Content.Record.Approvals);

        // The log makes the same board anew, approvals given, kept through an import and revoked included.
        var board = await store.Board();
        var replay = new LogReplay();
        await using (var db = await store.Databases().CreateDbContextAsync())
        {
            await foreach (var entry in BoardLog.Entries(db, Slug, board.Version))
                replay.Add(entry);
        }

        replay.End(board.Content, hasApprovals: true);
        Assert.Empty(replay.Findings);
        await Approve(store, ben);
        var removed = await Save(store, Store.Machine, b => new RemoveThesis(b.RowVersion(ItemKind.Thesis)));
        Assert.IsType<WriteResult.Saved>(await store.Get<Undo>().Take(Store.Machine, Slug, removed));
        Assert.Empty((await store.Board()).Content.Record.Approvals);
    }

    [Fact]
    public async Task Review_is_switched_off_by_an_owner_only_by_whichever_door()
    {
        await using var store = await Board();
        var editor = await store.Member(Role.Editor);
        await Save(store, Store.Machine, b => new RequireReview(true, b.RowVersion(ItemKind.Thesis)));
        var board = await store.Board();
        var without = board.Content with { Thesis = board.Content.Thesis with { NeedsReview = false } };
        foreach (var door in new BoardWrite[] { new RequireReview(false, board.RowVersion(ItemKind.Thesis)), new ImportThesis(without, board.RowVersion(ItemKind.Thesis)), new Becoming(without) })
            Assert.IsType<WriteResult.Denied>(await store.Boards.Save(editor, Slug, door));
        Assert.IsType<WriteResult.Denied>(await store.Get<Undo>().Take(editor, Slug, board.Version));
        Assert.True((await store.Board()).Content.Thesis.NeedsReview);
        await Save(store, Store.Machine, b => new RequireReview(false, b.RowVersion(ItemKind.Thesis)));
        Assert.False((await State(store)).IsProvisional);
    }

    /// <summary>A write of nobody's: what comes of a board is said outright.</summary>
    private sealed record Becoming(BoardContent Content) : BoardWrite
    {
        public override Permission Needs => Permission.Edit;

        internal override Outcome Apply(BoardContent? board, WriteMoment moment) => Outcome.Become(Content, "Became another");
    }

    /// <summary>A second editor, under whatever name.</summary>
    private static async Task<Actor> Another(Store store, string name)
    {
        var links = store.Get<SignInLinks>();
        var id = (await links.Redeem((await links.Create(Store.Machine, "Another", Role.Editor))!))!.MemberId!.Value;
        await using (var db = await store.Databases().CreateDbContextAsync())
            await db.Accounts.Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Name, name));
        return (await links.Redeem((await links.CreateFor(Store.Machine, id))!))!;
    }

    private static Task<Store> Board() => Store.OpenWithSample(DatabaseProvider.Sqlite);

    private static Observation Figure(StoredBoard board) => BoardItems.Observations.Get(board.Content, Debt)!;

    private static Source Source(StoredBoard board) => BoardItems.Sources.Get(board.Content, Figure(board).Source)!;

    private static Sha256 Basis(StoredBoard board) => ReviewBasis.Of(board.Content.Thesis, board.Content.Record, Criterion)!.Hash;

    private static async Task<CriterionState> State(Store store, string criterion = Criterion) => (await store.Reader.Read(Slug, Today, default))!.State.Criterion(criterion)!;

    private static async Task<long> Approve(Store store, Actor reviewer) => await Save(store, reviewer, b => new ApproveCriterion(Criterion, Basis(b)));

    private static async Task Refused(Store store, Actor actor, Sha256 seen, string why)
    {
        var invalid = Assert.IsType<WriteResult.Invalid>(await store.Boards.Save(actor, Slug, new ApproveCriterion(Criterion, seen)));
        Assert.Contains(why, invalid.Problems[0].Message, StringComparison.Ordinal);
    }

    private static async Task<long> Save(Store store, Actor actor, Func<StoredBoard, BoardWrite> write)
    {
        var result = await store.Boards.Save(actor, Slug, write(await store.Board()));
        return result is WriteResult.Saved saved ? saved.Version : throw new InvalidOperationException($"{result} {string.Join(' ', (result as WriteResult.Invalid)?.Problems ?? [])}");
    }
}
