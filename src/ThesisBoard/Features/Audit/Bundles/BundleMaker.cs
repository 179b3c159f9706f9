using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Trust;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Audit.Bundles;

/// <summary>Makes the bundle of a board that is in the database. One at a time: a board with many documents keeps a core busy.</summary>
public sealed class BundleMaker(BoardShelf shelf, IDbContextFactory<BoardDb> databases, Data.Documents documents, SigningKeys keys) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Writes the bundle to a stream that can be read and sought; false when there is no such board.</summary>
    /// <exception cref="BundleTooLargeException">It is more than a bundle may hold.</exception>
    /// <exception cref="DocumentChangedException">A document no longer has its hash.</exception>
    /// <exception cref="SigningKeyLostException">There is no key to sign with.</exception>
    public async Task<bool> Write(string slug, bool withDocuments, Stream target, CancellationToken ct)
    {
        if (await shelf.Board(slug, ct) is not { } board)
            return false;
        await turn.WaitAsync(ct);
        try
        {
            using var key = await keys.Open(ct);
            await using var db = await databases.CreateDbContextAsync(ct);
            var log = () => BoardLog.Entries(db, slug, board.Version);
            var cited = await Cited(db, board.Content, withDocuments, ct);
            var included = cited.Where(d => d.IsIncluded).Select(d => d.Sha256).ToHashSet(StringComparer.Ordinal);
            OpenDocument open = async (hash, token) => included.Contains(hash.Hex) && await documents.Find(hash, token) is { } stored ? stored.Open() : null;
            var audit = await BoardAudit.Run(new(slug, board.Version, board.Content, log(), open), ct);
            await BundleWriter.Write(target, new(slug, board.Version, board.Content, log, audit.Report.Head ?? LogChain.Start(slug), audit.Quotes, audit.Approvals, audit.Standings, cited, open), key, ct);
            return true;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();

    private static async Task<IReadOnlyList<BundleDocument>> Cited(BoardDb db, BoardContent content, bool withDocuments, CancellationToken ct)
    {
        var cited = new List<BundleDocument>();
        foreach (var hash in QuoteCheck.Cited(content.Record))
        {
            var row = await db.Documents.AsNoTracking().Where(d => d.Hash == hash.Hex).Select(d => new { d.Name, d.MediaType, d.RetrievedAt, d.Length }).FirstOrDefaultAsync(ct);
            cited.Add(row is null ? new(hash.Hex, "", "", null, null, false) : new(hash.Hex, row.Name, row.MediaType, row.RetrievedAt, row.Length, withDocuments));
        }

        return cited;
    }
}
