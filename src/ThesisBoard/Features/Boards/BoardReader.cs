using System.Data.Common;
using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Boards;

/// <summary>A board judged on a date, with the turns of its standings up to that date. Shared by every reader; never changes.</summary>
public sealed record BoardSnapshot(long Version, BoardState State, StandingHistory History);

/// <summary>A board in the list of boards.</summary>
public sealed record BoardSummary(
    string Slug, long Version, string Title, Issuer Issuer, bool IsSample, ThesisStage Stage, Verdict Verdict, string Reason, IReadOnlyList<LegSummary> Legs, ReportDue? Next, int? DaysLeft);

/// <summary>A leg of the invalidation line in the list of boards.</summary>
public sealed record LegSummary(string Key, string Title, Standing Standing, bool IsProvisional);

/// <summary>Reads boards. While a board does not change, each date is judged once for everybody, and the database is not asked again.</summary>
public sealed class BoardReader(BoardShelf shelf, AccessShelf access) : IDisposable
{
    private readonly SharedCache<(string Slug, long Version), RecordIndex> indexes = new(limit: 200_000, weight: Weight);
    private readonly SharedCache<(string Slug, long Version), Recalled> histories = new(limit: 1_000, weight: _ => 1);
    private readonly SharedCache<(string Slug, long Version, DateOnly AsOf), BoardSnapshot> snapshots = new(limit: 1_000_000, weight: s => 100 + Weight(s.State));
    private readonly SharedCache<(string Slug, long Version, DateOnly Until), Story> stories = new(limit: 400_000, weight: Weight);
    private readonly SharedCache<(string Slug, long Version, DateOnly AsOf), BoardSummary> summaries = new(limit: 5_000, weight: _ => 1);

    /// <summary>The board on a date; null when there is none of that name.</summary>
    public async Task<BoardSnapshot?> Read(string slug, DateOnly asOf, CancellationToken ct)
    {
        if (await shelf.Version(slug, ct) is not { } version)
            return null;
        return await snapshots.Get((slug, version, asOf), () => Judged(slug, asOf), ct);
    }

    /// <summary>The board's story up to a date; null when there is none of that name.</summary>
    public async Task<Story?> ReadStory(string slug, DateOnly until, CancellationToken ct)
    {
        if (await shelf.Version(slug, ct) is not { } version)
            return null;
        return await stories.Get((slug, version, until), () => Told(slug, until), ct);
    }

    /// <summary>All boards that somebody may read, on a date, by title.</summary>
    public async Task<IReadOnlyList<BoardSummary>> ReadAll(Actor actor, DateOnly asOf, CancellationToken ct)
    {
        var boards = new List<BoardSummary>();
        foreach (var slug in await shelf.Slugs(ct))
        {
            if ((await access.Of(slug, ct)).MayRead(actor) && await shelf.Version(slug, ct) is { } version && await summaries.Get((slug, version, asOf), () => Summed(slug, asOf), ct) is { } summary)
                boards.Add(summary);
        }

        return [.. boards.OrderBy(b => b.Title, StringComparer.OrdinalIgnoreCase).ThenBy(b => b.Slug, StringComparer.Ordinal)];
    }

    /// <summary>Judges the first boards before anybody asks. It never fails: whoever asks for a board is told what is wrong with it.</summary>
    public async Task ReadAhead(int most, DateOnly asOf, CancellationToken ct)
    {
        try
        {
            foreach (var slug in (await shelf.Slugs(ct)).Take(most))
                await Read(slug, asOf, ct);
        }
        catch (Exception e) when (e is DbException or InvalidOperationException or OperationCanceledException)
        {
            // A start that could not look ahead is none the worse.
        }
    }

    /// <summary>The board as stored, with the row version of every item: what an edit starts from. Null when there is none.</summary>
    public Task<StoredBoard?> ReadForEdit(string slug, CancellationToken ct) => shelf.Board(slug, ct);

    /// <inheritdoc />
    public void Dispose()
    {
        indexes.Dispose();
        histories.Dispose();
        snapshots.Dispose();
        stories.Dispose();
        summaries.Dispose();
    }

    private async Task<BoardSnapshot?> Judged(string slug, DateOnly asOf)
    {
        if (await shelf.Board(slug, CancellationToken.None) is not { } board)
            return null;
        var index = await Arranged(slug, board);
        return new(board.Version, Judge.Board(index, asOf), History((slug, board.Version), index, asOf));
    }

    private async Task<Story?> Told(string slug, DateOnly until)
    {
        if (await shelf.Board(slug, CancellationToken.None) is not { } board)
            return null;
        var index = await Arranged(slug, board);
        return Story.Of(index, History((slug, board.Version), index, until), until);
    }

    private async Task<RecordIndex> Arranged(string slug, StoredBoard board) =>
        (await indexes.Get((slug, board.Version), () => Task.FromResult<RecordIndex?>(new(board.Content.Thesis, board.Content.Record)), CancellationToken.None))!;

    private async Task<BoardSummary?> Summed(string slug, DateOnly asOf) => await Read(slug, asOf, CancellationToken.None) is not ({ } version, { } state, _) ? null : new(
        slug,
        version,
        state.Thesis.Title,
        state.Thesis.Issuer,
        state.Thesis.IsSample,
        state.Thesis.Stage,
        state.Verdict,
        state.Reason.ToString(),
        [.. (state.Line?.Legs ?? []).Select(leg => new LegSummary(leg.Key, leg.Title, leg.Standing, leg.IsProvisional))],
        state.Next?.Report,
        state.Next?.DaysLeft);

    /// <summary>What was known on a date never changes, so a longer history begins with every shorter one.</summary>
    private StandingHistory History((string Slug, long Version) key, RecordIndex index, DateOnly asOf)
    {
        if (histories.Peek(key) is not { } told || told.Until < asOf)
            histories.Put(key, told = new(asOf, Replay.History(index, asOf)));
        return told.Until == asOf ? told.History : told.History.Until(asOf);
    }

    private static long Weight(RecordIndex index) => 1 + index.Record.Observations.Count + index.Record.Evidence.Count;

    private static long Weight(BoardState state) => state.Series.Values.Sum(s => s.Figures.Count) + state.Evidence.Count;

    private static long Weight(Story story) => 1 + story.Turns.Sum(t => 1 + t.EvidenceCount + t.FigureCount);

    private sealed record Recalled(DateOnly Until, StandingHistory History);
}
