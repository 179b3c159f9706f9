using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Audit;

/// <summary>The key by which this installation signs bundles: made when it is first needed, and kept in the database, where all nodes share it and a backup holds it.</summary>
public sealed class SigningKeys(IDbContextFactory<BoardDb> databases, TimeProvider clock)
{
    private const string Setting = "SigningKey";

    /// <summary>The key, to sign with.</summary>
    /// <exception cref="SigningKeyLostException">What the database holds is no key.</exception>
    public async Task<ECDsa> Open(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return Import(await Stored(db, ct) ?? await Make(db, ct));
    }

    /// <summary>The public half, for everybody.</summary>
    /// <exception cref="SigningKeyLostException">As for <see cref="Open"/>.</exception>
    public async Task<PublicKey> Public(CancellationToken ct)
    {
        using var key = await Open(ct);
        return PublicKey.Of(key);
    }

    private async Task<string> Make(BoardDb db, CancellationToken ct)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var text = Convert.ToBase64String(key.ExportPkcs8PrivateKey());
        db.Settings.Add(new() { Name = Setting, Value = text, ChangedAt = clock.GetUtcNow().UtcDateTime, ChangedBy = "ThesisBoard" });
        try
        {
            await db.SaveChangesAsync(ct);
            return text;
        }
        catch (DbUpdateException e) when (BoardTransaction.IsRace(e))
        {
            return await Stored(db, ct) ?? throw new SigningKeyLostException(); // another node was first
        }
    }

    private static Task<string?> Stored(BoardDb db, CancellationToken ct) => db.Settings.AsNoTracking().Where(s => s.Name == Setting).Select(s => s.Value).FirstOrDefaultAsync(ct);

    private static ECDsa Import(string text)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportPkcs8PrivateKey(Convert.FromBase64String(text), out _);
            if (PublicKey.IsP256(key))
                return key;
        }
        catch (Exception e) when (e is CryptographicException or NotSupportedException or FormatException or ArgumentException)
        {
            // Said below: a key is never replaced by itself, or a stranger's would look like ours.
        }

        key.Dispose();
        throw new SigningKeyLostException();
    }
}

/// <summary>The database holds something else in the key's place.</summary>
public sealed class SigningKeyLostException() : Exception("The key of this installation was emptied or damaged in the database. Put back a backup; a new key is never made in its place.");

/// <summary>The public half of a signing key.</summary>
/// <param name="Spki">SubjectPublicKeyInfo (RFC 5280).</param>
public sealed record PublicKey(byte[] Spki)
{
    private const string P256 = "1.2.840.10045.3.1.7";

    /// <summary>Names the key: the SHA-256 of its bytes.</summary>
    public Sha256 Hash => Sha256.Of(Spki);

    /// <summary>As others take it (RFC 7468).</summary>
    public string Pem => PemEncoding.WriteString("PUBLIC KEY", Spki) + "\n";

    public static PublicKey Of(ECDsa key) => new(key.ExportSubjectPublicKeyInfo());

    internal static bool IsP256(ECDsa key) => key.ExportParameters(false).Curve.Oid.Value == P256;
}
