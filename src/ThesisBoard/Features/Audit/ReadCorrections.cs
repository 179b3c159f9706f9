using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Audit;

/// <summary>A page of corrections, newest first; <paramref name="Next"/> is the version to go on from, null at the end.</summary>
public sealed record CorrectionsPart(IReadOnlyList<Correction> Corrections, long? Next);

/// <summary>Finds in a board's log what was restated, corrected, withdrawn, judged by a person, or asked anew.</summary>
public sealed class ReadCorrections(IDbContextFactory<BoardDb> databases)
{
    private const int PerPage = 50;
    private const string Restates = "\"restates\":true";
    private static readonly ItemKind[] Kinds = [ItemKind.Observation, ItemKind.Evidence, ItemKind.Source, ItemKind.Judgement, ItemKind.Criterion, ItemKind.Board];

    /// <summary>A page, before a version.</summary>
    public async Task<CorrectionsPart> Read(string slug, long? before, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db.Changes.AsNoTracking()
            .Where(c => c.Slug == slug && (before == null || c.Version < before) && Kinds.Contains(c.Kind)
                && (c.Before != null || c.Kind == ItemKind.Judgement || (c.Kind == ItemKind.Observation && c.After!.Contains(Restates))))
            .OrderByDescending(c => c.Version).ThenBy(c => c.Ordinal).Take(PerPage + 1).ToListAsync(ct);
        if (rows.Count <= PerPage)
            return new([.. rows.Select(Correction.Of).OfType<Correction>()], null);
        // The last write may go on behind the page: it is left for the next one. A single write that is larger than a page is shown as far as it goes.
        var cut = rows[^1].Version;
        var whole = rows.Where(r => r.Version > cut).ToList();
        return new([.. (whole.Count > 0 ? whole : rows).Select(Correction.Of).OfType<Correction>()], whole.Count > 0 ? cut + 1 : cut);
    }
}
