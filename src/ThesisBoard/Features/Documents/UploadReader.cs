using System.Globalization;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Features.Filings;
using ThesisBoard.Filings;
using ThesisBoard.Filings.Edgar;
using ThesisBoard.Filings.Texts;

namespace ThesisBoard.Features.Documents;

/// <summary>One document of an upload.</summary>
internal sealed record UploadPart(string Name, string Exhibit, string Description, byte[] Bytes);

/// <summary>An upload as read: the filing that it makes, its documents, and what was found, in a sentence.</summary>
internal sealed record ReadUpload(ArrivedFiling Filing, IReadOnlyList<UploadPart> Parts, string Says);

/// <summary>Reads an upload as far as it can be read. A file of which nothing can be read is refused; of a full submission, what cannot be read is named.</summary>
internal static class UploadReader
{
    private const int MostReasons = 3;
    private static readonly FilingText NoText = new("", []);

    public static ReadUpload Read(string name, FileKind kind, Stream file, UploadOptions options, CancellationToken ct)
    {
        var limits = new ReadLimits { MaxBytes = options.MaxFileBytes };
        return kind == FileKind.Submission ? Submission(name, file, limits, ct) : Single(name, kind, file, limits, ct);
    }

    private static ReadUpload Single(string name, FileKind kind, Stream file, ReadLimits limits, CancellationToken ct)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var (text, facts) = Look(kind, bytes, limits, ct);
        var cover = FilingCover.Of(name, text, facts);
        var filing = new ArrivedFiling
        {
            Form = cover.Form, Title = name, PeriodEnd = cover.PeriodEnd, Cik = cover.Cik, CompanyName = cover.Company, Origin = FilingOrigin.Upload,
        };
        return new(filing, [new(name, cover.Exhibit.Length > 0 ? cover.Exhibit : cover.Form, "", bytes)], Says(text, facts is null ? [] : [facts], []));
    }

    private static ReadUpload Submission(string name, Stream file, ReadLimits limits, CancellationToken ct)
    {
        var submission = SubmissionTextReader.Open(file, limits, ct);
        var (parts, facts, left, length) = (new List<UploadPart>(), new List<ReadResult>(), new List<string>(), 0);
        foreach (var document in submission.Documents)
        {
            var partName = DocumentName.Clean(document.FileName, $"document-{document.Sequence.ToString(CultureInfo.InvariantCulture)}");
            if (document.Content.IsEmpty)
            {
                left.Add($"{partName} ({(document.Skipped.Length > 0 ? document.Skipped : "it is empty")})");
                continue;
            }

            try
            {
                var bytes = document.Content.ToArray();
                var (text, read) = Look(FileKinds.Of(bytes.AsSpan(0, Math.Min(bytes.Length, FileKinds.PrefixLength))), bytes, limits, ct);
                (length, facts) = (length + text.Text.Length, read is null ? facts : [.. facts, read]);
                parts.Add(new(partName, document.Type, document.Description, bytes));
            }
            catch (FilingException)
            {
                left.Add(partName); // a picture, a schema: nothing that is read
            }
        }

        if (parts.Count == 0)
            throw new FilingException(FilingErrorKind.Unsupported, "No document of this submission can be read.");
        var (header, party) = (submission.Header, submission.Header.Parties is [var first, ..] ? first : null);
        var filing = new ArrivedFiling
        {
            Accession = header.Accession.Length > 0 ? header.Accession : null,
            Form = header.Form,
            Title = name,
            Filed = header.Filed,
            PeriodEnd = header.PeriodEnd,
            Cik = party is not null && long.TryParse(party.Cik, NumberStyles.None, CultureInfo.InvariantCulture, out var cik) ? cik : null,
            CompanyName = party?.Name ?? "",
            Origin = FilingOrigin.Upload,
        };
        return new(filing, parts, $"{Figures.Count(parts.Count, "document")}. {Says(new FilingText(new string(' ', length), []), facts, left)}");
    }

    /// <summary>The text and the facts; a file must hold one of them.</summary>
    private static (FilingText Text, ReadResult? Facts) Look(FileKind kind, byte[] bytes, ReadLimits limits, CancellationToken ct)
    {
        if (kind is FileKind.Json or FileKind.XbrlInstance or FileKind.Xml)
            return (NoText, FilingReader.Read(new MemoryStream(bytes), limits, ct));
        var text = FilingTextReader.Read(new MemoryStream(bytes), limits, ct);
        if (kind is not FileKind.InlineXbrl)
            return (text, null);
        try
        {
            return (text, FilingReader.Read(new MemoryStream(bytes), limits, ct));
        }
        catch (FilingException)
        {
            return (text, null); // a page that only looks tagged at its start is still a page
        }
    }

    private static string Says(FilingText text, IReadOnlyList<ReadResult> facts, List<string> left)
    {
        var (found, skipped) = (facts.Sum(f => f.Facts.Count), facts.SelectMany(f => f.Skipped).ToList());
        var says = found > 0 || skipped.Count > 0 ? $"{Figures.Count(found, "fact")}, {skipped.Count} skipped" : "No tagged figures";
        says += skipped.Count > 0 ? $": {string.Join("; ", skipped.Take(MostReasons).Select(s => s.Reason))}{(skipped.Count > MostReasons ? "; …" : "")}. " : ". ";
        says += facts.Select(f => f.MissingPart).FirstOrDefault(m => m is not null) is { } missing ? missing + " " : "";
        says += left.Count > 0 ? $"Left out: {string.Join(", ", left.Take(MostReasons))}{(left.Count > MostReasons ? $" and {left.Count - MostReasons} more" : "")}. " : "";
        return says + (text.Text.Length > 0 ? $"{Figures.Number(text.Text.Length)} characters of text." : "").TrimEnd();
    }
}
