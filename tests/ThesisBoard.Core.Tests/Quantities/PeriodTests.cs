using System.Globalization;
using CsCheck;
using ThesisBoard.Core.Quantities;
using Xunit;

namespace ThesisBoard.Core.Tests.Quantities;

public sealed class PeriodTests
{
    private static readonly Gen<DateOnly> Dates = Gen.Int[new DateOnly(1900, 1, 1).DayNumber, new DateOnly(2200, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    private static readonly Gen<Period> Periods = Gen.Select(Dates, Gen.Int[-1, 400], (start, days) =>
        days < 0 ? Period.At(start) : Period.Between(start, start.AddDays(days)));

    [Fact]
    public void An_instant_and_the_same_day_as_a_duration_are_two_things()
    {
        var day = Day("2025-12-31");

        Assert.NotEqual(Period.At(day), Period.Between(day, day));
        Assert.True(Period.At(day).IsInstant);
        Assert.Equal(0, Period.At(day).Days);
        Assert.Equal(1, Period.Between(day, day).Days);
    }

    [Fact]
    public void A_period_that_ends_before_it_starts_cannot_be_made() =>
        Assert.Contains("2026-02-07", Assert.Throws<ArgumentException>(() => Period.Between(Day("2026-02-08"), Day("2026-02-07"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-02-14", "2026-02-01/2026-02-28")]
    [InlineData("2024-02-29", "2024-02-01/2024-02-29")]
    [InlineData("2026-12-31", "2026-12-01/2026-12-31")]
    public void The_month_of_a_date_is_a_whole_calendar_month(string date, string period)
    {
        Assert.Equal(period, Period.Month(Day(date)).ToString());
        Assert.True(Period.Month(Day(date)).IsMonth);
    }

    [Theory]
    [InlineData("2026-01-01", "2026-03-31", true, false)]
    [InlineData("2026-07-01", "2026-09-30", true, false)]
    [InlineData("2025-01-01", "2025-12-31", false, true)]
    [InlineData("2024-12-29", "2025-12-27", false, true)] // 52 weeks
    [InlineData("2023-01-01", "2024-01-06", false, true)] // 53 weeks
    [InlineData("2026-01-01", "2026-06-30", false, false)]
    [InlineData("2026-01-01", "2026-01-31", false, false)]
    public void Quarters_and_years_are_told_by_their_length(string start, string end, bool isQuarter, bool isYear)
    {
        var period = Period.Between(Day(start), Day(end));

        Assert.Equal((isQuarter, isYear, false), (period.IsQuarter, period.IsYear, period.IsInstant));
    }

    [Theory]
    [InlineData("2026-02-01", "2026-02-27")]
    [InlineData("2026-02-02", "2026-02-28")]
    [InlineData("2026-02-01", "2026-03-31")]
    public void Only_one_whole_calendar_month_is_a_month(string start, string end) => Assert.False(Period.Between(Day(start), Day(end)).IsMonth);

    [Fact]
    public void A_duration_contains_what_lies_within_it_and_an_instant_contains_nothing()
    {
        var quarter = Period.Between(Day("2026-01-01"), Day("2026-03-31"));

        Assert.True(quarter.Contains(quarter));
        Assert.True(quarter.Contains(Period.Month(Day("2026-03-05"))));
        Assert.True(quarter.Contains(Period.At(Day("2026-01-01"))));
        Assert.False(quarter.Contains(Period.At(Day("2025-12-31"))));
        Assert.False(quarter.Contains(Period.Between(Day("2026-03-31"), Day("2026-04-01"))));
        Assert.False(Period.At(Day("2026-03-31")).Contains(Period.At(Day("2026-03-31"))));
    }

    [Fact]
    public void The_last_in_order_is_the_longest_period_with_the_latest_end()
    {
        var (year, quarter, instant) = (Period.Between(Day("2025-01-01"), Day("2025-12-31")), Period.Between(Day("2025-10-01"), Day("2025-12-31")), Period.At(Day("2025-12-31")));
        var month = Period.Month(Day("2025-11-01"));

        Assert.Equal([month, instant, quarter, year], new[] { year, month, quarter, instant }.Order());
        Assert.True(month < instant && year > quarter && quarter <= year && year >= instant);
    }

    [Fact]
    public void The_order_is_total_and_agrees_with_equality() => Gen.Select(Periods, Periods, Periods).Sample((a, b, c) =>
        a.CompareTo(b) == 0 == (a == b) && Math.Sign(a.CompareTo(b)) == -Math.Sign(b.CompareTo(a)) && (!(a <= b && b <= c) || a <= c));

    private static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
