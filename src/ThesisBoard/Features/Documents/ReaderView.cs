using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Features.Filings;

namespace ThesisBoard.Features.Documents;

/// <summary>A document in the inbox of a board: the filing that it came with, and which document of it it is.</summary>
public sealed record DocumentPlace(Filing Filing, FilingDocument Document)
{
    /// <summary>A person must let the filing in before anything of it is used.</summary>
    public bool IsHeld => Filing.State == FilingState.Held;

    public string Title => Document.Exhibit.Length > 0 && Document.Exhibit != Filing.Form ? $"{Form}, {Document.Exhibit}" : Form;

    private string Form => Filing.Form.Length > 0 ? $"Form {Filing.Form}" : Document.Name;
}

/// <summary>What the reader shows of one document.</summary>
/// <param name="Place">Null where no filing in the inbox of this board holds it.</param>
/// <param name="Evidence">What is anchored in it, in its order.</param>
/// <param name="Asked">The item that the link asks for, wherever it is anchored.</param>
/// <param name="Newer">Documents that look like a later version of it, likeliest first.</param>
/// <param name="Others">Every other document of the inbox, to compare with by choice.</param>
/// <param name="CanEdit">The member may attach from it: not while its filing is held back.</param>
public sealed record ReaderView(
    BoardState Board, DocumentReading Reading, DocumentPlace? Place, FactList Facts, IReadOnlyList<AnchoredEvidence> Evidence, AnchoredEvidence? Asked,
    IReadOnlyList<DocumentPlace> Newer, IReadOnlyList<DocumentPlace> Others, ReaderQuery Query, bool CanEdit)
{
    public string Slug => Board.Thesis.Slug;

    public string Title => Place?.Title ?? Reading.Name;
}

/// <summary>The evidence of one document looked up in another.</summary>
public sealed record CompareView(
    BoardState Board, DocumentReading Old, DocumentPlace? OldPlace, DocumentReading Newer, DocumentPlace? NewerPlace, IReadOnlyList<AnchoredEvidence> Evidence, bool CanEdit)
{
    public string Slug => Board.Thesis.Slug;

    /// <summary>Evidence that does not stand in the newer document as it did.</summary>
    public int Affected => Evidence.Count(e => e.Finding.State is not Core.Evidence.AnchorState.Exact);
}

/// <summary>What a link to a document leads to.</summary>
public abstract record DocumentAnswer
{
    public sealed record Shown(ReaderView View) : DocumentAnswer;

    public sealed record Compared(CompareView View) : DocumentAnswer;

    /// <summary>Not there, or not for this person: nobody learns which.</summary>
    public sealed record Missing : DocumentAnswer;

    /// <summary>The stored bytes no longer have their hash.</summary>
    public sealed record Changed(Sha256 Hash, string Message) : DocumentAnswer;
}
