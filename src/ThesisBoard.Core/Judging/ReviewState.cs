using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Judging;

/// <summary>Whether another person looked at what a criterion rests on.</summary>
public enum ReviewStage
{
    /// <summary>Nobody did.</summary>
    NotReviewed,

    /// <summary>Somebody approved exactly what is on file.</summary>
    Approved,

    /// <summary>Somebody approved, and something changed since.</summary>
    OutOfDate,
}

/// <summary>Where the review of a criterion stands.</summary>
/// <param name="Stage">How far it is.</param>
/// <param name="Basis">What the criterion rests on.</param>
/// <param name="Approval">The approval that holds, else the last one; null when there is none.</param>
/// <param name="Changes">What changed since it was given; empty while it holds.</param>
public sealed record ReviewState(ReviewStage Stage, ReviewBasis Basis, Approval? Approval, IReadOnlyList<BasisChange> Changes)
{
    /// <summary>The same in words.</summary>
    public string Sentence => Approval is not { } approval ? "Nobody has reviewed it." : Stage == ReviewStage.Approved
        ? $"Approved by {approval.By}, {Figures.Date(approval.At.Date)}."
        : $"Approval out of date: {BasisWords.Of(Changes)} since {approval.By} approved on {Figures.Date(approval.At.Date)}.";

    /// <summary>The state of every criterion's review, by key.</summary>
    public static IReadOnlyDictionary<string, ReviewState> Of(Thesis thesis, Record record)
    {
        var book = new BasisBook(thesis, record);
        var approvals = record.Approvals.ToLookup(a => a.Criterion, StringComparer.Ordinal);
        var states = new Dictionary<string, ReviewState>(StringComparer.Ordinal);
        foreach (var key in thesis.Criteria.Select(c => c.Key).Distinct())
            states[key] = Of(book.Of(key)!, [.. approvals[key].OrderBy(a => a.At.Utc).ThenBy(a => a.Key, StringComparer.Ordinal)]);
        return states;
    }

    private static ReviewState Of(ReviewBasis basis, List<Approval> given)
    {
        if (given.FindLast(a => a.Basis == basis.Hash) is { } valid)
            return new(ReviewStage.Approved, basis, valid, []);
        return given is [.., var last] ? new(ReviewStage.OutOfDate, basis, last, basis.Since(last)) : new(ReviewStage.NotReviewed, basis, null, []);
    }
}
