using ThesisBoard.Core.Evidence;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Evidence;

/// <summary>Says that a withdrawn claim counts again, and why. It comes back in the words in which it was withdrawn; the log keeps both.</summary>
public sealed record ReinstateEvidence(string Key, string Reason, Guid RowVersion) : BoardEdit
{
    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Evidence, Key), RowVersion)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment)
    {
        if (BoardItems.Evidence.Get(board, Key) is not { } item)
            return Outcomes.NoItem(Key);
        return Reinstating.Refuse(item.Withdrawn, Reason)
            ?? Outcome.Become(BoardItems.Evidence.Replace(board, item with { Withdrawn = null }), Reinstating.Says($"evidence: {item.Claim}", Reason));
    }
}

/// <summary>What is the same for whatever comes back.</summary>
internal static class Reinstating
{
    /// <summary>How a reason begins in the log, where it is kept: what comes back has no words of its own for it.</summary>
    private const string Because = " Reason: ";

    public static Outcome? Refuse(Withdrawal? withdrawn, string reason) => withdrawn is null ? Outcome.Refuse("key", "This is not withdrawn: it counts.")
        : string.IsNullOrWhiteSpace(reason) ? Outcome.Refuse("reason", "Say why it counts again.")
        : null;

    public static string Says(string what, string reason) => $"Reinstated {what}{Because}{reason.Trim()}";

    /// <summary>The reason that an entry of the log tells.</summary>
    public static string ReasonOf(string summary) => summary.LastIndexOf(Because, StringComparison.Ordinal) is >= 0 and var at ? summary[(at + Because.Length)..] : "";
}
