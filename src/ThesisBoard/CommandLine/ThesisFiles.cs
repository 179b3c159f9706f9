using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.CommandLine;

/// <summary>Thesis files on disk, as the commands take them.</summary>
internal static class ThesisFiles
{
    /// <summary>True for what can only be a path: a slug has neither a dot nor a separator.</summary>
    public static bool IsPath(string fileOrSlug) => fileOrSlug.AsSpan().ContainsAny('.', '/', '\\') || File.Exists(fileOrSlug);

    /// <summary>Reads a file, or refuses with everything that is wrong with it.</summary>
    public static async Task<(Thesis Thesis, Record Record)> Read(string path, CancellationToken ct)
    {
        var result = ThesisFile.Read(await Text(path, ct));
        if (result.IsRead)
            return (result.Thesis, result.Record);
        throw new CommandRefusedException([.. result.Problems.Select(problem => $"{path}: {problem}")]);
    }

    private static async Task<string> Text(string path, CancellationToken ct)
    {
        try
        {
            if (Directory.Exists(path))
                throw new CommandRefusedException($"{path} is a folder. Name a thesis file, such as src/ThesisBoard/Samples/cango.thesis.json.");
            if (new FileInfo(path) is { Exists: true, Length: > ThesisFile.MaxBytes })
                throw new CommandRefusedException($"{path} is larger than 20 MB, the most that is read. Leave out what is not part of the board.");
            return await File.ReadAllTextAsync(path, ct);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandRefusedException($"There is no file {path}. The path is taken from the current folder, {Directory.GetCurrentDirectory()}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandRefusedException($"{path} cannot be read: {e.Message}");
        }
    }
}
