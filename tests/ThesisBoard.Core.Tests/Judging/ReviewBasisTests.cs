using CsCheck;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Tests.Theses;
using ThesisBoard.Core.Theses;
using Xunit;
using Record = ThesisBoard.Core.Evidence.Record;

namespace ThesisBoard.Core.Tests.Judging;

public sealed class ReviewBasisTests
{
    [Fact]
    public void Whatever_moves_what_a_criterion_says_moves_its_basis() =>
        Gen.Select(Gen.OneOf(Generated.Record, Generated.DenseRecord), Generated.Date, Gen.Int[0, 3], Gen.Int[0, 99]).Sample((record, asOf, list, place) =>
        {
            var other = Without(record, list, place);
            var (was, now) = (Judge.Board(Generated.Thesis, record, asOf), Judge.Board(Generated.Thesis, other, asOf));
            foreach (var (before, after) in was.Criteria.Zip(now.Criteria))
            {
                if (before.Standing != after.Standing || before.IsProvisional != after.IsProvisional || before.Rule.Sentence != after.Rule.Sentence)
                    Assert.NotEqual(Basis(Generated.Thesis, record, before.Key), Basis(Generated.Thesis, other, before.Key));
            }
        }, iter: 2_000);

    [Fact]
    public void The_order_of_the_record_and_what_a_criterion_does_not_look_at_leave_its_basis_alone() =>
        Generated.Record.Sample(record =>
        {
            var turned = record with { Observations = [.. record.Observations.Reverse()], Evidence = [.. record.Evidence.Reverse()], Judgements = [.. record.Judgements.Reverse()], Proofs = [.. record.Proofs.Reverse()] };
            Assert.All(Generated.Thesis.Criteria, c => Assert.Equal(Basis(Generated.Thesis, record, c.Key), Basis(Generated.Thesis, turned, c.Key)));
            var without = record with { Observations = [.. record.Observations.Where(o => o.Metric != "sold")] };
            Assert.Equal(Basis(Generated.Thesis, record, "threshold"), Basis(Generated.Thesis, without, "threshold"));
        }, iter: 200);

    [Fact]
    public void Each_kind_of_change_to_the_sample_is_named()
    {
        var (thesis, record) = Shipped.Read(Shipped.SampleText);
        var approval = Approve(thesis, record, "debt-reduction");
        var withdrawn = new Withdrawal(new RecordedAt(new(2026, 11, 26, 0, 0, 0, DateTimeKind.Utc)), "Ann", "Misread.");
        foreach (var (other, said) in new (Record, string)[]
        {
            (record with { Observations = [.. record.Observations.Select(o => o.Metric == "long-term-debt" ? o with { Value = o.Value with { Amount = o.Value.Amount + 1 } } : o)] }, "2 figures changed"),
            (record with { Evidence = [.. record.Evidence.Select(e => e.Key == "march-sale" ? e with { Withdrawn = withdrawn } : e)] }, "1 piece of evidence changed"),
            (record with { Observations = [.. record.Observations.Where(o => o.Key != "long-term-debt-2026-03-31")] }, "1 figure gone"),
            (record with { Sources = [.. record.Sources.Select(s => s.Key == "pr-2026-05-31" ? s with { Grade = Grade.Press } : s)] }, "1 source changed"),
        })
        {
            var review = Judge.Board(thesis, other with { Approvals = [approval] }, new(2026, 11, 22)).Criterion("debt-reduction")!.Review!;
            Assert.Equal((ReviewStage.OutOfDate, $"Approval out of date: {said} since Ann approved on 26 Nov 2026."), (review.Stage, review.Sentence));
        }

        var first = thesis.Criteria.Single(c => c.Key == "debt-reduction");
        var stricter = thesis with { Criteria = [.. thesis.Criteria.Select(c => c == first ? c with { Contracts = [.. c.Contracts.Select(v => v with { Bar = Grade.Unsourced })] } : c)] };
        Assert.Contains("The contract changed", Judge.Board(stricter, record with { Approvals = [approval] }, new(2026, 11, 22)).Criterion("debt-reduction")!.Review!.Sentence, StringComparison.Ordinal);
        Assert.Equal(ReviewStage.Approved, Judge.Board(thesis, record with { Approvals = [approval] }, new(2026, 11, 22)).Criterion("debt-reduction")!.Review!.Stage);
        Assert.Equal(ReviewStage.NotReviewed, Judge.Board(thesis, record with { Approvals = [approval] }, new(2026, 11, 22)).Criterion("further-sales")!.Review!.Stage);
    }

    private static Approval Approve(Thesis thesis, Record record, string criterion)
    {
        var basis = ReviewBasis.Of(thesis, record, criterion)!;
        return new() { Key = "a", Criterion = criterion, Basis = basis.Hash, Items = basis.Items, Reviewer = Guid.Empty, By = "Ann", At = new(new(2026, 11, 26, 0, 0, 0, DateTimeKind.Utc)) };
    }

    private static Sha256 Basis(Thesis thesis, Record record, string criterion) => ReviewBasis.Of(thesis, record, criterion)!.Hash;

    private static Record Without(Record record, int list, int place) => list switch
    {
        0 => record with { Observations = Without(record.Observations, place) },
        1 => record with { Evidence = Without(record.Evidence, place) },
        2 => record with { Proofs = Without(record.Proofs, place) },
        _ => record with { Judgements = Without(record.Judgements, place) },
    };

    private static IReadOnlyList<T> Without<T>(IReadOnlyList<T> items, int place) => items.Count == 0 ? items : [.. items.Where((_, i) => i != place % items.Count)];
}
