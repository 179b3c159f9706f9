using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Theses;

/// <summary>How far a thesis has come.</summary>
public enum ThesisStage
{
    /// <summary>It is being written: lines, criteria and contracts that are not sealed may change.</summary>
    Draft,

    /// <summary>It stands: everything is sealed, the invalidation line is fixed.</summary>
    Active,

    /// <summary>It was ended, with the outcome.</summary>
    Ended,
}

/// <summary>From when on a thesis stands: nothing on file for it is deleted any more, and it is never taken back.</summary>
/// <param name="At">When.</param>
/// <param name="By">By whom.</param>
public sealed record Activation(RecordedAt At, string By);

/// <summary>The end of a thesis. It is never taken back.</summary>
/// <param name="At">When.</param>
/// <param name="By">By whom.</param>
/// <param name="Outcome">How it came out, in a few words.</param>
/// <param name="Reason">Why it ends now.</param>
public sealed record Ending(RecordedAt At, string By, string Outcome, string Reason);

/// <summary>One way in which the thesis could fail, written down beforehand: a part of the premortem.</summary>
/// <param name="Breaks">What would break the thesis.</param>
/// <param name="ShowsFirst">Where that would show first, in words.</param>
/// <param name="At">When it was written down.</param>
/// <param name="By">By whom.</param>
/// <param name="Criterion">The criterion in which it would show first, by key; null when none watches for it.</param>
public sealed record Foreseen(string Breaks, string ShowsFirst, RecordedAt At, string By, string? Criterion = null);

/// <summary>What was learned from a thesis that broke or ended.</summary>
/// <param name="Text">The lesson.</param>
/// <param name="At">When it was written down.</param>
/// <param name="By">By whom.</param>
public sealed record Lesson(string Text, RecordedAt At, string By);
