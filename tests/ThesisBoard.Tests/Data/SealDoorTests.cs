using Microsoft.Extensions.DependencyInjection;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Changes;
using ThesisBoard.Features.Criteria;
using ThesisBoard.Features.Metrics;
using ThesisBoard.Features.Theses;
using Xunit;

namespace ThesisBoard.Tests.Data;

/// <summary>A sealed criterion is tried through every door of the store; what the door is makes no difference.</summary>
public sealed class SealDoorTests
{
    private const string Slug = "cango-ai-pivot";
    private const string Debt = "debt-reduction";

    public static TheoryData<DatabaseProvider> Engines => Store.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Sealing_is_kept_and_is_not_taken_back(DatabaseProvider engine)
    {
        await using var store = await Store.OpenWithDraft(engine);
        await Refused(store, "is a draft", b => new ActivateThesis(b.RowVersion(ItemKind.Thesis)));
        var saved = await Saved(store, b => new SealCriterion(Debt, b.RowVersion(ItemKind.Criterion, Debt)));

        await using var other = store.AnotherProcess();
        var board = (await other.GetRequiredService<BoardShelf>().Board(Slug, default))!;
        var contract = BoardItems.Criteria.Get(board.Content, Debt)!.Contracts.Single();
        Assert.Equal((store.Clock.GetUtcNow().UtcDateTime, "Test"), (contract.Seal!.At.Utc, contract.Seal.By));
        Assert.True(contract.Seal.IsOver(Debt, contract));
        Assert.Contains("cannot be changed", Words(await store.Get<Undo>().Take(Store.Machine, Slug, saved)), StringComparison.Ordinal);
        await Refused(store, "sealed already", b => new SealCriterion(Debt, b.RowVersion(ItemKind.Criterion, Debt)));
        await Refused(store, "is sealed", b => new EditDraft(Debt, contract with { Question = "Easier?" }, b.RowVersion(ItemKind.Criterion, Debt)));
    }

    [Fact]
    public async Task No_door_changes_a_sealed_contract()
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        var before = await Text(store);
        var sample = Store.Sample();
        var easier = sample with { Thesis = With(sample.Thesis, c => c with { Rule = ((ChangeRule)c.Rule) with { Share = 0.01m } }) };
        var forged = easier with { Thesis = With(easier.Thesis, c => Seal.Close(Debt, c, c.Seal!.At, c.Seal.By)) };

        await Refused(store, "over other words", b => new ImportThesis(easier, b.RowVersion(ItemKind.Thesis)));
        await Refused(store, "cannot be changed", b => new ImportThesis(forged, b.RowVersion(ItemKind.Thesis)));
        await Refused(store, "not taken back", b => new ImportThesis(Store.Draft(), b.RowVersion(ItemKind.Thesis)));
        await Refused(store, "cannot be changed", _ => new Direct(c => c with { Thesis = forged.Thesis }));
        await Refused(store, "cannot be removed", b => new RemoveCriterion("on-chain-check", b.RowVersion(ItemKind.Criterion, "on-chain-check")));
        await Refused(store, "line of an active thesis", b => new DrawLine(b.Content.Thesis.Line! with { Legs = [Debt] }, b.RowVersion(ItemKind.Line)));
        await Refused(store, "no invalidation line", b => new DrawLine(null, b.RowVersion(ItemKind.Line)));
        await Refused(store, "its unit, its direction", b => new EditMetric(b.Content.Thesis.Metrics.Single(m => m.Key == "long-term-debt") with { Direction = Direction.HigherIsBetter }, b.RowVersion(ItemKind.Metric, "long-term-debt")));
        await Refused(store, "rules under which the issuer reports", b => new EditThesis("Same", "", b.Content.Thesis.Issuer with { Filer = new() { FiscalYearEndMonth = 3 } }, b.RowVersion(ItemKind.Thesis)));
        await Refused(store, "bears the time", _ => new AddBackDated());
        Assert.Equal(before, await Text(store));
    }

    /// <summary>Removing the board, or an import over one of that name, would be the way round every seal.</summary>
    [Fact]
    public async Task A_name_keeps_what_was_sealed_under_it_when_the_board_is_removed()
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        var removed = await Saved(store, b => new RemoveThesis(b.RowVersion(ItemKind.Thesis)));
        foreach (var write in (BoardWrite[])[new ImportThesis(Store.Draft()), new CreateThesis(Slug, "Anew", "", new() { Name = "Somebody" })])
            Assert.Contains("sealed board of this name was removed", Words(await store.Boards.Save(Store.Machine, Slug, write)), StringComparison.Ordinal);
        Assert.IsType<WriteResult.Saved>(await store.Get<Undo>().Take(Store.Machine, Slug, removed));
        Assert.Equal(Store.SampleText(), await Text(store));
        await Saved(store, b => new RemoveThesis(b.RowVersion(ItemKind.Thesis)));
        Assert.IsType<WriteResult.Saved>(await store.Boards.Save(Store.Machine, Slug, new ImportThesis(Store.Sample())));
    }

    [Fact]
    public async Task A_new_version_waits_as_a_draft_and_judges_from_the_day_on_which_it_is_sealed()
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        store.Clock.SetUtcNow(new(2026, 12, 3, 12, 0, 0, TimeSpan.Zero));
        var first = (await Criterion(store)).Contracts[0];
        var stricter = first with { Rule = ((ChangeRule)first.Rule) with { Share = 0.99m }, Reason = "Nearly all of it.", Seal = first.Seal };
        await Saved(store, b => new ReviseCriterion(Debt, stricter, b.RowVersion(ItemKind.Criterion, Debt)));
        Assert.Equal([1], await InForce(store));
        await Refused(store, "is a draft", b => new ReviseCriterion(Debt, stricter, b.RowVersion(ItemKind.Criterion, Debt)));
        await Refused(store, "why the contract changes", b => new EditDraft(Debt, stricter with { Reason = " " }, b.RowVersion(ItemKind.Criterion, Debt)));
        await Saved(store, b => new EditDraft(Debt, stricter with { Question = "Nearly all of it?", Version = 9 }, b.RowVersion(ItemKind.Criterion, Debt)));
        store.Clock.Advance(TimeSpan.FromDays(2));
        await Saved(store, b => new SealCriterion(Debt, b.RowVersion(ItemKind.Criterion, Debt)));

        var versions = (await Criterion(store)).Contracts;
        Assert.Equal((ThesisJson.Write(first), 2, new DateOnly(2026, 12, 5), "Nearly all of it?"), (ThesisJson.Write(versions[0]), versions[1].Version, versions[1].From, versions[1].Question));
        Assert.Equal([1, 2], await InForce(store, 4, 5));
    }

    [Fact]
    public async Task A_draft_is_thrown_away_and_a_removed_criterion_of_a_draft_thesis_comes_back_unsealed()
    {
        await using var store = await Store.OpenWithDraft(DatabaseProvider.Sqlite);
        await Refused(store, "no draft that could be thrown away", b => new DropDraft(Debt, b.RowVersion(ItemKind.Criterion, Debt)));
        await Saved(store, b => new SealCriterion("on-chain-check", b.RowVersion(ItemKind.Criterion, "on-chain-check")));
        await Saved(store, b => new ReviseCriterion("on-chain-check", BoardItems.Criteria.Get(b.Content, "on-chain-check")!.Contracts[0] with { Reason = "Sharper." }, b.RowVersion(ItemKind.Criterion, "on-chain-check")));
        await Saved(store, b => new DropDraft("on-chain-check", b.RowVersion(ItemKind.Criterion, "on-chain-check")));
        Assert.True(BoardItems.Criteria.Get((await store.Board()).Content, "on-chain-check")!.Contracts.Single().Seal is not null);
        var removed = await Saved(store, b => new RemoveCriterion("on-chain-check", b.RowVersion(ItemKind.Criterion, "on-chain-check")));
        Assert.IsType<WriteResult.Saved>(await store.Get<Undo>().Take(Store.Machine, Slug, removed));
        Assert.Null(BoardItems.Criteria.Get((await store.Board()).Content, "on-chain-check")!.Contracts.Single().Seal);
    }

    [Fact]
    public async Task A_draft_that_somebody_judged_is_not_edited_under_the_judgement()
    {
        await using var store = await Store.OpenWithDraft(DatabaseProvider.Sqlite);
        await Saved(store, b => new ThesisBoard.Features.Judgements.JudgeCriterion(Debt, 1, Standing.Strained, "Read it.", [], b.RowVersion(ItemKind.Criterion, Debt)));
        await Refused(store, "Somebody judged version 1", b => new EditDraft(Debt, BoardItems.Criteria.Get(b.Content, Debt)!.Contracts[0] with { Question = "Easier?" }, b.RowVersion(ItemKind.Criterion, Debt)));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_thesis_goes_from_draft_to_its_end_and_never_back(DatabaseProvider engine)
    {
        await using var store = await Store.OpenWithDraft(engine);
        await Saved(store, _ => new ForeseeFailure("It rains.", "In the sky."));
        foreach (var key in Store.Draft().Thesis.Criteria.Select(c => c.Key))
            await Saved(store, b => new SealCriterion(key, b.RowVersion(ItemKind.Criterion, key)));
        await Refused(store, "Only an active thesis ends", b => new EndThesis("Held", "It held.", b.RowVersion(ItemKind.Thesis)));
        var active = await Saved(store, b => new ActivateThesis(b.RowVersion(ItemKind.Thesis)));
        Assert.Contains("not taken back", Words(await store.Get<Undo>().Take(Store.Machine, Slug, active)), StringComparison.Ordinal);
        await Refused(store, "active already", b => new ActivateThesis(b.RowVersion(ItemKind.Thesis)));
        await Refused(store, "come after", _ => new LearnLesson("Too early."));
        var hail = await Saved(store, _ => new ForeseeFailure("It hails.", "In the sky.", Debt));
        Assert.Contains("only added to", Words(await store.Get<Undo>().Take(Store.Machine, Slug, hail)), StringComparison.Ordinal);
        await Refused(store, "empty", b => new EndThesis(" ", "It held.", b.RowVersion(ItemKind.Thesis)));
        var end = await Saved(store, b => new EndThesis("Held", "It held.", b.RowVersion(ItemKind.Thesis)));
        Assert.Contains("has ended", Words(await store.Get<Undo>().Take(Store.Machine, Slug, end)), StringComparison.Ordinal);
        await Saved(store, _ => new LearnLesson("Take an umbrella."));

        await using var other = store.AnotherProcess();
        var thesis = (await other.GetRequiredService<BoardShelf>().Board(Slug, default))!.Content.Thesis;
        Assert.Equal((ThesisStage.Ended, "Held", "It hails.", "Take an umbrella."), (thesis.Stage, thesis.Ended!.Outcome, thesis.Premortem[1].Breaks, thesis.Lessons.Single().Text));
        Assert.Equal(ThesisJson.Write(thesis), ThesisJson.Write(ThesisFile.Read(await Text(store)).Thesis!));
    }

    private static async Task<IEnumerable<int>> InForce(Store store, params int[] days)
    {
        var criterion = await Criterion(store);
        return days.DefaultIfEmpty(31).Select(day => criterion.On(new(2026, 12, day)).Version);
    }

    private static async Task<Criterion> Criterion(Store store) => BoardItems.Criteria.Get((await store.Board()).Content, Debt)!;

    private static Thesis With(Thesis thesis, Func<Contract, Contract> change) =>
        thesis with { Criteria = [.. thesis.Criteria.Select(c => c.Key == Debt ? c with { Contracts = [.. c.Contracts.Select(change)] } : c)] };

    private static async Task<long> Saved(Store store, Func<StoredBoard, BoardWrite> write)
    {
        var result = await store.Boards.Save(Store.Machine, Slug, write(await store.Board()));
        return Assert.IsType<WriteResult.Saved>(result is WriteResult.Invalid ? throw new InvalidOperationException(Words(result)) : result).Version;
    }

    private static async Task Refused(Store store, string words, Func<StoredBoard, BoardWrite> write) =>
        Assert.Contains(words, Words(await store.Boards.Save(Store.Machine, Slug, write(await store.Board()))), StringComparison.Ordinal);

    private static string Words(WriteResult result) => string.Join(' ', Assert.IsType<WriteResult.Invalid>(result).Problems.Select(p => p.Message));

    private static async Task<string> Text(Store store)
    {
        var (thesis, record) = (await store.Board()).Content;
        return ThesisFile.Write(thesis, record);
    }

    /// <summary>A write of one's own making, straight into the store.</summary>
    private sealed record Direct(Func<BoardContent, BoardContent> Change) : BoardEdit
    {
        internal override Outcome Edit(BoardContent board, WriteMoment moment) => Outcome.Become(Change(board), "By hand");
    }

    /// <summary>A criterion that says it was sealed before the evidence was in.</summary>
    private sealed record AddBackDated : BoardEdit
    {
        internal override Outcome Edit(BoardContent board, WriteMoment moment)
        {
            var contract = new Contract { Version = 1, From = new(2026, 1, 1), Question = "Was it foreseen?", Rule = new OccurrenceRule("btc-sold", new(2026, 2, 28)) };
            var criterion = new Criterion { Key = "foreseen", Title = "Foreseen", Group = CriterionGroup.Risks, Contracts = [Seal.Close("foreseen", contract, new(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)), "Ann")] };
            return Outcome.Become(BoardItems.Criteria.Add(board, criterion), "By hand");
        }
    }
}
