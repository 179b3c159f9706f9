using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Features.Filings;

/// <summary>A filing as it arrives, from EDGAR or dropped by a person. Its documents are kept already.</summary>
public sealed record ArrivedFiling
{
    public string? Accession { get; init; }
    public string Form { get; init; } = "";
    public string Title { get; init; } = "";
    public DateOnly? Filed { get; init; }
    public DateOnly? PeriodEnd { get; init; }

    /// <summary>Whose filing it says it is; null and blank when it does not say.</summary>
    public long? Cik { get; init; }
    public string CompanyName { get; init; } = "";
    public string Url { get; init; } = "";
    public FilingOrigin Origin { get; init; }

    /// <summary>What else somebody must know before it is let in, such as a document that could not be fetched; holds it when not blank.</summary>
    public string Warning { get; init; } = "";
    public IReadOnlyList<ArrivedDocument> Documents { get; init; } = [];
}

/// <summary>One document of it, by the hash under which <see cref="Data.Documents"/> keeps it.</summary>
public sealed record ArrivedDocument(Sha256 Hash, string Exhibit, string Name, string Description = "", string Url = "");

/// <summary>
/// Puts a filing into the inbox. The same accession twice is one filing, and so are files that all lie in one filing already; documents that are new are
/// added to it. A filing of another company is held.
/// </summary>
public sealed partial record BringInFiling(ArrivedFiling Filing) : FilingWrite
{
    internal override async Task<FilingResult> Apply(FilingDesk desk, CancellationToken ct)
    {
        if (Filing.Accession is { } accession && !AccessionNumber().IsMatch(accession))
            return new FilingResult.Invalid($"“{accession}” is no accession number; those look like 0001213900-26-012345.");
        if (Filing is { Origin: FilingOrigin.Upload, Documents.Count: 0 })
            return new FilingResult.Invalid("There is no document to bring in.");
        var hashes = Filing.Documents.Select(d => d.Hash.Hex).Distinct().ToList();
        if (await desk.Db.Documents.CountAsync(d => hashes.Contains(d.Hash), ct) != hashes.Count)
            return new FilingResult.Invalid("A document of this filing is not kept yet.");

        var row = await Known(desk, hashes, ct);
        if (row is not null && Missing(row).Count == 0)
            return new FilingResult.Saved(row.Id, HasChanged: false);
        if (row is null)
            desk.Db.Add(row = New(desk));
        foreach (var document in Missing(row))
            row.Documents.Add(Row(document, row.Documents.Count));
        (row.ChangedAt, row.ChangedBy) = (desk.Moment.Utc, desk.Moment.Actor.Name);
        desk.Note(this, row);
        await desk.Db.SaveChangesAsync(ct);
        return new FilingResult.Saved(row.Id, HasChanged: true);
    }

    /// <summary>The filing that this one is, if it is in the inbox already.</summary>
    private async Task<FilingRow?> Known(FilingDesk desk, List<string> hashes, CancellationToken ct)
    {
        var inbox = desk.Db.Filings.Include(f => f.Documents).Where(f => f.Slug == desk.Board.Slug);
        if (Filing.Accession is { } accession)
            return await inbox.FirstOrDefaultAsync(f => f.Accession == accession, ct);
        if (hashes.Count == 0)
            return null;
        var first = hashes[0];
        var candidates = await inbox.Where(f => f.Documents.Any(d => d.Hash == first)).OrderBy(f => f.ArrivedAt).ToListAsync(ct);
        return candidates.Find(f => Missing(f).Count == 0);
    }

    private List<ArrivedDocument> Missing(FilingRow row) =>
        [.. Filing.Documents.DistinctBy(d => d.Hash).Where(d => row.Documents.All(known => known.Hash != d.Hash.Hex))];

    private FilingRow New(FilingDesk desk)
    {
        var warning = EntityCheck.Warning(desk.Board.IssuerName, desk.Board.Cik, Filing.CompanyName, Filing.Cik);
        if (Filing.Warning.Length > 0)
            warning = warning.Length > 0 ? $"{warning} {Filing.Warning}" : Filing.Warning;
        return new()
        {
            Id = Guid.CreateVersion7(),
            Slug = desk.Board.Slug,
            Accession = Filing.Accession,
            Form = Cut(Filing.Form, 40),
            Title = Cut(Filing.Title),
            Filed = Filing.Filed,
            PeriodEnd = Filing.PeriodEnd,
            Cik = Filing.Cik,
            CompanyName = Cut(Filing.CompanyName),
            Url = Filing.Url,
            Origin = Filing.Origin,
            State = warning.Length > 0 ? FilingState.Held : FilingState.New,
            Warning = warning,
            ArrivedAt = desk.Moment.Utc,
            By = desk.Moment.Actor.Name,
        };
    }

    private static FilingDocumentRow Row(ArrivedDocument document, int ordinal) => new()
    {
        Ordinal = ordinal,
        Hash = document.Hash.Hex,
        Exhibit = Cut(document.Exhibit, 40),
        Name = Cut(document.Name),
        Description = Cut(document.Description),
        Url = document.Url,
    };

    private static string Cut(string text, int most = Filings.Filing.LongestText) => text.Length <= most ? text : text[..most];

    [GeneratedRegex(@"^\d{10}-\d{2}-\d{6}$")]
    private static partial Regex AccessionNumber();
}
