using CsCheck;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Tests.Rules;
using ThesisBoard.Core.Tests.Theses;
using ThesisBoard.Core.Theses;
using Xunit;
using Record = ThesisBoard.Core.Evidence.Record;

namespace ThesisBoard.Core.Tests.Judging;

public sealed class WithdrawalTests
{
    private static readonly Withdrawal Withdrawn = new(new RecordedAt(new(2026, 11, 26, 9, 0, 0, DateTimeKind.Utc)), "Ann", "It was misread.");
    private static readonly DateOnly Today = new(2026, 11, 26);

    [Fact]
    public void What_is_withdrawn_counts_on_no_date_as_if_it_had_never_been_on_file() =>
        Gen.Select(Gen.OneOf(Generated.Record, Generated.DenseRecord), Generated.Date, Gen.Int[0, 255]).Sample((record, asOf, which) =>
        {
            bool Is(int place) => (which >> (place % 8) & 1) == 1;
            var withdrawn = record with
            {
                Observations = [.. record.Observations.Select((o, i) => Is(i) ? o with { Withdrawn = Withdrawn } : o)],
                Evidence = [.. record.Evidence.Select((e, i) => Is(i) ? e with { Withdrawn = Withdrawn } : e)],
            };
            var without = record with
            {
                Observations = [.. record.Observations.Where((_, i) => !Is(i))],
                Evidence = [.. record.Evidence.Where((_, i) => !Is(i))],
            };
            Assert.Equal(
                BoardText.Of(Judge.Board(Generated.Thesis, without, asOf)),
                BoardText.Of(Judge.Board(Generated.Thesis, withdrawn, asOf) with { Withdrawn = Withdrawals.None }));
            Assert.Equal(Deep.Text(Replay.History(Generated.Thesis, without, asOf)), Deep.Text(Replay.History(Generated.Thesis, withdrawn, asOf)));
        }, iter: 300);

    [Fact]
    public void It_stays_listed_with_its_reason_from_its_publication_on()
    {
        var (thesis, record) = Shipped.Read(Shipped.SampleText);
        var debt = record.Observations.Single(o => o.Key == "long-term-debt-2026-03-31");
        record = record with
        {
            Observations = [.. record.Observations.Select(o => o.Key == debt.Key ? o with { Withdrawn = Withdrawn } : o)],
            Evidence = [.. record.Evidence.Select(e => e.Key == "march-sale" ? e with { Withdrawn = Withdrawn } : e)],
        };
        var listed = Judge.Board(thesis, record, Today).Withdrawn;
        Assert.Equal(("long-term-debt-2026-03-31", "march-sale"), (Assert.Single(listed.Figures).Observation.Key, Assert.Single(listed.Evidence).Item.Key));
        Assert.Equal(0, Judge.Board(thesis, record, new(2026, 4, 1)).Withdrawn.Count);
        var board = Judge.Board(thesis, record, Today);
        Assert.Equal("long-term-debt-2026-03-31", Assert.Single(listed.For(board.Criterion("debt-reduction")!).Figures).Observation.Key);
        Assert.Equal(0, listed.For(board.Criterion("on-chain-check")!).Count);
    }

    [Fact]
    public void A_judgement_that_rests_only_on_withdrawn_evidence_cannot_be_met()
    {
        var judged = new OneRule(new JudgedRule()).Judged(Standing.Met, "2026-01-02", cites: Grade.AuditedFiling);
        Assert.Equal(Standing.Met, judged.On("2026-02-01").Standing);
        Assert.Equal(Standing.Unknown, judged.Withdrawing(Withdrawn).On("2026-02-01").Standing);
    }

    [Fact]
    public void A_withdrawn_piece_of_evidence_completes_no_milestone()
    {
        var built = new OneRule(new MilestonesRule(1, ["site"]))
            .Proves("site", Element.Dollars, "2026-01-02").Proves("site", Element.Capacity, "2026-01-02").Proves("site", Element.Customer, "2026-01-02");
        Assert.Equal(Standing.Met, built.On("2026-02-01").Standing);
        Assert.NotEqual(Standing.Met, built.Withdrawing(Withdrawn).On("2026-02-01").Standing);
        Assert.Equal(MilestoneStage.NothingOnFile, built.Board("2026-02-01").Milestones.Single(m => m.Milestone.Key == "site").Stage);
    }

    [Fact]
    public void Before_it_is_withdrawn_everything_that_rests_on_it_is_told()
    {
        var (thesis, record) = Shipped.Read(Shipped.SampleText);
        var figure = WithdrawalEffect.OfObservation(thesis, record, "long-term-debt-2026-03-31", Today);
        Assert.Equal(Standing.Met, Assert.Single(figure.Moves, m => m.Criterion.Key == "debt-reduction").Before);
        Assert.False(figure.IsEmpty);

        var judgement = new Judgement { Key = "j", Criterion = "on-chain-check", Version = 1, Standing = Standing.Met, Reason = "Seen.", By = "Ann", Published = new(Today), Evidence = ["ecohash-launch"] };
        var claim = WithdrawalEffect.OfEvidence(thesis, record with { Judgements = [judgement] }, "ecohash-launch", Today);
        Assert.Equal(("j", "ecohash-platform"), (Assert.Single(claim.Judgements).Key, Assert.Single(claim.Proofs).Milestone));
        Assert.True(WithdrawalEffect.OfEvidence(thesis, record, "article-watch-sales", Today).IsEmpty);
        var basis = ReviewBasis.Of(thesis, record, "further-sales")!;
        var approval = new Approval { Key = "a", Criterion = "further-sales", Basis = basis.Hash, Items = basis.Items, Reviewer = Guid.Empty, By = "Ann", At = Withdrawn.At };
        Assert.Equal("a", Assert.Single(WithdrawalEffect.OfEvidence(thesis, record with { Approvals = [approval] }, "article-watch-sales", Today).Approvals).Key);
    }
}
