using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace ThesisBoard.Browser.Tests.Hosting;

/// <summary>
/// The real app, as built, in a process of its own: a free loopback port, a fresh data folder, no setting inherited
/// from the machine. As a class fixture it gives a test class its own board; a test that needs other settings starts
/// one with <see cref="Start"/>.
/// </summary>
public sealed partial class BoardServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly string[] Inherited = ["ASPNETCORE_", "DOTNET_ENVIRONMENT", "THESISBOARD_", "Database__", "ConnectionStrings__", "Edgar__", "Mail__", "Site__", "OpenIdConnect__"];

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly StringBuilder _log = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("thesisboard-").FullName;
    private Process? _process;

    public Uri Address { get; init; } = At("127.0.0.1");

    /// <summary>Environment variables for the app, over the fixture's own.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>The app to start: the one built with the tests, unless told.</summary>
    public string Assembly { get; init; } = BuiltApp.Assembly;

    /// <summary>What answers as soon as the app can be used.</summary>
    public string ReadyPath { get; init; } = "/health/ready";

    public string DataFolder => Path.Combine(_folder, "data");

    /// <summary>From the start of the process to the first <c>/health/ready</c>, the last time it was started.</summary>
    public TimeSpan StartedIn { get; private set; }

    /// <summary>What the process has used of the processors since it was started the last time.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process!.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The most memory that the process has held since its peak was reset; Linux only.</summary>
    public long PeakMemory => FromStatus("VmHWM:");

    /// <summary>Begins to count the peak anew, and gives what the process holds now; Linux only.</summary>
    public async Task<long> ResetPeak()
    {
        const string resetPeak = "5";
        await File.WriteAllTextAsync($"/proc/{_process!.Id}/clear_refs", resetPeak);
        return FromStatus("VmRSS:");
    }

    public bool IsRunning => _process is { HasExited: false };

    /// <summary>Everything the app has printed, over all its starts.</summary>
    public string Log
    {
        get { lock (_log) return _log.ToString(); }
    }

    /// <summary>The one-time link that makes the owner, as printed on first run; null where none was printed.</summary>
    public Uri? OwnerLink => SetupLink().Match(Log) is { Success: true } link ? new Uri(Address, new Uri(link.Value).PathAndQuery) : null;

    /// <summary>A free port of this machine by one of its names: passkeys belong to names and not to numbers.</summary>
    public static Uri At(string name) => new($"http://{name}:{FreePort()}");

    public static async Task<BoardServer> Start(IReadOnlyDictionary<string, string>? settings = null, Uri? address = null)
    {
        var server = new BoardServer { Settings = settings ?? new Dictionary<string, string>(), Address = address ?? At("127.0.0.1") };
        try
        {
            await server.Launch();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs one of the app's own commands on the same data, and gives what it printed.</summary>
    public async Task<string> Run(params string[] command)
    {
        var start = StartInfo();
        foreach (var word in command)
            start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await said : throw new InvalidOperationException($"{command[0]} ended with {process.ExitCode}: {await wrong}");
    }

    /// <summary>Ends the process at once, as <c>kill -9</c> does.</summary>
    public async Task Kill()
    {
        if (_process is not { } process)
            return;
        _process = null;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>Asks the process to end, as a deployment does, and waits until it has.</summary>
    public async Task Stop()
    {
        using var ask = Process.Start("/bin/sh", ["-c", $"kill -TERM {_process!.Id}"]); // the shell's own: a bare system has no such program
        await ask.WaitForExitAsync();
        using var limit = new CancellationTokenSource(StartLimit);
        await _process.WaitForExitAsync(limit.Token);
        await Kill(); // nothing is left of it but its handle
    }

    /// <summary>Kills and starts again: same address, same data.</summary>
    public async Task Restart()
    {
        await Kill();
        await Launch();
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Launch()
    {
        var watch = Stopwatch.StartNew();
        _process = new Process { StartInfo = StartInfo() };
        _process.OutputDataReceived += (_, line) => Write(line.Data);
        _process.ErrorDataReceived += (_, line) => Write(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        while (!await IsReady())
        {
            if (_process.HasExited || watch.Elapsed > StartLimit)
                throw new InvalidOperationException($"The app is not ready after {watch.Elapsed.TotalSeconds:0} s. It printed:\n{Log}");
            await Task.Delay(20);
        }
        StartedIn = watch.Elapsed;
    }

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo("dotnet", [Assembly])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => Inherited.Any(name.StartsWith)).ToList())
            start.Environment.Remove(name);
        start.Environment["ASPNETCORE_URLS"] = Address.GetLeftPart(UriPartial.Authority);
        start.Environment["THESISBOARD_DATA"] = DataFolder;
        foreach (var (name, value) in Settings)
            start.Environment[name] = value;
        return start;
    }

    private async Task<bool> IsReady()
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(Address, ReadyPath));
            return answer.StatusCode is HttpStatusCode.OK;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private void Write(string? line)
    {
        lock (_log)
            _log.AppendLine(line);
    }

    private long FromStatus(string name)
    {
        const int kilobyte = 1024;
        var line = File.ReadLines($"/proc/{_process!.Id}/status").First(l => l.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * kilobyte;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"https?://\S+/setup/[^\s""]+", RegexOptions.NonBacktracking)]
    private static partial Regex SetupLink();
}
