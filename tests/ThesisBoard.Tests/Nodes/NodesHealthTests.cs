using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Nodes;

/// <summary>What a proxy is told: a node without Redis stays in, one without its database goes out.</summary>
public sealed class NodesHealthTests : IAsyncDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("thesisboard-");

    [Fact]
    public async Task Without_Redis_a_node_serves_on_and_says_what_is_wrong()
    {
        using var factory = Server("127.0.0.1:1,connectTimeout=200");
        using var client = factory.CreateClient();
        var (status, said) = await Ready(client, until: text => text.Contains("Redis", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.StartsWith("Degraded\nRedis has been out of reach since ", said, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", said, StringComparison.Ordinal); // anybody may ask
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/t/cango-ai-pivot", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Without_its_database_a_node_is_taken_out_and_comes_back_with_it()
    {
        using var factory = Server("");
        using var client = factory.CreateClient();
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await Ready(client, _ => true));
        var moved = Path.Combine(data.FullName, "..", $"{data.Name}-moved");

        SqliteConnection.ClearAllPools();
        Directory.Move(data.FullName, moved);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy\nThe database is out of reach."), await Ready(client, text => text.StartsWith("Unhealthy", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live", TestContext.Current.CancellationToken)).StatusCode);

        Directory.Move(moved, data.FullName);
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await Ready(client, text => text == "Healthy"));
    }

    public async ValueTask DisposeAsync() => await Folders.Delete(data);

    private static async Task<(HttpStatusCode Status, string Said)> Ready(HttpClient client, Func<string, bool> until)
    {
        for (var i = 0; ; i++)
        {
            using var answer = await client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
            var said = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (until(said) || i == 100)
                return (answer.StatusCode, said);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private WebApplicationFactory<Program> Server(string redis) => new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
    {
        host.UseEnvironment("Production");
        host.UseSetting("THESISBOARD_DATA", data.FullName);
        host.UseSetting("ConnectionStrings:Redis", redis);
        host.ConfigureLogging(logging => logging.ClearProviders());
    });
}
