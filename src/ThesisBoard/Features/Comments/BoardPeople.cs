using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Comments;

/// <summary>Who may be mentioned on a board: the members who may read its comments. Read at most every few seconds a board.</summary>
public sealed class BoardPeople(IDbContextFactory<BoardDb> databases, TimeProvider clock)
{
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<string, (IReadOnlyList<Mention> People, DateTimeOffset At)> known = new(StringComparer.Ordinal);

    /// <summary>By name.</summary>
    public async ValueTask<IReadOnlyList<Mention>> Of(string slug, CancellationToken ct)
    {
        if (known.TryGetValue(slug, out var read) && clock.GetUtcNow() - read.At < Trust)
            return read.People;
        var at = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var people = await Read(db, slug, ct);
        known[slug] = (people, at);
        return people;
    }

    internal static async Task<IReadOnlyList<Mention>> Read(BoardDb db, string slug, CancellationToken ct) => await db.Accounts.AsNoTracking()
        .Where(a => a.Role != Role.Anonymous || db.BoardMembers.Any(m => m.Slug == slug && m.AccountId == a.Id && m.Role != Role.Anonymous))
        .OrderBy(a => a.Name).ThenBy(a => a.Id)
        .Select(a => new Mention(a.Id, a.Name))
        .ToListAsync(ct);
}
