namespace ThesisBoard.Features.Offline;

/// <summary>A page that the reader's browser may keep, to open it again without a line.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class KeptOfflineAttribute : Attribute;
