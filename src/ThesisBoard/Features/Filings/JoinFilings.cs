using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Features.Filings;

/// <summary>
/// Makes one filing of files that were sent together: a document and its exhibits. Unless somebody says that they are one, they have to look like it: one main
/// document, exhibits of different numbers beside it, no other company, no other period, nothing held back.
/// </summary>
/// <param name="IsSaid">A person says that they are one filing.</param>
public sealed record JoinFilings(IReadOnlyList<Guid> Ids, bool IsSaid) : FilingWrite
{
    private const int Most = 200;

    internal override async Task<FilingResult> Apply(FilingDesk desk, CancellationToken ct)
    {
        if (Ids.Count > Most)
            return new FilingResult.Invalid($"At most {Most} files are one filing.");
        var filings = await desk.Db.Filings.Include(f => f.Documents)
            .Where(f => f.Slug == desk.Board.Slug && Ids.Contains(f.Id) && f.Origin == FilingOrigin.Upload && f.Accession == null && (f.State == FilingState.New || f.State == FilingState.Held))
            .OrderBy(f => f.Id).ToListAsync(ct);
        if (filings.Count < 2 || !(IsSaid || AreOne(filings)))
            return new FilingResult.Saved(null, HasChanged: false);
        var main = filings.Find(IsMain) ?? filings[0];
        var others = filings.Where(f => f != main).OrderBy(f => f.Documents[0].Exhibit, StringComparer.Ordinal).ThenBy(f => f.Id).ToList();
        var documents = others.SelectMany(f => f.Documents.OrderBy(d => d.Ordinal)).ToList();
        desk.Db.RemoveRange(others);
        foreach (var document in documents.DistinctBy(d => d.Hash).Where(d => main.Documents.All(known => known.Hash != d.Hash)).ToList())
            main.Documents.Add(new() { Ordinal = main.Documents.Count, Hash = document.Hash, Exhibit = document.Exhibit, Name = document.Name, Description = document.Description, Url = document.Url });
        desk.Note(this, main);
        (main.Warning, main.State) = Warnings(filings);
        (main.ChangedAt, main.ChangedBy) = (desk.Moment.Utc, desk.Moment.Actor.Name);
        await desk.Db.SaveChangesAsync(ct);
        return new FilingResult.Saved(main.Id, HasChanged: true);
    }

    private static (string Warning, FilingState State) Warnings(List<FilingRow> filings)
    {
        var warnings = filings.Select(f => f.Warning).Where(w => w.Length > 0).Distinct().ToList();
        return (string.Join(' ', warnings), filings.Exists(f => f.State == FilingState.Held) ? FilingState.Held : FilingState.New);
    }

    private static bool AreOne(List<FilingRow> filings)
    {
        var exhibits = filings.Where(f => !IsMain(f)).ToList();
        return exhibits.Count == filings.Count - 1
            && filings.TrueForAll(f => f is { State: FilingState.New, Documents.Count: 1 })
            && exhibits.TrueForAll(f => f.Documents[0].Exhibit.StartsWith("EX-", StringComparison.OrdinalIgnoreCase))
            && exhibits.DistinctBy(f => f.Documents[0].Exhibit, StringComparer.OrdinalIgnoreCase).Count() == exhibits.Count
            && filings.Select(f => f.PeriodEnd).OfType<DateOnly>().Distinct().Count() <= 1
            && filings.TrueForAll(f => filings.TrueForAll(g => EntityCheck.Warning(f.CompanyName, f.Cik, g.CompanyName, g.Cik).Length == 0));
    }

    /// <summary>It says which form it is, as a filing's own document does.</summary>
    private static bool IsMain(FilingRow filing) => filing.Form.Length > 0 && !filing.Documents[0].Exhibit.StartsWith("EX-", StringComparison.OrdinalIgnoreCase);
}
