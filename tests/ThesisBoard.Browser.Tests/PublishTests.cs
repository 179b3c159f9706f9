using System.Text.RegularExpressions;
using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Browser.Tests;

/// <summary>What a team puts on its machine, started from another folder than its own.</summary>
public sealed partial class PublishTests
{
    [Fact]
    public async Task The_published_app_serves_the_board_with_its_own_files_compressed()
    {
        using var app = BuiltApp.Published is null ? await PublishedApp.Publish() : null;
        await using var server = new BoardServer { Assembly = app?.Assembly ?? BuiltApp.Assembly };
        await server.Restart();
        using var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("identity");

        var page = await http.GetStringAsync(new Uri("/t/cango-ai-pivot", UriKind.Relative), TestContext.Current.CancellationToken);
        var files = OwnFiles().Matches(page).Select(m => m.Groups[1].Value).Distinct().ToList();

        Assert.Contains(files, f => f.StartsWith("app.", StringComparison.Ordinal));
        foreach (var file in files)
        {
            Assert.NotEmpty(await http.GetByteArrayAsync(new Uri("/" + file, UriKind.Relative), TestContext.Current.CancellationToken));
            Assert.Equal("br", await Encoding(http, file));
        }
    }

    private static async Task<string?> Encoding(HttpClient http, string file)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/" + file, UriKind.Relative));
        request.Headers.AcceptEncoding.Clear();
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.Content.Headers.ContentEncoding.SingleOrDefault();
    }

    [GeneratedRegex("(?:href|src)=\"/?([a-z.-]+\\.[a-z0-9]{10}\\.(?:css|js))\"", RegexOptions.NonBacktracking)]
    private static partial Regex OwnFiles();
}
