using StackExchange.Redis;

namespace ThesisBoard.Nodes;

/// <summary>Carries what nodes tell one another over Redis, and says when it cannot. It connects again by itself for as long as the node runs.</summary>
internal sealed partial class RedisLink(NodeSettings settings, OtherNodes nodes, TimeProvider clock, ILogger<RedisLink> log) : BackgroundService
{
    private static readonly RedisChannel Channel = RedisChannel.Literal("thesisboard");
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Redis is not { } options)
            return;
        nodes.Link = new(IsSet: true, LostSince: clock.GetUtcNow().UtcDateTime);
        try
        {
            await using var redis = await ConnectionMultiplexer.ConnectAsync(options);
            var bus = redis.GetSubscriber();
            nodes.Join((topic, text) => Send(bus, topic, text));
            using var timer = new PeriodicTimer(Look, clock);
            for (var (isSubscribed, isFirst) = (false, true); ; isFirst = false)
            {
                isSubscribed = isSubscribed || await Subscribe(bus);
                Note(isSubscribed && bus.IsConnected(Channel), isFirst);
                await timer.WaitForNextTickAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The host is stopping.
        }
    }

    private async Task<bool> Subscribe(ISubscriber bus)
    {
        try
        {
            await bus.SubscribeAsync(Channel, (_, message) => Take(message));
            return true;
        }
        catch (RedisException)
        {
            return false; // not there yet; Note says so
        }
    }

    private void Send(ISubscriber bus, string topic, string text)
    {
        try
        {
            bus.Publish(Channel, $"{nodes.Self:n}\n{topic}\n{text}", CommandFlags.FireAndForget);
        }
        catch (Exception e) when (e is RedisException or ObjectDisposedException)
        {
            // Lost: the other nodes find it in the database.
        }
    }

    /// <summary>What this node told comes back to it too, and is no news.</summary>
    private void Take(RedisValue message)
    {
        if (message.ToString().Split('\n', 3) is [var from, var topic, var text] && Guid.TryParse(from, out var node) && node != nodes.Self)
            nodes.Hear(topic, text);
    }

    private void Note(bool isUp, bool isFirst)
    {
        if (isUp == nodes.Link.IsUp && !isFirst)
            return;
        var since = nodes.Link.LostSince ?? clock.GetUtcNow().UtcDateTime;
        nodes.Link = new(IsSet: true, isUp ? null : since);
        if (!isUp)
            Lost(log);
        else if (!isFirst)
            Back(log, since);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis is out of reach. Boards are served as before; what other nodes change arrives by the database, a few seconds later. Trying again.")]
    private static partial void Lost(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis is back; it was out of reach since {Since:u}.")]
    private static partial void Back(ILogger log, DateTime since);
}
