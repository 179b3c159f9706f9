using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Observations;
using ThesisBoard.Features.Theses;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Features.Boards;

public sealed class BoardReaderTests
{
    private const string Slug = "cango-ai-pivot";
    private static readonly DateOnly AsOf = new(2026, 11, 22);

    [Fact]
    public async Task A_board_is_read_with_as_many_queries_for_a_thousand_figures_as_for_ten_and_none_when_it_is_cached()
    {
        Assert.Equal(await QueriesWith(figures: 10), await QueriesWith(figures: 1000));

        static async Task<int> QueriesWith(int figures)
        {
            await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
            var board = await store.Board();
            var pattern = board.Content.Record.Observations[0];
            var more = Enumerable.Range(0, figures).Select(n => pattern with { Key = $"more-{n}", Period = Period.At(new DateOnly(2010, 1, 1).AddDays(n)) });
            Assert.IsType<WriteResult.Saved>(await store.Boards.Save(Store.Machine, Slug, new RecordObservations([.. more])));
            var counting = new CountingDatabases(store.Settings);
            using var shelf = new BoardShelf(counting);
            using var access = new AccessShelf(counting);
            using var reader = new BoardReader(shelf, access);
            await access.Refresh(default);
            await reader.Read(Slug, AsOf, default);
            var cold = counting.Commands;
            await reader.Read(Slug, AsOf, default);
            await reader.Read(Slug, AsOf.AddDays(-100), default);
            await reader.ReadAll(Store.Machine, AsOf, default);
            await reader.Read("no-such-board", AsOf, default);
            Assert.Equal(cold, counting.Commands);
            return cold;
        }
    }

    [Fact]
    public async Task A_hundred_readers_of_a_cold_board_cause_one_reading_and_share_one_snapshot()
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        var counting = new CountingDatabases(store.Settings);
        using var shelf = new BoardShelf(counting);
        using var access = new AccessShelf(counting);
        using var reader = new BoardReader(shelf, access);
        var read = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => reader.Read(Slug, AsOf, default))));
        Assert.Single(read.Distinct(ReferenceEqualityComparer.Instance));
        Assert.InRange(counting.Commands, 10, 20);
    }

    [Fact]
    public async Task A_turned_back_board_tells_the_history_that_a_replay_to_that_day_tells()
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        var sample = Store.Sample();
        await store.Reader.Read(Slug, AsOf, default);
        foreach (var date in new DateOnly[] { new(2026, 2, 10), new(2026, 3, 17), new(2026, 5, 31) })
        {
            var cut = (await store.Reader.Read(Slug, date, default))!.History;
            var replayed = Replay.History(sample.Thesis, sample.Record, date);
            Assert.Equal(replayed.Verdicts, cut.Verdicts);
            Assert.All(replayed.Standings, s => Assert.Equal(s.Value, cut.Standings[s.Key]));
        }
    }

    [Fact]
    public async Task A_write_is_on_the_next_page_and_boards_are_listed_with_their_verdicts()
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        Assert.Equal(1, (await store.Reader.Read(Slug, AsOf, default))!.Version);
        var issuer = Store.Sample().Thesis.Issuer;
        await store.Boards.Save(Store.Machine, "blank", new CreateThesis("blank", "A blank one", "", issuer));
        await store.Boards.Save(Store.Machine, Slug, new EditThesis("Renamed", "", issuer, (await store.Board()).RowVersion(ItemKind.Thesis)));
        Assert.Equal("Renamed", (await store.Reader.Read(Slug, AsOf, default))!.State.Thesis.Title);
        var all = await store.Reader.ReadAll(Store.Machine, AsOf, default);
        Assert.Equal(["A blank one", "Renamed"], all.Select(b => b.Title));
        Assert.Equal(Verdict.Strained, all[1].Verdict);
        Assert.Equal(2, all[1].Legs.Count);
    }

    [Fact]
    public async Task What_another_process_wrote_is_noticed()
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        await using var other = store.AnotherProcess();
        await store.Reader.Read(Slug, AsOf, default);
        var board = await store.Board();
        var rename = new EditThesis("Renamed", "", board.Content.Thesis.Issuer, board.RowVersion(ItemKind.Thesis));
        await ((BoardTransaction)other.GetService(typeof(BoardTransaction))!).Save(Store.Machine, Slug, rename);
        Assert.Equal([new(Slug, 2)], await store.Get<BoardShelf>().Refresh(default));
        Assert.Empty(await store.Get<BoardShelf>().Refresh(default));
        Assert.Equal("Renamed", (await store.Reader.Read(Slug, AsOf, default))!.State.Thesis.Title);
    }

    private sealed class CountingDatabases(DatabaseSettings settings) : DbCommandInterceptor, IDbContextFactory<BoardDb>
    {
        private int commands;

        public int Commands => commands;

        public BoardDb CreateDbContext()
        {
            var options = new DbContextOptionsBuilder<SqliteBoardDb>();
            SqliteBoardDb.Configure(options, settings.ConnectionString, null);
            options.AddInterceptors(this);
            return new SqliteBoardDb(options.Options);
        }

        public override ValueTask<DbDataReader> ReaderExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref commands);
            return new(result);
        }
    }
}
