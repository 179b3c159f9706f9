using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Changes;
using ThesisBoard.Features.Conflicts;
using ThesisBoard.Features.Criteria;
using ThesisBoard.Features.Evidence;
using ThesisBoard.Features.Filings;
using ThesisBoard.Features.Forecasts;
using ThesisBoard.Features.Judgements;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Metrics;
using ThesisBoard.Features.Milestones;
using ThesisBoard.Features.Observations;
using ThesisBoard.Features.Reviews;
using ThesisBoard.Features.Shares;
using ThesisBoard.Features.Sources;
using ThesisBoard.Features.Theses;
using Xunit;

namespace ThesisBoard.Tests.Data;

/// <summary>A small board on which every write has something to do.</summary>
internal static class BoardWriteExamples
{
    public const string Slug = "small";

    /// <summary>A link that somebody else made.</summary>
    public static readonly MakeShareLink Link = new(ShareToken.HashOf("theirs"), new() { Name = "Somebody" });

    /// <summary>One sound example of every write, and the weakest role that may do it.</summary>
    public static readonly IReadOnlyDictionary<Type, (Role Weakest, Func<StoredBoard, (string Slug, BoardWrite Write)> Example)> Writes =
        new Dictionary<Type, (Role, Func<StoredBoard, (string, BoardWrite)>)>
        {
            [typeof(AddMetric)] = (Role.Editor, _ => (Slug, new AddMetric(new() { Key = "other", Title = "Other", Unit = Unit.Usd }))),
            [typeof(EditMetric)] = (Role.Editor, b => (Slug, new EditMetric(b.Content.Thesis.Metrics[0] with { Title = "New" }, b.RowVersion(ItemKind.Metric, "debt")))),
            [typeof(RemoveMetric)] = (Role.Editor, b => (Slug, new RemoveMetric("unused", b.RowVersion(ItemKind.Metric, "unused")))),
            [typeof(AddMilestone)] = (Role.Editor, _ => (Slug, new AddMilestone(new("second", "Second")))),
            [typeof(EditMilestone)] = (Role.Editor, b => (Slug, new EditMilestone(new("first", "New"), b.RowVersion(ItemKind.Milestone, "first")))),
            [typeof(RemoveMilestone)] = (Role.Editor, b => (Slug, new RemoveMilestone("first", b.RowVersion(ItemKind.Milestone, "first")))),
            [typeof(AddProof)] = (Role.Editor, _ => (Slug, new AddProof(new("first", Element.Announcement, "claim")))),
            [typeof(RemoveProof)] = (Role.Editor, b => (Slug, new RemoveProof(b.Content.Record.Proofs[0], b.RowVersion(ItemKind.Proof, BoardItems.KeyOf(b.Content.Record.Proofs[0]))))),
            [typeof(AddSource)] = (Role.Editor, b => (Slug, new AddSource(b.Content.Record.Sources[0] with { Key = "another" }))),
            [typeof(EditSource)] = (Role.Editor, b => (Slug, new EditSource(b.Content.Record.Sources.First(s => s.Key == "release") with { Title = "New" }, b.RowVersion(ItemKind.Source, "release")))),
            [typeof(RemoveSource)] = (Role.Editor, b => (Slug, new RemoveSource("unread", b.RowVersion(ItemKind.Source, "unread")))),
            [typeof(RecordObservations)] = (Role.Editor, b => (Slug, new RecordObservations([b.Content.Record.Observations[0] with { Key = "next", Period = Period.At(new(2026, 6, 30)) }]))),
            [typeof(EditObservation)] = (Role.Editor, b => (Slug, new EditObservation(b.Content.Record.Observations[0] with { Value = Quantity.Usd(7) }, b.RowVersion(ItemKind.Observation, "figure")))),
            [typeof(RemoveObservation)] = (Role.Editor, b => (Slug, new RemoveObservation("figure", b.RowVersion(ItemKind.Observation, "figure")))),
            [typeof(WithdrawObservation)] = (Role.Editor, b => (Slug, new WithdrawObservation("figure", "It was misread.", b.RowVersion(ItemKind.Observation, "figure")))),
            [typeof(AttachEvidence)] = (Role.Editor, b => (Slug, new AttachEvidence(b.Content.Record.Evidence[0] with { Key = "other" }))),
            [typeof(EditEvidence)] = (Role.Editor, b => (Slug, new EditEvidence(b.Content.Record.Evidence[0] with { Claim = "New." }, b.RowVersion(ItemKind.Evidence, "claim")))),
            [typeof(RemoveEvidence)] = (Role.Editor, b => (Slug, new RemoveEvidence("claim", b.RowVersion(ItemKind.Evidence, "claim")))),
            [typeof(WithdrawEvidence)] = (Role.Editor, b => (Slug, new WithdrawEvidence("claim", "It was misread.", b.RowVersion(ItemKind.Evidence, "claim")))),
            [typeof(ReinstateEvidence)] = (Role.Editor, b => (Slug, new ReinstateEvidence("retracted", "It was right.", b.RowVersion(ItemKind.Evidence, "retracted")))),
            [typeof(ReinstateObservation)] = (Role.Editor, b => (Slug, new ReinstateObservation("misread", "It was right.", b.RowVersion(ItemKind.Observation, "misread")))),
            [typeof(AcceptFindings)] = (Role.Editor, b => (Slug, new AcceptFindings("a filing", [new(
                b.Content.Record.Sources[0] with { Key = "", Document = Sha256.Of("bytes"u8), Title = "A newer filing" }, [b.Content.Record.Observations[0] with { Period = Period.At(new(2026, 9, 30)) }], [])]))),
            [typeof(ApproveCriterion)] = (Role.Reviewer, b => (Slug, new ApproveCriterion("leg", ReviewBasis.Of(b.Content.Thesis, b.Content.Record, "leg")!.Hash))),
            [typeof(RevokeApproval)] = (Role.Reviewer, b => (Slug, new RevokeApproval(b.Content.Record.Approvals[0].Key, b.RowVersion(ItemKind.Approval, b.Content.Record.Approvals[0].Key)))),
            [typeof(RequireReview)] = (Role.Owner, b => (Slug, new RequireReview(true, b.RowVersion(ItemKind.Thesis)))),
            [typeof(SealForecast)] = (Role.Reviewer, _ => (Slug, new SealForecast("leg", 70))),
            [typeof(AddConflict)] = (Role.Editor, b => (Slug, new AddConflict(b.Content.Record.Conflicts[0] with { Key = "other" }))),
            [typeof(EditConflict)] = (Role.Editor, b => (Slug, new EditConflict(b.Content.Record.Conflicts[0] with { Topic = "New" }, b.RowVersion(ItemKind.Conflict, "dispute")))),
            [typeof(RemoveConflict)] = (Role.Editor, b => (Slug, new RemoveConflict("dispute", b.RowVersion(ItemKind.Conflict, "dispute")))),
            [typeof(JudgeCriterion)] = (Role.Reviewer, b => (Slug, new JudgeCriterion("leg", 1, Standing.Met, "Read it.", [], b.RowVersion(ItemKind.Criterion, "leg")))),
            [typeof(WithdrawJudgement)] = (Role.Reviewer, b => (Slug, new WithdrawJudgement("opinion", b.RowVersion(ItemKind.Judgement, "opinion")))),
            [typeof(AddCriterion)] = (Role.Editor, b => (Slug, new AddCriterion(b.Content.Thesis.Criteria[0] with { Key = "other" }))),
            [typeof(EditDraft)] = (Role.Editor, b => (Slug, new EditDraft("watch", b.Content.Thesis.Criteria[1].Contracts[1] with { Question = "New?" }, b.RowVersion(ItemKind.Criterion, "watch")))),
            [typeof(DropDraft)] = (Role.Editor, b => (Slug, new DropDraft("watch", b.RowVersion(ItemKind.Criterion, "watch")))),
            [typeof(SealCriterion)] = (Role.Editor, b => (Slug, new SealCriterion("watch", b.RowVersion(ItemKind.Criterion, "watch")))),
            [typeof(ActivateThesis)] = (Role.Editor, b => (Slug, new ActivateThesis(b.RowVersion(ItemKind.Thesis)))),
            [typeof(ForeseeFailure)] = (Role.Editor, _ => (Slug, new ForeseeFailure("It rains.", "In the sky.", "leg"))),
            [typeof(LearnLesson)] = (Role.Editor, _ => (Slug, new LearnLesson("Take an umbrella."))),
            [typeof(ReviseCriterion)] = (Role.Editor, b => (Slug, new ReviseCriterion("leg", b.Content.Thesis.Criteria[0].Contracts[0] with { Reason = "Sharper.", Question = "New?" }, b.RowVersion(ItemKind.Criterion, "leg")))),
            [typeof(RenameCriterion)] = (Role.Editor, b => (Slug, new RenameCriterion("leg", "New", CriterionGroup.Watch, b.RowVersion(ItemKind.Criterion, "leg")))),
            [typeof(RemoveCriterion)] = (Role.Editor, b => (Slug, new RemoveCriterion("watch", b.RowVersion(ItemKind.Criterion, "watch")))),
            [typeof(DrawLine)] = (Role.Editor, b => (Slug, new DrawLine(b.Content.Thesis.Line! with { Consequence = "it was wrong" }, b.RowVersion(ItemKind.Line)))),
            [typeof(ArrangeList)] = (Role.Editor, b => (Slug, new ArrangeList(ItemKind.Metric, ["unused", "debt"], b.RowVersion(ItemKind.Order, nameof(ItemKind.Metric))))),
            [typeof(EditThesis)] = (Role.Editor, b => (Slug, new EditThesis("New", "", b.Content.Thesis.Issuer, b.RowVersion(ItemKind.Thesis)))),
            [typeof(CreateThesis)] = (Role.Editor, _ => ("blank", new CreateThesis("blank", "Blank", "", new() { Name = "Somebody" }))),
            [typeof(ImportThesis)] = (Role.Editor, b => ("copy", new ImportThesis(b.Content with { Thesis = b.Content.Thesis with { Slug = "copy" } }))),
            [typeof(RemoveThesis)] = (Role.Owner, b => (Slug, new RemoveThesis(b.RowVersion(ItemKind.Thesis)))),
            [typeof(MakeShareLink)] = (Role.Editor, _ => (Slug, new MakeShareLink(ShareToken.HashOf("mine"), new() { Name = "A friend" }))),
            [typeof(RevokeShareLink)] = (Role.Owner, _ => (Slug, new RevokeShareLink(Link.Id))),
            [typeof(SetSharePassword)] = (Role.Owner, _ => (Slug, new SetSharePassword(Link.Id, "another one"))),
            [typeof(UndoChange)] = (Role.Owner, b => (Slug, new UndoChange([new(new(ItemKind.Board, Slug), 0, ThesisFile.Write(b.Content.Thesis, b.Content.Record), null, "Imported")]))),
        };

    public static BoardContent SmallBoard()
    {
        var source = new Source { Key = "filing", Kind = SourceKind.Filing, Grade = Grade.UnauditedFiling, Title = "A filing", Publisher = "Somebody", Published = new(new(2026, 4, 1)) };
        var judged = new Contract { Version = 1, From = new(2026, 1, 1), Question = "Does it hold?", Rule = new JudgedRule() };
        var at = new RecordedAt(new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc));
        var withdrawn = new Withdrawal(at, "Ada", "It was misread.");
        var thesis = new Thesis
        {
            Slug = Slug,
            Title = "Small",
            Issuer = new() { Name = "Somebody", Cik = 1725123 },
            Metrics = [new() { Key = "debt", Title = "Debt", Unit = Unit.Usd, Direction = Direction.LowerIsBetter }, new() { Key = "unused", Title = "Unused", Unit = Unit.Usd }],
            Criteria =
            [
                new() { Key = "leg", Title = "Leg", Group = CriterionGroup.InvalidationLine, Contracts = [Seal.Close("leg", judged, at, "Ada")] },
                new() { Key = "watch", Title = "Watch", Group = CriterionGroup.Watch, Contracts = [Seal.Close("watch", judged, at, "Ada"), judged with { Version = 2, Reason = "Sharper." }] },
            ],
            Milestones = [new("first", "First")],
            Line = new(["leg"], new() { Date = new(2026, 6, 30) }, "it does not hold"), // past: the thesis stands broken
        };
        return new(thesis, new()
        {
            Sources = [source, source with { Key = "release" }, source with { Key = "unread" }],
            Observations =
            [
                new() { Key = "figure", Metric = "debt", Period = Period.At(new(2026, 3, 31)), Value = Quantity.Usd(5), Source = "filing" },
                new() { Key = "misread", Metric = "debt", Period = Period.At(new(2025, 12, 31)), Value = Quantity.Usd(6), Source = "filing", Withdrawn = withdrawn },
            ],
            Evidence =
            [
                new() { Key = "claim", Source = "filing", Claim = "It says so.", Stances = [new("leg", Stance.Supports)] },
                new() { Key = "retracted", Source = "filing", Claim = "It said otherwise.", Stances = [new("leg", Stance.Contradicts)], Withdrawn = withdrawn },
            ],
            Proofs = [new("first", Element.Dollars, "claim", Quantity.Usd(1))],
            Conflicts = [new("dispute", "Debt", [new("Five.", "filing", Quantity.Usd(5)), new("Six.", "release", Quantity.Usd(6))]) { Metric = "debt", Period = Period.At(new(2026, 3, 31)), Tolerance = 0.5m }],
            Judgements = [new() { Key = "opinion", Criterion = "leg", Version = 1, Standing = Standing.Met, Reason = "Read it.", By = "Ada", Published = new(new(2026, 4, 2)) }],
        });
    }
}
