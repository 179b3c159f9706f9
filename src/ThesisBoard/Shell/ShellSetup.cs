using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using ThesisBoard.Features.Api;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Offline;
using ThesisBoard.Features.Shares;

namespace ThesisBoard.Shell;

/// <summary>What every page stands on: address, static files, rendering, compression, headers, error pages.</summary>
public static class ShellSetup
{
    /// <summary>Addresses carry what was typed (StartForm): a letter beyond ASCII takes nine bytes there.</summary>
    private const int LongestAddress = 32 * 1024;
    private const string DefaultAddress = "http://localhost:5080";

    public static void AddShell(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets(); // always: an unpublished Production run would answer 200 with nothing in it
        if (!builder.Environment.IsDevelopment()) // else an unpublished run answers "no-cache" for fingerprinted files too
            builder.WebHost.UseSetting("ReloadStaticAssetsAtRuntime", "false");
        if (!HasAddress(builder.Configuration))
            builder.WebHost.UseUrls(DefaultAddress);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = LongestAddress;
        });

        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error); // its first-run warnings say nothing that an owner could act on
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);         // Program says in one line why it could not start
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddAntiforgery();
        var policies = builder.Services.AddSecurityHeaderPolicies()
            .SetDefaultPolicy(SecurityHeaders.Policy)
            .AddPolicy(SecurityHeaders.DocumentPage, SecurityHeaders.ForDocumentPage)
            .AddPolicy(SecurityHeaders.StoredBytes, SecurityHeaders.ForStoredBytes);
        foreach (var (name, policy) in SecurityHeaders.ForShares)
            policies.AddPolicy(name, policy);
        builder.AddLimits();
        // A page is written in small pieces, at which the fastest level sees little to compress: 30 KB where this one makes 15.
        builder.Services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        // Safe over TLS too: the only secret in a page is the anti-forgery token, which is encrypted anew for every response.
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
        });
    }

    public static void UseShell(this WebApplication app)
    {
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseSecurityHeaders();
        app.UseKeptPages();
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseApiDoor();
        app.UseCircuitDoor();
        app.UseBoardGate();
        app.UseShareGate();
        app.UseOutputCache(); // keeps what is compressed already
        app.UseRateLimiter(); // behind the cache: a page that is made already is free
        app.UseResponseCompression();
        app.UseAntiforgery();
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(circuit =>
        {
            circuit.ContentSecurityFrameAncestorsPolicy = null; // SecurityHeaders says it, for every answer
            circuit.DisableWebSocketCompression = true;         // saves about 235 KB of native memory a circuit
        });
    }

    /// <summary>
    /// Makes every endpoint, once all are mapped, while the database is still made ready. The framework would make those of the minimal APIs anew for each part that asks
    /// for them (authorization before the doors open, routing at the first request), and compile what reads their arguments each time.
    /// </summary>
    public static void MakeEndpoints(this IEndpointRouteBuilder app)
    {
        EndpointDataSource[] sources = [.. app.DataSources];
        app.DataSources.Clear();
        foreach (var source in sources)
            app.DataSources.Add(source.GetType().Assembly == typeof(CompositeEndpointDataSource).Assembly ? new CompositeEndpointDataSource([source]) : source); // which keeps what it made
        foreach (var source in app.DataSources)
            _ = source.Endpoints;
    }

    private static bool HasAddress(ConfigurationManager configuration) =>
        new[] { "urls", "http_ports", "https_ports" }.Any(key => !string.IsNullOrWhiteSpace(configuration[key]))
        || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();
}
