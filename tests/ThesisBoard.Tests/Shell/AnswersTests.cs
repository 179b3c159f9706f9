using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Shell;

/// <summary>What the server answers, to right and to wrong requests: status, headers, and words that say what to do.</summary>
public sealed class AnswersTests : IAsyncDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("thesisboard-");
    private readonly WebApplicationFactory<Program> factory;

    public AnswersTests() => factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
    {
        host.UseEnvironment("Production");
        host.UseSetting("THESISBOARD_DATA", data.FullName);
        host.ConfigureLogging(logging => logging.ClearProviders());
    });

    [Fact]
    public async Task Each_request_gets_its_own_status_and_a_page_that_says_what_to_do()
    {
        using var client = factory.CreateClient();
        foreach (var (path, status, words) in new[]
        {
            ("/", HttpStatusCode.OK, "Boards"),
            ("/t/cango-ai-pivot", HttpStatusCode.OK, "Invalidation line"),
            ("/t/cango-ai-pivot?asOf=2026-04-10", HttpStatusCode.OK, "Turned back to 10 Apr 2026"),
            ("/t/cango-ai-pivot/log", HttpStatusCode.OK, "Log of changes"),
            ("/t/none", HttpStatusCode.NotFound, "There is no such board"),
            ("/t/none/log", HttpStatusCode.NotFound, "There is no such board"),
            ("/t/none/changes", HttpStatusCode.NotFound, ""),
            ("/t/cango-ai-pivot?asOf=yesterday", HttpStatusCode.BadRequest, "That is not a date"),
            ("/t/cango-ai-pivot?asOf=1950-01-01", HttpStatusCode.NotFound, "The record begins on"),
            ("/no/such/page", HttpStatusCode.NotFound, "Nothing is here"),
            ("/health/live", HttpStatusCode.OK, "Healthy"),
            ("/health/ready", HttpStatusCode.OK, "Healthy"),
        })
        {
            using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.True(status == answer.StatusCode, $"{path} answered {answer.StatusCode}");
            Assert.Contains(words, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/t/cango-ai-pivot")]
    [InlineData("/no/such/page")]
    [InlineData("/app.css")]
    public async Task Every_answer_forbids_foreign_scripts_framing_and_guessing(string path)
    {
        using var client = factory.CreateClient();
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));

        Assert.Contains("script-src 'self' 'nonce-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task A_script_in_the_link_comes_back_as_text()
    {
        using var client = factory.CreateClient();
        var page = await client.GetStringAsync("/t/cango-ai-pivot?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&source=%3Cscript%3E&asOf=2026-11-22", TestContext.Current.CancellationToken);

        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_loads_no_circuit_script()
    {
        using var client = factory.CreateClient();
        var page = await client.GetStringAsync("/t/cango-ai-pivot", TestContext.Current.CancellationToken);

        Assert.DoesNotContain("blazor.web.js", page, StringComparison.Ordinal);
        Assert.DoesNotContain("MudBlazor", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_page_is_told_the_version_of_its_board_at_once()
    {
        using var client = factory.CreateClient();
        using var answer = await client.GetAsync("/t/cango-ai-pivot/changes", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));

        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("event: changed", await lines.ReadLineAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith("data: ", await lines.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        await Folders.Delete(data);
    }
}
