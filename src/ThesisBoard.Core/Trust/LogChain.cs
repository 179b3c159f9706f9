using System.Buffers;
using System.Globalization;
using System.Text;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Trust;

/// <summary>
/// The chain of a board's log: each entry's hash is over the hash of the entry before and over everything that the entry says. Whoever wrote one hash down can tell
/// later whether anything that came before it was edited, moved or taken out.
/// </summary>
/// <remarks>
/// The hash is the SHA-256 of thirteen fields in UTF-8: the hash before in hexadecimal, version, ordinal, time (<c>yyyy-MM-ddTHH:mm:ss.fffffffZ</c>), member,
/// by, verb, summary, kind, key, index, before, after. Each is written as its length in bytes, a colon, the bytes and a line feed; one that is absent as a
/// hyphen and a line feed. So no two entries have one text. What stands before the first entry is the hash of <c>thesisboard-log/1</c>, a line feed and the
/// board's name: an entry belongs to one board.
/// </remarks>
public static class LogChain
{
    private const string Format = "thesisboard-log/1\n";

    /// <summary>What stands before the first entry of a board.</summary>
    public static Sha256 Start(string slug) => Sha256.Of(Encoding.UTF8.GetBytes(Format + slug));

    /// <summary>The hash that an entry must carry after another one.</summary>
    public static Sha256 Next(Sha256 before, LogEntry entry)
    {
        var text = new ArrayBufferWriter<byte>(1024);
        Field(text, before.Hex);
        Field(text, Number(entry.Version));
        Field(text, Number(entry.Ordinal));
        Field(text, Time(entry.At));
        Field(text, entry.Member?.ToString("D"));
        Field(text, entry.By);
        Field(text, entry.Verb);
        Field(text, entry.Summary);
        Field(text, entry.Kind);
        Field(text, entry.Key);
        Field(text, Number(entry.Index));
        Field(text, entry.Before);
        Field(text, entry.After);
        return Sha256.Of(text.WrittenSpan);
    }

    /// <summary>A time as it is hashed: to the tick, as both engines keep it.</summary>
    public static string Time(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Field(ArrayBufferWriter<byte> text, string? field)
    {
        if (field is null)
        {
            text.Write("-\n"u8);
            return;
        }

        text.Write(Encoding.UTF8.GetBytes(Number(Encoding.UTF8.GetByteCount(field)) + ":"));
        text.Advance(Encoding.UTF8.GetBytes(field, text.GetSpan(Encoding.UTF8.GetMaxByteCount(field.Length))));
        text.Write("\n"u8);
    }
}
