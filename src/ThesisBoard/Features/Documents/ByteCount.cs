using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Features.Documents;

/// <summary>A number of bytes as people read it, in units of 1,000.</summary>
internal static class ByteCount
{
    public static string Show(long bytes) => bytes switch
    {
        < 1_000 => Figures.Count(bytes, "byte"),
        < 1_000_000 => $"{Figures.Number(Math.Round(bytes / 1_000m))} KB",
        _ => $"{Figures.Number(Math.Round(bytes / 1_000_000m, 1))} MB",
    };
}
