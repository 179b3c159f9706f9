using ThesisBoard.Data;
using ThesisBoard.Features.Shares;
using ThesisBoard.Features.Theses;
using Xunit;

namespace ThesisBoard.Tests.Features.Shares;

/// <summary>An open page follows its board, and ends with its link: at once on the node of the change, within the look of three seconds on another.</summary>
public sealed class ShareStreamTests
{
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_of_the_board_is_told_and_a_revoked_link_ends_its_stream_on_both_nodes()
    {
        await using var house = new ShareHouse();
        var (link, id) = await house.Make(new() { Name = "A" });
        await using var other = new ShareHouse(beside: house);
        using var here = await Stream.Open(house, link);
        using var there = await Stream.Open(other, link);
        var board = (await house.Get<BoardShelf>().Board(ShareHouse.Slug, default))!;
        Assert.Equal($"{board.Version}", await here.Next());
        Assert.Equal($"{board.Version}", await there.Next());

        await house.Save(new EditThesis("Another title", "", board.Content.Thesis.Issuer, board.RowVersion(ItemKind.Thesis)));
        Assert.Equal($"{board.Version + 1}", await here.Next());
        await house.Save(new RevokeShareLink(id));
        Assert.Equal("", await here.Next());
        Assert.Null(await here.Next());

        var ended = there.Rest();
        for (var second = 0; second < 5 && !ended.IsCompleted; second++)
        {
            house.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(ended, Task.Delay(500, Now));
        }

        await ended.WaitAsync(TimeSpan.FromSeconds(20), Now);
        using var reader = other.Reader();
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await reader.GetAsync(link, Now)).StatusCode);
    }

    [Fact]
    public async Task A_link_that_ends_by_itself_ends_its_stream_in_that_moment()
    {
        await using var house = new ShareHouse();
        var (link, _) = await house.Make(new() { Name = "A", ExpiresAt = house.Clock.GetUtcNow().UtcDateTime.AddSeconds(10) });
        using var stream = await Stream.Open(house, link);
        Assert.NotNull(await stream.Next());
        var ended = stream.Rest();
        house.Clock.Advance(TimeSpan.FromSeconds(9));
        await Task.Delay(200, Now);
        Assert.False(ended.IsCompleted);
        for (var turn = 0; turn < 40 && !ended.IsCompleted; turn++)
        {
            house.Clock.Advance(TimeSpan.FromSeconds(2)); // again for a slow machine, on which the stream looks at the clock only now
            await Task.WhenAny(ended, Task.Delay(500, Now));
        }

        Assert.True(ended.IsCompleted);
    }

    [Fact]
    public async Task Another_password_ends_the_streams_of_who_came_in_by_the_old_one()
    {
        await using var house = new ShareHouse();
        var (link, id) = await house.Make(new() { Name = "A", Password = "correct horse" });
        using var reader = house.Reader();
        using (await ShareHouse.Post(reader, link, "open-share", ("Password", "correct horse"))) { }
        using var stream = await Stream.Open(reader, link);
        Assert.NotNull(await stream.Next());
        await house.Save(new SetSharePassword(id, "another horse"));
        await stream.Rest().WaitAsync(TimeSpan.FromSeconds(20), Now);
    }

    /// <summary>Server-sent events of one link.</summary>
    private sealed class Stream(HttpClient? own, HttpResponseMessage answer, StreamReader lines) : IDisposable
    {
        public static async Task<Stream> Open(ShareHouse house, string link)
        {
            var client = house.Reader();
            return await Open(client, link, client);
        }

        public static Task<Stream> Open(HttpClient client, string link) => Open(client, link, null);

        /// <summary>The next thing that is told; null at the end.</summary>
        public async Task<string?> Next()
        {
            for (var isNews = false; await lines.ReadLineAsync(Now).AsTask().WaitAsync(TimeSpan.FromSeconds(30), Now) is { } line;)
            {
                if (line.StartsWith("event: ", StringComparison.Ordinal))
                    isNews = line == "event: changed";
                else if (isNews && line.StartsWith("data:", StringComparison.Ordinal))
                    return line["data:".Length..].Trim();
            }

            return null;
        }

        public async Task Rest()
        {
            while (await lines.ReadLineAsync(Now) is not null)
            {
            }
        }

        public void Dispose()
        {
            lines.Dispose();
            answer.Dispose();
            own?.Dispose();
        }

        private static async Task<Stream> Open(HttpClient client, string link, HttpClient? own)
        {
            var answer = await client.GetAsync($"{link}/changes", HttpCompletionOption.ResponseHeadersRead, Now);
            answer.EnsureSuccessStatusCode();
            return new(own, answer, new(await answer.Content.ReadAsStreamAsync(Now)));
        }
    }
}
