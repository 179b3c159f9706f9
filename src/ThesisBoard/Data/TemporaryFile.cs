namespace ThesisBoard.Data;

/// <summary>A file that only this process reads and that is gone when it is closed, however that comes.</summary>
internal static class TemporaryFile
{
    public static FileStream Create(string ending) => new(
        Path.Combine(Path.GetTempPath(), $"thesisboard-{Guid.NewGuid():n}.{ending}"),
        new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
}
