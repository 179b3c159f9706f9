using System.Data.Common;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Theses;
using ThesisBoard.Tests.Data;
using ThesisBoard.Tests.Shared;
using Xunit;

namespace ThesisBoard.Tests.Features.Boards;

/// <summary>What a board page costs, counted: database commands, bytes, renderings. Never times.</summary>
public sealed class BoardPageCostTests(BoardPageCostTests.Grown boards) : IClassFixture<BoardPageCostTests.Grown>
{
    [Fact]
    public async Task A_board_is_loaded_with_a_fixed_number_of_database_commands_and_shown_again_with_none()
    {
        var small = await CommandsOf("/t/grown-100");
        var large = await CommandsOf("/t/grown-5000");

        Assert.Equal(small.First, large.First);
        Assert.InRange(large.First, 1, 30);
        Assert.Equal((0, 0), (small.Second, large.Second));
        Assert.Equal((0, 0), (small.Filtered, large.Filtered));
    }

    [Fact]
    public async Task The_page_of_five_thousand_pieces_of_evidence_is_at_most_twice_that_of_fifty()
    {
        await using var app = boards.Start();
        using var client = app.CreateClient();
        var small = await client.GetStringAsync("/t/grown-50");
        var large = await client.GetStringAsync("/t/grown-5000");

        Assert.Contains("5,000 items", large, StringComparison.Ordinal);
        Assert.True(large.Length <= 2 * small.Length, $"{large.Length} characters against {small.Length}");
    }

    [Fact]
    public async Task Ten_thousand_figures_and_two_hundred_criteria_go_through_the_page_with_the_commands_of_a_small_record()
    {
        var small = await CommandsOf("/t/big-1000");
        var large = await CommandsOf("/t/big-10000");
        await using var app = boards.Start();
        using var client = app.CreateClient();
        var page = await client.GetStringAsync("/t/big-10000?asOf=2027-12-31");

        Assert.Equal(small, large);
        Assert.Equal(200, page.Split("<details class=\"row\" id=\"row-").Length - 1);
        Assert.Contains("2,000 items", page, StringComparison.Ordinal);
        Assert.InRange(await BytesOf("/t/big-10000?asOf=2027-12-31"), 1, 110_000); // what else a first visit fetches is 17 KB (TransferTests), and 130 KB the goal
    }

    [Fact]
    public async Task A_reader_who_has_the_page_is_told_so_until_the_board_changes()
    {
        await using var app = boards.Start();
        using var client = app.CreateClient();
        using var first = await client.GetAsync("/t/grown-100");
        var known = first.Headers.ETag;
        using var again = await Ask(client, "/t/grown-100", known);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);

        var store = app.Services.GetRequiredService<BoardTransaction>();
        var board = (await app.Services.GetRequiredService<BoardShelf>().Board("grown-100", default))!;
        var renamed = board.Content with { Thesis = board.Content.Thesis with { Title = "Another title" } };
        Assert.IsType<WriteResult.Saved>(await store.Save(Store.Machine, "grown-100", new ImportThesis(renamed, board.RowVersion(ItemKind.Thesis))));

        using var changed = await Ask(client, "/t/grown-100", known);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Contains("Another title", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shared_page_holds_nothing_of_one_reader_and_each_reader_is_remembered_apart()
    {
        await using var app = boards.Start();
        foreach (var theme in new[] { "dark", "light", "dark" })
        {
            using var client = app.CreateDefaultClient();
            using var request = new HttpRequestMessage(HttpMethod.Get, "/t/grown-50") { Headers = { { "Cookie", $"theme={theme}" } } };
            using var answer = await client.SendAsync(request);

            Assert.Contains($"data-theme=\"{theme}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.StartsWith("seen-grown-50=", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
            Assert.Equal("no-cache, private", answer.Headers.CacheControl!.ToString());
        }

        using var returning = app.CreateDefaultClient();
        using var visit = new HttpRequestMessage(HttpMethod.Get, "/t/grown-50") { Headers = { { "Cookie", "seen-grown-50=2026-11-01.1" } } };
        using var since = await returning.SendAsync(visit);
        Assert.Contains("Since your visit on 1 Nov 2026", await since.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.StartsWith("seen-grown-50=2026-11-01.1~2026-11-22.", Uri.UnescapeDataString(Assert.Single(since.Headers.GetValues("Set-Cookie"))), StringComparison.Ordinal);
    }

    private async Task<(int First, int Second, int Filtered)> CommandsOf(string path)
    {
        await using var app = boards.Start();
        using var client = app.CreateClient();
        await client.GetStringAsync("/health/ready");
        for (var seen = -1; seen != boards.Commands;) // what a start looks for by itself may come a moment after it is ready
        {
            seen = boards.Commands;
            await Task.Delay(300, TestContext.Current.CancellationToken);
        }

        var counts = new List<int>();
        foreach (var link in new[] { path, path, path + "?stance=supports&page=2" })
        {
            var before = boards.Commands;
            await client.GetStringAsync(link);
            counts.Add(boards.Commands - before);
        }

        return (counts[0], counts[1], counts[2]);
    }

    private async Task<int> BytesOf(string path)
    {
        await using var app = boards.Start();
        using var client = app.CreateClient();
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        return (await client.GetByteArrayAsync(path)).Length;
    }

    private static Task<HttpResponseMessage> Ask(HttpClient client, string path, EntityTagHeaderValue? known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(known!);
        return client.SendAsync(request);
    }

    /// <summary>Boards of 50, 100 and 5,000 pieces of evidence, and of 1,000 and 10,000 figures, in one database, imported once for all tests.</summary>
    public sealed class Grown : IAsyncLifetime
    {
        private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("thesisboard-");
        private readonly CommandCount commands = new();

        internal int Commands => commands.Value;

        public async ValueTask InitializeAsync()
        {
            await using var first = Start();
            foreach (var size in new[] { 50, 100, 5000 })
            {
                var (thesis, record) = GrownBoard.Of(Store.SampleText(), $"grown-{size}", size);
                await Import(first, thesis, record);
            }

            foreach (var size in new[] { 1_000, 10_000 })
            {
                var (thesis, record) = BigRecord.Generate(size);
                await Import(first, thesis with { Slug = $"big-{size}" }, record);
            }
        }

        private static async Task Import(WebApplicationFactory<Program> app, Thesis thesis, Core.Evidence.Record record) =>
            Assert.IsType<WriteResult.Saved>(await app.Services.GetRequiredService<BoardTransaction>().Save(Store.Machine, thesis.Slug, new ImportThesis(new(thesis, record))));

        /// <summary>A process that knows nothing yet. Its clock stands still, so that nothing but a request asks the database.</summary>
        public WebApplicationFactory<Program> Start() => new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Production");
            host.UseSetting("THESISBOARD_DATA", data.FullName);
            host.ConfigureLogging(logging => logging.ClearProviders());
            host.ConfigureTestServices(services => services
                .AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero)))
                .ConfigureDbContext<SqliteBoardDb>(options => options.AddInterceptors(commands)));
        });

        public async ValueTask DisposeAsync() => await Folders.Delete(data);
    }

    private sealed class CommandCount : DbCommandInterceptor
    {
        private int value;

        public int Value => Volatile.Read(ref value);

        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            Interlocked.Increment(ref value);
            return result;
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref value);
            return ValueTask.FromResult(result);
        }
    }
}
