using System.Globalization;
using System.Xml.Linq;
using ThesisBoard.Core.Charts;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using Xunit;

namespace ThesisBoard.Core.Tests.Charts;

public sealed class CangoChartTests
{
    private static readonly string[] Dates = ["2025-06-30", "2026-02-10", "2026-03-17", "2026-04-10", "2026-05-31", "2026-11-22", "2027-01-01"];

    [Fact]
    public void The_treasury_shows_what_left_without_a_stated_sale()
    {
        var chart = TreasuryChart.Of(Sample.On("2026-11-22"))!;

        var unexplained = Series(chart, "unexplained");
        Assert.Equal([-165.03m, -602.53m], unexplained.Points.Select(p => p.Value));
        Assert.Equal(["Feb 2026", "Mar 2026"], unexplained.Points.Select(p => Figures.Show(p.Period)));
        Assert.StartsWith("From 7,528.3\u00a0BTC on 31 Dec 2025 to 1,025.69\u00a0BTC on 31 Mar 2026; 767.6\u00a0BTC left", chart.Takeaway, StringComparison.Ordinal);
    }

    [Fact]
    public void Production_of_march_2026_is_the_quarter_less_its_other_months()
    {
        var march = Series(TreasuryChart.Of(Sample.On("2026-11-22"))!, "produced").Points[^1];

        Assert.Equal(314.82m, march.Value);
        Assert.Equal(FigureOrigin.Combined, march.Kind);
    }

    [Fact]
    public void A_month_without_a_sale_on_file_is_not_a_zero()
    {
        var chart = TreasuryChart.Of(Sample.On("2026-11-22"))!;

        Assert.Equal([-550.03m, -4451m, -2000m], Series(chart, "sold").Points.Select(p => p.Value));
        Assert.Contains(chart.Table.Rows, row => row[0].Text == "Jul 2025" && row[2] is { Text: "no sale on file", Number: null });
    }

    [Fact]
    public void A_month_end_that_is_not_on_file_is_a_gap_and_breaks_the_line()
    {
        var held = TreasuryChart.Of(Sample.On("2026-11-22"))!.Panels[0];

        Assert.Equal(13, held.Series[0].Points.Count);
        Assert.Equal("30 Jun 2025", Figures.Show(Assert.Single(held.Series[0].Points, p => p.Breaks).Period));
        Assert.Equal(2, held.Gaps.Count); // May 2025, and everything since the last month end
    }

    [Fact]
    public void Not_on_file_is_written_where_no_label_reaches_into_the_gap()
    {
        const double line = 14;
        var texts = XDocument.Parse(ChartSvg.Of(TreasuryChart.Of(Sample.On("2026-11-22"))!)).Descendants().Where(e => e.Name.LocalName == "text").ToList();
        var gaps = texts.Where(t => t.Value == DataCell.NotOnFile).Select(Baseline).ToList();
        var labels = texts.Where(t => (string?)t.Attribute("class") == "halo" && (string?)t.Attribute("text-anchor") == "start")
            .SelectMany(t => t.HasElements ? t.Elements().Select((_, i) => Baseline(t) + (i * line)) : [Baseline(t)]).ToList();

        Assert.True(gaps.Count >= 2 && labels.Count >= 4, $"{gaps.Count} gaps, {labels.Count} lines of labels");
        Assert.All(gaps, gap => Assert.DoesNotContain(labels, label => Math.Abs(label - gap) < line));

        static double Baseline(XElement text) => (double)text.Attribute("y")!;
    }

    [Theory]
    [InlineData("2026-02-10", 2, 0)]
    [InlineData("2026-03-31", 2, 1)]
    [InlineData("2026-04-10", 3, 1)]
    [InlineData("2026-05-31", 3, 2)]
    public void The_treasury_knows_only_what_was_public(string date, int sales, int unexplained)
    {
        var chart = TreasuryChart.Of(Sample.On(date))!;

        Assert.Equal(sales, Series(chart, "sold").Points.Count);
        Assert.Equal(unexplained, Series(chart, "unexplained").Points.Count);
    }

    [Fact]
    public void Debt_stands_against_its_line_beside_treasury_and_cash()
    {
        var chart = DebtChart.Of(Sample.On("2026-11-22"))!;

        Assert.Equal(418_200_000m, Assert.Single(chart.Panels[0].Lines).Value);
        Assert.Equal([557_600_000m, 30_600_000m], chart.Panels[0].Series[0].Points.Select(p => p.Value));
        Assert.Equal(["USD", "BTC", "USD"], chart.Panels.Select(p => p.Unit.Text));
        Assert.Contains("fell 94.5\u202f%", chart.Takeaway, StringComparison.Ordinal);
        Assert.Contains("fell 86.4\u202f%", chart.Takeaway, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_the_debt_is_on_file_its_panel_is_a_gap_without_a_scale()
    {
        var debt = DebtChart.Of(Sample.On("2026-04-10"))!.Panels[0];

        Assert.Empty(debt.Series[0].Points);
        Assert.Empty(debt.Lines);
        Assert.Single(debt.Gaps);
        Assert.Empty(ChartScale.Of(debt).Ticks);
    }

    [Fact]
    public void The_sale_brought_68524_a_coin_and_cost_22_96_million_at_73682()
    {
        var board = Sample.On("2026-11-22");
        var sale = CoinSale.Largest(board)!;

        Assert.Equal(68_524m, decimal.Round(sale.AveragePrice.Amount));
        Assert.Equal(22_958_582m, sale.OpportunityCost(73_682m).Amount);
        Assert.EndsWith("at $73,682 per BTC they would be worth $22.96M more.", SaleChart.At(board, null)!.Takeaway, StringComparison.Ordinal);
        Assert.EndsWith("at a price of $50,000 per BTC they would be worth $82.45M less.", SaleChart.At(board, 50_000m)!.Takeaway, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_later_price_the_sale_says_so()
    {
        var chart = SaleChart.At(Sample.On("2026-02-10"), null)!;

        Assert.Single(Series(chart, "worth").Points);
        Assert.EndsWith("no later price is on file to compare with.", chart.Takeaway, StringComparison.Ordinal);
    }

    [Fact]
    public void Quarters_and_years_of_income_stand_apart()
    {
        var chart = IncomeChart.Of(Sample.On("2026-11-22"))!;

        Assert.All(chart.Panels[0].Series.SelectMany(s => s.Points), p => Assert.True(p.Period.IsQuarter));
        Assert.All(chart.Panels[1].Series.SelectMany(s => s.Points), p => Assert.True(p.Period.IsYear));
        Assert.Equal(12_600_000m, Assert.Single(chart.Panels[1].Series.Single(s => s.Key == "other").Points).Value);
    }

    [Fact]
    public void An_announcement_alone_leaves_dollars_capacity_and_customer_missing()
    {
        var chart = BuildOutChart.Of(Sample.On("2026-11-22"))!;

        Assert.All(chart.Panels.SelectMany(p => p.Series).SelectMany(s => s.Points), p => Assert.Equal(0, p.Value));
        Assert.StartsWith("0 of 3 milestones complete; neither dollars nor capacity nor customer", chart.Takeaway, StringComparison.Ordinal);
    }

    [Fact]
    public void The_standings_keep_only_dates_on_which_something_moved()
    {
        var board = Sample.On("2027-01-01");
        var table = StandingsTable.Of(board, Replay.History(Sample.Thesis, Sample.Record, board.AsOf))!;

        Assert.Equal(9, table.Rows.Count);
        Assert.All(Enumerable.Range(1, table.Dates.Count - 1), i =>
            Assert.True(table.Verdicts[i]?.Moved == true || table.Rows.Any(r => r.Marks[i]?.Moved == true)));
        Assert.Equal(new DateOnly(2027, 1, 1), table.Dates[^1]);
    }

    [Fact]
    public void No_axis_carries_two_units_and_every_point_leads_somewhere()
    {
        foreach (var board in Dates.Select(Sample.On))
        {
            foreach (var chart in All(board))
            {
                Assert.All(chart.Panels.SelectMany(p => p.Series).Where(s => s.Key != "tried").SelectMany(s => s.Points), p => Assert.True(board.Sources.ContainsKey(p.Source!)));
                Assert.All(chart.Table.Rows, row => Assert.Equal(chart.Table.Columns.Count, row.Count));
                Assert.True(chart.From < chart.To);
            }
        }
    }

    [Fact]
    public void Another_currency_is_in_the_table_and_not_drawn()
    {
        var board = Sample.On("2026-11-22");
        Assert.Null(MetricChart.Of(board, "interest-expense"));
        var chart = MetricChart.Several(board, ["cash", "btc-held", "long-term-debt"])!;
        Assert.All(chart.Panels, p => Assert.Equal(Unit.Usd, p.Unit));
    }

    [Theory]
    [InlineData("2023-08-10", "Left, $")]
    [InlineData("2023-08-31", "Left, by month, $|Left, periods of other lengths, $")]
    public void Periods_of_no_common_length_are_named_only_beside_others(string end, string titles)
    {
        var board = Sample.On("2026-11-22");
        var model = board.Series["long-term-debt"];
        Figure Flow(string from, string to) => model.Figures[0] with { Metric = "left", Period = Period.Between(DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture)) };
        var left = new Series(model.Metric with { Key = "left", Title = "Left" }, [Flow("2023-01-01", "2023-07-19"), Flow("2023-08-01", end)], []);
        var chart = MetricChart.Of(board with { Series = new Dictionary<string, Series> { ["left"] = left } }, "left")!;

        Assert.Equal(titles, string.Join('|', chart.Panels.Select(p => p.Title)));
    }

    internal static IEnumerable<ChartModel> All(BoardState board) =>
        BoardCharts.Of(board, 60_000m).Concat(board.Series.Keys.Select(k => BoardCharts.Find(board, MetricChart.Prefix + k)).OfType<ChartModel>());

    private static ChartSeries Series(ChartModel chart, string key) => chart.Panels.SelectMany(p => p.Series).Single(s => s.Key == key);
}
