using System.Globalization;
using System.Text.Json;
using ThesisBoard.Filings.Text;

namespace ThesisBoard.Filings.Edgar;

/// <summary>Reads the <c>index.json</c> of a filing's folder.</summary>
public static class FilingIndexReader
{
    /// <exception cref="FilingException">The content is one of the SEC's error bodies, damaged, or no index.</exception>
    public static FilingIndex Read(Stream content, ReadLimits? limits = null, CancellationToken cancellation = default)
    {
        var budget = new ReadBudget(limits ?? ReadLimits.Default, cancellation);
        var bytes = JsonText.Load(new BoundedStream(content, budget));
        return JsonText.Guard(() =>
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = JsonText.MaxDepth });
            return Read(document.RootElement, budget.Limits);
        });
    }

    private static FilingIndex Read(JsonElement root, ReadLimits limits)
    {
        if (SubmissionsReader.Member(root, "directory") is not { } folder || SubmissionsReader.Member(folder, "item") is not { ValueKind: JsonValueKind.Array } items)
            throw new FilingException(FilingErrorKind.NotFacts, "This JSON is not the index of a filing's folder.");
        if (items.GetArrayLength() > limits.MaxParts)
            throw new FilingException(FilingErrorKind.TooManyParts, $"The folder has more than {limits.MaxParts:N0} files.");
        var path = SubmissionsReader.Text(folder, "name").Trim().TrimEnd('/');
        var segments = path.Split('/');
        return new FilingIndex(
            path,
            segments.Length > 1 ? JsonText.Cik(segments[^2]) ?? "" : "",
            Accession(segments[^1]),
            [.. items.EnumerateArray().Select(Item).Where(i => i.Name.Length > 0)]);
    }

    private static FilingIndexItem Item(JsonElement item)
    {
        var name = SubmissionsReader.Text(item, "name");
        if (name is "." or ".." || name.AsSpan().IndexOfAny('/', '\\') >= 0 || name.Any(char.IsControl))
            throw new FilingException(FilingErrorKind.Malformed, "The index names a file by a path.");
        var size = long.TryParse(SubmissionsReader.Text(item, "size"), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : (long?)null;
        return new FilingIndexItem(name, size);
    }

    /// <summary>Eighteen digits, hyphens put in.</summary>
    private static string Accession(string digits) =>
        digits.Length == 18 && digits.All(char.IsAsciiDigit) ? $"{digits[..10]}-{digits[10..12]}-{digits[12..]}" : "";
}
