using System.Globalization;
using CsCheck;
using ThesisBoard.Core.Calendar;
using Xunit;

namespace ThesisBoard.Core.Tests.Calendar;

public sealed class UsFederalHolidaysTests
{
    [Fact]
    public void The_days_of_2026_are_those_of_the_published_list() => Assert.Equal(
        [
            "01-01 New Year's Day", "01-19 Birthday of Martin Luther King, Jr.", "02-16 Washington's Birthday", "05-25 Memorial Day", "06-19 Juneteenth",
            "07-03 Independence Day", "09-07 Labor Day", "10-12 Columbus Day", "11-11 Veterans Day", "11-26 Thanksgiving Day", "12-25 Christmas Day",
        ],
        Of(2026));

    [Fact]
    public void A_new_year_on_a_saturday_closes_the_last_friday_of_the_old_year()
    {
        Assert.Equal("12-31 New Year's Day", Of(2021)[^1]);
        Assert.DoesNotContain(Of(2022), day => day.Contains("New Year", StringComparison.Ordinal));
        Assert.Equal("01-02 New Year's Day", Of(2023)[0]);
    }

    [Theory]
    [InlineData("2021-06-18", "Juneteenth")]
    [InlineData("2022-06-20", "Juneteenth")]
    [InlineData("2020-06-19", null)]
    [InlineData("1986-01-20", "Birthday of Martin Luther King, Jr.")]
    [InlineData("1985-01-21", null)]
    [InlineData("2025-01-20", "Birthday of Martin Luther King, Jr.")]
    [InlineData("2029-01-20", null)]
    [InlineData("2021-12-24", "Christmas Day")]
    [InlineData("2022-12-26", "Christmas Day")]
    [InlineData("2023-11-10", "Veterans Day")]
    [InlineData("2026-07-04", null)]
    [InlineData("2024-05-27", "Memorial Day")]
    [InlineData("2024-05-20", null)]
    [InlineData("2024-11-28", "Thanksgiving Day")]
    public void Single_days_are_known(string date, string? name) => Assert.Equal(name, UsFederalHolidays.NameOf(Day(date)));

    [Fact]
    public void Every_year_has_eleven_holidays_counted_by_name_and_none_on_a_weekend() => Gen.Int[2022, 9990].Sample(year =>
    {
        // New Year's Day may close the last day of the year before, so a year is taken from mid-December to mid-December.
        var days = Enumerable.Range(0, 367).Select(new DateOnly(year - 1, 12, 26).AddDays).Where(d => d <= new DateOnly(year, 12, 26)).ToList();
        var names = days.Select(UsFederalHolidays.NameOf).OfType<string>().ToList();
        return names.Distinct().Count() == 11 && days.All(d => UsFederalHolidays.NameOf(d) is null || d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
    });

    [Fact]
    public void The_next_business_day_is_never_earlier_and_at_most_four_days_later() => Gen.Int[0, DateOnly.MaxValue.DayNumber].Sample(number =>
    {
        var date = DateOnly.FromDayNumber(number);
        var next = UsFederalHolidays.OnOrAfter(date);
        return next >= date && next.DayNumber - number <= 4 && (UsFederalHolidays.IsBusinessDay(next) || next == DateOnly.MaxValue);
    });

    [Fact]
    public void The_first_and_the_last_day_of_all_have_an_answer()
    {
        Assert.Equal("New Year's Day", UsFederalHolidays.NameOf(DateOnly.MinValue));
        Assert.Equal(DateOnly.MaxValue, UsFederalHolidays.OnOrAfter(DateOnly.MaxValue));
    }

    private static List<string> Of(int year) =>
    [
        .. Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays)
            .Where(day => UsFederalHolidays.NameOf(day) is not null)
            .Select(day => $"{day.ToString("MM-dd", CultureInfo.InvariantCulture)} {UsFederalHolidays.NameOf(day)}"),
    ];

    private static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
