using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Charts;

/// <summary>A sale of coins for which amount and proceeds are on file.</summary>
/// <param name="Coins">How many.</param>
/// <param name="Proceeds">For how much.</param>
public sealed record CoinSale(Figure Coins, Figure Proceeds)
{
    /// <summary>What one coin brought.</summary>
    public Quantity AveragePrice => Proceeds.Value / Coins.Value;

    /// <summary>What the coins would be worth at a price, less what they brought: positive when selling cost something.</summary>
    public Quantity OpportunityCost(decimal price) => Worth(price) - Proceeds.Value;

    /// <summary>What the coins would be worth at a price.</summary>
    public Quantity Worth(decimal price) => Proceeds.Value with { Amount = Coins.Value.Amount * price };

    /// <summary>The largest sale with both figures for one period; of equal ones the better sourced, then the one with the tighter dates.</summary>
    public static CoinSale? Largest(BoardState board) =>
    (
        from coins in BoardCharts.Figures(board, KnownMetrics.Sold)
        join proceeds in BoardCharts.Figures(board, KnownMetrics.SaleProceeds) on coins.Period equals proceeds.Period
        where coins.Value.Amount > 0
        orderby coins.Value.Amount descending, coins.Grade descending, coins.Period.Days
        select new CoinSale(coins, proceeds)
    ).FirstOrDefault();
}

/// <summary>The largest sale against what the coins would be worth later: proceeds, average price, opportunity cost.</summary>
public static class SaleChart
{
    /// <summary>The chart's key.</summary>
    public const string Key = "sale";

    /// <summary>The chart; null when no sale with its proceeds is on file.</summary>
    /// <param name="board">The board.</param>
    /// <param name="price">A price to try, in the currency of the proceeds per coin; null takes the newest on file after the sale.</param>
    public static ChartModel? At(BoardState board, decimal? price)
    {
        if (CoinSale.Largest(board) is not { } sale)
            return null;
        var later = BoardCharts.Figures(board, KnownMetrics.Price)
            .Where(f => f.Period.End > sale.Coins.Period.End && f.Value.Unit == sale.AveragePrice.Unit).ToList();
        var day = sale.Coins.Period.End;
        var end = price is null && later.Count > 0 ? later[^1].Period.End : board.AsOf;
        var tried = price is >= 0 and < 1_000_000_000m ? price : null;
        var at = tried ?? (later.Count > 0 ? later[^1].Value.Amount : null);
        return new()
        {
            Key = Key,
            Title = $"The sale of {Figures.Show(sale.Coins.Value)}",
            Takeaway = Takeaway(sale, at, tried is not null),
            AsOf = board.AsOf,
            From = day.AddDays(-10),
            To = (end > day ? end : day).AddDays(Math.Max(10, (end.DayNumber - day.DayNumber) / 3)),
            Panels = [Panel(board, sale, later, tried, at)],
            Table = Table(board, sale, later, tried),
        };
    }

    private static ChartPanel Panel(BoardState board, CoinSale sale, List<Figure> later, decimal? tried, decimal? at)
    {
        var received = BoardCharts.Point(board, sale.Proceeds) with { Period = Period.At(sale.Coins.Period.End) };
        var worth = later.Select(f => BoardCharts.Point(board, f) with { Value = sale.Worth(f.Value.Amount).Amount, Label = Exact(sale.Worth(f.Value.Amount)), Kind = FigureOrigin.Formula }).ToList();
        var series = new List<ChartSeries> { new("worth", "Worth of the coins sold", SeriesShape.Line, ChartTone.Btc, Downsample.Thin([received, .. worth])) };
        var labels = new List<ChartLabel> { new(received.Period.End, received.Value, Price(sale.AveragePrice), at < sale.AveragePrice.Amount ? LabelSide.Above : LabelSide.Below, ChartTone.Accent) };
        if (tried is { } price)
            series.Add(new("tried", "At the price tried", SeriesShape.Line, ChartTone.Strained, [Tried(board, sale, price)]));
        if (at is { } used)
        {
            var on = tried is null ? later[^1].Period.End : board.AsOf;
            var text = $"{Exact(sale.Worth(used))}\nat {Price(sale.AveragePrice with { Amount = used })}";
            labels.Add(new(on, sale.Worth(used).Amount, text, sale.OpportunityCost(used).Amount < 0 ? LabelSide.Below : LabelSide.Above, tried is null ? ChartTone.Btc : ChartTone.Strained));
        }

        return new()
        {
            Title = $"Worth of the {Figures.Show(sale.Coins.Value)} sold, {BoardCharts.UnitName(sale.Proceeds.Value.Unit)}",
            Unit = sale.Proceeds.Value.Unit,
            Height = 170,
            Series = series,
            Lines = [new(sale.Proceeds.Value.Amount, $"received: {Figures.Show(sale.Proceeds.Value)}", ChartTone.Accent)],
            Labels = labels,
            FromZero = false,
        };
    }

    private static ChartPoint Tried(BoardState board, CoinSale sale, decimal price) => new()
    {
        Period = Period.At(board.AsOf),
        Value = sale.Worth(price).Amount,
        Label = Exact(sale.Worth(price)),
        Origin = "a price to try, not a figure on file",
        Kind = FigureOrigin.Formula,
    };

    private static string Takeaway(CoinSale sale, decimal? at, bool tried)
    {
        var sold = $"{Figures.Show(sale.Coins.Value)} brought {Figures.Show(sale.Proceeds.Value)}, {Price(sale.AveragePrice)}";
        if (at is not { } price)
            return $"{sold}; no later price is on file to compare with.";
        var cost = sale.OpportunityCost(price);
        var asked = $"{(tried ? "a price of " : "")}{Price(sale.AveragePrice with { Amount = price })}";
        return cost.Amount >= 0
            ? $"{sold}; at {asked} they would be worth {Exact(cost)} more."
            : $"{sold}; at {asked} they would be worth {Exact(-cost)} less.";
    }

    private static DataTable Table(BoardState board, CoinSale sale, List<Figure> later, decimal? tried)
    {
        var rows = new List<IReadOnlyList<DataCell>>
        {
            new DataCell[] { new($"Sale, {Figures.Show(sale.Coins.Period)}"), DataCell.Of(sale.AveragePrice) with { Text = Price(sale.AveragePrice) }, DataCell.Of(BoardCharts.Point(board, sale.Proceeds)), DataCell.Of(sale.Proceeds.Value with { Amount = 0 }) },
        };
        foreach (var (when, price, source) in later.Select(f => (Figures.Show(f.Period), f.Value.Amount, ChartOrigins.Source(f)))
            .Concat(tried is { } t ? [("Price tried", t, null)] : []))
        {
            var cost = sale.OpportunityCost(price);
            rows.Add([new(when), new(Price(sale.AveragePrice with { Amount = price }), price, source), new(Exact(sale.Worth(price)), sale.Worth(price).Amount), new(Exact(cost), cost.Amount)]);
        }

        var unit = BoardCharts.UnitName(sale.Proceeds.Value.Unit);
        return new(["When", $"{unit} per coin", $"Worth of the coins, {unit}", $"Opportunity cost, {unit}"], rows);
    }

    private static string Price(Quantity price) => Figures.Show(price);

    /// <summary>Millions with two decimals: the difference of two large amounts is small, and its figures count.</summary>
    private static string Exact(Quantity value) => Figures.ShowClose(value);
}
