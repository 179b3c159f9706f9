namespace ThesisBoard.Core.Trust;

/// <summary>Something that does not hold when a board, or its bundle, is checked.</summary>
/// <param name="Place">Where: an entry of the log, an item, a document, a file of the bundle.</param>
/// <param name="Says">What does not hold, in a sentence.</param>
public sealed record AuditFinding(string Place, string Says)
{
    /// <inheritdoc />
    public override string ToString() => $"{Place}: {Says}";
}
