using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Evidence;

/// <summary>Says that a piece of evidence or a figure counts no longer, on no date. It stays on file with these words.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Reason">Why; never empty.</param>
public sealed record Withdrawal(RecordedAt At, string By, string Reason);
