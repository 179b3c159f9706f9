using ThesisBoard.Shell;

namespace ThesisBoard.Features.Documents;

/// <summary>Bounds on what people bring in. Read once at start; a setting that makes no sense refuses to start.</summary>
/// <param name="MaxFileBytes">Bytes of one file.</param>
/// <param name="MaxFiles">Files of one request.</param>
/// <param name="MaxStoredBytes">Bytes of all stored documents together, as they came.</param>
public sealed record UploadOptions(long MaxFileBytes = 100L * UploadOptions.Megabyte, int MaxFiles = 20, long MaxStoredBytes = 20_480L * UploadOptions.Megabyte)
{
    public const int Megabyte = 1024 * 1024;

    /// <summary>A document is read and kept whole: more than this does not go through one array.</summary>
    private const int MostMegabytes = 1024;

    /// <summary>What stands around the files in a request.</summary>
    private const long Wrapping = Megabyte;

    public long MaxRequestBytes => (MaxFileBytes * MaxFiles) + Wrapping;

    public static UploadOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Uploads");
        return new(
            section.Whole("MaxFileMegabytes", 100, MostMegabytes) * Megabyte,
            (int)section.Whole("MaxFiles", 20, 200),
            section.Whole("MaxStoredMegabytes", 20_480, 100_000_000) * Megabyte);
    }
}
