using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Shares;
using ThesisBoard.Filings;
using ThesisBoard.Filings.Pages;
using ThesisBoard.Filings.Texts;

namespace ThesisBoard.Features.Documents;

/// <summary>Reads stored documents, each once for everybody who looks at it at the time; a few at once, because a large one takes memory.</summary>
public sealed class DocumentReadings(Data.Documents documents, DocumentAccess access) : IDisposable
{
    private const long MostCharacters = 96L * 1024 * 1024;
    private readonly SharedCache<Sha256, DocumentReading> readings = new(MostCharacters, r => r.Weight);
    private readonly SemaphoreSlim turns = new(2);

    /// <summary>The document; null when it is not there, or the actor may not see it: nobody learns which.</summary>
    /// <exception cref="DocumentChangedException">The stored bytes no longer have their hash.</exception>
    public async Task<DocumentReading?> Read(Actor actor, Sha256 hash, CancellationToken ct) =>
        await access.May(actor, hash, ct) ? await readings.Get(hash, () => ReadNow(hash), ct) : null;

    /// <summary>The same on one board: a document that stands on another board is not there.</summary>
    public async Task<DocumentReading?> Read(Actor actor, string slug, Sha256 hash, CancellationToken ct) =>
        await access.May(actor, slug, hash, ct) ? await readings.Get(hash, () => ReadNow(hash), ct) : null;

    /// <summary>The document, for readers of a share link that shows it; null otherwise.</summary>
    /// <exception cref="DocumentChangedException">The stored bytes no longer have their hash.</exception>
    public async Task<DocumentReading?> Read(CitedDocuments cited, Sha256 hash, CancellationToken ct) =>
        cited.Has(hash) ? await readings.Get(hash, () => ReadNow(hash), ct) : null;

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
            if (await documents.Find(hash, CancellationToken.None) is not { } stored)
                return null;
            var facts = FactsOf(stored);
            try
            {
                return new(stored, PageOf(stored), facts);
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

    /// <summary>Of a large document it is found out first whether it can be shown: that costs no memory, and making half a page does.</summary>
    private static SafePage PageOf(StoredDocument stored)
    {
        if (stored.Length > ReadingLimits.MostCharacters)
        {
            using var looked = stored.Open();
            FilingTextReader.Skim(looked, 0, ReadingLimits.Shown);
        }

        using var content = stored.Open();
        return SafeHtml.Read(content, ReadingLimits.Shown);
    }

    /// <summary>The tagged facts; null for a document that has none, which most have not.</summary>
    private static ReadResult? FactsOf(StoredDocument stored)
    {
        try
        {
            using var content = stored.Open();
            return FilingReader.Read(content, ReadingLimits.Shown) is { } read && (read.Facts.Count > 0 || read.TextFacts.Count > 0 || read.Skipped.Count > 0) ? read : null;
        }
        catch (FilingException)
        {
            return null;
        }
    }
}
