using System.Globalization;
using System.Text;
using System.Text.Json;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Theses.Json;

namespace ThesisBoard.Core.Theses;

/// <summary>
/// The portable form of a board, <c>*.thesis.json</c>: a thesis and its record in one text.
/// Writing is canonical (one board has one text, to the byte); reading is strict and never throws.
/// </summary>
/// <remarks>RFC 8259 JSON, UTF-8. The record's lists are sorted by key, since their order means nothing; the thesis's lists keep theirs.</remarks>
public static class ThesisFile
{
    /// <summary>The format that this version writes and reads.</summary>
    public const string Format = FormatName + "1";

    /// <summary>Where every ThesisBoard serves the JSON Schema of the format.</summary>
    public const string Schema = "/schema/thesis-1.json";

    /// <summary>The largest file that is read, in bytes of UTF-8.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    private const string FormatName = "thesisboard/";

    /// <summary>The canonical text: indented by two spaces, lines end in LF, the last one too.</summary>
    public static string Write(Thesis thesis, Record record)
    {
        var sheet = new ThesisSheet { Schema = Schema, Format = Format, Thesis = thesis, Record = Sorted(record) };
        return JsonSerializer.Serialize(sheet, ThesisJson.Indented) + "\n";
    }

    /// <summary>Reads a file and checks it by <see cref="ThesisCheck"/>: either a thesis with its record, or everything that is wrong with it.</summary>
    public static ThesisFileResult Read(string json)
    {
        var text = json.StartsWith('\ufeff') ? json[1..] : json;
        if (text.Length > MaxBytes || Encoding.UTF8.GetByteCount(text) > MaxBytes)
            return Refused("$", "This file is larger than 20 MB, the most that is read. Leave out what is not part of the board.");
        if (string.IsNullOrWhiteSpace(text))
            return Refused("$", "This file is empty. A thesis file starts with { and names its format.");
        if (!JsonText.TryParse(text, out var document, out var problem))
            return new() { Problems = [problem] };
        using (document)
            return ForeignFormat(document.RootElement) ?? Read(document.RootElement);
    }

    private static ThesisFileResult Read(JsonElement root)
    {
        var problems = JsonShape.Check(root, typeof(ThesisSheet));
        if (problems.Count > 0)
            return new() { Problems = problems };
        var sheet = root.Deserialize<ThesisSheet>(ThesisJson.Options)!;
        var record = sheet.Record ?? Record.Empty;
        problems = ThesisCheck.Check(sheet.Thesis, record);
        return problems.Count > 0 ? new() { Problems = problems } : new() { Thesis = sheet.Thesis, Record = record };
    }

    private static ThesisFileResult? ForeignFormat(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out var format) || format.ValueKind != JsonValueKind.String)
            return Refused("$.format", $"This is not a thesis file: it does not say \"format\": \"{Format}\".");
        var name = JsonShape.Text(format);
        if (name == Format)
            return null;
        var isNewer = name.StartsWith(FormatName, StringComparison.Ordinal)
            && int.TryParse(name.AsSpan(FormatName.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 1;
        return Refused("$.format", isNewer
            ? $"This file was written by a newer ThesisBoard, in the format {name}. Update this ThesisBoard, which reads {Format}, or export the file again from there."
            : $"The format \"{JsonShape.Brief(name)}\" is not known. This ThesisBoard reads \"{Format}\".");
    }

    private static ThesisFileResult Refused(string path, string message) => new() { Problems = [new(path, message)] };

    private static Record? Sorted(Record record)
    {
        var sorted = new Record
        {
            Sources = [.. record.Sources.OrderBy(s => s.Key, StringComparer.Ordinal)],
            Observations = [.. record.Observations.OrderBy(o => o.Key, StringComparer.Ordinal)],
            Evidence = [.. record.Evidence.OrderBy(e => e.Key, StringComparer.Ordinal)],
            Proofs = [.. record.Proofs.OrderBy(p => p.Milestone, StringComparer.Ordinal).ThenBy(p => p.Element)
                .ThenBy(p => p.Evidence, StringComparer.Ordinal).ThenBy(p => p.Amount is { } amount ? QuantityText.Write(amount) : "", StringComparer.Ordinal)],
            Conflicts = [.. record.Conflicts.OrderBy(c => c.Key, StringComparer.Ordinal)],
            Judgements = [.. record.Judgements.OrderBy(j => j.Key, StringComparer.Ordinal)],
        };
        var count = sorted.Sources.Count + sorted.Observations.Count + sorted.Evidence.Count
            + sorted.Proofs.Count + sorted.Conflicts.Count + sorted.Judgements.Count;
        return count == 0 ? null : sorted;
    }
}
