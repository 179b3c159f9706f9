using System.Globalization;
using System.Text;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Trust;

namespace ThesisBoard.Features.Audit.Bundles;

/// <summary>An entry of the log as a line of the bundle, with the hash before it and its own.</summary>
internal sealed record LogLine(
    long Version, int Ordinal, string At, Guid? Member, string By, string Verb, string Summary, string Kind, string Key, int Index, string? Before, string? After, string Previous, string? Hash)
{
    public static LogLine Of(LogEntry entry, Sha256 previous) => new(
        entry.Version, entry.Ordinal, LogChain.Time(entry.At), entry.Member, entry.By, entry.Verb, entry.Summary, entry.Kind, entry.Key, entry.Index, entry.Before, entry.After, previous.Hex, entry.Hash?.Hex);

    /// <summary>The entry; null when its time or its hash is none.</summary>
    public LogEntry? Entry()
    {
        if (!DateTime.TryParseExact(At, "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at))
            return null;
        if (Hash is null)
            return new(Version, Ordinal, at, Member, By, Verb, Summary, Kind, Key, Index, Before, After, null);
        return Sha256.TryParse(Hash, out var hash) ? new(Version, Ordinal, at, Member, By, Verb, Summary, Kind, Key, Index, Before, After, hash) : null;
    }
}

/// <summary>Reads and writes the log of a bundle, a line at a time.</summary>
internal static class LogLines
{
    private const int LongestLine = 96 * 1024 * 1024;

    public static async Task Write(Stream target, string slug, IAsyncEnumerable<LogEntry> entries, CancellationToken ct)
    {
        var previous = LogChain.Start(slug);
        await using var writer = new StreamWriter(target, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        await foreach (var entry in entries.WithCancellation(ct))
        {
            await writer.WriteLineAsync(BundleJson.Line(LogLine.Of(entry, previous)));
            previous = entry.Hash ?? LogChain.Next(previous, entry);
        }
    }

    /// <summary>The entries; a line that is none is named, and the rest goes on.</summary>
    public static async IAsyncEnumerable<LogEntry> Read(Stream source, string slug, List<AuditFinding> findings)
    {
        var (previous, number) = (LogChain.Start(slug), 0);
        using var reader = new StreamReader(source, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false);
        await foreach (var text in Lines(reader))
        {
            var place = $"{BundleFormat.Log}, line {++number}";
            if (BundleJson.ReadLine<LogLine>(text) is not { } line || line.Entry() is not { } entry)
            {
                findings.Add(new(place, "it is no entry of a log as a bundle has it."));
                continue;
            }

            if (line.Previous != previous.Hex)
                findings.Add(new(place, "the hash that it names as the one before is not that of the line before."));
            previous = entry.Hash ?? LogChain.Next(previous, entry);
            yield return entry;
        }
    }

    /// <summary>Lines up to a length; behind one that is longer nothing is read.</summary>
    private static async IAsyncEnumerable<string> Lines(StreamReader reader)
    {
        var (line, buffer) = (new StringBuilder(), new char[65536]);
        while (line.Length <= LongestLine && await reader.ReadAsync(buffer) is > 0 and var read)
        {
            var from = 0;
            for (var at = Array.IndexOf(buffer, '\n', from, read - from); at >= 0; at = Array.IndexOf(buffer, '\n', from, read - from))
            {
                yield return line.Append(buffer, from, at - from).ToString();
                line.Clear();
                from = at + 1;
            }

            line.Append(buffer, from, read - from);
        }

        if (line.Length > 0)
            yield return line.Length > LongestLine ? "" : line.ToString();
    }
}
