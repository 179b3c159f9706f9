using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;
using ThesisBoard.Features.Documents;
using ThesisBoard.Features.Members;
using ThesisBoard.Filings;
using ThesisBoard.Filings.Passages;
using ThesisBoard.Filings.Texts;

namespace ThesisBoard.Features.Filings;

/// <summary>One document of a filing as read: its text and the passages in it, or why there are none.</summary>
public sealed record DocumentPassages(Sha256 Hash, FilingText? Text, FoundPassages Passages, ReadResult? Facts, string Trouble);

/// <summary>A filing as read: its documents in its own order, and the tagged facts of the report that they make together.</summary>
public sealed record FilingReading(IReadOnlyList<DocumentPassages> Documents, ReadResult? Facts, string FactsTrouble);

/// <summary>
/// Reads the documents of filings on top of <see cref="DocumentReadings"/>: what was found is kept by hash within a bound, and reading goes on off the request,
/// so that a large filing never holds up the pages. Who may see it is asked by whoever shows it.
/// </summary>
public sealed class FilingReadings(DocumentReadings readings, Data.Documents documents) : IDisposable
{
    private const long MostCharacters = 24L * 1024 * 1024;
    private const long MostFacts = 2_000_000;
    private static readonly Actor Reader = Actor.Machine("Reader");
    private readonly SharedCache<(Sha256 Hash, int YearEnd), DocumentPassages> passages = new(MostCharacters, Weight);
    private readonly SharedCache<string, JointFacts> joint = new(MostFacts, f => 100 + (f.Result?.Facts.Count ?? 0));

    /// <summary>The filing as read; null while that takes longer than the patience: it goes on by itself and can be asked for again.</summary>
    public async Task<FilingReading?> Of(Filing filing, int fiscalYearEndMonth, TimeSpan patience, CancellationToken ct)
    {
        try
        {
            return await Task.Run(() => Read(filing, fiscalYearEndMonth), CancellationToken.None).WaitAsync(patience, ct);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>One document as read, however long it takes.</summary>
    public async Task<DocumentPassages> Document(Sha256 hash, int fiscalYearEndMonth, CancellationToken ct) =>
        (await passages.Get((hash, fiscalYearEndMonth), async () => await Find(hash, fiscalYearEndMonth), ct))!;

    /// <inheritdoc />
    public void Dispose()
    {
        passages.Dispose();
        joint.Dispose();
    }

    private async Task<FilingReading> Read(Filing filing, int fiscalYearEndMonth)
    {
        var read = new List<DocumentPassages>();
        foreach (var document in filing.Documents)
            read.Add(await Document(document.Hash, fiscalYearEndMonth, CancellationToken.None));
        var parts = FactParts(read);
        if (parts.Count <= 1)
            return new(read, parts.FirstOrDefault()?.Facts, "");
        var together = await joint.Get(string.Join('.', parts.Select(p => p.Hash.Hex)), async () => await Together(parts), CancellationToken.None);
        return new(read, together!.Result, together.Trouble);
    }

    /// <summary>The documents that carry tagged facts: a report's own pages, not an extraction of the same facts beside them.</summary>
    private static List<DocumentPassages> FactParts(List<DocumentPassages> read) =>
        read.Where(d => d.Facts is not null).GroupBy(d => d.Facts!.Format).OrderBy(g => g.Key).Select(g => g.Key == FilingFormat.InlineXbrl ? g.ToList() : [g.First()]).FirstOrDefault() ?? [];

    private async Task<DocumentPassages> Find(Sha256 hash, int fiscalYearEndMonth)
    {
        try
        {
            if (await readings.Read(Reader, hash, CancellationToken.None) is not { } document)
                return new(hash, null, FoundPassages.None, null, "This document is not kept any more.");
            var trouble = document.Page is null && document.Facts is null ? document.Trouble : "";
            return new(hash, document.Page?.Text, PassageFinder.Find(document.Text, fiscalYearEndMonth), document.Facts, trouble);
        }
        catch (DocumentChangedException e)
        {
            return new(hash, null, FoundPassages.None, null, e.Message);
        }
    }

    /// <summary>A report in several documents is read as one: contexts of one part may stand in another.</summary>
    private async Task<JointFacts> Together(IReadOnlyList<DocumentPassages> parts)
    {
        try
        {
            var streams = new List<FilingPart>();
            foreach (var part in parts)
            {
                if (await documents.Read(part.Hash, CancellationToken.None) is { } document)
                    streams.Add(new(part.Hash.Hex, new MemoryStream(document.Bytes, writable: false)));
            }

            return new(FilingReader.Read(streams), "");
        }
        catch (Exception e) when (e is FilingException or DocumentChangedException)
        {
            return new(null, e.Message);
        }
    }

    /// <summary>Texts and facts are weighed by whoever reads them; here they are held for as long, so they count again.</summary>
    private static long Weight(DocumentPassages read) => 1_000 + (read.Text?.Text.Length ?? 0) + (read.Passages.Count * 400L) + ((read.Facts?.Facts.Count ?? 0) * 400L);

    private sealed record JointFacts(ReadResult? Result, string Trouble);
}
