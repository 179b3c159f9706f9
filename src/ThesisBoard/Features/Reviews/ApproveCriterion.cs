using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Reviews;

/// <summary>
/// A person agrees with everything that a criterion rests on, as it was shown. Whoever wrote any of it does not approve it, unless somebody else has approved
/// just that part before.
/// </summary>
public sealed record ApproveCriterion(string Criterion, Sha256 BasisSeen) : BoardEdit
{
    /// <inheritdoc />
    public override Permission Needs => Permission.Judge;

    internal override bool IsReview => true;

    internal override async Task<Outcome?> Ask(BoardDb db, BoardContent board, WriteMoment moment, CancellationToken ct)
    {
        if (ReviewBasis.Of(board.Thesis, board.Record, Criterion) is not { } basis)
            return Outcomes.NoItem(Criterion);
        if (moment.Actor.MemberId is not { } reviewer)
            return Outcome.Refuse("reviewer", "A review is made by a person who is signed in.");
        if (basis.Hash != BasisSeen)
            return Outcome.Refuse("basis", "Something changed since you looked. Look at it again, then approve.");
        var open = Authorship.Open(basis, board.Record, Criterion, reviewer);
        var own = await Authorship.Of(db, board.Thesis.Slug, reviewer, open, ct);
        return own.Count == 0 ? null : Outcome.Refuse("reviewer", $"You wrote part of what you would approve: {ReviewWords.Counts(own)}. Somebody else reviews it.");
    }

    internal override Outcome Edit(BoardContent board, WriteMoment moment)
    {
        var basis = ReviewBasis.Of(board.Thesis, board.Record, Criterion)!;
        var reviewer = moment.Actor.MemberId!.Value;
        if (board.Record.Approvals.Any(a => a.Criterion == Criterion && a.Reviewer == reviewer && a.Basis == basis.Hash))
            return Outcome.Refuse("reviewer", "You have approved exactly this already.");
        var approval = new Approval
        {
            Key = $"approval-{Guid.CreateVersion7(moment.Utc):n}",
            Criterion = Criterion,
            Basis = basis.Hash,
            Items = basis.Items,
            Reviewer = reviewer,
            By = moment.Actor.Name,
            At = new(moment.Utc),
        };
        return BoardItems.Approvals.Add(board, approval, $"Approved “{BoardItems.Criteria.Get(board, Criterion)!.Title}”: {ReviewWords.Counts(basis.Items)}");
    }
}
