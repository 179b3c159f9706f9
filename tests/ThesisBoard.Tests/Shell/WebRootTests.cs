using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace ThesisBoard.Tests.Shell;

/// <summary>
/// The web root lies at the top of the repository, where the SDK does not look for it. An SDK that changed its ways
/// would answer with a 404 or with 0 bytes; this is the test that says so.
/// </summary>
public sealed class WebRootTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("thesisboard-");
    private readonly WebApplicationFactory<Program> _factory;

    public WebRootTests() => _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
    {
        host.UseEnvironment("Production");
        host.UseSetting("THESISBOARD_DATA", _data.FullName);
        host.ConfigureLogging(logging => logging.ClearProviders());
    });

    [Fact]
    public async Task The_stylesheet_at_the_top_level_is_the_one_that_is_served()
    {
        var served = await Get("/app.css", "identity");

        var file = Path.Combine(RepositoryRoot(), "wwwroot", "app.css");
        Assert.Equal(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken), served.Body);
        Assert.NotEmpty(served.Body);
    }

    [Fact]
    public async Task The_stylesheet_has_a_fingerprinted_address_that_may_be_kept_for_ever_and_comes_compressed()
    {
        var fingerprinted = Routes().Single(IsFingerprintedStylesheet);

        var plain = await Get("/" + fingerprinted, "identity");
        var packed = await Get("/" + fingerprinted, "gzip");

        // An unpublished app answers "no-cache" unless ReloadStaticAssetsAtRuntime is false.
        Assert.Contains("immutable", packed.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("gzip", Assert.Single(packed.Encodings));
        using var unpacked = new MemoryStream();
        await using (var gzip = new GZipStream(new MemoryStream(packed.Body), CompressionMode.Decompress))
            await gzip.CopyToAsync(unpacked, TestContext.Current.CancellationToken);
        Assert.NotEmpty(plain.Body);
        Assert.Equal(plain.Body, unpacked.ToArray());
    }

    public void Dispose()
    {
        _factory.Dispose();
        _data.Delete(recursive: true);
    }

    // app.<fingerprint>.css; its compressed variants have one more ending.
    private static bool IsFingerprintedStylesheet(string route) =>
        route.StartsWith("app.", StringComparison.Ordinal) && route.EndsWith(".css", StringComparison.Ordinal) && route.Count(c => c == '.') == 2;

    private IEnumerable<string> Routes() => _factory.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText ?? "").Distinct();

    private async Task<Served> Get(string path, string encoding)
    {
        using var client = _factory.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd(encoding);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return new Served(response.Headers, [.. response.Content.Headers.ContentEncoding], body);
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ThesisBoard.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder.FullName;
    }

    private sealed record Served(HttpResponseHeaders Headers, string[] Encodings, byte[] Body);
}
