using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;

namespace ThesisBoard.Core.Judging;

/// <summary>A month's balance.</summary>
internal sealed class BalanceMonth
{
    /// <param name="month">The month.</param>
    /// <param name="opening">Held at the end of the month before.</param>
    /// <param name="came">Added; null when not on file.</param>
    /// <param name="went">Taken away; null when not on file, which is not zero.</param>
    /// <param name="closing">Held at the end of the month.</param>
    public BalanceMonth(Period month, Figure opening, Figure? came, Figure? went, Figure closing)
    {
        (Month, Opening, In, Out, Closing) = (month, opening, came, went, closing);
        if (came is null || went is null)
            return;
        try
        {
            Unexplained = opening.Value + came.Value - went.Value - closing.Value;
        }
        catch (OverflowException)
        {
            IsTooLarge = true;
        }
    }

    public Period Month { get; }

    public Figure Opening { get; }

    public Figure? In { get; }

    public Figure? Out { get; }

    public Figure Closing { get; }

    /// <summary>Opening + in − out − closing: what left (positive) or came (negative) without being stated. Null while a part is not on file.</summary>
    public Quantity? Unexplained { get; }

    /// <summary>The figures are too large to add.</summary>
    public bool IsTooLarge { get; }

    /// <summary>It was made of these very figures.</summary>
    public bool Is(Figure opening, Figure? came, Figure? went, Figure closing) =>
        ReferenceEquals(Opening, opening) && ReferenceEquals(In, came) && ReferenceEquals(Out, went) && ReferenceEquals(Closing, closing);
}

/// <summary>
/// The months between two month-end balances, whether or not the flows between are on file. When the date moves on, only the months near to what was
/// published are looked at again.
/// </summary>
internal sealed class BalanceMonths(RecordIndex index, FigureBook book, BalanceRule rule)
{
    private const int MonthDays = 31;
    private readonly PeriodMap<BalanceMonth> months = new();
    private readonly string[] metrics = [rule.Held, rule.In, rule.Out];
    private readonly int[] known = new int[3];

    public IReadOnlyList<BalanceMonth> UpToDate()
    {
        var (first, last) = Touched();
        var held = book.Of(rule.Held);
        for (var place = 0; held.FromLatest(place) is { } closing && closing.Period.End.DayNumber >= first; place++)
        {
            if (closing.Period.End.DayNumber <= last)
                Balance(closing);
        }

        return months.Items;
    }

    private void Balance(Figure closing)
    {
        var month = Period.Month(closing.Period.End);
        if (!closing.Period.IsInstant || month.End != closing.Period.End || month.Start!.Value == DateOnly.MinValue)
            return;
        if (book.At(rule.Held, Period.At(month.Start.Value.AddDays(-1))) is not { } opening)
            return;
        var (came, went) = (Sized(rule.In, month, closing), Sized(rule.Out, month, closing));
        if (months.At(month) is not { } before || !before.Is(opening, came, went, closing))
            months.Put(month, new BalanceMonth(month, opening, came, went, closing));
    }

    /// <summary>The first and the last day whose month can look different from when it was last asked for; none when the first is beyond the last.</summary>
    private (int First, int Last) Touched()
    {
        var (first, last) = (int.MaxValue, int.MinValue);
        for (var i = 0; i < metrics.Length; i++)
        {
            if (index.Metric(metrics[i]) is { IsDerived: true })
                return (int.MinValue, int.MaxValue);
            // A flow's own months, and those that are a part of the same longer period, or follow from it.
            var observations = index.Observations(metrics[i]);
            var reach = MonthDays + observations.LongestDays;
            for (var upTo = observations.KnownOn(book.AsOf); known[i] < upTo; known[i]++)
            {
                var period = observations.PeriodOf(known[i]);
                first = Math.Min(first, (period.Start ?? period.End).DayNumber - reach);
                last = Math.Max(last, period.End.DayNumber + reach);
            }
        }

        return (first, last);
    }

    private Figure? Sized(string metric, Period month, Figure closing) =>
        book.At(metric, month) is { } flow && flow.Value.Unit == closing.Value.Unit ? flow : null;
}
