using System.Security.Cryptography;

namespace ThesisBoard.Core.Quantities;

/// <summary>The SHA-256 (FIPS 180-4) of stored bytes, as 64 lower-case hexadecimal digits: the name of a document.</summary>
public readonly record struct Sha256
{
    private readonly string? hex;

    private Sha256(string hex) => this.hex = hex;

    /// <summary>The 64 digits.</summary>
    public string Hex => hex ?? throw new InvalidOperationException("This hash was never set.");

    /// <summary>The first eight digits, for display beside a link to the whole.</summary>
    public string Brief => Hex[..8];

    /// <summary>Hashes bytes.</summary>
    public static Sha256 Of(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>Reads 64 hexadecimal digits of either case.</summary>
    public static bool TryParse(string? text, out Sha256 hash)
    {
        var valid = text is { Length: 64 } && text.All(char.IsAsciiHexDigit);
        hash = valid ? new Sha256(text!.ToLowerInvariant()) : default;
        return valid;
    }

    /// <summary>Reads 64 hexadecimal digits.</summary>
    /// <exception cref="FormatException">The text is not a SHA-256.</exception>
    public static Sha256 Parse(string text) =>
        TryParse(text, out var hash) ? hash : throw new FormatException($"'{text}' is not a SHA-256: it has 64 hexadecimal digits.");

    /// <inheritdoc />
    public override string ToString() => hex ?? "";
}
