using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Features.Audit;

/// <summary>What became of one approval.</summary>
/// <param name="Basis">The hash over what was approved.</param>
/// <param name="State">"holds" while the criterion rests on exactly that; "out of date" since something changed.</param>
internal sealed record ApprovalState(string Approval, string Criterion, string Basis, string By, DateTime At, string State)
{
    /// <summary>Every approval that was not taken back, in the order in which they were given.</summary>
    public static IReadOnlyList<ApprovalState> Of(Thesis thesis, Record record)
    {
        var now = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var criterion in record.Approvals.Select(a => a.Criterion).Distinct())
            now[criterion] = ReviewBasis.Of(thesis, record, criterion)?.Hash.Hex;
        return
        [
            .. record.Approvals.OrderBy(a => a.At.Utc).ThenBy(a => a.Key, StringComparer.Ordinal)
                .Select(a => new ApprovalState(a.Key, a.Criterion, a.Basis.Hex, a.By, a.At.Utc, now[a.Criterion] == a.Basis.Hex ? "holds" : "out of date")),
        ];
    }
}
