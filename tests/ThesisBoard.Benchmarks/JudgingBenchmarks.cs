using BenchmarkDotNet.Attributes;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Theses;
using ThesisBoard.Tests.Shared;

namespace ThesisBoard.Benchmarks;

/// <summary>Judging a board, and its whole history, from a record that nothing was prepared of.</summary>
[MemoryDiagnoser]
public class JudgingBenchmarks
{
    private (Thesis Thesis, Record Record) board;

    [Params(1_000, 10_000)]
    public int Observations { get; set; }

    [GlobalSetup]
    public void Generate() => board = BigRecord.Generate(Observations);

    [Benchmark]
    public BoardState Board() => Judge.Board(board.Thesis, board.Record, BigRecord.AsOf);

    [Benchmark]
    public StandingHistory History() => Replay.History(board.Thesis, board.Record, BigRecord.AsOf);
}
