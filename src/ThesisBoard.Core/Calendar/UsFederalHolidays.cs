namespace ThesisBoard.Core.Calendar;

/// <summary>
/// The legal public holidays of the United States, on the days on which federal offices close for them: a holiday on a Saturday closes the Friday before,
/// one on a Sunday the Monday after.
/// </summary>
/// <remarks>
/// 5 U.S.C. 6103 and Executive Order 11582, as they stand since 1978: Martin Luther King's birthday counts from 1986, Juneteenth from 2021.
/// Inauguration Day closes offices around Washington only and is not in the list; nor are single days closed by an executive order, which no rule foretells.
/// </remarks>
public static class UsFederalHolidays
{
    /// <summary>The name of the holiday for which federal offices close on this date; null on any other day. Weekends are not holidays.</summary>
    public static string? NameOf(DateOnly date) => date.DayOfWeek switch
    {
        DayOfWeek.Saturday or DayOfWeek.Sunday => null,
        DayOfWeek.Monday => Floating(date) ?? Fixed(date) ?? FixedBeside(date, -1),
        DayOfWeek.Friday => Fixed(date) ?? FixedBeside(date, +1),
        _ => Floating(date) ?? Fixed(date),
    };

    /// <summary>Neither a weekend nor a holiday.</summary>
    public static bool IsBusinessDay(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && NameOf(date) is null;

    /// <summary>The date itself when it is a business day, else the next one. At the end of time it stays where it is.</summary>
    public static DateOnly OnOrAfter(DateOnly date)
    {
        while (!IsBusinessDay(date) && date < DateOnly.MaxValue)
            date = date.AddDays(1);
        return date;
    }

    private static string? Fixed(DateOnly date) => (date.Month, date.Day) switch
    {
        (1, 1) => "New Year's Day",
        (6, 19) when date.Year >= 2021 => "Juneteenth",
        (7, 4) => "Independence Day",
        (11, 11) => "Veterans Day",
        (12, 25) => "Christmas Day",
        _ => null,
    };

    private static string? FixedBeside(DateOnly date, int days) =>
        date.DayNumber + days is var day && day >= DateOnly.MinValue.DayNumber && day <= DateOnly.MaxValue.DayNumber
            ? Fixed(DateOnly.FromDayNumber(day))
            : null;

    private static string? Floating(DateOnly date) => (date.Month, date.DayOfWeek, Week: (date.Day + 6) / 7) switch
    {
        (1, DayOfWeek.Monday, 3) when date.Year >= 1986 => "Birthday of Martin Luther King, Jr.",
        (2, DayOfWeek.Monday, 3) => "Washington's Birthday",
        (5, DayOfWeek.Monday, _) when date.Day > 24 => "Memorial Day",
        (9, DayOfWeek.Monday, 1) => "Labor Day",
        (10, DayOfWeek.Monday, 2) => "Columbus Day",
        (11, DayOfWeek.Thursday, 4) => "Thanksgiving Day",
        _ => null,
    };
}
