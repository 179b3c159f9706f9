using ThesisBoard.Filings.Edgar;

namespace ThesisBoard.Filings;

/// <summary>What a file is by its first bytes.</summary>
internal static class FileKinds
{
    public static bool IsJson(ReadOnlySpan<byte> prefix) =>
        prefix.TrimStart("\uFEFF \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];

    /// <summary>Refuses what holds no facts for certain.</summary>
    public static void Refuse(ReadOnlySpan<byte> prefix)
    {
        if (EdgarErrors.Recognize(prefix) is { } answer)
            throw answer;
        if (Name(prefix) is { } name)
            throw new FilingException(FilingErrorKind.NotFacts, $"This is {name}, which holds no tagged facts.");
        if (prefix.TrimStart("\uFEFF \t\r\n\0"u8).IsEmpty)
            throw new FilingException(FilingErrorKind.NotFacts, "The file is empty.");
    }

    private static string? Name(ReadOnlySpan<byte> prefix) => prefix switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "a PDF",
        [(byte)'P', (byte)'K', 3 or 5 or 7, ..] => "a ZIP archive (or an Office file)",
        [0x1F, 0x8B, ..] => "a gzip archive",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "an old Office file",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "a picture",
        _ => null,
    };
}
