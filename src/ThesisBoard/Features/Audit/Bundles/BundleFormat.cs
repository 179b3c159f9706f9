using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Features.Audit.Bundles;

/// <summary>What a bundle holds, by name, and how much of it: nothing else may be in one.</summary>
internal static class BundleFormat
{
    public const string Format = "thesisboard-bundle/1";

    /// <summary>The board as its thesis file.</summary>
    public const string Board = "board.thesis.json";

    /// <summary>The record of changes, one JSON object a line.</summary>
    public const string Log = "log.jsonl";

    /// <summary>What became of every quote in its document.</summary>
    public const string Quotes = "quotes.json";

    /// <summary>Who approved what, when, and whether it still holds.</summary>
    public const string Approvals = "approvals.json";

    /// <summary>The verdict and every standing on every date on which one could move.</summary>
    public const string Standings = "standings.json";

    /// <summary>The hash of every file above and of every document.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>The signature over the manifest.</summary>
    public const string Signature = "signature.json";

    public const long MaxBytes = 2_000_000_000;
    public const int MaxFileBytes = 512 * 1024 * 1024;
    public const int MaxFiles = 20_000;
    public const int LongestName = 80;
    public const int MaxManifestBytes = 16 * 1024 * 1024;
    public const int MaxListBytes = 64 * 1024 * 1024;
    public const int MaxSignatureBytes = 4 * 1024;

    /// <summary>Deflate cannot unpack a byte to more.</summary>
    public const int MostExpansion = 1_040;

    private const string Documents = "documents/";

    /// <summary>The largest a file of this name may be.</summary>
    public static int MaxLength(string name) => name switch
    {
        Manifest => MaxManifestBytes,
        Signature => MaxSignatureBytes,
        Board => ThesisFile.MaxBytes,
        Quotes or Approvals or Standings => MaxListBytes,
        _ => MaxFileBytes,
    };

    public static string Document(Sha256 hash) => Documents + hash.Hex;

    /// <summary>The document of a file name; null for another file.</summary>
    public static Sha256? DocumentOf(string name) =>
        name.StartsWith(Documents, StringComparison.Ordinal) && Sha256.TryParse(name[Documents.Length..], out var hash) && hash.Hex == name[Documents.Length..] ? hash : null;

    public static bool IsName(string name) => name is Board or Log or Quotes or Approvals or Standings or Manifest or Signature || DocumentOf(name) is not null;

    /// <summary>The manifest and the signature stand as they are, so that nothing about them is open.</summary>
    public static bool IsDeflated(string name) => name is not (Manifest or Signature);
}
