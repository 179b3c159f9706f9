using ThesisBoard.Core.Judging;
using ThesisBoard.Features.Boards;

namespace ThesisBoard.Features.Replays;

/// <summary>What a link to a replay leads to.</summary>
public abstract record ReplayAnswer
{
    public sealed record Shown(ReplayView View) : ReplayAnswer;

    public sealed record NoBoard : ReplayAnswer;

    public sealed record NoDate(string Text) : ReplayAnswer;

    public sealed record BeforeTheRecord(DateOnly Asked, DateOnly First) : ReplayAnswer;
}

/// <summary>Reads replays from what is judged already: every date is judged once for everybody.</summary>
public sealed class ReplayReader(BoardReader boards, TimeProvider clock)
{
    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task<ReplayAnswer> Read(string slug, IQueryCollection asked, CancellationToken ct)
    {
        if (!ReplayUrls.TryRead(asked, out var on, out var badDate))
            return new ReplayAnswer.NoDate(badDate!);
        if (await Story(slug, on, ct) is not { } story)
            return new ReplayAnswer.NoBoard();
        if (story.Turns is not [var first, ..])
            on ??= Today;
        else if (on < first.On)
            return new ReplayAnswer.BeforeTheRecord(on.Value, first.On);
        else
            on ??= first.On;
        if (await boards.Read(slug, on.Value, ct) is not { } board)
            return new ReplayAnswer.NoBoard();
        return new ReplayAnswer.Shown(new(new BoardView(board.State, board.History, board.Version, new() { AsOf = on }, Today), story));
    }

    /// <summary>The whole story: to today, or to what lies ahead. Null when there is no such board.</summary>
    public async Task<Story?> Story(string slug, DateOnly? asked, CancellationToken ct)
    {
        if (await boards.Read(slug, Today, ct) is not { State: var now })
            return null;
        var until = End(now);
        return await boards.ReadStory(slug, asked > until ? asked.Value : until, ct);
    }

    /// <summary>A story ends with what will be silence if nothing more is published: the day after the last deadline that is known.</summary>
    private static DateOnly End(BoardState now) => now.Criteria.Select(c => c.Due).Append(now.Line?.Due)
        .Where(due => due < DateOnly.MaxValue).Select(due => due!.Value.AddDays(1)).Append(now.AsOf).Max();
}
