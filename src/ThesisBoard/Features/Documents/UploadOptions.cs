using System.Globalization;
using ThesisBoard.Data;

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
            Number(section, "MaxFileMegabytes", 100, MostMegabytes) * Megabyte,
            (int)Number(section, "MaxFiles", 20, 200),
            Number(section, "MaxStoredMegabytes", 20_480, 100_000_000) * Megabyte);
    }

    private static long Number(IConfigurationSection section, string name, long otherwise, long most)
    {
        if (section[name] is not { } text || string.IsNullOrWhiteSpace(text))
            return otherwise;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : throw new RefusedToStartException($"Uploads__{name} is '{text}'. Set it to a whole number from 1 to {most}.");
    }
}
