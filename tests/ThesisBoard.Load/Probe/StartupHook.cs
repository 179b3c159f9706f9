using System.Diagnostics.CodeAnalysis;

/// <summary>
/// Named in <c>DOTNET_STARTUP_HOOKS</c>, this brings the assembly into the program that is measured, where <c>ASPNETCORE_HOSTINGSTARTUPASSEMBLIES</c> finds its
/// <see cref="ThesisBoard.Load.Probe.ProbeStartup"/>. So the program itself is the one that is shipped, without a line for measuring.
/// </summary>
[SuppressMessage("Design", "CA1050:Declare types in namespaces", Justification = "The runtime looks for this name, in no namespace.")]
internal sealed class StartupHook
{
    public static void Initialize()
    {
        // Being loaded is enough.
    }
}
