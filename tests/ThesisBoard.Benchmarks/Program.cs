using ThesisBoard.Benchmarks;

switch (args)
{
    case ["judging"]:
        return JudgingRun.Run();
    case ["readers"]:
        return ReaderRun.Run();
    default:
        Console.Error.WriteLine("Say what to measure: judging or readers.");
        return 2;
}
