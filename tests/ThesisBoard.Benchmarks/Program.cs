using ThesisBoard.Benchmarks;

if (args is ["allocated"])
{
    foreach (var (name, bytes) in Allocations.Count())
        Console.WriteLine(FormattableString.Invariant($"{name}\t{bytes}"));
    return 0;
}

IReadOnlyList<Comparison>? measured = args switch
{
    ["judging"] => JudgingRun.Measure(),
    ["readers"] => ReaderRun.Measure(),
    _ => null,
};
if (measured is null)
{
    await Console.Error.WriteLineAsync("Say what to measure: judging, readers or allocated.");
    return 2;
}

if (measured.Count == 0)
    Console.WriteLine("The corpus of real filings is not on this machine (set THESISBOARD_CORPUS): nothing to measure.");
foreach (var comparison in measured)
    Console.WriteLine(comparison);
return measured.All(comparison => comparison.Holds) ? 0 : 1;
