using System.Globalization;
using CsCheck;
using ThesisBoard.Core.Quantities;
using Xunit;

namespace ThesisBoard.Core.Tests.Quantities;

/// <summary>In the expected texts a plain space stands for any space, so that they can be read.</summary>
public sealed class FiguresTests
{
    [Theory]
    [InlineData("30600000", "USD", "$30.6M")]
    [InlineData("-452800000", "USD", "−$452.8M")]
    [InlineData("22958582", "USD", "$22.96M")]
    [InlineData("999949999", "USD", "$999.95M")]
    [InlineData("999995000", "USD", "$1.0B")]
    [InlineData("1254000000", "USD", "$1.25B")]
    [InlineData("999999.4", "USD", "$999,999")]
    [InlineData("999999.5", "USD", "$1.0M")]
    [InlineData("73682", "USD", "$73,682")]
    [InlineData("999.999", "USD", "$1,000")]
    [InlineData("12", "USD", "$12")]
    [InlineData("0.5", "USD", "$0.50")]
    [InlineData("-0.001", "USD", "−$0.001")]
    [InlineData("0", "USD", "$0")]
    [InlineData("659217", "CNY", "CNY 659,217")]
    [InlineData("-1100000000", "CNY", "−CNY 1.1B")]
    [InlineData("2000", "BTC", "2,000 BTC")]
    [InlineData("1025.69", "BTC", "1,025.69 BTC")]
    [InlineData("-6502.61", "BTC", "−6,502.61 BTC")]
    [InlineData("0.00000001", "BTC", "0.00000001 BTC")]
    [InlineData("68523.93", "USD/BTC", "$68,524 per BTC")]
    [InlineData("0.045", "USD/kWh", "$0.045 per kWh")]
    [InlineData("7.8", "HKD/USD", "7.8 HKD/USD")]
    [InlineData("37.01", "EH/s", "37.01 EH/s")]
    [InlineData("0.675", "1", "0.68")]
    [InlineData("-4451", "1", "−4,451")]
    public void An_amount_reads_short_and_with_its_unit(string amount, string unit, string text) =>
        Assert.Equal(text, Plain(Figures.Show(new Quantity(decimal.Parse(amount, CultureInfo.InvariantCulture), Unit.Parse(unit)))));

    [Fact]
    public void A_figure_never_breaks_over_two_lines()
    {
        Assert.Equal("2,000\u00a0BTC", Quantity.Btc(2000).ToString());
        Assert.Equal("94.5\u202f%", Figures.Percent(0.945m));
    }

    [Theory]
    [InlineData("0.945", "94.5 %", "+94.5 %", "94.5 %")]
    [InlineData("-0.9451", "−94.5 %", "−94.5 %", "−94.51 %")]
    [InlineData("0.25", "25.0 %", "+25.0 %", "25 %")]
    [InlineData("0.0004", "0.0 %", "0.0 %", "0.04 %")]
    [InlineData("-0.0004", "0.0 %", "0.0 %", "−0.04 %")]
    [InlineData("0", "0.0 %", "0.0 %", "0 %")]
    [InlineData("12.345", "1,234.5 %", "+1,234.5 %", "1,234.5 %")]
    public void A_share_reads_as_a_percentage_a_change_and_a_line(string share, string percent, string change, string line)
    {
        var value = decimal.Parse(share, CultureInfo.InvariantCulture);

        Assert.Equal((percent, change, line), (Plain(Figures.Percent(value)), Plain(Figures.Change(value)), Plain(Figures.Share(value))));
    }

    [Theory]
    [InlineData("2025-12-31", "31 Dec 2025")]
    [InlineData("2026-03-01/2026-03-31", "Mar 2026")]
    [InlineData("2026-01-01/2026-03-31", "Q1 2026")]
    [InlineData("2026-10-01/2026-12-31", "Q4 2026")]
    [InlineData("2026-01-01/2026-06-30", "H1 2026")]
    [InlineData("2026-07-01/2026-12-31", "H2 2026")]
    [InlineData("2025-01-01/2025-12-31", "2025")]
    [InlineData("9999-01-01/9999-12-31", "9999")]
    [InlineData("2026-02-07/2026-02-08", "7–8 Feb 2026")]
    [InlineData("2026-02-07/2026-02-07", "7 Feb 2026")]
    [InlineData("2026-02-01/2026-04-30", "1 Feb 2026 – 30 Apr 2026")]
    [InlineData("2024-07-01/2025-06-30", "1 Jul 2024 – 30 Jun 2025")]
    public void A_period_has_its_shortest_true_name(string period, string name)
    {
        var days = period.Split('/').Select(d => DateOnly.ParseExact(d, "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToArray();

        Assert.Equal(name, Figures.Show(days.Length == 1 ? Period.At(days[0]) : Period.Between(days[0], days[1])));
    }

    [Fact]
    public void Moments_and_counts_read_as_sentences_need_them()
    {
        Assert.Equal("22 Nov 2026, 18:06 UTC", Figures.Moment(new DateTime(2026, 11, 22, 18, 6, 0, DateTimeKind.Utc)));
        Assert.Equal(["1 day", "39 days", "0 days", "-1 day", "1,200 criteria"], new[]
        {
            Figures.Count(1, "day"), Figures.Count(39, "day"), Figures.Count(0, "day"), Figures.Count(-1, "day").Replace('\u2212', '-'), Figures.Count(1200, "criterion", "criteria"),
        });
    }

    [Fact]
    public void Any_amount_has_a_text_and_only_zero_reads_as_zero() => Gen.Decimal.Sample(amount =>
    {
        var texts = new[] { Figures.Show(Quantity.Usd(amount)), Figures.Show(Quantity.Btc(amount)), Figures.Number(amount) };
        _ = Figures.Percent(amount) + Figures.Change(amount) + Figures.Share(amount);
        return texts.All(text => text.Any(c => c is >= '1' and <= '9') == (amount != 0) && text.StartsWith('−') == (amount < 0));
    }, iter: 5_000);

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
