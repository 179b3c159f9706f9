using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;
using ThesisBoard.Filings;
using ThesisBoard.Filings.Pages;

namespace ThesisBoard.Features.Documents;

/// <summary>Reads stored documents, each once for everybody who looks at it at the time; a few at once, because a large one takes memory.</summary>
public sealed class DocumentReadings(Data.Documents documents) : IDisposable
{
    private const long MostCharacters = 96L * 1024 * 1024;
    private readonly SharedCache<Sha256, DocumentReading> readings = new(MostCharacters, r => r.Weight);
    private readonly SemaphoreSlim turns = new(2);

    /// <summary>The document; null when it is not there, or the actor may not see it: nobody learns which.</summary>
    /// <exception cref="DocumentChangedException">The stored bytes no longer have their hash.</exception>
    public async Task<DocumentReading?> Read(Actor actor, Sha256 hash, CancellationToken ct) =>
        actor.May(Permission.ReadFilings) ? await readings.Get(hash, () => ReadNow(hash), ct) : null;

    public void Dispose()
    {
        readings.Dispose();
        turns.Dispose();
    }

    private async Task<DocumentReading?> ReadNow(Sha256 hash)
    {
        await turns.WaitAsync();
        try
        {
            if (await documents.Read(hash, CancellationToken.None) is not { } stored)
                return null;
            var facts = FactsOf(stored.Bytes);
            try
            {
                return new(stored, SafeHtml.Read(new MemoryStream(stored.Bytes)), facts);
            }
            catch (FilingException e)
            {
                return new(stored, null, facts, e.Message);
            }
        }
        finally
        {
            turns.Release();
        }
    }

    /// <summary>The tagged facts; null for a document that has none, which most have not.</summary>
    private static ReadResult? FactsOf(byte[] bytes)
    {
        try
        {
            return FilingReader.Read(new MemoryStream(bytes)) is { } read && (read.Facts.Count > 0 || read.TextFacts.Count > 0 || read.Skipped.Count > 0) ? read : null;
        }
        catch (FilingException)
        {
            return null;
        }
    }
}
