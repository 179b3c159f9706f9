using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Data;

/// <summary>A stored document: the bytes as they came.</summary>
public sealed record Document(Sha256 Hash, string Name, string MediaType, RetrievedAt Retrieved, byte[] Bytes);

/// <summary>The bytes on file were damaged or exchanged: they no longer have the hash under which they were stored.</summary>
public sealed class DocumentChangedException(Sha256 hash) : Exception($"The stored document {hash.Brief} no longer has its hash. Put back a backup, or fetch it again.")
{
    /// <summary>The hash under which it was stored.</summary>
    public Sha256 Hash { get; } = hash;
}

/// <summary>Documents by the SHA-256 of their bytes. The same bytes are kept once; nothing is ever overwritten.</summary>
public sealed class Documents(IDbContextFactory<BoardDb> databases, TimeProvider clock)
{
    /// <summary>Keeps the bytes for a board, if they are not kept already; null when the actor may not.</summary>
    public async Task<Sha256?> Keep(Actor actor, string slug, string name, string mediaType, byte[] bytes, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!(await AccessShelf.CurrentRole(db, actor, slug, ct)).May(Permission.Edit))
            return null;
        var hash = Sha256.Of(bytes);
        if (await db.Documents.AnyAsync(d => d.Hash == hash.Hex, ct))
            return hash;
        db.Documents.Add(new()
        {
            Hash = hash.Hex,
            Name = name,
            MediaType = mediaType,
            Length = bytes.Length,
            RetrievedAt = clock.GetUtcNow().UtcDateTime,
            Compressed = Compress(bytes),
        });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            if (!await db.Documents.AnyAsync(d => d.Hash == hash.Hex, ct))
                throw; // not the race of two uploads of the same bytes
        }

        return hash;
    }

    /// <summary>The document, or null.</summary>
    /// <exception cref="DocumentChangedException">The bytes do not have this hash any more.</exception>
    public async Task<Document?> Read(Sha256 hash, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Documents.AsNoTracking().FirstOrDefaultAsync(d => d.Hash == hash.Hex, ct) is not { } row)
            return null;
        var bytes = Decompress(row) ?? throw new DocumentChangedException(hash);
        return Sha256.Of(bytes) == hash ? new(hash, row.Name, row.MediaType, new(row.RetrievedAt), bytes) : throw new DocumentChangedException(hash);
    }

    /// <summary>Bytes of all documents, as they came.</summary>
    public async Task<long> StoredBytes(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Documents.SumAsync(d => (long)d.Length, ct);
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var brotli = new BrotliStream(target, CompressionLevel.Optimal))
            brotli.Write(bytes);
        return target.ToArray();
    }

    /// <summary>Never more than the length on file; null when the bytes are not what was stored.</summary>
    private static byte[]? Decompress(DocumentRow row)
    {
        try
        {
            using var source = new BrotliStream(new MemoryStream(row.Compressed), CompressionMode.Decompress);
            var bytes = new byte[row.Length];
            source.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidOperationException or InvalidDataException)
        {
            return null;
        }
    }
}
