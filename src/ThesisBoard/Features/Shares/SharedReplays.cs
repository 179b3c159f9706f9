using ThesisBoard.Core.Judging;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Replays;

namespace ThesisBoard.Features.Shares;

/// <summary>A replay by a share link.</summary>
/// <param name="Stamp">What an open page is told: it differs whenever the page would.</param>
internal sealed record SharedReplay(ShareLink Link, ReplayView View, string Stamp);

/// <summary>Reads the replay of a shared board. That of a pinned link ends with the pin.</summary>
internal sealed class SharedReplays(ShareReader reader, ReplayReader replays, PinnedBoards pinned, TimeProvider clock)
{
    /// <summary>The replay on the date asked for; null when the board is gone. A date that is none shows the beginning, one outside of the story its nearest day.</summary>
    public async Task<SharedReplay?> Read(ShareVisit visit, IQueryCollection asked, CancellationToken ct)
    {
        var link = visit.Link;
        if (await reader.Stamp(link, ct) is not { } stamp || await Story(link, ct) is not { } story)
            return null;
        var lastDay = link.PinnedOn ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var day = Day(story, asked, lastDay);
        if (await reader.On(link, day, ct) is not { } board)
            return null;
        var view = new BoardView(board.State, board.History, board.Version, new() { AsOf = day }, lastDay) { SharedAt = ShareUrls.Share(visit.Token), PinnedOn = link.PinnedOn };
        return new(link, new(view, story), stamp);
    }

    private static DateOnly Day(Story story, IQueryCollection asked, DateOnly lastDay)
    {
        if (story.Turns.Count == 0)
            return lastDay;
        ReplayUrls.TryRead(asked, out var on, out _);
        var (first, last) = (story.Turns[0].On, story.Turns[^1].On > lastDay ? story.Turns[^1].On : lastDay);
        return on is not { } date || date < first ? first : date > last ? last : date;
    }

    /// <summary>The story that a link shows; null when the board is gone.</summary>
    public Task<Story?> Story(ShareLink link, CancellationToken ct) => link is { PinnedOn: { } pin, PinnedVersion: { } version }
        ? pinned.ReadStory(link.Slug, version, pin, ct)
        : replays.Story(link.Slug, null, ct);
}
