using System.Globalization;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Filings;
using ThesisBoard.Filings;
using ThesisBoard.Filings.Edgar;
using ThesisBoard.Filings.Texts;

namespace ThesisBoard.Features.Documents;

/// <summary>One document of an upload.</summary>
internal sealed record UploadPart(string Name, string Exhibit, string Description, Stream Content);

/// <summary>An upload as read: the filing that it makes, its documents, and what was found, in a sentence.</summary>
/// <param name="Unpacked">The file that the documents lie in, where it is not the upload itself.</param>
internal sealed record ReadUpload(ArrivedFiling Filing, IReadOnlyList<UploadPart> Parts, string Says, FileStream? Unpacked = null) : IDisposable
{
    /// <summary>The tagged facts of its documents.</summary>
    public IReadOnlyList<ReadResult> Facts { get; init; } = [];

    public void Dispose() => Unpacked?.Dispose();
}

/// <summary>
/// Reads an upload as far as it can be read: through to its end, and in memory that does not grow with it. A file of which nothing can be read is refused; of a full
/// submission, what cannot be read is named.
/// </summary>
internal static class UploadReader
{
    private const int MostReasons = 3;

    /// <summary>Whose document it is stands at its beginning; whether it names the issuer anywhere is looked up in so much of it.</summary>
    private const int Looked = 1024 * 1024;
    private static readonly SkimmedText NoText = new(new("", []), 0);

    public static ReadUpload Read(string name, FileKind kind, Stream file, Issuer issuer, UploadOptions options, CancellationToken ct)
    {
        var limits = ReadingLimits.Taken(options.MaxFileBytes);
        return kind == FileKind.Submission ? Submission(name, file, limits, ct) : Single(name, kind, file, issuer, limits, ct);
    }

    private static ReadUpload Single(string name, FileKind kind, Stream file, Issuer issuer, ReadLimits limits, CancellationToken ct)
    {
        var (text, facts) = Look(kind, file, limits, ct);
        var cover = FilingCover.Of(name, text.Beginning, facts, issuer);
        var filing = new ArrivedFiling
        {
            Form = cover.Form, Title = name, PeriodEnd = cover.PeriodEnd, Cik = cover.Cik, CompanyName = cover.Company, Origin = FilingOrigin.Upload,
        };
        return new(filing, [new(name, cover.Exhibit.Length > 0 ? cover.Exhibit : cover.Form, "", file)], Says(text.Characters, facts is null ? [] : [facts], [])) { Facts = facts is null ? [] : [facts] };
    }

    private static ReadUpload Submission(string name, Stream file, ReadLimits limits, CancellationToken ct)
    {
        var submission = SubmissionTextReader.Open(file, limits, ct);
        var (parts, facts, left, length) = (new List<UploadPart>(), new List<ReadResult>(), new List<string>(), 0L);
        var unpacked = TemporaryFile.Create("parts");
        try
        {
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
                    var content = new Slice(unpacked, unpacked.Length, document.Content.Length);
                    unpacked.Position = unpacked.Length;
                    unpacked.Write(document.Content.Span);
                    var (text, read) = Look(FileKinds.Of(document.Content.Span[..Math.Min(document.Content.Length, FileKinds.PrefixLength)]), content, limits, ct);
                    (length, facts) = (length + text.Characters, read is null ? facts : [.. facts, read]);
                    parts.Add(new(partName, document.Type, document.Description, content));
                }
                catch (FilingException)
                {
                    left.Add(partName); // a picture, a schema: nothing that is read
                }
            }

            return parts.Count == 0
                ? throw new FilingException(FilingErrorKind.Unsupported, "No document of this submission can be read.")
                : new(Arrived(name, submission.Header), parts, $"{Figures.Count(parts.Count, "document")}. {Says(length, facts, left)}", unpacked) { Facts = facts };
        }
        catch
        {
            unpacked.Dispose();
            throw;
        }
    }

    private static ArrivedFiling Arrived(string name, SubmissionHeader header) => new()
    {
        Accession = header.Accession.Length > 0 ? header.Accession : null,
        Form = header.Form,
        Title = name,
        Filed = header.Filed,
        PeriodEnd = header.PeriodEnd,
        Cik = header.Parties is [{ Cik: var first }, ..] && long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var cik) ? cik : null,
        CompanyName = header.Parties is [{ Name: var company }, ..] ? company : "",
        Origin = FilingOrigin.Upload,
    };

    /// <summary>The text and the facts; a file must hold one of them.</summary>
    private static (SkimmedText Text, ReadResult? Facts) Look(FileKind kind, Stream content, ReadLimits limits, CancellationToken ct)
    {
        if (kind is FileKind.Json or FileKind.XbrlInstance or FileKind.Xml)
            return (NoText, Facts(content, limits, ct));
        content.Position = 0;
        var text = FilingTextReader.Skim(content, Looked, limits, ct);
        if (kind is not FileKind.InlineXbrl)
            return (text, null);
        try
        {
            return (text, Facts(content, limits, ct));
        }
        catch (FilingException)
        {
            return (text, null); // a page that only looks tagged at its start is still a page
        }
    }

    private static ReadResult Facts(Stream content, ReadLimits limits, CancellationToken ct)
    {
        content.Position = 0;
        return FilingReader.Read(content, limits with { MaxTextCharacters = ReadingLimits.MostCharacters }, ct);
    }

    private static string Says(long characters, IReadOnlyList<ReadResult> facts, List<string> left)
    {
        var (found, skipped) = (facts.Sum(f => f.Facts.Count), facts.SelectMany(f => f.Skipped).ToList());
        var says = found > 0 || skipped.Count > 0 ? $"{Figures.Count(found, "tagged figure")} read" : "No tagged figures";
        says += skipped.Count > 0 ? $", {skipped.Count} skipped: {string.Join("; ", skipped.Take(MostReasons).Select(s => s.Reason))}{(skipped.Count > MostReasons ? "; …" : "")}. " : ". ";
        says += facts.Select(f => f.MissingPart).FirstOrDefault(m => m is not null) is { } missing ? missing + " " : "";
        says += left.Count > 0 ? $"Left out: {string.Join(", ", left.Take(MostReasons))}{(left.Count > MostReasons ? $" and {left.Count - MostReasons} more" : "")}. " : "";
        says += found == 0 && characters > 0 ? $"{Figures.Number(characters)} characters of text. " : "";
        return (says + ReadingLimits.Warning(characters)).TrimEnd();
    }
}
