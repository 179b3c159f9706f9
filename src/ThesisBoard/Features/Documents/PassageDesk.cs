using ThesisBoard.Data;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Documents;

/// <summary>What a person points at, looked up in the stored document.</summary>
/// <param name="Place">Null where no filing in the inbox of the board holds the document.</param>
public sealed record PickedPassage(PassageRequest Request, DocumentReading Reading, DocumentPlace? Place, PassageAnswer Answer);

/// <summary>Looks up passages for the dialogs.</summary>
public sealed class PassageDesk(DocumentReadings readings, DocumentReader reader)
{
    /// <summary>The passage, or why there is none.</summary>
    public async Task<(PickedPassage? Picked, string Trouble)> Pick(Actor actor, string slug, PassageRequest request, CancellationToken ct = default)
    {
        try
        {
            if (await readings.Read(actor, slug, request.Document, ct) is not { } reading)
                return (null, "This document is not there any more, or not for you to see.");
            var place = await reader.Place(actor, slug, request.Document, ct);
            return place is { IsHeld: true }
                ? (null, $"This filing is held back. {place.Filing.Warning} Let it in first, in the inbox.")
                : (new(request, reading, place, PassageLookup.Find(reading, request)), "");
        }
        catch (DocumentChangedException e)
        {
            return (null, e.Message);
        }
    }
}
