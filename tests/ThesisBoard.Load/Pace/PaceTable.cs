namespace ThesisBoard.Load.Pace;

/// <summary>One measure of the programs side by side.</summary>
/// <param name="Goal">Which goal it speaks to, such as <c>P1</c>; empty for what is only told.</param>
/// <param name="Name">What is measured, with its unit.</param>
/// <param name="Product">ThesisBoard's.</param>
/// <param name="Template">The framework's template's; null where it has nothing of the kind.</param>
/// <param name="Floor">The bare page's; null where it has nothing of the kind.</param>
/// <param name="Limit">The goal in words.</param>
/// <param name="Holds">Whether it is reached; null where there is none.</param>
internal sealed record PaceRow(string Goal, string Name, double Product, double? Template, double? Floor, string Limit, bool? Holds);

/// <summary>The table of a pace run, printed as it grows.</summary>
internal sealed class PaceTable
{
    private const string Head = "| | measure | ThesisBoard | template | floor | ÷ template | ÷ floor | goal |\n|---|---|---|---|---|---|---|---|";
    private readonly List<PaceRow> rows = [];

    public IReadOnlyList<PaceRow> Rows => rows;

    public void Tell(string name, double product, double? template = null, double? floor = null) => Add(new("", name, product, template, floor, "", null));

    public void Most(string goal, string name, double most, double product, double? template = null, double? floor = null) =>
        Add(new(goal, name, product, template, floor, Invariant($"≤ {most:#,0.##}"), product <= most));

    public void Least(string goal, string name, double least, double product, double? template = null, double? floor = null) =>
        Add(new(goal, name, product, template, floor, Invariant($"≥ {least:#,0.##}"), product >= least));

    public void MostTimesTemplate(string goal, string name, double most, double product, double template, double? floor = null) =>
        Add(new(goal, name, product, template, floor, Invariant($"≤ {most:0.##} × the template"), product <= most * template));

    public override string ToString() => $"{Head}\n{string.Join('\n', rows.Select(Line))}";

    private void Add(PaceRow row)
    {
        if (rows.Count == 0)
            Console.WriteLine(Head);
        rows.Add(row);
        Console.WriteLine(Line(row));
    }

    private static string Line(PaceRow row) =>
        $"| {row.Goal} | {row.Name} | {Say(row.Product)} | {Say(row.Template)} | {Say(row.Floor)} | {Say(row.Product / row.Template)} | {Say(row.Product / row.Floor)} | {row.Limit}{(row.Holds is false ? ": **missed**" : "")} |";

    /// <summary>Three digits that count.</summary>
    private static string Say(double? value) => value switch
    {
        null => "–",
        0 => "0",
        >= 100 => Invariant($"{value:#,0}"),
        >= 10 => Invariant($"{value:0.0}"),
        >= 1 => Invariant($"{value:0.00}"),
        _ => Invariant($"{value:0.000}"),
    };
}
