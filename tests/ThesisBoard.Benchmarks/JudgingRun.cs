using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;
using ThesisBoard.Tests.Shared;

namespace ThesisBoard.Benchmarks;

/// <summary>
/// What judging costs as a record grows, and what a whole history costs beside one date. All of it in turns in one run and as ratios, each the median
/// over the rounds, so that other work on the machine slows both sides; in processor time of this process, its collections included.
/// </summary>
internal static class JudgingRun
{
    private const double MostForTenTimesTheData = 12;
    private const double MostForHistory = 3;
    private const int Rounds = 25;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);

    public static IReadOnlyList<Comparison> Measure()
    {
        var (few, many) = (Sized(1_000), Sized(10_000));
        var (brief, lasting) = (OneMetric(1_000), OneMetric(10_000));
        return
        [
            Compare("board: ten times the data", MostForTenTimesTheData, few, Board, 10, many, Board, 1),
            Compare("history: ten times the data", MostForTenTimesTheData, few, History, 10, many, History, 1),
            Compare("history beside the board on the last date", MostForHistory, many, Board, 2, many, History, 1),
            Compare("one metric, a figure a day: ten times the days", MostForTenTimesTheData, brief, History, 10, lasting, History, 1),
        ];
    }

    /// <summary>Bytes that are allocated for the board and for its history at so many observations: the same on every machine.</summary>
    public static (long Board, long History) Allocated(int observations)
    {
        var record = Sized(observations);
        Board(record); // what is made once and kept
        History(record);
        return (Bytes(() => Board(record)), Bytes(() => History(record)));
    }

    // Everything that a reader could read is told, so that nothing is left for later.
    private static void Board((Thesis Thesis, Record Record) board)
    {
        var state = Judge.Board(board.Thesis, board.Record, BigRecord.AsOf);
        foreach (var criterion in state.Criteria)
            read += criterion.Reason.Length + criterion.Sufficiency.Sentence.Length;
        foreach (var finding in state.Findings)
            read += finding.Sentence.Length;
    }

    private static void History((Thesis Thesis, Record Record) board) => read += Replay.History(board.Thesis, board.Record, BigRecord.AsOf).Standings.Count;

    private static long read;

    private static (Thesis Thesis, Record Record) Sized(int observations) => Sound(BigRecord.Generate(observations));

    private static (Thesis Thesis, Record Record) OneMetric(int days) => Sound(BigRecord.OneMetric(days));

    /// <summary>What is measured must be a board that could be saved.</summary>
    private static (Thesis Thesis, Record Record) Sound((Thesis Thesis, Record Record) board) => ThesisCheck.Check(board.Thesis, board.Record) is [var problem, ..]
        ? throw new InvalidOperationException($"The generated record is not sound: {problem}") : board;

    private static Comparison Compare<T>(string name, double most, T first, Action<T> runFirst, int firstTimes, T second, Action<T> runSecond, int secondTimes)
    {
        var until = Environment.TickCount64 + WarmUp.TotalMilliseconds;
        do
        {
            runFirst(first);
            runSecond(second);
        }
        while (Environment.TickCount64 < until);

        var rounds = Enumerable.Range(0, Rounds).Select(_ => (First: Spent(() => runFirst(first), firstTimes), Second: Spent(() => runSecond(second), secondTimes))).ToList();
        return new(
            name,
            most,
            Median(rounds.Select(r => r.Second / r.First)),
            Median(rounds.Select(r => r.First)),
            Median(rounds.Select(r => r.Second)),
            FormattableString.Invariant($"{Bytes(() => runFirst(first)) / 1024:N0} KB and {Bytes(() => runSecond(second)) / 1024:N0} KB"));
    }

    /// <summary>Milliseconds of processor time a run.</summary>
    private static double Spent(Action run, int times)
    {
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < times; i++)
            run();
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / times;
    }

    private static long Bytes(Action run)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
