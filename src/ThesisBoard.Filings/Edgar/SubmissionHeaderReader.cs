using System.Globalization;
using ThesisBoard.Filings.Text;

namespace ThesisBoard.Filings.Edgar;

/// <summary>Reads the header of a submission in both of EDGAR's forms: <c>KEY: value</c>, and <c>&lt;KEY&gt;value</c>.</summary>
internal static class SubmissionHeaderReader
{
    public static SubmissionHeader Read(string text)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        var parties = new List<SubmissionParty>();
        var name = "";
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (Split(line) is not { } field)
                continue;
            first.TryAdd(field.Key, field.Value);
            if (field.Key is "COMPANY CONFORMED NAME" or "CONFORMED NAME")
                name = field.Value;
            else if (field.Key is "CENTRAL INDEX KEY" or "CIK" && JsonText.Cik(field.Value) is { } cik && !parties.Exists(p => p.Cik == cik))
                parties.Add(new SubmissionParty(cik, name));
        }
        return new SubmissionHeader(
            first.GetValueOrDefault("ACCESSION NUMBER", ""),
            first.GetValueOrDefault("CONFORMED SUBMISSION TYPE") ?? first.GetValueOrDefault("TYPE", ""),
            Day(first.GetValueOrDefault("FILED AS OF DATE") ?? first.GetValueOrDefault("FILING DATE")),
            Day(first.GetValueOrDefault("CONFORMED PERIOD OF REPORT") ?? first.GetValueOrDefault("PERIOD")),
            DateTime.TryParseExact(
                first.GetValueOrDefault("ACCEPTANCE DATETIME"), "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var accepted) ? accepted : null,
            int.TryParse(first.GetValueOrDefault("PUBLIC DOCUMENT COUNT"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null,
            parties);
    }

    private static KeyValuePair<string, string>? Split(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        var isTag = line is ['<', not '/', ..];
        var end = isTag ? line.IndexOf('>') : line.IndexOf(':');
        if (end <= 0 || end == line.Length - 1)
            return null;
        var key = line[(isTag ? 1 : 0)..end].ToString().Trim().ToUpperInvariant().Replace('-', ' ');
        return new(key, ReadableText.Clean(line[(end + 1)..].ToString()));
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
