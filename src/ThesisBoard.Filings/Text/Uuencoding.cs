namespace ThesisBoard.Filings.Text;

/// <summary>The old encoding by which EDGAR carries pictures, PDFs and archives inside a submission's text.</summary>
internal static class Uuencoding
{
    /// <summary>Whether the text begins with <c>begin 644 name</c>, perhaps inside a <c>&lt;PDF&gt;</c> wrapper.</summary>
    public static bool IsAt(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        if (text.StartsWith("<PDF>", StringComparison.OrdinalIgnoreCase))
            text = text[5..].TrimStart();
        return text.Length > 9 && text.StartsWith("begin ", StringComparison.Ordinal)
            && char.IsAsciiDigit(text[6]) && char.IsAsciiDigit(text[7]) && char.IsAsciiDigit(text[8]);
    }

    /// <summary>The bytes, always fewer than the text; <see langword="null"/> if a line is too short or the end is missing.</summary>
    public static byte[]? Decode(ReadOnlySpan<byte> text)
    {
        using var decoded = new MemoryStream(text.Length / 4 * 3);
        Span<byte> line = stackalloc byte[63];
        text = text[(text.IndexOf((byte)'\n') + 1)..];
        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)'\n');
            var encoded = (end < 0 ? text : text[..end]).TrimEnd("\r"u8);
            text = end < 0 ? [] : text[(end + 1)..];
            if (encoded.SequenceEqual("end"u8))
                return decoded.ToArray();
            if (encoded.IsEmpty)
                continue;
            var length = Value(encoded[0]);
            if (!DecodeLine(encoded[1..], length, line))
                return null;
            decoded.Write(line[..length]);
        }
        return null;
    }

    /// <summary>Four characters are three bytes. Spaces at the end of a line, which mean zero, may have been lost.</summary>
    private static bool DecodeLine(ReadOnlySpan<byte> encoded, int length, Span<byte> line)
    {
        for (var i = 0; i < length; i++)
        {
            var at = i / 3 * 4 + i % 3;
            var (first, second) = (At(encoded, at), At(encoded, at + 1));
            if (first < 0 || second < 0)
                return false;
            line[i] = (byte)((i % 3) switch
            {
                0 => (first << 2) | (second >> 4),
                1 => ((first & 0xF) << 4) | (second >> 2),
                _ => ((first & 0x3) << 6) | second,
            });
        }
        return true;
    }

    private static int At(ReadOnlySpan<byte> encoded, int at) =>
        at >= encoded.Length ? 0 : encoded[at] is >= 0x20 and <= 0x60 ? Value(encoded[at]) : -1;

    private static int Value(byte character) => (character - 0x20) & 0x3F;
}
