using Microsoft.Data.Sqlite;

namespace ThesisBoard.Tests.Data;

/// <summary>Takes away what a test's server left on the disk.</summary>
internal static class Folders
{
    /// <summary>What is given up may ask the database once more while the server already stops, and so make a file anew.</summary>
    public static async Task Delete(DirectoryInfo folder)
    {
        for (var attempt = 1; ; attempt++)
        {
            SqliteConnection.ClearAllPools();
            try
            {
                folder.Delete(recursive: true);
                return;
            }
            catch (IOException) when (attempt < 20)
            {
                await Task.Delay(100);
            }
        }
    }
}
