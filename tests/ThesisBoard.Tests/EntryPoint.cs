using ThesisBoard.Tests.Data;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace ThesisBoard.Tests;

/// <summary>What xunit would generate, and one verb more: the writer that the crash tests kill.</summary>
internal static class EntryPoint
{
    public static Task<int> Main(string[] args) => args switch
    {
        [CrashWriter.Verb, var folder, var name, var isBare] => CrashWriter.Run(folder, name, bool.Parse(isBare)),
        _ when args.Any(arg => arg is "--server" or "--internal-msbuild-node") => TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => ConsoleRunner.Run(args),
    };
}
