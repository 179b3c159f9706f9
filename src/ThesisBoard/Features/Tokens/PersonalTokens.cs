using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Tokens;

/// <summary>
/// The secrets by which programs act for a member. A token is made and revoked by who is signed in, in a browser: no token makes another. What it may do is
/// asked of the member's role with every write, and one that is revoked writes nothing any more, whatever a node still remembers of it.
/// </summary>
public sealed class PersonalTokens(IDbContextFactory<BoardDb> databases, TimeProvider clock) : IDisposable
{
    private const int MostOfOne = 50;
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan UsedEvery = TimeSpan.FromMinutes(5);
    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Makes one, for so many days.</summary>
    public async Task<TokenResult> Make(Actor actor, string name, bool mayWrite, int days, CancellationToken ct = default)
    {
        var called = name.Trim();
        if (called.Length is 0 or > PersonalToken.LongestName)
            return new TokenResult.Refused($"Give the token a name of at most {PersonalToken.LongestName} characters, such as the program that will use it.");
        if (days is < 1 or > PersonalToken.MostDays)
            return new TokenResult.Refused($"A token lasts 1 to {PersonalToken.MostDays} days.");
        await using var db = await databases.CreateDbContextAsync(ct);
        if (actor.SessionId is null || await Members.Members.Signed(db, actor).FirstOrDefaultAsync(ct) is not { } account)
            return new TokenResult.Refused("Sign in in a browser to make a token.");
        await db.PersonalTokens.Where(t => t.AccountId == account.Id && t.ExpiresAt <= Now).ExecuteDeleteAsync(ct);
        if (await db.PersonalTokens.CountAsync(t => t.AccountId == account.Id, ct) >= MostOfOne)
            return new TokenResult.Refused($"You have {MostOfOne} tokens. Revoke one that is not used any more.");
        var secret = PersonalToken.NewSecret();
        var row = new PersonalTokenRow
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            AccountId = account.Id,
            TokenHash = LinkToken.HashOf(secret),
            Name = called,
            MayWrite = mayWrite,
            CreatedAt = Now,
            ExpiresAt = Now.AddDays(days),
        };
        db.Add(row);
        await db.SaveChangesAsync(ct);
        return new TokenResult.Made(secret, Of(row));
    }

    /// <summary>The actor's own, the newest first.</summary>
    public async Task<IReadOnlyList<PersonalToken>> Of(Actor actor, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await Members.Members.Signed(db, actor).SelectMany(a => db.PersonalTokens.Where(t => t.AccountId == a.Id)).OrderByDescending(t => t.CreatedAt).ThenBy(t => t.Id).ToListAsync(ct);
        return [.. rows.Select(Of)];
    }

    /// <summary>Ends one of the actor's own; false when it is none of them.</summary>
    public async Task<bool> Revoke(Actor actor, Guid token, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (actor.SessionId is null || !await Members.Members.Signed(db, actor).AnyAsync(ct)
            || await db.PersonalTokens.FirstOrDefaultAsync(t => t.Id == token && t.AccountId == actor.MemberId, ct) is not { } row)
            return false;
        var ended = await db.PersonalTokens.Where(t => t.Id == token).ExecuteDeleteAsync(ct) > 0;
        known.Remove(row.TokenHash);
        return ended;
    }

    /// <summary>For whom a program acts that comes with this secret; null for one that is wrong, ended or revoked, however it is so.</summary>
    internal async ValueTask<Actor?> Find(string secret, CancellationToken ct)
    {
        if (!secret.StartsWith(PersonalToken.Prefix, StringComparison.Ordinal))
            return null;
        var hash = LinkToken.HashOf(secret);
        if (!known.TryGetValue(hash, out Known? found) || clock.GetUtcNow() - found!.At > Trust)
        {
            if (await Look(hash, ct) is not { } looked)
                return null;
            known.Set(hash, found = looked, new MemoryCacheEntryOptions { Size = 1 });
        }

        return found.EndsAt > Now ? found.Actor : null;
    }

    /// <inheritdoc />
    public void Dispose() => known.Dispose();

    private async Task<Known?> Look(string hash, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var row = await db.PersonalTokens.AsNoTracking().Where(t => t.TokenHash == hash)
            .Join(db.Accounts, t => t.AccountId, a => a.Id, (t, a) => new { Token = t, Account = a }).FirstOrDefaultAsync(ct);
        if (row is null)
            return null;
        if (row.Token.UsedAt is not { } used || Now - used > UsedEvery)
            await db.PersonalTokens.Where(t => t.Id == row.Token.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.UsedAt, Now), ct);
        return new(clock.GetUtcNow(), row.Token.ExpiresAt, Actor.Member(row.Account).By(row.Token.Id, row.Token.MayWrite));
    }

    private static PersonalToken Of(PersonalTokenRow row) => new(row.Id, row.Name, row.MayWrite, row.CreatedAt, row.ExpiresAt, row.UsedAt);

    private sealed record Known(DateTimeOffset At, DateTime EndsAt, Actor Actor);
}
