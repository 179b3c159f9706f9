using StackExchange.Redis;
using ThesisBoard.Data;

namespace ThesisBoard.Nodes;

/// <summary>What several nodes need beyond the database.</summary>
/// <param name="Redis">How to reach Redis; null on a node that is alone.</param>
public sealed record NodeSettings(ConfigurationOptions? Redis)
{
    private const string Key = "ConnectionStrings:Redis";

    /// <summary>Reads <c>ConnectionStrings__Redis</c>.</summary>
    /// <exception cref="RefusedToStartException">It cannot be read.</exception>
    public static NodeSettings Read(IConfiguration configuration)
    {
        if (configuration[Key] is not { } text || string.IsNullOrWhiteSpace(text))
            return new((ConfigurationOptions?)null);
        try
        {
            var options = ConfigurationOptions.Parse(text);
            if (options.EndPoints.Count == 0)
                throw new ArgumentException("it names no server.");
            options.AbortOnConnectFail = false;               // a node serves without Redis too, and joins once it is there
            options.BacklogPolicy = BacklogPolicy.FailFast;   // a hint that waits for Redis to come back is none
            options.ReconnectRetryPolicy = new LinearRetry(1000);
            options.KeepAlive = 10;                           // else a cable that was pulled is noticed after a minute
            options.ClientName ??= "ThesisBoard";
            return new(options);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new RefusedToStartException($"ConnectionStrings__Redis cannot be read: {e.Message} Write it like 'redis:6379' or 'redis:6379,password=…', or leave it out on a node that is alone.");
        }
    }
}
