using System.Buffers;
using System.Text;

namespace ThesisBoard.Filings.Text;

/// <summary>
/// Decodes markup by its byte order mark, else by the encoding in its XML declaration, wherever blank lines or an
/// SGML header have moved that to, else as UTF-8. A byte that is no UTF-8 is taken as Windows-1252, which such a file then was written in.
/// </summary>
internal static class TextDecoder
{
    public static TextReader Open(BoundedStream stream, ReadOnlySpan<byte> prefix) =>
        new StreamReader(stream, Lenient(Detect(prefix)), detectEncodingFromByteOrderMarks: true, bufferSize: 32768, leaveOpen: true);

    /// <summary>Decodes a page or plain text: as above, and where nothing else names an encoding, by its <c>meta</c> tag.</summary>
    public static TextReader OpenPage(BoundedStream stream, ReadOnlySpan<byte> prefix)
    {
        var encoding = Detect(prefix);
        if (encoding.CodePage == Encoding.UTF8.CodePage && InMeta(prefix) is { } named)
            encoding = named;
        return new StreamReader(stream, Lenient(encoding), detectEncodingFromByteOrderMarks: true, bufferSize: 32768, leaveOpen: true);
    }

    private static readonly SearchValues<byte> CharsetEnds = SearchValues.Create("\"' />;"u8);

    private static Encoding LenientUtf8 { get; } = Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new Windows1252Fallback());

    private static Encoding Lenient(Encoding encoding) => encoding.CodePage == Encoding.UTF8.CodePage ? LenientUtf8 : encoding;

    private static Encoding? InMeta(ReadOnlySpan<byte> prefix)
    {
        var at = prefix.IndexOf("charset="u8);
        if (at < 0 || prefix[..at].LastIndexOf((byte)'<') is var tag && (tag < 0 || !prefix[(tag + 1)..].StartsWith("meta"u8) && !prefix[(tag + 1)..].StartsWith("META"u8)))
            return null;
        var rest = prefix[(at + 8)..].TrimStart("\"' "u8);
        var end = rest.IndexOfAny(CharsetEnds);
        return end <= 0 ? null : Named(Encoding.ASCII.GetString(rest[..end]));
    }

    internal static Encoding Detect(ReadOnlySpan<byte> prefix)
    {
        if (prefix is [(byte)'<', 0, ..])
            return Encoding.Unicode;
        if (prefix is [0, (byte)'<', ..])
            return Encoding.BigEndianUnicode;
        var declaration = Declaration(prefix);
        var at = declaration.IndexOf("encoding"u8);
        if (at < 0)
            return Encoding.UTF8;
        var rest = declaration[(at + 8)..].TrimStart(" \t\r\n="u8);
        if (rest is not [(byte)'"' or (byte)'\'', ..])
            return Encoding.UTF8;
        var end = rest[1..].IndexOf(rest[0]);
        return end < 0 ? Encoding.UTF8 : Named(Encoding.ASCII.GetString(rest.Slice(1, end)));
    }

    private static ReadOnlySpan<byte> Declaration(ReadOnlySpan<byte> prefix)
    {
        var start = prefix.IndexOf("<?xml "u8);
        if (start < 0)
            return [];
        var rest = prefix[start..];
        var end = rest.IndexOf("?>"u8);
        return end < 0 ? [] : rest[..end];
    }

    /// <summary>ASCII is read as UTF-8, which contains it; a name that the bytes themselves contradict (UTF-16) is ignored.</summary>
    private static Encoding Named(string name)
    {
        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
            if (encoding.CodePage == 28591)
                return CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
            return encoding.CodePage is 20127 or 1200 or 1201 or 12000 or 12001 or 65000 ? Encoding.UTF8 : encoding;
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }
}
