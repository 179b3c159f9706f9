namespace ThesisBoard.Nodes;

/// <summary>What tells one running kernel from another. SQLite shares a file between programs under one kernel, containers included, and never between two.</summary>
internal static class Kernel
{
    private const string BootId = "/proc/sys/kernel/random/boot_id";

    public static string Name { get; } = Read();

    private static string Read()
    {
        try
        {
            return File.Exists(BootId) ? File.ReadAllText(BootId).Trim() : Environment.MachineName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Environment.MachineName;
        }
    }
}
