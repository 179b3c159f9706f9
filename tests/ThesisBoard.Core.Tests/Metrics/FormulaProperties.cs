using CsCheck;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using Xunit;

namespace ThesisBoard.Core.Tests.Metrics;

public sealed class FormulaProperties
{
    private static readonly Dictionary<string, Unit> Units = new()
    {
        ["cash"] = Unit.Usd,
        ["btc-held"] = Unit.Btc,
        ["btc-price"] = Unit.Parse("USD/BTC"),
        ["share"] = Unit.One,
        ["debt-cny"] = Unit.Parse("CNY"),
    };

    // Pieces of the grammar in any order: many formulas among them are well formed, and the rest are nearly so.
    private static readonly Gen<string> Pieces = OneOf(
        "cash", "btc-held", "btc-price", "share", "debt-cny", "nothing", "0", "7", "0.5", "12[USD]", "3[BTC]", "9999999999999999999999999999",
        " + ", " - ", " * ", " / ", "-", "(", ")", "@2025", "@2026-02-07/2026-02-08", "@", "[", "]", "%", " ", "\ud83d").Array[0, 24].Select(string.Concat);

    private static readonly Gen<string> WellFormed = Gen.Recursive<string>((depth, inner) => depth > 3
        ? OneOf("cash", "btc-held", "btc-price", "share", "debt-cny", "2", "0", "3[BTC]", "79228162514264337593543950[USD]")
        : Gen.OneOf(
            OneOf("cash", "btc-held", "share@2025", "5", "1[USD]"),
            Gen.Select(inner, OneOf(" + ", " - ", " * ", " / "), inner, (left, sign, right) => $"({left}{sign}{right})"),
            inner.Select(of => $"-{of}")));

    [Fact]
    public void Reading_any_text_gives_a_formula_or_an_error_inside_the_text() => Gen.OneOf(Gen.String, Pieces).Sample(text =>
    {
        var read = Formula.TryParse(text, out var formula, out var error);
        return read ? formula!.Text == text && error is null : formula is null && error!.Position >= 0 && error.Position <= text.Length && error.Message.Length > 0;
    }, iter: 5_000);

    [Fact]
    public void Checking_and_evaluating_never_throw() => Gen.Select(Gen.OneOf(Pieces, WellFormed), Gen.Decimal.Nullable()).Sample((text, amount) =>
    {
        if (!Formula.TryParse(text, out var formula, out _))
            return true;
        var check = formula.Check(UnitOf, Units.Keys);
        var value = formula.Evaluate(use => amount is { } a ? new Quantity(a, UnitOf(use.Metric) ?? Unit.One) : null);
        return check.Passes == (check.Errors.Count == 0) && value.HasValue == (value.Problem.Length == 0);
    }, iter: 5_000);

    [Fact]
    public void Units_that_do_not_match_do_not_evaluate_and_a_value_has_the_checked_unit() => Gen.Select(WellFormed, Gen.Int[-5, 5]).Sample((text, amount) =>
    {
        if (!Formula.TryParse(text, out var formula, out _))
            return true;
        var check = formula.Check(UnitOf);
        var value = formula.Evaluate(use => new Quantity(amount, Units[use.Metric])).Value;
        return value is null || value.Value.Unit == check.Unit || check.Errors.All(e => e.Message.Contains("too complicated", StringComparison.Ordinal));
    }, iter: 5_000);

    [Fact]
    public void What_passes_computes_unless_it_divides_by_zero_or_grows_too_large() => WellFormed.Sample(text =>
    {
        if (!Formula.TryParse(text, out var formula, out _) || !formula.Check(UnitOf).Passes)
            return true;
        var value = formula.Evaluate(use => new Quantity(3, Units[use.Metric]));
        return value.HasValue || value.Problem is "The formula divides by zero." or "The result is too large to compute.";
    }, iter: 5_000);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static Unit? UnitOf(string metric) => Units.GetValueOrDefault(metric);
}
