using Microsoft.EntityFrameworkCore;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Core.Trust;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Data;

/// <summary>One attempt at one write. The id is the same for every repetition of the transaction by the engine.</summary>
internal sealed record WriteRequest(Guid Id, Actor Actor, string Slug, BoardWrite Write, WriteMoment Moment, RetryId? Retry = null);

/// <summary>What came of it, and the board as it stands now; null when nothing is known of it.</summary>
internal sealed record Written(WriteResult Result, StoredBoard? Board = null, bool HasChanged = false, bool IsNew = false, bool IsGone = false);

/// <summary>The inside of the write transaction.</summary>
internal sealed class BoardWriter(BoardDb db, BoardShelf shelf, WriteRequest request)
{
    public Task<bool> IsSaved(CancellationToken ct) => db.Changes.AnyAsync(change => change.WriteId == request.Id, ct);

    public async Task<Written> Run(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        db.ChangeTracker.AutoDetectChangesEnabled = false; // once, when all is staged
        db.Database.AutoSavepointsEnabled = false; // what fails here fails the whole transaction
        var ground = await WriteGround.Ask(db, request.Slug, ct);
        var row = ground?.Board;
        var role = await CurrentRole(row is not null, ct);
        if (!role.May(request.Write.Needs))
            return new(new WriteResult.Denied(request.Write.Needs));
        var board = row is null ? null : shelf.Peek(row.Slug, row.Version) ?? await BoardStore.Load(db, row, ct);
        if (request.Retry is { } retry && await Earlier(retry, ct) is { } earlier)
            return new(earlier, board);
        if (board is not null && FindStale(board) is { } stale)
            return new(stale, board);
        var outcome = Kept(board?.Content, await Decide(board?.Content, ct));
        if (outcome is Outcome.Nothing nothing)
            return new(new WriteResult.Missing(nothing.What), board);
        var problems = outcome is Outcome.Board { Content: { } content } ? await Check(board?.Content, content, ct) : (outcome as Outcome.Refused)?.Problems ?? [];
        if (problems.Count > 0)
            return new(new WriteResult.Invalid(problems), board);
        if (outcome is Outcome.Board next && FreesOfReview(board?.Content, next.Content) && !role.May(Permission.ManageMembers))
            return new(new WriteResult.Denied(Permission.ManageMembers), board);
        return request.Write is SideWrite side ? await Store(ground!, board!, side, role, ct) : await Store(ground, board, (Outcome.Board)outcome, ct);
    }

    /// <summary>What came of the request when it was sent before; null when this is the first time.</summary>
    private async Task<WriteResult?> Earlier(RetryId retry, CancellationToken ct)
    {
        var since = request.Moment.Utc - RetryId.Lasts;
        var own = await db.Changes.AsNoTracking().Where(c => c.Slug == request.Slug && c.MemberId == request.Actor.MemberId && c.At >= since && c.Ordinal == 0)
            .Select(c => new { c.WriteId, c.Version }).ToListAsync(ct);
        if (own.Find(c => c.WriteId == retry.Value) is { } done)
            return new WriteResult.Saved(request.Slug, done.Version);
        return own.Exists(c => retry.IsNamedAs(c.WriteId)) ? new WriteResult.Invalid([RetryId.Taken]) : null;
    }

    private async Task<Outcome> Decide(BoardContent? board, CancellationToken ct) =>
        (board is null ? null : await request.Write.Ask(db, board, request.Moment, ct)) ?? request.Write.Apply(board, request.Moment);

    /// <summary>Approvals change by reviews only: nothing that a file, an undo or any other write carries counts.</summary>
    private Outcome Kept(BoardContent? before, Outcome outcome)
    {
        var approvals = before?.Record.Approvals ?? [];
        return outcome is Outcome.Board { Content: { } content } next && !request.Write.IsReview && !ReferenceEquals(content.Record.Approvals, approvals)
            ? next with { Content = content with { Record = content.Record with { Approvals = approvals } } }
            : outcome;
    }

    /// <summary>Nobody but an owner gives up the four eyes, by whichever write.</summary>
    private static bool FreesOfReview(BoardContent? before, BoardContent? after) => before?.Thesis.NeedsReview == true && after?.Thesis.NeedsReview == false;

    /// <summary>A board that is made anew has no members yet; whoever had a role on a removed one of that name has none here.</summary>
    private Task<Role> CurrentRole(bool isThere, CancellationToken ct) => RolesNow.Of(db, request.Actor, isThere || request.Write.IsReturn ? request.Slug : null, ct);

    private WriteResult.Stale? FindStale(StoredBoard board)
    {
        foreach (var seen in request.Write.Saw)
        {
            var current = board.FindRowVersion(seen.Item);
            if (current != seen.RowVersion)
                return new(seen.Item, BoardItems.Of(seen.Item.Kind).Find(board.Content, seen.Item.Key), current);
        }

        return null;
    }

    /// <summary>The board as it would become, and the step to it: by every way that a board is written, and by no other place.</summary>
    private async Task<IReadOnlyList<Problem>> Check(BoardContent? before, BoardContent content, CancellationToken ct)
    {
        if (content.Thesis.Slug != request.Slug)
            throw new InvalidOperationException($"The write for '{request.Slug}' made a board named '{content.Thesis.Slug}'.");
        var problems = ThesisCheck.Check(content.Thesis, content.Record);
        problems = problems.Count > 0 ? problems : [.. BoardStore.Doubles(before, content)];
        if (problems.Count > 0)
            return problems;
        if (before is not null)
            return Step(before, content);
        return await LastRemoved(ct) is { } removed && Step(removed, content) is [var broken, ..]
            ? [new("slug", $"A sealed board of this name was removed, and a name keeps what was sealed under it. Choose another name, or put that board back from the log. {broken.Message}")]
            : [];
    }

    private IReadOnlyList<Problem> Step(BoardContent before, BoardContent after) =>
        StepCheck.Check(new(before.Thesis, before.Record, after.Thesis, after.Record, new(request.Moment.Utc)));

    /// <summary>The sealed board that had this name, if there was one. Removing it and making it anew is a step too: else it would be the way round every seal.</summary>
    private async Task<BoardContent?> LastRemoved(CancellationToken ct)
    {
        var removed = await db.Changes.Where(c => c.Slug == request.Slug && c.Kind == ItemKind.Board && c.After == null)
            .OrderByDescending(c => c.Version).Select(c => c.Before).FirstOrDefaultAsync(ct);
        return removed is not null && ThesisFile.Read(removed) is { IsRead: true, Thesis: var thesis, Record: var record } && thesis.Criteria.Any(c => c.IsSealed) ? new(thesis, record) : null;
    }

    private async Task<Written> Store(WriteGround? ground, StoredBoard? board, Outcome.Board outcome, CancellationToken ct)
    {
        var row = ground?.Board;
        var states = board?.States.ToDictionary() ?? [];
        var differences = BoardStore.Diff(board?.Content, outcome.Content, states);
        if (differences.All(change => change.IsMove))
            return new(new WriteResult.Saved(request.Slug, board?.Version ?? 0), board);
        var version = 1 + (row?.Version ?? await LastLogged(ct));
        await Log(ground?.Head, Entries(version, outcome, board?.Content, differences), ct);
        if (outcome.Content is null)
        {
            db.Remove(row!); // the engine removes what hangs on it
            await SaveStaged(ct);
            return new(new WriteResult.Saved(request.Slug, version), HasChanged: true, IsGone: true);
        }

        if (row is null)
        {
            db.Add(row = new() { Id = Guid.CreateVersion7(), Slug = request.Slug });
            if (!request.Write.IsReturn)
                await Open(ct);
        }

        row.Version = version;
        var saved = new List<Action<IDictionary<ItemId, ItemState>>>();
        foreach (var changes in differences.GroupBy(change => change.Item.Kind))
            saved.Add(BoardItems.Of(changes.Key).Stage(db, row, [.. changes], states));
        await SaveStaged(ct);
        foreach (var apply in saved)
            apply(states);
        return new(new WriteResult.Saved(request.Slug, version), new(row.Id, version, outcome.Content, states), HasChanged: true, IsNew: board is null);
    }

    /// <summary>What is around the board changes, and the record stays.</summary>
    private async Task<Written> Store(WriteGround ground, StoredBoard board, SideWrite write, Role role, CancellationToken ct)
    {
        var row = ground.Board;
        var outcome = await write.Stage(new(db, row, board.Content, role, request.Moment), ct);
        if (outcome is SideOutcome.Refused refused)
            return new(refused.Result, board);
        var (item, summary) = (SideOutcome.Staged)outcome;
        row.Version++;
        await Log(ground.Head, [Entry(row.Version, 0, summary, item, 0, null, null)], ct);
        await SaveStaged(ct);
        return new(new WriteResult.Saved(request.Slug, row.Version), board with { Version = row.Version }, HasChanged: true);
    }

    private Task<int> SaveStaged(CancellationToken ct)
    {
        db.ChangeTracker.DetectChanges();
        return db.SaveChangesAsync(ct);
    }

    /// <summary>Settles who may see a new board: who made it. What a removed board of the same name left behind goes.</summary>
    private async Task Open(CancellationToken ct)
    {
        await db.Access.Where(a => a.Slug == request.Slug).ExecuteDeleteAsync(ct);
        await db.Filings.Where(f => f.Slug == request.Slug).ExecuteDeleteAsync(ct);
        await db.Watches.Where(w => w.Slug == request.Slug).ExecuteDeleteAsync(ct);
        await db.InboxChanges.Where(c => c.Slug == request.Slug).ExecuteDeleteAsync(ct);
        var access = new AccessRow { Slug = request.Slug, IsPublic = !request.Write.IsForMembers };
        if (request.Actor.MemberId is { } maker)
            access.Members.Add(new() { Slug = request.Slug, AccountId = maker, Role = Role.Owner, JoinedAt = request.Moment.Utc });
        db.Add(access);
    }

    /// <summary>A board that is removed and made again counts on, so that a version names one state for ever.</summary>
    private async Task<long> LastLogged(CancellationToken ct) => await db.Changes.Where(c => c.Slug == request.Slug).MaxAsync(c => (long?)c.Version, ct) ?? 0;

    /// <summary>Adds entries to the log, each chained to the one before it.</summary>
    private async Task Log(string? known, IEnumerable<ChangeRow> entries, CancellationToken ct)
    {
        var head = known is null ? await BoardLog.Head(db, request.Slug, ct) : Sha256.Parse(known);
        foreach (var entry in entries)
        {
            head = LogChain.Next(head, entry.Entry());
            entry.Hash = head.Hex;
            db.Changes.Add(entry);
        }
    }

    private IEnumerable<ChangeRow> Entries(long version, Outcome.Board outcome, BoardContent? before, IReadOnlyList<ItemChange> differences)
    {
        var entries = before is null || outcome.Content is null || request.Write.IsWhole
            ? [(new ItemId(ItemKind.Board, request.Slug), 0, File(before), File(outcome.Content))]
            : differences.Where(change => !change.IsMove).Select(change => (change.Item, change.Index, change.BeforeJson, change.AfterJson));
        var ordinal = 0;
        foreach (var (item, index, from, to) in entries)
            yield return Entry(version, ordinal++, outcome.Summary, item, index, from, to);
    }

    private ChangeRow Entry(long version, int ordinal, string summary, ItemId item, int index, string? before, string? after) => new()
    {
        WriteId = request.Id,
        Slug = request.Slug,
        Version = version,
        Ordinal = ordinal,
        At = request.Moment.Utc,
        MemberId = request.Actor.MemberId,
        By = request.Actor.Name,
        Verb = request.Write.Verb,
        Summary = summary,
        Kind = item.Kind,
        Key = item.Key,
        Index = index,
        Before = before,
        After = after,
    };

    private static string? File(BoardContent? content) => content is null ? null : ThesisFile.Write(content.Thesis, content.Record);
}
