using System.Text;
using ThesisBoard.Filings.Edgar;
using ThesisBoard.Filings.Text;

namespace ThesisBoard.Filings;

/// <summary>What a file is by its first bytes.</summary>
public static class FileKinds
{
    private static readonly string[] Submissions =
        ["<SEC-DOCUMENT>", "<SUBMISSION>", "<SEC-HEADER>", "<IMS-DOCUMENT>", "-----BEGIN PRIVACY-ENHANCED MESSAGE-----"];

    /// <summary>How many of a file's first bytes are enough to tell.</summary>
    public const int PrefixLength = 8192;

    /// <summary>The kind that these first bytes (<see cref="PrefixLength"/>, or all there are) belong to.</summary>
    /// <exception cref="FilingException">One of EDGAR's error pages, an empty file, or a kind that is not read here.</exception>
    public static FileKind Of(ReadOnlySpan<byte> prefix)
    {
        if (EdgarErrors.Recognize(prefix) is { } answer)
            throw answer;
        if (prefix.IndexOf("%PDF-"u8) is >= 0 and <= 1024)
            return FileKind.Pdf;
        if (prefix is [(byte)'P', (byte)'K', 3, 4, ..] && IsWorkbook(prefix))
            return FileKind.Xlsx;
        if (Foreign(prefix) is { } name)
            throw new FilingException(FilingErrorKind.Unsupported, $"This is {name}, which is not read here.");
        var text = Decode(prefix).AsSpan().TrimStart("\uFEFF \t\r\n\f\0");
        if (text.IsEmpty)
            throw new FilingException(FilingErrorKind.Unsupported, "The file is empty.");
        return text[0] != '<' && text.Contains('\0')
            ? throw new FilingException(FilingErrorKind.Unsupported, "This is a binary file of an unknown kind, which is not read here.")
            : OfText(text);
    }

    /// <summary>Refuses a file whose name promises another kind than its content is. A name without a known ending promises nothing.</summary>
    /// <exception cref="FilingException">With <see cref="FilingErrorKind.NameMismatch"/>.</exception>
    public static void RequireName(string name, FileKind kind)
    {
        var ending = Path.GetExtension(name).ToLowerInvariant();
        var fits = ending switch
        {
            ".pdf" => kind is FileKind.Pdf,
            ".htm" or ".html" or ".xhtml" => kind is FileKind.Html or FileKind.InlineXbrl or FileKind.Submission,
            ".xml" or ".xbrl" or ".xsd" => kind is FileKind.Xml or FileKind.XbrlInstance or FileKind.InlineXbrl or FileKind.Submission,
            ".json" => kind is FileKind.Json,
            ".csv" or ".tsv" => kind is FileKind.Csv or FileKind.PlainText,
            ".xlsx" or ".xlsm" => kind is FileKind.Xlsx,
            ".txt" => kind is FileKind.PlainText or FileKind.Csv or FileKind.Submission or FileKind.Html or FileKind.InlineXbrl,
            _ => true,
        };
        if (!fits)
            throw new FilingException(FilingErrorKind.NameMismatch, $"The file is named {ending}, and its content is {Describe(kind)}.");
    }

    /// <summary>The kind in words, with its article.</summary>
    public static string Describe(FileKind kind) => kind switch
    {
        FileKind.InlineXbrl => "inline XBRL",
        FileKind.XbrlInstance => "an XBRL instance",
        FileKind.Xml => "XML",
        FileKind.Json => "JSON",
        FileKind.Html => "HTML",
        FileKind.Pdf => "a PDF",
        FileKind.Csv => "a table of text",
        FileKind.Xlsx => "an Excel workbook",
        FileKind.Submission => "a full EDGAR submission",
        _ => "plain text",
    };

    internal static bool IsJson(ReadOnlySpan<byte> prefix) =>
        prefix.TrimStart("\uFEFF \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];

    /// <summary>Refuses what holds no facts for certain.</summary>
    internal static void Refuse(ReadOnlySpan<byte> prefix)
    {
        if (EdgarErrors.Recognize(prefix) is { } answer)
            throw answer;
        var name = prefix is [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] ? "a PDF" : Foreign(prefix);
        if (name is not null)
            throw new FilingException(FilingErrorKind.NotFacts, $"This is {name}, which holds no tagged facts.");
        if (prefix.TrimStart("\uFEFF \t\r\n\0"u8).IsEmpty)
            throw new FilingException(FilingErrorKind.NotFacts, "The file is empty.");
    }

    /// <summary>The kind of text whose first characters, white space left out, are these.</summary>
    internal static FileKind OfText(ReadOnlySpan<char> text)
    {
        if (IsOneOf(text, Submissions))
            return FileKind.Submission;
        if (IsOneOf(text, ["<DOCUMENT>"]) && text.IndexOf("<TEXT>", StringComparison.OrdinalIgnoreCase) is var at and >= 0)
        {
            text = text[(at + 6)..].TrimStart();
            foreach (var wrapper in (string[])["<XBRL>", "<XML>"])
                text = IsOneOf(text, [wrapper]) ? text[wrapper.Length..].TrimStart() : text;
        }
        if (text is ['{' or '[', ..] && text[1..].TrimStart() is ['"' or '{' or '[', ..] or ['}' or ']'])
            return FileKind.Json;
        if (text is ['<', _, ..] && (char.IsAsciiLetter(text[1]) || text[1] is '!' or '?'))
            return MarkupKind.Of(text);
        return DelimitedText.IsTable(text) ? FileKind.Csv : FileKind.PlainText;
    }

    private static bool IsOneOf(ReadOnlySpan<char> text, string[] starts)
    {
        foreach (var start in starts)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    private static bool IsWorkbook(ReadOnlySpan<byte> prefix) =>
        prefix.IndexOf("xl/"u8) >= 0
        || (prefix.IndexOf("[Content_Types].xml"u8) >= 0 && prefix.IndexOf("word/"u8) < 0 && prefix.IndexOf("ppt/"u8) < 0);

    /// <summary>The first characters, where only those of ASCII matter.</summary>
    internal static string Decode(ReadOnlySpan<byte> prefix) => prefix switch
    {
        [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] => Encoding.Unicode.GetString(prefix[..(prefix.Length & ~1)]),
        [0xFE, 0xFF, ..] or [0, (byte)'<', ..] => Encoding.BigEndianUnicode.GetString(prefix[..(prefix.Length & ~1)]),
        _ => Encoding.Latin1.GetString(prefix is [0xEF, 0xBB, 0xBF, ..] ? prefix[3..] : prefix),
    };

    private static string? Foreign(ReadOnlySpan<byte> prefix) => prefix switch
    {
        [(byte)'P', (byte)'K', 3 or 5 or 7, ..] => "a ZIP archive (or an Office file)",
        [0x1F, 0x8B, ..] => "a gzip archive",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "an old Office file",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "a picture",
        _ => null,
    };
}
