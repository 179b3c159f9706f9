using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Sources.Sec;

/// <summary>An answer of EDGAR that is on file.</summary>
internal sealed record CachedAnswer(string ETag, DateTime? LastModified, byte[] Body);

/// <summary>EDGAR's last answer at each address of its lists, checked by hash when it is used, so that "not modified" can stand for it.</summary>
internal sealed class EdgarCache(IDbContextFactory<BoardDb> databases, TimeProvider clock)
{
    /// <summary>The answer on file; null when there is none, or when its bytes are no longer what they were.</summary>
    public async Task<CachedAnswer?> Find(string url, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.EdgarAnswers.AsNoTracking().FirstOrDefaultAsync(a => a.Url == url, ct) is { } row && Decompress(row) is { } body
            ? new(row.ETag, row.LastModified, body)
            : null;
    }

    /// <summary>Keeps an answer in the place of the one before.</summary>
    public async Task Keep(string url, string etag, DateTime? lastModified, byte[] body, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var row = await db.EdgarAnswers.FirstOrDefaultAsync(a => a.Url == url, ct);
        if (row is null)
            db.EdgarAnswers.Add(row = new() { Url = url });
        (row.ETag, row.LastModified, row.Length, row.Hash) = (etag, lastModified, body.Length, Sha256.Of(body).Hex);
        (row.Compressed, row.CheckedAt) = (Compress(body), clock.GetUtcNow().UtcDateTime);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (BoardTransaction.IsRace(e))
        {
            // Another process keeps the same answer; either will do.
        }
    }

    /// <summary>EDGAR said that the answer on file is still the one.</summary>
    public async Task Confirm(string url, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        await db.EdgarAnswers.Where(a => a.Url == url).ExecuteUpdateAsync(set => set.SetProperty(a => a.CheckedAt, now), ct);
    }

    private static byte[] Compress(byte[] body)
    {
        using var target = new MemoryStream();
        using (var brotli = new BrotliStream(target, CompressionLevel.Fastest))
            brotli.Write(body);
        return target.ToArray();
    }

    private static byte[]? Decompress(EdgarAnswerRow row)
    {
        try
        {
            using var source = new BrotliStream(new MemoryStream(row.Compressed), CompressionMode.Decompress);
            var body = new byte[row.Length];
            source.ReadExactly(body);
            return Sha256.Of(body).Hex == row.Hash ? body : null;
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidOperationException or InvalidDataException)
        {
            return null;
        }
    }
}
