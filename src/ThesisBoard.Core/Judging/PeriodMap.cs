using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Judging;

/// <summary>One item a period, in order of period. What comes in late mostly belongs at the end, and costs nothing more there.</summary>
/// <param name="capacity">How many there may come to be.</param>
internal sealed class PeriodMap<T>(int capacity = 0)
    where T : class
{
    private readonly List<Period> periods = new(capacity);
    private readonly List<T> items = new(capacity);

    public int Count => items.Count;

    /// <summary>The length of the longest period; 0 when all are instants.</summary>
    public int LongestDays { get; private set; }

    /// <summary>The items by ascending period.</summary>
    public IReadOnlyList<T> Items => items;

    public Period PeriodAt(int place) => periods[place];

    public T this[int place] => items[place];

    public T? At(Period period) => periods.BinarySearch(period) is var place and >= 0 ? items[place] : null;

    /// <summary>Adds an item, or puts it in the place of the one that the period has.</summary>
    public void Put(Period period, T item)
    {
        var place = Count == 0 || periods[^1] < period ? ~Count : periods.BinarySearch(period);
        if (place >= 0)
        {
            items[place] = item;
            return;
        }

        LongestDays = Math.Max(LongestDays, period.Days);
        periods.Insert(~place, period);
        items.Insert(~place, item);
    }

    /// <summary>How many periods stand before this one, itself not counted: the place from which on they are the same or later.</summary>
    public int Before(Period period) => periods.BinarySearch(period) is var place && place >= 0 ? place : ~place;

    /// <summary>The place of the last period that ends on or before a day, the longest such; −1 when there is none.</summary>
    public int LastEndingBy(DateOnly day)
    {
        var beyond = Period.Between(DateOnly.MinValue, day);
        return periods.BinarySearch(beyond) is var place && place >= 0 ? place : ~place - 1;
    }
}
