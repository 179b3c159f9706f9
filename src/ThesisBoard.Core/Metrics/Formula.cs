using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Metrics;

/// <summary>
/// The arithmetic of a derived metric. Its units are checked before it is used: USD ÷ BTC is USD/BTC, USD + BTC does not pass.
/// </summary>
/// <remarks>
/// <code>
/// sum     = product { ("+" | "-") product }
/// product = signed { ("*" | "/") signed }
/// signed  = "-" signed | operand
/// operand = number [ "[" unit "]" ] | metric [ "@" period ] | "(" sum ")"
/// number  = digits [ "." digits ]                  up to 28 digits, no thousands separators
/// metric  = letters, digits and hyphens            lower case, with at least one letter; a hyphen between two of them belongs to the key
/// period  = 2025 | 2026-Q1 | 2026-H1 | 2026-02 | 2025-12-31 | 2026-02-07/2026-02-08
/// </code>
/// A minus sign between operands therefore needs spaces: <c>long-term-debt - cash</c>. Decimal arithmetic: exact to 28 digits.
/// </remarks>
public sealed class Formula
{
    /// <summary>The longest formula, in characters.</summary>
    public const int MaxLength = 500;

    /// <summary>How deep parentheses and signs may nest.</summary>
    public const int MaxDepth = 32;

    // The same text is read at every write of its board and whenever that is judged.
    private static readonly ConditionalWeakTable<string, Formula> Known = [];
    private readonly FormulaNode root;

    private Formula(string text, FormulaNode root, IReadOnlyList<MetricUse> uses) => (Text, this.root, Uses) = (text, root, uses);

    /// <summary>As it was typed.</summary>
    public string Text { get; }

    /// <summary>The metrics it uses, by their first appearance, each metric and period once.</summary>
    public IReadOnlyList<MetricUse> Uses { get; }

    /// <summary>Reads a formula, or says what is wrong with it. Whether its metrics exist and its units fit is for <see cref="Check"/>.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Formula? formula, [NotNullWhen(false)] out FormulaError? error)
    {
        error = null;
        text ??= "";
        if (Known.TryGetValue(text, out formula))
            return true;
        error = text.Length > MaxLength ? new FormulaError(MaxLength, $"A formula has at most {MaxLength} characters: split it into two derived metrics.") : null;
        var parser = new FormulaParser(text);
        if (error is null && parser.Parse(out error) is { } root)
            Known.AddOrUpdate(text, formula = new Formula(text, root, parser.Uses));
        return formula is not null;
    }

    /// <summary>Checks that every metric exists and that the units fit together; reports all that is wrong at once.</summary>
    /// <param name="unitOf">The unit of a metric, or null when there is no such metric.</param>
    /// <param name="names">The keys of all metrics, to suggest the nearest one for a misspelt key.</param>
    public UnitCheck Check(Func<string, Unit?> unitOf, IEnumerable<string>? names = null)
    {
        var check = new UnitChecking(unitOf, names);
        var unit = root.UnitIn(check);
        if (unit is not null && !Unit.TryParse(unit.Text, out _))
            check.Add(0, "The unit of the result is too complicated: multiply or divide fewer amounts.");
        return new UnitCheck(check.Errors.Count == 0 ? unit : null, check.Errors);
    }

    /// <summary>Computes the value; never throws on account of the figures.</summary>
    /// <param name="figureOf">The figure for a use, or null when none is on file; all of one metric in one unit.</param>
    public FormulaValue Evaluate(Func<MetricUse, Quantity?> figureOf)
    {
        var figures = Uses.Select(figureOf).ToList();
        IReadOnlyList<MetricUse> missing = [.. Uses.Where((_, place) => figures[place] is null)];
        if (missing.Count > 0)
            return new FormulaValue(null, $"Not on file: {string.Join(", ", missing)}.", missing);
        var check = Check(metric => figures[IndexOf(metric)]!.Value.Unit);
        if (!check.Passes)
            return new FormulaValue(null, check.Errors[0].Message, []);
        var problem = Amount([.. figures.Select(f => f!.Value.Amount)], out var amount);
        return new FormulaValue(problem is null ? new Quantity(amount, check.Unit) : null, problem ?? "", []);
    }

    /// <summary>The arithmetic alone, for a formula that <see cref="Check"/> has passed and amounts in their metrics' own units.</summary>
    /// <param name="figures">An amount for each of <see cref="Uses"/>.</param>
    /// <param name="amount">The amount in the checked unit.</param>
    /// <returns>Why there is none; null when there is one.</returns>
    internal string? Amount(ReadOnlySpan<decimal> figures, out decimal amount)
    {
        amount = 0;
        try
        {
            amount = root.AmountOf(figures);
            return null;
        }
        catch (DivideByZeroException)
        {
            return "The formula divides by zero.";
        }
        catch (OverflowException)
        {
            return "The result is too large to compute.";
        }
    }

    /// <inheritdoc />
    public override string ToString() => Text;

    private int IndexOf(string metric) => Uses.TakeWhile(use => use.Metric != metric).Count();
}
