using System.Security.Cryptography;
using System.Text;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Audit.Bundles;

/// <summary>Writes a bundle: the files, the manifest over them, and the signature over the manifest. The same board gives the same bytes, but for the signature.</summary>
internal static class BundleWriter
{
    /// <exception cref="BundleTooLargeException">It is more than a bundle may hold.</exception>
    public static async Task Write(Stream target, BundleParts parts, ECDsa key, CancellationToken ct)
    {
        var zip = new ZipMaker(target);
        var (thesis, record) = parts.Content;
        await Add(zip, BundleFormat.Board, Encoding.UTF8.GetBytes(ThesisFile.Write(thesis, record)), ct);
        await using (var log = TemporaryFile.Create("log"))
        {
            await LogLines.Write(log, parts.Slug, parts.Log(), ct);
            log.Position = 0;
            await zip.Add(BundleFormat.Log, log, BundleFormat.IsDeflated(BundleFormat.Log), ct);
        }

        await Add(zip, BundleFormat.Quotes, BundleJson.Write(parts.Quotes), ct);
        await Add(zip, BundleFormat.Approvals, BundleJson.Write(parts.Approvals), ct);
        await Add(zip, BundleFormat.Standings, BundleJson.Write(parts.Standings), ct);
        foreach (var hash in parts.Documents.Where(d => d.IsIncluded).Select(d => Sha256.Parse(d.Sha256)))
        {
            await using var content = await parts.Open(hash, ct) ?? throw new DocumentChangedException(hash);
            await zip.Add(BundleFormat.Document(hash), content, BundleFormat.IsDeflated(BundleFormat.Document(hash)), ct);
        }

        var publicKey = PublicKey.Of(key);
        var manifest = BundleJson.Write(new BundleManifest(
            BundleFormat.Format, parts.Slug, thesis.Title, parts.Version, parts.Head.Hex, publicKey.Hash.Hex, [.. zip.Files.Select(Describe)], parts.Documents));
        await Add(zip, BundleFormat.Manifest, manifest, ct);
        var signature = key.SignData(manifest, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        await Add(zip, BundleFormat.Signature, BundleJson.Write(new BundleSignature(BundleSignature.Ecdsa, Convert.ToBase64String(publicKey.Spki), Convert.ToBase64String(signature))), ct);
        await zip.Finish(ct);
    }

    private static BundleFile Describe(PackedFile file) => new(file.Entry.Name, file.Entry.Length, file.Hash.Hex, file.PackedHash.Hex);

    private static async Task Add(ZipMaker zip, string name, byte[] bytes, CancellationToken ct)
    {
        await using var content = new MemoryStream(bytes, writable: false);
        await zip.Add(name, content, BundleFormat.IsDeflated(name), ct);
    }
}
