using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Features.Documents;

/// <summary>A number of bytes as people read it, in units of 1,024, as file managers show it.</summary>
internal static class ByteCount
{
    public static string Show(long bytes) => bytes switch
    {
        < 1_024 => Figures.Count(bytes, "byte"),
        < 1_048_576 => $"{Figures.Number(Math.Round(bytes / 1_024m))} KB",
        _ => $"{Figures.Number(Math.Round(bytes / 1_048_576m, 1))} MB",
    };
}
