using System.IO.Compression;
using System.Security.Cryptography;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Trust;
using ThesisBoard.Features.Documents;

namespace ThesisBoard.Features.Audit.Bundles;

/// <summary>A bundle whose bytes are those that were signed.</summary>
internal sealed class SealedBundle(Stream zip, BundleManifest manifest, IReadOnlyDictionary<string, ZipFileEntry> entries)
{
    public BundleManifest Manifest => manifest;

    public bool Has(string name) => entries.ContainsKey(name);

    /// <summary>A file of the bundle, unpacked; never more of it than its stated length.</summary>
    public Stream Open(string name) => Open(zip, entries[name]);

    public async Task<byte[]> Bytes(string name, CancellationToken ct)
    {
        var bytes = new byte[entries[name].Length];
        await using var content = Open(name);
        await content.ReadExactlyAsync(bytes, ct);
        return bytes;
    }

    internal static Stream Open(Stream zip, ZipFileEntry entry)
    {
        var slice = new Slice(zip, entry.Start, entry.Packed);
        return entry.IsDeflated ? new DeflateStream(slice, CompressionMode.Decompress) : slice;
    }
}

/// <summary>Looks at a bundle from outside: the zip, the signature, and the hash of everything in it. Nothing inside is believed before.</summary>
internal static class BundleSeal
{
    /// <summary>The bundle; null when something does not hold, which the findings name.</summary>
    public static async Task<SealedBundle?> Check(Stream zip, Sha256? expectedKey, List<AuditFinding> findings, CancellationToken ct)
    {
        var files = ZipScan.Read(zip, findings);
        if (findings.Count > 0)
            return null;
        var entries = files.ToDictionary(f => f.Name, StringComparer.Ordinal);
        foreach (var file in files.Where(f => f.Length > BundleFormat.MaxLength(f.Name) || f.IsDeflated != BundleFormat.IsDeflated(f.Name) || (!f.IsDeflated && f.Packed != f.Length)))
            findings.Add(new(file.Name, "it is larger than such a file may be, or packed in another way."));
        foreach (var missing in new[] { BundleFormat.Manifest, BundleFormat.Signature, BundleFormat.Board, BundleFormat.Log, BundleFormat.Quotes, BundleFormat.Approvals, BundleFormat.Standings }.Where(name => !entries.ContainsKey(name)))
            findings.Add(new(missing, "the file is missing."));
        if (findings.Count > 0)
            return null;
        var outer = new SealedBundle(zip, null!, entries);
        foreach (var name in new[] { BundleFormat.Manifest, BundleFormat.Signature }.Where(name => Sum(zip, entries[name]) != entries[name].Crc))
            findings.Add(new(name, "its bytes are not those of its check sum: it was changed."));
        var bytes = await outer.Bytes(BundleFormat.Manifest, ct);
        CheckSignature(bytes, await outer.Bytes(BundleFormat.Signature, ct), expectedKey, out var key, findings);
        if (BundleJson.Read<BundleManifest>(bytes) is not { } manifest || manifest.Format != BundleFormat.Format)
        {
            findings.Add(new(BundleFormat.Manifest, "it is no manifest as a bundle has it."));
            return null;
        }

        if (key is not null && manifest.Key != key.Hash.Hex)
            findings.Add(new(BundleFormat.Manifest, "it names another key than the one that signed it."));
        await CheckFiles(zip, manifest, files, findings, ct);
        return findings.Count == 0 ? new(zip, manifest, entries) : null;
    }

    private static void CheckSignature(byte[] manifest, byte[] text, Sha256? expectedKey, out PublicKey? key, List<AuditFinding> findings)
    {
        key = null;
        if (BundleJson.Read<BundleSignature>(text) is not { Algorithm: BundleSignature.Ecdsa } signature || Decode(signature.PublicKey) is not { } spki || Decode(signature.Signature) is not { } signed)
        {
            findings.Add(new(BundleFormat.Signature, "it is no signature as a bundle has it."));
            return;
        }

        using var ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportSubjectPublicKeyInfo(spki, out var read);
            if (read != spki.Length || !PublicKey.IsP256(ecdsa))
                throw new CryptographicException();
        }
        catch (Exception e) when (e is CryptographicException or NotSupportedException or ArgumentException)
        {
            findings.Add(new(BundleFormat.Signature, "its public key is none."));
            return;
        }

        key = new(spki);
        if (!ecdsa.VerifyData(manifest, signed, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation))
            findings.Add(new(BundleFormat.Signature, $"the signature does not hold over {BundleFormat.Manifest}: one of the two was changed."));
        if (expectedKey is { } expected && expected != key.Hash)
            findings.Add(new(BundleFormat.Signature, $"the bundle is signed by the key {key.Hash.Hex}, and not by the one that you named."));
    }

    /// <summary>Base64 of which every bit counts.</summary>
    private static byte[]? Decode(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && Convert.ToBase64String(bytes, 0, length) == text ? bytes[..length] : null;
    }

    private static async Task CheckFiles(Stream zip, BundleManifest manifest, IReadOnlyList<ZipFileEntry> files, List<AuditFinding> findings, CancellationToken ct)
    {
        var names = files.Select(f => f.Name).ToList();
        if (!names.SequenceEqual([.. manifest.Files.Select(f => f.Name), BundleFormat.Manifest, BundleFormat.Signature]))
            findings.Add(new(BundleFormat.Manifest, "it lists other files than the bundle holds, or in another order."));
        foreach (var (file, told) in files.Join(manifest.Files, f => f.Name, t => t.Name, (f, t) => (f, t)))
            await CheckFile(zip, file, told, findings, ct);
        var included = files.Select(f => BundleFormat.DocumentOf(f.Name)?.Hex).OfType<string>().ToList();
        if (!included.SequenceEqual(manifest.Documents.Where(d => d.IsIncluded).Select(d => d.Sha256)))
            findings.Add(new(BundleFormat.Manifest, "the documents that it describes are not those that the bundle holds."));
    }

    private static async Task CheckFile(Stream zip, ZipFileEntry file, BundleFile told, List<AuditFinding> findings, CancellationToken ct)
    {
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(new Slice(zip, file.Start, file.Packed), ct)) != told.Packed)
        {
            findings.Add(new(file.Name, "its bytes are not those that were signed: it was changed."));
            return;
        }

        try
        {
            await using var content = SealedBundle.Open(zip, file);
            var (hash, length, crc) = Hash(content, file.Length);
            if (hash.Hex != told.Sha256 || length != told.Length || length != file.Length || crc != file.Crc)
                findings.Add(new(file.Name, "it does not unpack to what the manifest says of it."));
            if (BundleFormat.DocumentOf(file.Name) is { } named && named != hash)
                findings.Add(new(file.Name, "its bytes do not have the hash that it is named by."));
        }
        catch (InvalidDataException)
        {
            findings.Add(new(file.Name, "it cannot be unpacked."));
        }
    }

    /// <summary>What a stream holds, looked at up to one byte beyond the length that it says.</summary>
    private static (Sha256 Hash, long Length, uint Crc) Hash(Stream content, long most)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (crc, length, buffer) = (new Crc32(), 0L, new byte[81920]);
        while (length <= most && content.Read(buffer) is > 0 and var read)
        {
            hash.AppendData(buffer, 0, read);
            crc.Append(buffer.AsSpan(0, read));
            length += read;
        }

        return (Sha256.Parse(Convert.ToHexStringLower(hash.GetHashAndReset())), length, crc.Value);
    }

    private static uint Sum(Stream zip, ZipFileEntry file) => Hash(new Slice(zip, file.Start, file.Packed), file.Packed).Crc;
}
