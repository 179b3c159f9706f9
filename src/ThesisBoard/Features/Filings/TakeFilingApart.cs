using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Features.Filings;

/// <summary>Makes a filing of each file again that was joined with others, as long as nobody has gone through them.</summary>
public sealed record TakeFilingApart(Guid Id) : FilingWrite
{
    internal override async Task<FilingResult> Apply(FilingDesk desk, CancellationToken ct)
    {
        if (await desk.Db.Filings.Include(f => f.Documents).FirstOrDefaultAsync(f => f.Id == Id && f.Slug == desk.Board.Slug, ct) is not { } filing)
            return new FilingResult.Missing("This filing is not in the inbox of this board.");
        if (filing is not { Origin: FilingOrigin.Upload, Accession: null, State: FilingState.New or FilingState.Held, Documents.Count: > 1 })
            return new FilingResult.Invalid("Only files that wait in the inbox and were joined there can be taken apart.");
        var documents = filing.Documents.OrderBy(d => d.Ordinal).ToList();
        filing.Documents.RemoveAll(d => d != documents[0]);
        foreach (var document in documents.Skip(1))
            desk.Db.Add(Alone(desk, filing, document));
        (filing.ChangedAt, filing.ChangedBy) = (desk.Moment.Utc, desk.Moment.Actor.Name);
        desk.Note(this, filing);
        await desk.Db.SaveChangesAsync(ct);
        return new FilingResult.Saved(Id, HasChanged: true);
    }

    private static FilingRow Alone(FilingDesk desk, FilingRow filing, FilingDocumentRow document) => new()
    {
        Id = Guid.CreateVersion7(),
        Slug = filing.Slug,
        Form = document.Exhibit.StartsWith("EX-", StringComparison.OrdinalIgnoreCase) ? "" : document.Exhibit,
        Title = document.Name,
        PeriodEnd = filing.PeriodEnd,
        Cik = filing.Cik,
        CompanyName = filing.CompanyName,
        Origin = filing.Origin,
        State = filing.State,
        Warning = filing.Warning,
        IsReleased = filing.IsReleased,
        ArrivedAt = filing.ArrivedAt,
        By = filing.By,
        ChangedAt = desk.Moment.Utc,
        ChangedBy = desk.Moment.Actor.Name,
        Documents = [new() { Ordinal = 0, Hash = document.Hash, Exhibit = document.Exhibit, Name = document.Name, Description = document.Description, Url = document.Url }],
    };
}
