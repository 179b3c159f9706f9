using System.IO.Compression;
using System.Security.Cryptography;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Features.Audit.Bundles;

/// <summary>A file as it went into the zip.</summary>
/// <param name="Hash">Of the file.</param>
/// <param name="PackedHash">Of the bytes that it takes in the zip: a packed file has bits that unpacking does not look at.</param>
internal sealed record PackedFile(ZipFileEntry Entry, Sha256 Hash, Sha256 PackedHash);

/// <summary>Writes a bundle's zip, one file after the other. The same files give the same bytes.</summary>
internal sealed class ZipMaker(Stream target)
{
    private readonly List<PackedFile> files = [];

    public IReadOnlyList<PackedFile> Files => files;

    /// <summary>Adds a file.</summary>
    /// <exception cref="BundleTooLargeException">It is more than a bundle may hold.</exception>
    public async Task Add(string name, Stream content, bool isDeflated, CancellationToken ct)
    {
        var offset = checked((int)target.Position);
        var draft = new ZipFileEntry(name, isDeflated, 0, 0, 0, offset);
        await target.WriteAsync(ZipLayout.LocalHeader(draft), ct);
        var (crc, length, hash) = await Pack(content, isDeflated, ct);
        if (target.Position > BundleFormat.MaxBytes || length > BundleFormat.MaxFileBytes)
            throw new BundleTooLargeException();
        var end = target.Position;
        var entry = draft with { Crc = crc, Length = checked((int)length), Packed = checked((int)(end - draft.Start)) };
        target.Position = offset;
        await target.WriteAsync(ZipLayout.LocalHeader(entry), ct);
        var packed = Sha256.Parse(Convert.ToHexStringLower(await SHA256.HashDataAsync(target, ct)));
        target.Position = end;
        files.Add(new(entry, hash, packed));
    }

    /// <summary>Writes the directory.</summary>
    public async Task Finish(CancellationToken ct)
    {
        var offset = checked((int)target.Position);
        foreach (var file in files)
            await target.WriteAsync(ZipLayout.DirectoryRecord(file.Entry), ct);
        await target.WriteAsync(ZipLayout.EndOfDirectory(files.Count, offset, checked((int)target.Position) - offset), ct);
    }

    private async Task<(uint Crc, long Length, Sha256 Hash)> Pack(Stream content, bool isDeflated, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (crc, length, buffer) = (new Crc32(), 0L, new byte[81920]);
        await using var packed = isDeflated ? new DeflateStream(target, CompressionLevel.Optimal, leaveOpen: true) : null;
        while (await content.ReadAsync(buffer, ct) is > 0 and var read)
        {
            hash.AppendData(buffer, 0, read);
            crc.Append(buffer.AsSpan(0, read));
            length += read;
            await (packed ?? target).WriteAsync(buffer.AsMemory(0, read), ct);
        }

        return (crc.Value, length, Sha256.Parse(Convert.ToHexStringLower(hash.GetHashAndReset())));
    }
}

/// <summary>A board with more documents than one file can carry.</summary>
internal sealed class BundleTooLargeException() : Exception("The documents of this board are more than a bundle can hold. Make it without documents: their hashes go along.");
