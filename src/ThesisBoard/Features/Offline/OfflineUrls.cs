namespace ThesisBoard.Features.Offline;

/// <summary>Where a reader sees what is kept on the device.</summary>
public static class OfflineUrls
{
    /// <summary>What is kept, and whether anything is; without a line also what stands for every page that is not.</summary>
    public const string Kept = "/kept";
}
