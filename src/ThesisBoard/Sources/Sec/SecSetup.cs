using System.Net;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using ThesisBoard.Features.Filings;

namespace ThesisBoard.Sources.Sec;

/// <summary>Adds EDGAR: the client with its pace and retries, and the watcher that brings new filings in.</summary>
public static class SecSetup
{
    private const int Retries = 3;
    private static readonly TimeSpan AttemptTime = TimeSpan.FromSeconds(30);

    /// <summary>A longer wait is not sat out inside one request: the next check comes anyway.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <exception cref="Data.RefusedToStartException">A setting makes no sense.</exception>
    public static WebApplicationBuilder AddSec(this WebApplicationBuilder builder)
    {
        builder.Services.AddSec(EdgarOptions.Read(builder.Configuration));
        builder.Services.AddHostedService(all => all.GetRequiredService<Watcher>());
        builder.Logging.AddFilter("System.Net.Http.HttpClient", LogLevel.Warning);
        builder.Logging.AddFilter("Polly", LogLevel.None); // the watcher says in one line what went wrong, and the pages since when
        return builder;
    }

    /// <summary>The same without what runs by itself.</summary>
    internal static IServiceCollection AddSec(this IServiceCollection services, EdgarOptions options)
    {
        services.AddSingleton(options).AddSingleton<EdgarContact>().AddSingleton<EdgarPace>().AddSingleton<EdgarReach>().AddSingleton<EdgarCache>();
        services.AddSingleton<FilingFetcher>().AddSingleton<Watcher>().AddSingleton<CompanyList>();
        services.AddTransient<PacedHandler>();
        services.TryAddSingleton(new EdgarDoor(options));
        var client = services.AddHttpClient("edgar", http => http.Timeout = Timeout.InfiniteTimeSpan) // each attempt and each body has its own
            .AddTypedClient((http, all) => new EdgarClient(
                http, options, all.GetRequiredService<EdgarContact>(), all.GetRequiredService<EdgarCache>(), all.GetRequiredService<EdgarReach>(), all.GetRequiredService<TimeProvider>()))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan) // the pooled connections are renewed instead, so the client may live as long as the program
            .ConfigurePrimaryHttpMessageHandler(all => new SocketsHttpHandler
            {
                ConnectCallback = all.GetRequiredService<EdgarDoor>().Open,
                AllowAutoRedirect = false, // the client follows only to EDGAR's own addresses
                AutomaticDecompression = DecompressionMethods.All,
                UseCookies = false,
                ConnectTimeout = TimeSpan.FromSeconds(10),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                MaxResponseHeadersLength = 64,
            });
        client.AddResilienceHandler("edgar", (pipeline, context) =>
        {
            var clock = context.ServiceProvider.GetRequiredService<TimeProvider>();
            pipeline.TimeProvider = clock;
            pipeline.AddRetry(Retry(clock)).AddTimeout(AttemptTime);
        });
        client.AddHttpMessageHandler<PacedHandler>();
        return services;
    }

    private static HttpRetryStrategyOptions Retry(TimeProvider clock) => new()
    {
        MaxRetryAttempts = Retries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = TimeSpan.FromSeconds(2),
        ShouldRetryAfterHeader = true,
        ShouldHandle = attempt => new(HttpClientResiliencePredicates.IsTransient(attempt.Outcome) && attempt.Outcome.Exception is not { InnerException: EdgarException }
            && (attempt.Outcome.Result is not { } answer || EdgarClient.RetryAfter(answer, clock) is not { } wait || wait <= LongestWait)),
    };
}
