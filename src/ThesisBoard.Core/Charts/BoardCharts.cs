using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Charts;

/// <summary>The charts of a board. Each special chart appears when the thesis has the rules or metrics that it draws; any metric with figures can be drawn.</summary>
public static class BoardCharts
{
    /// <summary>The charts to show, in reading order. The standings over time are <see cref="StandingsTable"/>.</summary>
    /// <param name="board">The board.</param>
    /// <param name="price">The price in the sale chart; null takes the newest on file.</param>
    public static IReadOnlyList<ChartModel> Of(BoardState board, decimal? price = null) =>
        [.. new[] { TreasuryChart.Of(board), DebtChart.Of(board), SaleChart.At(board, price), IncomeChart.Of(board), BuildOutChart.Of(board) }.OfType<ChartModel>()];

    /// <summary>One chart by its key, a metric's chart included; null when the thesis has no such chart.</summary>
    public static ChartModel? Find(BoardState board, string key, decimal? price = null) => key switch
    {
        TreasuryChart.Key => TreasuryChart.Of(board),
        DebtChart.Key => DebtChart.Of(board),
        SaleChart.Key => SaleChart.At(board, price),
        IncomeChart.Key => IncomeChart.Of(board),
        BuildOutChart.Key => BuildOutChart.Of(board),
        _ when key.StartsWith(MetricChart.Prefix, StringComparison.Ordinal) => MetricChart.Of(board, key[MetricChart.Prefix.Length..]),
        _ => null,
    };

    /// <summary>The chart that shows most about a criterion: a special chart of its metric, else the metric over time; null when it has no metric with figures.</summary>
    public static ChartModel? For(BoardState board, CriterionState criterion) => criterion.Contract.Rule switch
    {
        BalanceRule => TreasuryChart.Of(board),
        MilestonesRule => BuildOutChart.Of(board),
        _ => criterion.Rule.Metric is { } metric ? MetricChart.Of(board, metric, criterion) : null,
    };

    /// <summary>The rules of a kind in force on the board, those within composite rules included, with the criterion that holds each.</summary>
    internal static IEnumerable<(CriterionState Criterion, T Rule)> Rules<T>(BoardState board)
        where T : Rule =>
        from criterion in board.Criteria
        from rule in Flatten(criterion.Contract.Rule)
        where rule is T
        select (criterion, (T)rule);

    /// <summary>The figures of a metric on the board; empty when the thesis has no such metric.</summary>
    internal static IReadOnlyList<Figure> Figures(BoardState board, string metric) =>
        board.Series.TryGetValue(metric, out var series) ? series.Figures : [];

    /// <summary>A figure as a drawn point.</summary>
    internal static ChartPoint Point(BoardState board, Figure figure, bool leaves = false, bool breaks = false) => new()
    {
        Period = figure.Period,
        Value = leaves ? -figure.Value.Amount : figure.Value.Amount,
        Label = Quantities.Figures.Show(figure.Value),
        Origin = ChartOrigins.Words(figure, board),
        Source = ChartOrigins.Source(figure),
        Grade = figure.Grade,
        Kind = figure.Origin,
        Breaks = breaks,
    };

    /// <summary>The end of the time axis: at least the date asked for, and far enough behind the last value for the words beside it.</summary>
    internal static DateOnly Room(DateOnly from, DateOnly to, DateOnly last)
    {
        var end = last.AddDays((last.DayNumber - from.DayNumber) * 3 / 10);
        return to > end ? to : end;
    }

    /// <summary>The short name of a unit for a panel's title: "$", "BTC", "$ per BTC".</summary>
    public static string UnitName(Unit unit) =>
        unit == Unit.One ? "ratio" : unit.Text == "share" ? "shares" : unit.Text.Replace("USD", "$", StringComparison.Ordinal).Replace("/", " per ", StringComparison.Ordinal);

    private static IEnumerable<Rule> Flatten(Rule rule) =>
        rule is CompositeRule composite ? composite.Parts.Where(p => p.Rule is not null).SelectMany(p => Flatten(p.Rule!)) : [rule];
}
