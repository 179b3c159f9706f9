namespace ThesisBoard.Benchmarks;

/// <summary>
/// Bytes that are allocated, as numbers to compare with those of another day. Code that is compiled a second time, once it has run often, keeps more of its
/// objects off the heap: only a process that compiles everything well at once (<see cref="Variable"/>) counts the same every time.
/// </summary>
public static class Allocations
{
    /// <summary>The variable that the process has to be started with, at 0.</summary>
    public const string Variable = "DOTNET_TieredCompilation";

    private const int Observations = 10_000;

    internal static IEnumerable<(string Name, long Bytes)> Count()
    {
        var (board, history) = JudgingRun.Allocated(Observations);
        yield return ("allocated to judge 10,000 observations, KB", board);
        yield return ("allocated for their history, KB", history);
        if (ReaderRun.AllocatedByFact() is { } fact)
            yield return ("allocated to read a numeric fact of a 10-Q, KB", fact);
    }
}
