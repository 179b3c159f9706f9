using ThesisBoard.Data;

namespace ThesisBoard.Features.Changes;

/// <summary>The newest entries of a board's log, read once a version for everybody: the board page asks the database nothing while the board stands still.</summary>
public sealed class RecentChanges(ReadChanges log) : IDisposable
{
    public const int Most = 8;
    private readonly SharedCache<(string Slug, long Version), ChangesPage> pages = new(limit: 2_000, weight: _ => 1);

    public async Task<ChangesPage> Of(string slug, long version, CancellationToken ct) =>
        await pages.Get((slug, version), async () => await log.Page(slug, version + 1, Most, CancellationToken.None), ct) ?? new([], null);

    public void Dispose() => pages.Dispose();
}
