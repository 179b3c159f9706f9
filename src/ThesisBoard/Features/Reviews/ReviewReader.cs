using Microsoft.EntityFrameworkCore;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Data;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Reviews;

/// <summary>For whom a criterion waits.</summary>
public enum ReviewTurn
{
    /// <summary>The reader may approve it.</summary>
    Yours,

    /// <summary>Somebody else must: the reader wrote part of it, or does not review.</summary>
    Others,

    /// <summary>An approval holds.</summary>
    Nobody,
}

/// <summary>One criterion on the page of reviews.</summary>
/// <param name="State">The criterion today.</param>
/// <param name="Review">Where its review stands.</param>
/// <param name="Turn">For whom it waits.</param>
/// <param name="Own">What the reader wrote of it, in words; empty when nothing.</param>
/// <param name="Lines">What would be approved.</param>
public sealed record ReviewRow(CriterionState State, ReviewState Review, ReviewTurn Turn, string Own, IReadOnlyList<ReviewLine> Lines);

/// <summary>What waits for whose review on a board.</summary>
/// <param name="Title">The thesis.</param>
/// <param name="IsNeeded">A standing that nobody approved is provisional.</param>
/// <param name="MaySettle">The reader may switch that.</param>
/// <param name="MayReview">The reader is somebody who may approve.</param>
/// <param name="Rows">The criteria.</param>
public sealed record ReviewsView(string Title, bool IsNeeded, bool MaySettle, bool MayReview, IReadOnlyList<ReviewRow> Rows);

/// <summary>Reads where the reviews of a board stand, for one reader.</summary>
public sealed class ReviewReader(BoardShelf shelf, BoardReader boards, IDbContextFactory<BoardDb> databases, TimeProvider clock)
{
    /// <summary>Null when there is no such board.</summary>
    public async Task<ReviewsView?> Of(Actor reader, string slug, CancellationToken ct)
    {
        if (await shelf.Board(slug, ct) is not { } board || await boards.Read(slug, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), ct) is not { } shown)
            return null;
        var (content, mayReview) = (board.Content, reader.MemberId is not null && reader.May(Permission.Judge));
        var states = ReviewState.Of(content.Thesis, content.Record);
        var reviews = shown.State.Criteria.Select(c => (State: c, Review: states[c.Key])).ToList();
        var own = reader.MemberId is { } member ? await Own(slug, member, reviews.SelectMany(r => r.Review.Basis.Items), ct) : [];
        return new(content.Thesis.Title, content.Thesis.NeedsReview, reader.May(Permission.ManageMembers), mayReview, [.. reviews.Select(r => Row(content, r.State, r.Review, reader, mayReview, own))]);
    }

    private static ReviewRow Row(BoardContent board, CriterionState state, ReviewState review, Actor reader, bool mayReview, HashSet<BasisItem> own)
    {
        var open = reader.MemberId is { } member ? Authorship.Open(review.Basis, board.Record, state.Key, member).Where(own.Contains).ToList() : [];
        var turn = review.Stage == ReviewStage.Approved ? ReviewTurn.Nobody : mayReview && open.Count == 0 ? ReviewTurn.Yours : ReviewTurn.Others;
        return new(state, review, turn, ReviewWords.Counts(open), ReviewWords.Lines(board, review, own));
    }

    private async Task<HashSet<BasisItem>> Own(string slug, Guid member, IEnumerable<BasisItem> items, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return [.. await Authorship.Of(db, slug, member, [.. items.Distinct()], ct)];
    }
}
