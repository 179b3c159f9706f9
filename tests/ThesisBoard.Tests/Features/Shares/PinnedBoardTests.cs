using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Evidence;
using ThesisBoard.Features.Observations;
using ThesisBoard.Features.Shares;
using ThesisBoard.Features.Sources;
using ThesisBoard.Features.Theses;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Features.Shares;

/// <summary>A pinned link shows what it showed once, and says what was corrected and what came since.</summary>
public sealed class PinnedBoardTests
{
    private const string Slug = "cango-ai-pivot";
    private static readonly DateOnly Pin = new(2026, 5, 31);
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public async Task Every_version_of_a_board_can_be_had_again_from_the_log()
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        var versions = new Dictionary<long, string> { [1] = await Text(store) };
        foreach (var write in new Func<StoredBoard, BoardWrite>[]
        {
            b => new EditThesis("Another title", "", b.Content.Thesis.Issuer, b.RowVersion(ItemKind.Thesis)),
            b => new WithdrawObservation(b.Content.Record.Observations[3].Key, "Read wrongly.", b.RowVersion(ItemKind.Observation, b.Content.Record.Observations[3].Key)),
            b => new EditEvidence(b.Content.Record.Evidence[0] with { Claim = "Something else." }, b.RowVersion(ItemKind.Evidence, b.Content.Record.Evidence[0].Key)),
            _ => new MakeShareLink(ShareToken.HashOf("x"), new() { Name = "A" }),
            b => new AddSource(b.Content.Record.Sources[0] with { Key = "new-source" }),
            b => new EditEvidence(b.Content.Record.Evidence[1] with { Note = "Looked at again." }, b.RowVersion(ItemKind.Evidence, b.Content.Record.Evidence[1].Key)),
        })
        {
            if (await store.Boards.Save(Store.Machine, Slug, write(await store.Board())) is WriteResult.Saved saved)
                versions[saved.Version] = await Text(store);
        }

        var whole = Store.Sample();
        var replaced = await store.Boards.Save(Store.Machine, Slug, new ImportThesis(whole with { Thesis = whole.Thesis with { Title = "Replaced" } }, (await store.Board()).RowVersion(ItemKind.Thesis)));
        versions[Assert.IsType<WriteResult.Saved>(replaced).Version] = await Text(store);
        Assert.Equal(8, versions.Count);

        using var pinned = new PinnedBoards(store.Get<BoardShelf>(), store.Databases());
        foreach (var (version, text) in versions)
        {
            var content = (await pinned.Content(Slug, version, default))!;
            Assert.Equal(text, ThesisFile.Write(content.Thesis, content.Record));
        }
    }

    [Fact]
    public async Task A_correction_leaves_the_pinned_board_as_it_was_and_is_told_with_what_it_would_change()
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        var link = await Pinned(store);
        var before = await Shown(store, link);
        Assert.Equal(Standing.Met, before.Criterion("debt-reduction")!.Standing);

        var debt = (await store.Board()).Content.Record.Observations.Where(o => o.Metric == "long-term-debt").MaxBy(o => o.Period.End)!;
        await Save(store, b => new EditObservation(debt with { Value = Quantity.Usd(900_000_000) }, b.RowVersion(ItemKind.Observation, debt.Key)));

        var after = await Shown(store, link);
        Assert.Equal((before.Verdict, before.Reason), (after.Verdict, after.Reason));
        Assert.Equal(before.Criteria.Select(c => c.Reason), after.Criteria.Select(c => c.Reason));
        var news = (await store.Get<PinNewsReader>().Of(link, Today, default))!;
        Assert.Single(news.Corrections);
        Assert.Contains("debt", news.Corrections[0].Summary, StringComparison.OrdinalIgnoreCase);
        Assert.True(news.IsRejudged);
        var move = Assert.Single(news.Rejudged.Moves, m => m.Criterion.Key == "debt-reduction");
        Assert.Equal((Standing.Met, Standing.Broken), (move.Before!.Value, move.Criterion.Standing));
    }

    [Fact]
    public async Task What_is_published_after_the_pin_is_counted_and_neither_shown_nor_called_a_correction()
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        var link = await Pinned(store);
        var quiet = (await store.Get<PinNewsReader>().Of(link, Today, default))!;
        Assert.Empty(quiet.Corrections);
        Assert.False(quiet.IsRejudged);
        var board = (await store.Board()).Content;
        var later = board.Record.Sources[0] with { Key = "later", Title = "A later report", Published = new(new(2026, 9, 1)), Document = null, Report = null, Accession = null };
        var figure = board.Record.Observations.First(o => o.Metric == "long-term-debt") with { Key = "later-debt", Source = "later", Period = Period.At(new(2026, 8, 31)), Value = Quantity.Usd(123_456_789) };
        await Save(store, _ => new RecordObservations([figure], later));
        await Save(store, _ => new AttachEvidence(board.Record.Evidence[0] with { Key = "later-claim", Source = "later", Claim = "Said later.", Anchor = null }));

        var news = (await store.Get<PinNewsReader>().Of(link, Today, default))!;
        Assert.Empty(news.Corrections);
        Assert.Equal((quiet.LaterEvidence + 1, quiet.LaterFigures + 1), (news.LaterEvidence, news.LaterFigures));
        var state = await Shown(store, link);
        Assert.DoesNotContain(state.Evidence, e => e.Item.Key == "later-claim");
        Assert.DoesNotContain(state.Series["long-term-debt"].Figures, f => f.Value == Quantity.Usd(123_456_789));
        var stops = (await store.Get<PinnedBoards>().Read(Slug, link.PinnedVersion!.Value, Pin, Pin, default))!.History.Stops;
        Assert.All(stops, stop => Assert.True(stop <= Pin));
    }

    [Fact]
    public async Task What_was_public_by_the_pin_and_entered_later_is_a_correction()
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        var link = await Pinned(store);
        var board = (await store.Board()).Content;
        var source = board.Record.Sources.First(s => s.Published.Date < Pin);
        await Save(store, _ => new AttachEvidence(board.Record.Evidence[0] with { Key = "late-entry", Source = source.Key, Claim = "Was public then.", Anchor = null }));

        var news = (await store.Get<PinNewsReader>().Of(link, Today, default))!;
        Assert.Single(news.Corrections);
        Assert.DoesNotContain((await Shown(store, link)).Evidence, e => e.Item.Key == "late-entry");
    }

    private static async Task<ShareLink> Pinned(Store store)
    {
        var (token, _) = await ShareWriteTests.Make(store, Store.Machine, new() { Name = "Pinned", PinnedOn = Pin });
        return (await store.Get<ShareShelf>().Find(token, default))!;
    }

    private static async Task<BoardState> Shown(Store store, ShareLink link) =>
        (await store.Get<PinnedBoards>().Read(Slug, link.PinnedVersion!.Value, Pin, Pin, default))!.State;

    private static async Task Save(Store store, Func<StoredBoard, BoardWrite> write)
    {
        var result = await store.Boards.Save(Store.Machine, Slug, write(await store.Board()));
        Assert.True(result is WriteResult.Saved, $"{result} {string.Join(' ', (result as WriteResult.Invalid)?.Problems ?? [])}");
    }

    private static async Task<string> Text(Store store)
    {
        var content = (await store.Board()).Content;
        return ThesisFile.Write(content.Thesis, content.Record);
    }
}
