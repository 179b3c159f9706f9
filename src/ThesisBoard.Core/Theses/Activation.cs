using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Theses;

/// <summary>From then on a thesis is no draft any more: nothing on file for it is deleted.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
public sealed record Activation(RecordedAt At, string By);
