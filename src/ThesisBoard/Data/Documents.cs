using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Data;

/// <summary>A stored document: the bytes as they came.</summary>
public sealed record Document(Sha256 Hash, string Name, string MediaType, RetrievedAt Retrieved, byte[] Bytes);

/// <summary>A stored document whose bytes were checked against its hash, to be read as often as is needed without being held unpacked.</summary>
/// <param name="Length">Bytes as they came.</param>
public sealed record StoredDocument(Sha256 Hash, string Name, string MediaType, RetrievedAt Retrieved, int Length, byte[] Compressed)
{
    public Stream Open() => new BrotliStream(new MemoryStream(Compressed, writable: false), CompressionMode.Decompress);
}

/// <summary>The bytes on file were damaged or exchanged: they no longer have the hash under which they were stored.</summary>
public sealed class DocumentChangedException(Sha256 hash) : Exception($"The stored document {hash.Brief} no longer has its hash. Put back a backup, or fetch it again.")
{
    /// <summary>The hash under which it was stored.</summary>
    public Sha256 Hash { get; } = hash;
}

/// <summary>Documents by the SHA-256 of their bytes. The same bytes are kept once; nothing is ever overwritten.</summary>
public sealed class Documents(IDbContextFactory<BoardDb> databases, TimeProvider clock)
{
    private const int InMemory = 1024 * 1024;

    /// <summary>Keeps the bytes for a board, if they are not kept already; null when the actor may not.</summary>
    public Task<Sha256?> Keep(Actor actor, string slug, string name, string mediaType, byte[] bytes, CancellationToken ct) =>
        Keep(actor, slug, name, mediaType, new MemoryStream(bytes, writable: false), ct);

    /// <summary>The same for a large one: of a stream that can be read twice only the compressed bytes are held in memory.</summary>
    public async Task<Sha256?> Keep(Actor actor, string slug, string name, string mediaType, Stream content, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!(await RolesNow.Of(db, actor, slug, ct)).May(Permission.Edit))
            return null;
        content.Position = 0;
        var hash = Sha256.Parse(Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct)));
        if (await db.Documents.AnyAsync(d => d.Hash == hash.Hex, ct))
            return hash;
        db.Documents.Add(new()
        {
            Hash = hash.Hex,
            Name = name,
            MediaType = mediaType,
            Length = checked((int)content.Length),
            RetrievedAt = clock.GetUtcNow().UtcDateTime,
            Compressed = await Compress(content, ct),
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
        if (await Find(hash, ct) is not { } stored)
            return null;
        var bytes = new byte[stored.Length];
        await using var content = stored.Open();
        await content.ReadExactlyAsync(bytes, ct);
        return new(hash, stored.Name, stored.MediaType, stored.Retrieved, bytes);
    }

    /// <summary>The document with its bytes as they are kept, or null.</summary>
    /// <exception cref="DocumentChangedException">The bytes do not have this hash any more.</exception>
    public async Task<StoredDocument?> Find(Sha256 hash, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Documents.AsNoTracking().FirstOrDefaultAsync(d => d.Hash == hash.Hex, ct) is not { } row)
            return null;
        var stored = new StoredDocument(hash, row.Name, row.MediaType, new(row.RetrievedAt), row.Length, row.Compressed);
        return await IsWhole(stored, ct) ? stored : throw new DocumentChangedException(hash);
    }

    /// <summary>Bytes of all documents, as they came.</summary>
    public async Task<long> StoredBytes(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Documents.SumAsync(d => (long)d.Length, ct);
    }

    /// <summary>Through a file when it is large: a buffer that grows would hold it three times.</summary>
    private static async Task<byte[]> Compress(Stream content, CancellationToken ct)
    {
        content.Position = 0;
        await using Stream target = content.Length > InMemory ? TemporaryFile.Create("compressed") : new MemoryStream();
        await using (var brotli = new BrotliStream(target, CompressionLevel.Optimal, leaveOpen: true))
            await content.CopyToAsync(brotli, ct);
        var compressed = new byte[target.Length];
        target.Position = 0;
        await target.ReadExactlyAsync(compressed, ct);
        return compressed;
    }

    /// <summary>The bytes are those that were stored; never more are unpacked than the length on file.</summary>
    private static async Task<bool> IsWhole(StoredDocument stored, CancellationToken ct)
    {
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using var content = stored.Open();
            var buffer = new byte[81920];
            var left = stored.Length;
            while (left > 0 && await content.ReadAsync(buffer.AsMemory(0, Math.Min(buffer.Length, left)), ct) is > 0 and var read)
            {
                hash.AppendData(buffer, 0, read);
                left -= read;
            }

            return left == 0 && Sha256.Parse(Convert.ToHexStringLower(hash.GetHashAndReset())) == stored.Hash;
        }
        catch (Exception e) when (e is InvalidOperationException or InvalidDataException)
        {
            return false;
        }
    }
}
