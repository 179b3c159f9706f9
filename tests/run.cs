#!/usr/bin/env dotnet
// The one test command: dotnet run tests/run.cs [-- PART] [--filter TEXT]
// Finds or installs a browser, Redis and a proxy, builds once, runs every test project and ends with one plain line.
#:property PublishAot=false

using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Xml.Linq;

// Release: the budgets for bytes, memory and start-up are measured on what people run, and a development
// server left running from the Debug folder is not disturbed.
const string Configuration = "Release";
const string PublishedApp = "THESISBOARD_TEST_APP";
const string HeadlessShell = "chromium-headless-shell";
string[] fonts = ["fonts-dejavu-core", "fonts-liberation"];
const string Usage = "usage: dotnet run tests/run.cs [-- PART] [--filter TEXT]\n" +
    "  PART    only the test projects whose name contains it\n" +
    "  TEXT    only the tests whose full name (namespace, class, method) contains it";
var limit = TimeSpan.FromMinutes(60); // for what hangs: the browser tests take 10 to 25 minutes, and a busy machine twice as long

// Most code of a test run is run a few times only: what the compiler would watch for a later, better go is never used.
Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
// One compiler for all projects, which is warm after the first: also where the machine says otherwise.
Environment.SetEnvironmentVariable("UseSharedCompilation", "true");

var tests = (string)AppContext.GetData("EntryPointFileDirectoryPath")!;
var root = Path.GetDirectoryName(tests)!;
var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

if (!TryReadArguments(args, out var part, out var filter))
{
    Console.Error.WriteLine(Usage);
    return 1;
}

var projects = Directory.GetFiles(tests, "*.Tests.csproj", SearchOption.AllDirectories)
    .Select(path => new TestProject(path, Configuration))
    .Where(project => project.Name.Contains(part, StringComparison.OrdinalIgnoreCase))
    .OrderBy(project => project.NeedsBrowser).ThenBy(project => project.Name, StringComparer.Ordinal)
    .ToList();

var total = Build() ? await RunAll() : new Tally(0, 0, 0);
Console.WriteLine(total);
return total.Failed > 0 || total.Passed == 0 ? 1 : 0;

bool Build()
{
    if (projects.Count == 0)
        Console.Error.WriteLine($"No test project has '{part}' in its name.");
    var targets = part.Length == 0 ? [Path.Combine(root, "ThesisBoard.sln")] : projects.Select(project => project.Path);
    var built = targets.All(target => Run(dotnet, ["build", target, "-c", Configuration, "-v", "q", "-nologo", "-clp:ErrorsOnly"]) == 0);
    if (!built)
        Console.Error.WriteLine("The build failed; no test ran.");
    return built && projects.Count > 0;
}

async Task<Tally> RunAll()
{
    if (projects.FirstOrDefault(project => project.NeedsBrowser) is { } browserTests)
        ProvideBrowser(browserTests);
    ProvideServers();
    // Beside the tests that need no browser, some of which wait more than they work.
    var publishing = filter.Length == 0 && projects.Any(project => project.NeedsBrowser) ? Task.Run(PublishApp) : Task.CompletedTask;
    var total = new Tally(0, 0, 0);
    foreach (var project in projects)
    {
        if (project.NeedsBrowser)
            await publishing;
        total += RunProject(project);
    }
    return Environment.GetEnvironmentVariable(PublishedApp) is { Length: > 0 } app && part.Length + filter.Length == 0 ? total + CountCosts(app) : total;
}

// Bytes, database commands and allocations against the run that was kept last: one test, which needs the published app.
Tally CountCosts(string app)
{
    var load = Path.Combine(tests, "ThesisBoard.Load", "bin", Configuration, "net10.0", "ThesisBoard.Load.dll");
    var tally = Run(dotnet, [load, "counts", "--app", app]) == 0 ? new Tally(1, 0, 0) : new Tally(0, 1, 0);
    Console.WriteLine($"Counts: {tally}");
    return tally;
}

Tally RunProject(TestProject project)
{
    var report = Path.Combine(root, "artifacts", "test-results", project.Name + ".xml");
    Directory.CreateDirectory(Path.GetDirectoryName(report)!);
    File.Delete(report);

    string[] selection = filter.Length == 0 ? [] : ["-method", $"*{filter}*"];
    var watch = Stopwatch.StartNew();
    var exit = Run(dotnet, [project.Assembly, "-noLogo", "-noColor", "-noAutoReporters", "-reporter", "quiet", "-longRunning", "180",
        "-result-xml", report, .. selection], isCompiledQuickly: !project.ReadsMegabytes);
    var tally = Tally.Read(report);

    // A runner that died says nothing in its report, or nothing of failures: that counts as one.
    if (tally is null || (exit != 0 && tally.Failed == 0))
    {
        Console.Error.WriteLine($"{project.Name} ended with exit code {exit} and without a usable report: counted as one failure.");
        tally = (tally ?? new Tally(0, 0, 0)) + new Tally(0, 1, 0);
    }
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{project.Name}: {tally} ({watch.Elapsed.TotalSeconds:0.0} s)"));
    return tally;
}

// The browser tests start the app many times: published, as a team runs it, it starts in half the time. For a few tests the built one is there already.
void PublishApp()
{
    var folder = Path.Combine(root, "artifacts", "app");
    if (Run(dotnet, ["publish", Path.Combine(root, "src", "ThesisBoard"), "-c", Configuration, "-v", "q", "-nologo", "-clp:ErrorsOnly",
        "-p:RunAnalyzers=false", "-o", folder, "--artifacts-path", Path.Combine(root, "artifacts", "publish")]) == 0)
        Environment.SetEnvironmentVariable(PublishedApp, Path.Combine(folder, "ThesisBoard.dll"));
}

// The browser tests take a Chromium from THESISBOARD_CHROMIUM, Debian's, any on the path, else the one Playwright keeps for itself.
void ProvideBrowser(TestProject browserTests)
{
    if (Environment.GetEnvironmentVariable("THESISBOARD_CHROMIUM") is { Length: > 0 } || InstallDebianBrowser() || BrowserOnPath())
        return;
    Console.WriteLine("No Chromium found: asking Playwright to install its own.");
    var playwright = Assembly.LoadFrom(Path.Combine(Path.GetDirectoryName(browserTests.Assembly)!, "Microsoft.Playwright.dll"));
    string[] install = OnPath("apt-get") is null ? ["install", "--only-shell", "chromium"] : ["install", "--only-shell", "--with-deps", "chromium"];
    var exit = playwright.GetType("Microsoft.Playwright.Program")!.GetMethod("Main")!.Invoke(null, [install]);
    if (exit is not 0)
        Console.Error.WriteLine("Playwright could not install a browser. Install Chromium and name it in THESISBOARD_CHROMIUM.");
}

static bool BrowserOnPath() => new[] { "chromium", "chromium-browser", "google-chrome" }.Any(name => OnPath(name) is not null);

// A system without fonts gives the browser a typewriter's for its own one; with these two it sets pages as a desk does.
// The headless shell of the same Chromium takes a third of the time: it has no window, no menus and no services behind them.
// Ubuntu's package is only a pointer to a snap, which containers cannot run.
bool InstallDebianBrowser() => IsSystem("debian") && (OnPath(HeadlessShell) is not null
    || Install("Installing Debian's Chromium without a window.", [HeadlessShell, .. fonts])
    || (!BrowserOnPath() && Install("No Chromium found: installing Debian's.", ["chromium", .. fonts]) && BrowserOnPath()));

// The tests of several nodes start a Redis and a proxy of their own; where there is none they are skipped and say so.
void ProvideServers()
{
    string[] missing = [.. NeededServers().Where(server => OnPath(server) is null)];
    if (missing.Length > 0 && (IsSystem("debian") || IsSystem("ubuntu")))
        Install($"Not found: {string.Join(", ", missing)}. Installing the system's.", missing);
}

IEnumerable<string> NeededServers()
{
    if (projects.Any(project => project.NeedsRedis))
        yield return "redis-server";
    if (projects.Any(project => project.NeedsBrowser))
        yield return "caddy";
}

static bool IsSystem(string id) => File.Exists("/etc/os-release") && File.ReadLines("/etc/os-release").Contains($"ID={id}");

bool Install(string say, params string[] packages)
{
    if (OnPath("apt-get") is not { } apt)
        return false;
    string[] command = Environment.IsPrivilegedProcess ? [apt] : OnPath("sudo") is { } sudo ? [sudo, "-n", apt] : [];
    if (command.Length == 0)
        return false;
    Console.WriteLine(say);
    Environment.SetEnvironmentVariable("DEBIAN_FRONTEND", "noninteractive");
    return Run(command[0], [.. command[1..], "-qq", "update"]) == 0
        && Run(command[0], [.. command[1..], "-qq", "-y", "install", "--no-install-recommends", .. packages]) == 0;
}

static string? OnPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
    .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
    .SelectMany(folder => new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".exe") })
    .FirstOrDefault(File.Exists);

// Compiled quickly means once and for all: in a test run the second go at what runs often costs more than it gains, but where megabytes are read.
int Run(string file, IEnumerable<string> arguments, bool isCompiledQuickly = false)
{
    var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = root };
    if (isCompiledQuickly)
        start.Environment["DOTNET_JITMinOpts"] = "1";
    using var process = Process.Start(start)!;
    if (process.WaitForExit(limit))
        return process.ExitCode;
    process.Kill(entireProcessTree: true);
    Console.Error.WriteLine($"{Path.GetFileName(file)} was stopped after {limit.TotalMinutes:0} minutes.");
    return -1;
}

static bool TryReadArguments(string[] args, out string part, out string filter)
{
    (part, filter) = ("", "");
    var rest = new Queue<string>(args);
    while (rest.TryDequeue(out var word))
    {
        if (word == "--filter" && rest.TryDequeue(out var text) && text.Length > 0)
            filter = text;
        else if (!word.StartsWith('-') && part.Length == 0)
            part = word;
        else
            return false;
    }
    return true;
}

internal sealed record TestProject(string Path, string Configuration)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);
    public string Assembly => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, "bin", Configuration, "net10.0", Name + ".dll");
    public bool NeedsRedis => NeedsBrowser || Name == "ThesisBoard.Tests";
    public bool ReadsMegabytes => Name == "ThesisBoard.Filings.Tests";
    public bool NeedsBrowser => Name.EndsWith(".Browser.Tests", StringComparison.Ordinal);
}

internal sealed record Tally(int Passed, int Failed, int Skipped)
{
    public static Tally operator +(Tally a, Tally b) => new(a.Passed + b.Passed, a.Failed + b.Failed, a.Skipped + b.Skipped);

    public static Tally? Read(string report)
    {
        try
        {
            var assemblies = XDocument.Load(report).Descendants("assembly").ToList();
            int Sum(string name) => assemblies.Sum(assembly => (int?)assembly.Attribute(name) ?? 0);
            return new Tally(Sum("passed"), Sum("failed") + Sum("errors"), Sum("skipped"));
        }
        catch (Exception e) when (e is IOException or System.Xml.XmlException)
        {
            return null;
        }
    }

    public override string ToString() => $"{Passed} passed, {Failed} failed{(Skipped > 0 ? $", {Skipped} skipped" : "")}";
}
