using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Filings;

/// <summary>What people did in an inbox last. The log of the board has none of it: it changes nothing on the record.</summary>
public sealed class InboxHistory(IDbContextFactory<BoardDb> databases)
{
    private const int Shown = 20;

    /// <summary>The newest first; nothing for who may not see the inbox.</summary>
    public async Task<IReadOnlyList<InboxChange>> Read(Actor actor, string slug, CancellationToken ct)
    {
        if (!actor.May(Permission.ReadFilings))
            return [];
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db.InboxChanges.AsNoTracking().Where(c => c.Slug == slug).OrderByDescending(c => c.Id).Take(Shown).ToListAsync(ct);
        var ids = rows.Select(r => r.FilingId).OfType<Guid>().Distinct().ToList();
        var there = (await db.Filings.AsNoTracking().Where(f => ids.Contains(f.Id)).Select(f => f.Id).ToListAsync(ct)).ToHashSet();
        return [.. rows.Select(r => new InboxChange(r.At, r.By, Words(r.Verb, r.What), r.FilingId is { } id && there.Contains(id) ? id : null))];
    }

    private static string Words(string verb, string what) => verb switch
    {
        nameof(BringInFiling) => $"brought in {what}",
        nameof(DismissFiling) => $"dismissed {what}",
        nameof(FinishFiling) => $"marked {what} as done",
        nameof(BringBackFiling) => $"brought back {what}",
        nameof(ReleaseFiling) => $"let in {what}",
        nameof(JoinFilings) => $"joined files to {what}",
        nameof(TakeFilingApart) => $"took apart {what}",
        "Watch" => "began to watch the issuer",
        "Unwatch" => "ended the watch of the issuer",
        _ => $"{verb} {what}",
    };
}
