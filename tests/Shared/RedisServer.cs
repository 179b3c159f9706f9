using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ThesisBoard.Tests.Nodes;

/// <summary>A real Redis on loopback that keeps nothing, in a process of its own: killed and started again at the same address.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(20);
    private readonly int port = FreePort();
    private Process? process;

    private RedisServer()
    {
    }

    /// <summary>Where it is installed; null where it is not.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, "redis-server")).FirstOrDefault(File.Exists);

    /// <summary>What <c>ConnectionStrings__Redis</c> says.</summary>
    public string ConnectionString => $"127.0.0.1:{port}";

    public static async Task<RedisServer> Start()
    {
        var redis = new RedisServer();
        await redis.Launch();
        return redis;
    }

    public async Task Kill()
    {
        if (process is not { } running)
            return;
        process = null;
        running.Kill();
        await running.WaitForExitAsync();
        running.Dispose();
    }

    public async Task Launch()
    {
        process = Process.Start(new ProcessStartInfo(Program!, ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]) { RedirectStandardOutput = true })!;
        process.BeginOutputReadLine();
        for (var watch = Stopwatch.StartNew(); !await Answers(); await Task.Delay(20))
        {
            if (process.HasExited || watch.Elapsed > StartLimit)
                throw new InvalidOperationException("Redis did not start.");
        }
    }

    public async ValueTask DisposeAsync() => await Kill();

    private async Task<bool> Answers()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port);
            await client.GetStream().WriteAsync("PING\r\n"u8.ToArray());
            var answer = new byte[5];
            await client.GetStream().ReadExactlyAsync(answer);
            return answer.AsSpan().SequenceEqual("+PONG"u8);
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
