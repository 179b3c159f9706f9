using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using Xunit;

namespace ThesisBoard.Core.Tests.Metrics;

public sealed class FormulaTests
{
    private static readonly Dictionary<string, Unit> Units = new()
    {
        ["btc-held"] = Unit.Btc,
        ["btc-produced"] = Unit.Btc,
        ["btc-sold"] = Unit.Btc,
        ["btc-price"] = Unit.Parse("USD/BTC"),
        ["btc-sale-proceeds"] = Unit.Usd,
        ["cash"] = Unit.Usd,
        ["long-term-debt"] = Unit.Usd,
        ["net-income"] = Unit.Usd,
        ["revenue"] = Unit.Usd,
        ["interest-paid"] = Unit.Parse("CNY"),
        ["2u-servers"] = Unit.One,
    };

    [Theory]
    [InlineData("long-term-debt - cash", "USD")]
    [InlineData("btc-sale-proceeds / btc-sold", "USD/BTC")]
    [InlineData("btc-sold@2026-02 / btc-produced@2025", "1")]
    [InlineData("73682[USD/BTC] * btc-sold@2026-02 - btc-sale-proceeds@2026-02", "USD")]
    [InlineData("net-income / revenue", "1")]
    [InlineData("btc-held@2025-12-31 + btc-produced@2026-Q1 - btc-sold@2026-Q1", "BTC")]
    [InlineData("-(cash * 2) + -cash", "USD")]
    [InlineData("1 - 0.25", "1")]
    [InlineData("cash - 1000000 [USD]", "USD")]
    [InlineData("cash × 2 ÷ 4 − cash", "USD")]
    [InlineData("cash/2u-servers", "USD")]
    [InlineData("btc-price * btc-price", "USD*USD/BTC*BTC")]
    public void Units_compose(string text, string unit)
    {
        var check = Read(text).Check(UnitOf);

        Assert.Empty(check.Errors);
        Assert.True(check.Passes);
        Assert.Equal(unit, check.Unit.Text);
    }

    [Theory]
    [InlineData("cash + btc-held", "BTC cannot be added to USD: only amounts in one unit add up.")]
    [InlineData("cash - interest-paid", "CNY cannot be subtracted from USD: amounts in two currencies never meet.")]
    [InlineData("cash + 5", "A bare number cannot be added to an amount in USD: give the number a unit, such as 5[USD].")]
    [InlineData("5 - cash", "An amount in USD cannot be subtracted from a bare number: give the number a unit, such as 5[USD].")]
    [InlineData("long-term-debt-cash", "There is no metric 'long-term-debt-cash'. Write spaces around a minus sign: 'long-term-debt - cash'.")]
    [InlineData("cash-5", "There is no metric 'cash-5'. Write spaces around a minus sign: 'cash - 5'.")]
    [InlineData("btc-hold", "There is no metric 'btc-hold'. Did you mean 'btc-held'?")]
    [InlineData("profit", "There is no metric 'profit'.")]
    public void What_does_not_fit_is_said_with_what_to_do(string text, string message)
    {
        var check = Read(text).Check(UnitOf, Units.Keys);

        Assert.False(check.Passes);
        Assert.Equal(message, Assert.Single(check.Errors).Message);
    }

    [Fact]
    public void All_unit_errors_are_reported_at_once_each_with_its_place()
    {
        var check = Read("(cash + btc-held) * (profit - 3[USD]) + (cash - 1)").Check(UnitOf);

        Assert.Null(check.Unit);
        Assert.Equal([6, 21, 46], check.Errors.Select(e => e.Position));
    }

    [Fact]
    public void A_unit_beyond_all_sense_does_not_pass() =>
        Assert.Contains("too complicated", Assert.Single(Read(string.Join(" * ", Enumerable.Repeat("cash", 10))).Check(UnitOf).Errors).Message, StringComparison.Ordinal);

    [Fact]
    public void Uses_are_named_once_in_the_order_of_their_appearance() =>
        Assert.Equal(
            ["btc-sold@2026-02", "btc-held", "btc-sold"],
            Read("btc-sold@2026-02 + btc-held - btc-sold + btc-sold @2026-02").Uses.Select(u => u.ToString()));

    [Theory]
    [InlineData("", 0, "The formula ends")]
    [InlineData("cash +", 6, "The formula ends")]
    [InlineData("cash + * cash", 7, "'*' is not expected here")]
    [InlineData("(cash", 5, "The '(' at character 1 is not closed")]
    [InlineData("cash)", 4, "')' closes nothing")]
    [InlineData("cash btc-held", 5, "Write +, -, * or / before 'b'")]
    [InlineData("73,682 * cash", 2, "without thousands separators")]
    [InlineData("25% * cash", 2, "0.25 for 25 %")]
    [InlineData("BTC", 0, "lower-case")]
    [InlineData(".5 * cash", 0, "both sides of the decimal point")]
    [InlineData("5 @2025", 2, "directly behind a metric")]
    [InlineData("cash[USD]", 4, "directly behind a number")]
    [InlineData("5[USD * cash", 1, "The '[' is not closed")]
    [InlineData("5[U$D]", 1, "'U$D' is not a unit")]
    [InlineData("cash@", 5, "'' is not a period")]
    [InlineData("cash@2025-13", 5, "'2025-13' is not a period")]
    [InlineData("cash@2026-02-30", 5, "'2026-02-30' is not a period")]
    [InlineData("cash@2026-02-08/2026-02-07", 5, "'2026-02-08/2026-02-07' is not a period")]
    [InlineData("cash@2026-01/2026-03", 5, "'2026-01/2026-03' is not a period")]
    [InlineData("cash@2025-12-3", 5, "'2025-12-3' is not a period")]
    [InlineData("12345678901234567890123456789", 0, "at most 28 digits")]
    [InlineData("cash\0", 4, "'U+0000' is not expected here")]
    [InlineData("1; drop", 1, "';' is not expected here")]
    public void A_mistake_is_named_with_its_place(string text, int position, string message)
    {
        Assert.False(Formula.TryParse(text, out var formula, out var error));
        Assert.Null(formula);
        Assert.Equal(position, error.Position);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Length_and_depth_are_bounded()
    {
        Assert.True(Formula.TryParse("1" + new string(' ', 499), out _, out _));
        Assert.False(Formula.TryParse("1" + new string(' ', 500), out _, out var tooLong));
        Assert.Contains("500 characters", tooLong.Message, StringComparison.Ordinal);
        Assert.True(Formula.TryParse(Nested(32), out _, out _));
        Assert.False(Formula.TryParse(Nested(33), out _, out var tooDeep));
        Assert.Contains("32 deep", tooDeep.Message, StringComparison.Ordinal);
        Assert.False(Formula.TryParse(new string('-', 33) + "1", out _, out _));

        static string Nested(int depth) => new string('(', depth) + "1" + new string(')', depth);
    }

    [Theory]
    [InlineData("2 + 3 * 4", "14")]
    [InlineData("(2 + 3) * 4", "20")]
    [InlineData("2 - 3 - 4", "-5")]
    [InlineData("24 / 4 / 2", "3")]
    [InlineData("-2 * -3", "6")]
    [InlineData("10-5", "5")]
    [InlineData("0.1 + 0.2", "0.3")]
    [InlineData("1 / 8", "0.125")]
    public void Arithmetic_is_the_usual_one_and_exact(string text, string value) =>
        Assert.Equal(Quantity.Pure(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)), Value(text, []));

    [Fact]
    public void The_figures_of_the_february_sale_follow()
    {
        var figures = new Dictionary<string, Quantity>
        {
            ["btc-sale-proceeds@2026-02"] = Quantity.Usd(305_000_000),
            ["btc-sold@2026-02"] = Quantity.Btc(4451),
            ["btc-produced@2025"] = Quantity.Btc(6594),
            ["net-income@2025"] = Quantity.Usd(-452_800_000),
            ["revenue@2025"] = Quantity.Usd(688_100_000),
        };

        Assert.Equal("$68,524 per BTC", Value("btc-sale-proceeds@2026-02 / btc-sold@2026-02", figures).ToString());
        Assert.Equal(Quantity.Usd(22_958_582), Value("73682[USD/BTC] * btc-sold@2026-02 - btc-sale-proceeds@2026-02", figures));
        Assert.Equal("67.5\u202f%", Figures.Percent(Value("btc-sold@2026-02 / btc-produced@2025", figures).Amount));
        Assert.Equal("−65.8\u202f%", Figures.Percent(Value("net-income@2025 / revenue@2025", figures).Amount));
    }

    [Fact]
    public void A_day_divided_by_a_number_is_no_range_of_days()
    {
        var figures = new Dictionary<string, Quantity> { ["cash@2025-12-31"] = Quantity.Usd(10) };

        Assert.Equal(Quantity.Usd(5), Value("cash@2025-12-31/2", figures));
        Assert.Equal("cash@2026-02-07/2026-02-08", Assert.Single(Read("cash@2026-02-07/2026-02-08").Uses).ToString());
    }

    [Fact]
    public void Everything_that_is_not_on_file_is_named()
    {
        var result = Read("cash@2025 / btc-held + cash@2025 / btc-sold").Evaluate(use => use.Metric == "btc-sold" ? Quantity.Btc(1) : null);

        Assert.False(result.HasValue);
        Assert.Equal("Not on file: cash@2025, btc-held.", result.Problem);
        Assert.Equal(["cash@2025", "btc-held"], result.Missing.Select(m => m.ToString()));
    }

    [Theory]
    [InlineData("1 / 0", "divides by zero")]
    [InlineData("1 / (2 - 2)", "divides by zero")]
    [InlineData("9999999999999999999999999999 * 9999999999999999999999999999", "too large")]
    [InlineData("1[USD] + 1[BTC]", "BTC cannot be added to USD")]
    public void What_cannot_be_computed_is_a_value_and_not_an_exception(string text, string problem)
    {
        var result = Read(text).Evaluate(_ => null);

        Assert.Null(result.Value);
        Assert.Empty(result.Missing);
        Assert.Contains(problem, result.Problem, StringComparison.Ordinal);
    }

    private static Unit? UnitOf(string metric) => Units.GetValueOrDefault(metric);

    private static Formula Read(string text)
    {
        Assert.True(Formula.TryParse(text, out var formula, out var error), error?.Message);
        return formula;
    }

    private static Quantity Value(string text, Dictionary<string, Quantity> figures)
    {
        var result = Read(text).Evaluate(use => figures.TryGetValue(use.ToString(), out var figure) ? figure : null);
        Assert.Equal("", result.Problem);
        return result.Value!.Value;
    }
}
