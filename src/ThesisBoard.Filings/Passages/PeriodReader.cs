namespace ThesisBoard.Filings.Passages;

/// <summary>
/// Periods in English prose: "as of March 31, 2026", "three months ended June 30, 2026", "first quarter of 2026", "in February 2026", "from … to …".
/// Quarters, halves and years are of the fiscal year, which is named by the year in which it ends.
/// </summary>
/// <param name="fiscalYearEndMonth">The month in which the issuer's fiscal year ends, 1 to 12.</param>
internal sealed class PeriodReader(int fiscalYearEndMonth)
{
    private const int QuarterDays = 91;
    private const int WeekSlack = 7;

    /// <summary>In the order of the text, never overlapping.</summary>
    public List<PeriodMention> Read(Tokens tokens)
    {
        var found = new List<PeriodMention>();
        for (var i = 0; i < tokens.Count;)
        {
            var (first, next, period) = At(tokens, i);
            if (next == 0)
            {
                i++;
                continue;
            }

            found.Add(Mention(tokens, first, next, period));
            if (tokens.Word(next) == "and" && PeriodWords.Year(tokens, next + 1) is var other and > 0 && period.End is { } end && other != end.Year && !IsDayFirst(tokens, next + 1))
            {
                found.Add(Mention(tokens, next + 1, next + 2, Shifted(period, end, other - end.Year)));
                next += 2;
            }

            i = next;
        }

        return found;
    }

    private (int First, int Next, FactPeriod Period) At(Tokens tokens, int i)
    {
        if (Day(tokens, i) is (var date, var next) && next > 0)
            return Dated(tokens, i, date, next);
        if (Part(tokens, i) is { Next: > 0 } part)
            return part;
        if (PeriodWords.Month(tokens, i) is var month and > 0)
        {
            var at = tokens.IsMark(i + 1, ",.") ? i + 2 : i + 1;
            if (PeriodWords.Year(tokens, at) is var year and > 0)
                return IsEndOf(tokens, i) ? (i, at + 1, FactPeriod.Instant(EndOfMonth(year, month))) : (i, at + 1, FactPeriod.Duration(new(year, month, 1), EndOfMonth(year, month)));
        }

        return Year(tokens, i);
    }

    /// <summary>"March 31, 2026", "31 March 2026" and "2026-03-31"; the token after it, or 0.</summary>
    private static (DateOnly Date, int Next) Day(Tokens tokens, int i)
    {
        var (month, monthAt) = PeriodWords.Month(tokens, i) is var m and > 0 ? (m, i) : (PeriodWords.Month(tokens, i + 1), i + 1);
        if (month > 0)
        {
            var after = tokens.IsMark(monthAt + 1, '.') ? monthAt + 2 : monthAt + 1;
            var (day, yearAt) = monthAt == i ? (PeriodWords.Day(tokens, after), after + 1) : (PeriodWords.Day(tokens, i), after);
            yearAt = tokens.IsMark(yearAt, ',') ? yearAt + 1 : yearAt;
            return PeriodWords.Year(tokens, yearAt) is var year and > 0 && PeriodWords.IsDate(year, month, day) ? (new(year, month, day), yearAt + 1) : default;
        }

        var isIso = PeriodWords.Year(tokens, i) > 0 && tokens.IsMark(i + 1, '-') && tokens.Touches(i) && tokens.IsMark(i + 3, '-') && tokens.Touches(i + 2)
            && PeriodWords.IsDate(PeriodWords.Year(tokens, i), PeriodWords.Whole(tokens, i + 2), PeriodWords.Whole(tokens, i + 4));
        return isIso ? (new(PeriodWords.Year(tokens, i), PeriodWords.Whole(tokens, i + 2), PeriodWords.Whole(tokens, i + 4)), i + 5) : default;
    }

    /// <summary>A date alone is a point in time; with "three months ended" before it or "to …" after it, a duration.</summary>
    private static (int First, int Next, FactPeriod Period) Dated(Tokens tokens, int i, DateOnly date, int next)
    {
        var joins = tokens.Word(next) is "to" or "through" or "until" || (tokens.Word(next) == "and" && tokens.Word(i - 1) == "between");
        if (joins && Day(tokens, next + 1) is (var last, var after) && after > 0 && last >= date)
            return (i, after, FactPeriod.Duration(date, last));
        var at = tokens.Word(i - 1) == "on" ? i - 2 : i - 1;
        if (tokens.Word(at) is not ("ended" or "ending"))
            return (i, next, FactPeriod.Instant(date));
        at = tokens.Word(at - 1) is "period" or "periods" ? at - 2 : at - 1;
        at = tokens.Word(at) == "fiscal" ? at - 1 : at;
        var outer = tokens.Word(at - 1) == "fiscal" ? at - 2 : at - 1;
        at = tokens.Word(at) is "quarter" or "year" && tokens.Word(outer) is "week" or "weeks" ? outer : at;
        var before = tokens.IsMark(at - 1, "-\u2010\u2011") ? at - 2 : at - 1;
        var count = PeriodWords.Count(tokens, before);
        return tokens.Word(at) switch
        {
            "months" or "month" => (count > 0 ? before : at, next, Back(date, Math.Max(count, 1))),
            "weeks" or "week" when count > 0 => (before, next, FactPeriod.Duration(date.AddDays(1 - 7 * count), date)),
            "quarter" or "quarters" => (at, next, Back(date, 3)),
            "half" => (at, next, Back(date, 6)),
            "year" or "years" => (at, next, Back(date, tokens.Word(before) == "half" ? 6 : 12)),
            _ => (i, next, FactPeriod.Instant(date)),
        };
    }

    /// <summary>Whether figures can be about a mention: "due in December 2028" and "since 2019" say something else.</summary>
    public static bool IsAbout(Tokens tokens, PeriodMention mention)
    {
        var at = 0;
        for (var high = tokens.Count; at < high;)
        {
            var middle = (at + high) / 2;
            (at, high) = tokens[middle].Start < mention.Start ? (middle + 1, high) : (at, middle);
        }

        var before = tokens.Word(at - 1) is "in" or "on" or "of" or "the" ? at - 2 : at - 1;
        return tokens.Word(before) is not ("due" or "matures" or "mature" or "maturing" or "matured" or "maturity" or "expires" or "expire" or "expiring" or "until" or "since" or "by" or "before"
            or "after" or "through" or "dated");
    }

    /// <summary>"first quarter of 2026", "Q1 2026", "first half of 2026", "first nine months of 2026".</summary>
    private (int First, int Next, FactPeriod Period) Part(Tokens tokens, int i)
    {
        var (start, months, at) = (0, 0, i + 2);
        if (tokens.Word(i) is ['q', >= '1' and <= '4'] quarter)
            (start, months, at) = ((quarter[1] - '1') * 3, 3, i + 1);
        else if (tokens.Word(i) is ['h', '1' or '2'] half)
            (start, months, at) = ((half[1] - '1') * 6, 6, i + 1);
        else if (PeriodWords.Ordinal(tokens, i) is var nth and > 0)
            (start, months, at) = OfOrdinal(tokens, i, nth);
        if (months == 0)
            return default;
        at = tokens.Word(at) == "of" ? at + 1 : at;
        at = tokens.Word(at) is "fiscal" or "the" or "full" ? at + 1 : at;
        at = tokens.Word(at) is "year" or "fiscal" ? at + 1 : at;
        if (PeriodWords.Year(tokens, at) is not (var year and > 0) || IsDayFirst(tokens, at))
            return default;
        var first = FirstDay(year).AddMonths(start);
        return IsEndOf(tokens, i) ? (i, at + 1, FactPeriod.Instant(first.AddMonths(months).AddDays(-1))) : (i, at + 1, FactPeriod.Duration(first, first.AddMonths(months).AddDays(-1)));
    }

    private static (int Start, int Months, int At) OfOrdinal(Tokens tokens, int i, int nth)
    {
        var next = tokens.IsMark(i + 1, '-') || tokens.Word(i + 1) == "fiscal" ? i + 2 : i + 1;
        if (tokens.Word(next) == "quarter")
            return ((nth - 1) * 3, 3, next + 1);
        if (tokens.Word(next) == "half" && nth <= 2)
            return ((nth - 1) * 6, 6, next + 1);
        var count = nth == 1 ? PeriodWords.Count(tokens, next) : 0;
        return tokens.Word(next + 1) == "months" && count is > 0 and <= 12 ? (0, count, next + 2) : (0, 0, 0);
    }

    /// <summary>"full year 2025" and "fiscal 2025" are the fiscal year, "in 2025" is the calendar's, "the end of 2025" its last day.</summary>
    private (int First, int Next, FactPeriod Period) Year(Tokens tokens, int i)
    {
        if (PeriodWords.Year(tokens, i) is not (var year and > 0) || tokens.IsMark(i + 1, '%'))
            return default;
        var word = tokens.Word(i - 1);
        if (word is "year" or "fiscal")
            return (i, i + 1, FactPeriod.Duration(FirstDay(year), FirstDay(year).AddYears(1).AddDays(-1)));
        if (IsEndOf(tokens, i))
            return (i, i + 1, FactPeriod.Instant(new(year, 12, 31)));
        return word is "in" or "during" or "for" or "throughout" && !UnitFollows(tokens, i + 1) ? (i, i + 1, FactPeriod.Duration(new(year, 1, 1), new(year, 12, 31))) : default;
    }

    private static bool UnitFollows(Tokens tokens, int at) => FigureUnits.After(tokens, at).Unit.Length > 0 || FigureUnits.Scale(tokens, at, isMoney: false).Power > 0;

    private static bool IsDayFirst(Tokens tokens, int at) => UnitFollows(tokens, at + 1) && PeriodWords.Month(tokens, at + 1) == 0;

    private static bool IsEndOf(Tokens tokens, int i) => tokens.Word(i - 1) == "of" && tokens.Word(i - 2) == "end" || (tokens.Word(i - 1) == "the" && tokens.Word(i - 2) == "of" && tokens.Word(i - 3) == "end");

    private DateOnly FirstDay(int fiscalYear) => new DateOnly(fiscalYear, fiscalYearEndMonth, 1).AddMonths(-11);

    /// <summary>
    /// So many months up to a day; the end of a month stays one. A quarter that ends a few days off the end of a month is one of thirteen weeks, as in fiscal years
    /// of 52 weeks.
    /// </summary>
    private static FactPeriod Back(DateOnly end, int months)
    {
        var isMonthEnd = end == EndOfMonth(end.Year, end.Month);
        if (!isMonthEnd && months % 3 == 0 && (end.Day <= WeekSlack || end.Day > DateTime.DaysInMonth(end.Year, end.Month) - WeekSlack))
            return FactPeriod.Duration(end.AddDays(1 - (QuarterDays * months / 3)), end);
        var start = isMonthEnd ? new DateOnly(end.Year, end.Month, 1).AddMonths(1 - months) : end.AddMonths(-months).AddDays(1);
        return FactPeriod.Duration(start, end);
    }

    private static FactPeriod Shifted(FactPeriod period, DateOnly end, int years)
    {
        var isMonthEnd = end == EndOfMonth(end.Year, end.Month);
        var last = isMonthEnd ? EndOfMonth(end.Year + years, end.Month) : end.AddYears(years);
        return period.Start is { } start ? FactPeriod.Duration(start.AddYears(years), last) : FactPeriod.Instant(last);
    }

    private static DateOnly EndOfMonth(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    private static PeriodMention Mention(Tokens tokens, int first, int next, FactPeriod period) =>
        new(tokens[first].Start, tokens[next - 1].End - tokens[first].Start, period);
}
