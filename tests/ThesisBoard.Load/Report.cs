namespace ThesisBoard.Load;

/// <summary>The table of a run. A count that is wrong fails the run; a time that is missed is only said, for it depends on the machine.</summary>
internal sealed class Report
{
    private readonly List<string> failures = [];

    private bool hasHead;

    public void Row(string measure, string result, string goal = "")
    {
        if (!hasHead)
            Console.WriteLine("| measure | result | goal |\n|---|---|---|");
        hasHead = true;
        Console.WriteLine($"| {measure} | {result} | {goal} |");
    }

    /// <summary>A row with a limit: says so where it is missed.</summary>
    public void Limit(string measure, double value, double most, string unit) =>
        Row(measure, Invariant($"{value:#,0.##} {unit}"), Invariant($"≤ {most:#,0.##} {unit}{(value <= most ? "" : ": **missed**")}"));

    /// <summary>A row that must hold on every machine.</summary>
    public void Must(string measure, string result, string goal, bool holds)
    {
        Row(measure, result, holds ? goal : $"{goal}: **failed**");
        if (!holds)
            failures.Add(measure);
    }

    /// <summary>The exit code.</summary>
    public int End()
    {
        foreach (var failure in failures)
            Console.Error.WriteLine($"Failed: {failure}");
        return failures.Count == 0 ? 0 : 1;
    }
}
