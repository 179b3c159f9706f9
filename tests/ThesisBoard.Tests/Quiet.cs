using System.Runtime.CompilerServices;

namespace ThesisBoard.Tests;

/// <summary>Servers in the tests' own process do nothing that nobody asked for: what a page costs is counted, and many start that show no board.</summary>
internal static class Quiet
{
    [ModuleInitializer]
    internal static void Begin() => Environment.SetEnvironmentVariable("Boards__ReadAhead", "0");
}
