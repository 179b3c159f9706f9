using System.Globalization;
using System.Text;
using ThesisBoard.Filings.Text;

namespace ThesisBoard.Filings.Edgar;

/// <summary>Reads EDGAR's full submission text (<c>….txt</c>): its header, and each document with its exhibit, name and bytes.</summary>
public static class SubmissionTextReader
{
    private const int LongestHeader = 1024 * 1024;

    /// <summary>Reads the header; the documents are read as they are asked for. The stream stays open, and has to until then.</summary>
    /// <exception cref="FilingException">The content is one of the SEC's error bodies, no submission, or passes a bound; also while the documents are gone through.</exception>
    public static SubmissionText Open(Stream content, ReadLimits? limits = null, CancellationToken cancellation = default)
    {
        var budget = new ReadBudget(limits ?? ReadLimits.Default, cancellation);
        var stream = new BoundedStream(content, budget);
        var prefix = stream.Peek();
        if (EdgarErrors.Recognize(prefix) is { } answer)
            throw answer;
        if (!Sgml.IsAt(FileKinds.Decode(prefix)))
            throw new FilingException(FilingErrorKind.Unsupported, "This is no full submission of EDGAR: it has neither its header nor its documents.");
        var reader = new MarkerReader(stream);
        var header = reader.ReadTo("<DOCUMENT>"u8, LongestHeader, out var hasDocument);
        return new SubmissionText(SubmissionHeaderReader.Read(Encoding.Latin1.GetString(header.Span)), hasDocument ? Documents(reader, budget) : []);
    }

    private static IEnumerable<SubmissionDocument> Documents(MarkerReader reader, ReadBudget budget)
    {
        for (var number = 1; ; number++)
        {
            if (number > budget.Limits.MaxParts)
                throw new FilingException(FilingErrorKind.TooManyParts, $"The submission has more than {budget.Limits.MaxParts:N0} documents.");
            var fields = Encoding.Latin1.GetString(reader.ReadTo("<TEXT>"u8, LongestHeader, out var hasText).Span);
            if (!hasText)
                throw new FilingException(FilingErrorKind.Malformed, $"The submission ends in the middle of document {number}.");
            var text = reader.ReadTo("</TEXT>"u8, int.MaxValue, out var isWhole);
            if (!isWhole)
                throw new FilingException(FilingErrorKind.Malformed, $"The submission ends in the middle of document {number}, '{Field(fields, "FILENAME")}'.");
            budget.CheckTime();
            yield return Document(fields, text);
            reader.ReadTo("<DOCUMENT>"u8, 0, out var hasMore);
            if (!hasMore)
                yield break;
        }
    }

    private static SubmissionDocument Document(string fields, ReadOnlyMemory<byte> text)
    {
        var content = Unwrapped(text);
        var skipped = "";
        if (Uuencoding.IsAt(Encoding.Latin1.GetString(content.Span[..Math.Min(200, content.Length)])))
        {
            content = Uuencoding.Decode(content.Span) ?? ReadOnlyMemory<byte>.Empty;
            skipped = content.IsEmpty ? "its encoding is damaged" : "";
        }
        return new SubmissionDocument(
            int.TryParse(Field(fields, "SEQUENCE"), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : 0,
            Field(fields, "TYPE"),
            SafeName(Field(fields, "FILENAME")),
            Field(fields, "DESCRIPTION"),
            content,
            skipped);
    }

    /// <summary>The value of a line such as <c>&lt;TYPE&gt;EX-99.1</c>.</summary>
    private static string Field(string fields, string name)
    {
        var at = fields.IndexOf($"<{name}>", StringComparison.Ordinal);
        if (at < 0)
            return "";
        var value = fields.AsSpan(at + name.Length + 2);
        var end = value.IndexOfAny('\r', '\n', '<');
        return ReadableText.Clean((end < 0 ? value : value[..end]).ToString());
    }

    /// <summary>What stands between EDGAR's own tags, without the line breaks beside them.</summary>
    private static ReadOnlyMemory<byte> Unwrapped(ReadOnlyMemory<byte> text)
    {
        text = Trim(text);
        foreach (var name in (string[])["XBRL", "XML", "PDF"])
        {
            var start = Encoding.ASCII.GetBytes($"<{name}>");
            var end = Encoding.ASCII.GetBytes($"</{name}>");
            if (text.Span.StartsWith(start))
                text = Trim(text.Span.EndsWith(end) ? text[start.Length..^end.Length] : text[start.Length..]);
        }
        return text;
    }

    private static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> text) => text.Trim("\r\n"u8);

    /// <summary>A name only: whatever would lead to another folder is cut off.</summary>
    private static string SafeName(string name) => name[(name.LastIndexOfAny(['/', '\\', ':']) + 1)..].TrimStart('.');
}
