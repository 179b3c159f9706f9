using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ThesisBoard.Features.Audit.Bundles;

/// <summary>What is in a bundle, by hash. It is what is signed.</summary>
/// <param name="Head">The hash of the newest entry of the log.</param>
/// <param name="Key">The SHA-256 of the public key that signs.</param>
internal sealed record BundleManifest(
    string Format, string Board, string Title, long Version, string Head, string Key, IReadOnlyList<BundleFile> Files, IReadOnlyList<BundleDocument> Documents);

/// <summary>A file of the bundle.</summary>
/// <param name="Packed">The SHA-256 of the bytes that it takes in the zip.</param>
internal sealed record BundleFile(string Name, long Length, string Sha256, string Packed);

/// <summary>A document that the board cites.</summary>
/// <param name="Length">Null where the installation does not hold the document.</param>
/// <param name="IsIncluded">Its bytes are in the bundle; otherwise only its hash is.</param>
internal sealed record BundleDocument(string Sha256, string Name, string MediaType, DateTime? Retrieved, long? Length, bool IsIncluded);

/// <summary>The signature over the manifest's bytes.</summary>
/// <param name="PublicKey">SubjectPublicKeyInfo (RFC 5280), in Base64.</param>
/// <param name="Signature">The two numbers of the signature side by side (IEEE P1363), in Base64.</param>
internal sealed record BundleSignature(string Algorithm, string PublicKey, string Signature)
{
    public const string Ecdsa = "ECDSA-P256-SHA256";
}

/// <summary>The JSON of a bundle: one value has one text, so that a reader can hold the text against what it read from it.</summary>
internal static class BundleJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        MaxDepth = 16,
    };

    private static readonly JsonSerializerOptions OneLine = new(Options) { WriteIndented = false };

    public static byte[] Write<T>(T value) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value, Options) + "\n");

    public static string Line<T>(T value) => JsonSerializer.Serialize(value, OneLine);

    public static T? ReadLine<T>(string line)
        where T : class => Read<T>(line, OneLine, "");

    /// <summary>The value; null when the text is none, or is not to the byte as it is written here.</summary>
    public static T? Read<T>(byte[] text)
        where T : class
    {
        try
        {
            return Read<T>(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(text), Options, "\n");
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static T? Read<T>(string text, JsonSerializerOptions options, string end)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, options) is { } value && JsonSerializer.Serialize(value, options) + end == text ? value : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException or FormatException)
        {
            return null;
        }
    }
}
