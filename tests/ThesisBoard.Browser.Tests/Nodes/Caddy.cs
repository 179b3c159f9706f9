using System.Diagnostics;
using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Browser.Tests.Nodes;

/// <summary>The proxy that a team is given: real Caddy with the settings as they are shipped, before nodes of a test.</summary>
public sealed class Caddy : IAsyncDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("thesisboard-caddy-");
    private Process? _process;

    private Caddy()
    {
    }

    /// <summary>Where it is installed; null where it is not.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, "caddy")).FirstOrDefault(File.Exists);

    public Uri Address { get; } = BoardServer.At("127.0.0.1");

    public static async Task<Caddy> Before(params Uri[] nodes)
    {
        var caddy = new Caddy();
        try
        {
            await caddy.Start(nodes);
            return caddy;
        }
        catch
        {
            await caddy.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        _home.Delete(recursive: true);
    }

    private async Task Start(Uri[] nodes)
    {
        var settings = Path.Combine(_home.FullName, "Caddyfile"); // around what is shipped only what keeps a test to this machine
        await File.WriteAllTextAsync(settings, $$"""
            {
              admin off
              default_bind 127.0.0.1
            }
            import {{Path.Combine(BuiltApp.Root, "src", "ThesisBoard", "Caddyfile")}}
            """);
        var start = new ProcessStartInfo(Program!, ["run", "--config", settings, "--adapter", "caddyfile"]) { RedirectStandardError = true };
        start.Environment["HOME"] = start.Environment["XDG_DATA_HOME"] = start.Environment["XDG_CONFIG_HOME"] = _home.FullName;
        start.Environment["SITE_ADDRESS"] = Address.GetLeftPart(UriPartial.Authority);
        start.Environment["NODES"] = string.Join(' ', nodes.Select(node => node.Authority));
        _process = Process.Start(start)!;
        var log = _process.StandardError.ReadToEndAsync();
        using var http = new HttpClient();
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            if (_process.HasExited || watch.Elapsed > TimeSpan.FromSeconds(30))
                throw new InvalidOperationException($"Caddy did not start: {(_process.HasExited ? await log : "it does not answer")}");
            try
            {
                if ((await http.GetAsync(new Uri(Address, "/health/live"))).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
        }
    }
}
