using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;
using ThesisBoard.Shell;
using ThesisBoard.Tests.Features.Editing;
using ThesisBoard.Tests.Shared.Clients;
using Xunit;

namespace ThesisBoard.Tests.Shell;

/// <summary>What one reader may take, on real connections.</summary>
public sealed class LimitsTests
{
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_thousand_streams_of_one_address_are_cut_to_its_share_and_members_notice_nothing()
    {
        await using var house = CircuitHouse.Start(settings: ("Limits__StreamsPerAddress", "20"));
        var (reader, editor) = (house.Reader(), await house.Member(Role.Editor));
        var answers = new List<HttpResponseMessage>();
        for (var turn = 0; turn < 2000; turn++)
        {
            answers.Add(await reader.Http.GetAsync($"{CircuitHouse.Board}/changes", HttpCompletionOption.ResponseHeadersRead, Now));
            if (turn % 100 == 0)
                await MustBeServed(house, editor);
        }

        var counts = answers.CountBy(a => a.StatusCode).ToDictionary();
        Assert.Equal(20, counts[HttpStatusCode.OK]);
        Assert.Equal(1980, counts[HttpStatusCode.TooManyRequests]);
        Assert.All(answers.Where(a => a.StatusCode == HttpStatusCode.TooManyRequests), a => Assert.NotNull(a.Headers.RetryAfter));

        answers.ForEach(a => a.Dispose()); // they leave, and their places are free again
        HttpStatusCode status;
        do
        {
            using var again = await reader.Http.GetAsync($"{CircuitHouse.Board}/changes", HttpCompletionOption.ResponseHeadersRead, Now);
            status = again.StatusCode;
        }
        while (status != HttpStatusCode.OK && !Now.IsCancellationRequested);
    }

    [Fact]
    public async Task Pages_that_are_made_anew_are_counted_and_what_is_made_already_is_not()
    {
        await using var house = CircuitHouse.Start(settings: ("Limits__PagesPerMinute", "5"));
        var (reader, editor) = (house.Reader(), await house.Member(Role.Editor));
        var statuses = new List<HttpStatusCode>();
        for (var turn = 0; turn < 12; turn++)
        {
            using var answer = await reader.Http.GetAsync($"{CircuitHouse.Board}?price={50_000 + turn}", Now);
            statuses.Add(answer.StatusCode);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                Assert.Contains("Wait a minute", await answer.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        Assert.All(statuses.Take(3), status => Assert.Equal(HttpStatusCode.OK, status));
        foreach (var free in new[] { $"{CircuitHouse.Board}?price=50000", "/app.css", "/board.js", "/health/live" })
        {
            using var answer = await reader.Http.GetAsync(free, Now);
            Assert.True(answer.IsSuccessStatusCode, $"{free} answered {answer.StatusCode}");
        }

        await MustBeServed(house, editor);
    }

    [Fact]
    public async Task A_member_holds_a_number_of_circuits_and_gets_a_place_back_by_leaving()
    {
        await using var house = CircuitHouse.Start(settings: ("Limits__CircuitsPerMember", "3"));
        var editor = await house.Member(Role.Editor);
        var held = new List<Circuit>();
        for (var turn = 0; turn < 3; turn++)
            held.Add(await house.Open(editor));

        await Assert.ThrowsAnyAsync<Exception>(() => house.Open(editor));
        await house.Open(await house.Member(Role.Owner)); // somebody else's are not counted
        await held[0].Leave();
        for (var isIn = false; !isIn && !Now.IsCancellationRequested;)
        {
            try
            {
                await house.Open(editor);
                isIn = true;
            }
            catch (Exception e) when (e is not CircuitLostException)
            {
                await Task.Delay(50, Now); // the server has not noticed yet that one left
            }
        }
    }

    [Fact]
    public async Task Every_stream_of_changes_is_limited()
    {
        await using var house = CircuitHouse.Start();
        var streams = house.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.EndsWith("/changes", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(streams);
        Assert.All(streams, e => Assert.Equal(Limits.Streams, e.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName));
    }

    [Theory]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7", true)]
    [InlineData("192.0.2.7", "192.0.2.8", false)]
    [InlineData("2001:db8:1:2:3::4", "2001:db8:1:2:ffff::1", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void Readers_are_known_by_their_address_or_their_network(string one, string other, bool isSame) =>
        Assert.Equal(isSame, Partition(one) == Partition(other));

    [Fact]
    public void A_member_is_never_slowed_and_circuits_are_counted_for_each_member()
    {
        Assert.Equal(Partition("192.0.2.7", "a", "/t/x"), Partition("192.0.2.9", "b", "/t/y"));
        Assert.Equal(Partition("192.0.2.7", "a", "/_blazor"), Partition("192.0.2.9", "a", "/_blazor"));
        Assert.NotEqual(Partition("192.0.2.7", "a", "/_blazor"), Partition("192.0.2.7", "b", "/_blazor"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public void A_limit_that_makes_no_sense_refuses_to_start(string text)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Limits:PagesPerMinute", text)]).Build();

        Assert.Contains("Limits__PagesPerMinute", Assert.Throws<RefusedToStartException>(() => Limits.Read(settings)).Message, StringComparison.Ordinal);
    }

    private static string Partition(string address, string? member = null, string path = "/t/x")
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(address);
        http.Request.Path = path;
        if (member is not null)
            http.User = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, member)], "test"));
        return new Limits().Of(http).PartitionKey;
    }

    private static async Task MustBeServed(CircuitHouse house, Visitor member)
    {
        using var page = await member.Http.GetAsync(CircuitHouse.Board, Now);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var stream = await member.Http.GetAsync($"{CircuitHouse.Board}/changes", HttpCompletionOption.ResponseHeadersRead, Now);
        Assert.Equal(HttpStatusCode.OK, stream.StatusCode);
        await (await house.Open(member)).Leave();
    }
}
