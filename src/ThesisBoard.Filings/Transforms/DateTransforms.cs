namespace ThesisBoard.Filings.Transforms;

/// <summary>Dates of the registries. Parts are separated by anything that is no digit, except in registry 1.</summary>
internal static class DateTransforms
{
    private const string Day = "(?<d>[0-9]{1,2})";
    private const string Month = "(?<m>[0-9]{1,2})";
    private const string Year = "(?<y>[0-9]{4}|[0-9]{1,2})";
    private const string Gap = "[^0-9]+";
    private const string Roman = "(?<m>VIII|VII|VI|V|IV|IX|III|II|I|XII|XI|X|viii|vii|vi|v|iv|ix|iii|ii|i|xii|xi|x)";
    private static readonly string[] RomanOrder = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

    private static readonly string LongTitle = string.Join('|', MonthNames.English);
    private static readonly string ShortTitle = string.Join('|', MonthNames.English.Select(m => m[..3]));
    private static readonly string English =
        $"(?<m>{LongTitle}|{LongTitle.ToUpperInvariant()}|{ShortTitle}|{ShortTitle.ToUpperInvariant()})";

    /// <summary>Registry 1: single spaces or the separator of the name, two or four digits of a year.</summary>
    public static IEnumerable<(string Name, TextTransform Transform)> First
    {
        get
        {
            const string year = "(?<y>[0-9]{2}|[0-9]{4})";
            var (full, abbreviated) = ($"(?<m>{LongTitle})", $"(?<m>{ShortTitle})");
            return
            [
                ("dateslashus", Numeric($"{Month}/{Day}/{year}")),
                ("dateslasheu", Numeric($"{Day}/{Month}/{year}")),
                ("datedotus", Numeric($"{Month}[.]{Day}[.]{year}")),
                ("datedoteu", Numeric($"{Day}[.]{Month}[.]{year}")),
                ("dateslashdaymontheu", Numeric($"{Day}/{Month}")),
                ("dateslashmonthdayus", Numeric($"{Month}/{Day}")),
                ("datelongus", EnglishDate($"{full} {Day}, {year}")),
                ("dateshortus", EnglishDate($"{abbreviated} {Day}, {year}")),
                ("datelonguk", EnglishDate($"{Day} {full} {year}")),
                ("dateshortuk", EnglishDate($"{Day} {abbreviated} {year}")),
                ("datelongdaymonthuk", EnglishDate($"{Day} {full}")),
                ("dateshortdaymonthuk", EnglishDate($"{Day} {abbreviated}")),
                ("datelongmonthdayus", EnglishDate($"{full} {Day}")),
                ("dateshortmonthdayus", EnglishDate($"{abbreviated} {Day}")),
                ("datelongmonthyear", EnglishDate($"{full} {year}")),
                ("dateshortmonthyear", EnglishDate($"{abbreviated} {year}")),
                ("datelongyearmonth", EnglishDate($"{year} {full}")),
                ("dateshortyearmonth", EnglishDate($"{year} {abbreviated}")),
            ];
        }
    }

    /// <summary>Registry 2.</summary>
    public static IEnumerable<(string Name, TextTransform Transform)> Second =>
    [
        ("datedaymonth", Numeric($"{Day}{Gap}{Month}")),
        ("datedaymonthyear", Numeric($"{Day}{Gap}{Month}{Gap}{Year}")),
        ("datemonthday", Numeric($"{Month}{Gap}{Day}[A-Za-z]*")),
        ("datemonthdayyear", Numeric($"{Month}{Gap}{Day}{Gap}{Year}")),
        ("datedaymonthen", EnglishDate($"{Day}{Gap}{English}")),
        ("datedaymonthyearen", EnglishDate($"{Day}{Gap}{English}{Gap}{Year}")),
        ("datemonthdayen", EnglishDate($"{English}{Gap}{Day}[A-Za-z]{{0,2}}")),
        ("datemonthdayyearen", EnglishDate($"{English}{Gap}{Day}{Gap}{Year}")),
        ("datemonthyearen", EnglishDate($"{English}{Gap}{Year}")),
        ("dateyearmonthen", EnglishDate($"{Year}{Gap}{English}")),
        ("dateyearmonthdaycjk", EastAsianDates.YearMonthDay),
        ("dateyearmonthcjk", EastAsianDates.YearMonth),
        ("dateerayearmonthdayjp", EastAsianDates.EraYearMonthDay),
        ("dateerayearmonthjp", EastAsianDates.EraYearMonth),
    ];

    /// <summary>Registry 3 adds Danish, Hindi and the Indian national calendar.</summary>
    public static IEnumerable<(string Name, TextTransform Transform)> Third
    {
        get
        {
            var danish = MonthNames.Fourth.Single(n => n.Language == "da");
            return
            [
                .. Second,
                ("datemonthyear", Numeric($"{Month}{Gap}{Year}")),
                ("dateyearmonthday", Numeric($"{Year}{Gap}{Month}{Gap}{Day}[^0-9]*")),
                ("datedaymonthdk", WithName(danish, "dm")),
                ("datedaymonthyeardk", WithName(danish, "dmy")),
                ("datemonthyeardk", WithName(danish, "my")),
                ("datedaymonthyearin", IndianDates.DayMonthYear(allowsNumber: true)),
                ("datemonthyearin", IndianDates.MonthYear),
                ("calindaymonthyear", IndianDates.Saka),
            ];
        }
    }

    /// <summary>Registry 4: many languages, under names that spell out the order.</summary>
    public static IEnumerable<(string Name, TextTransform Transform)> Fourth =>
    [
        ("date-day-month", Numeric($"{Day}{Gap}{Month}")),
        ("date-day-month-year", Numeric($"{Day}{Gap}{Month}{Gap}{Year}")),
        ("date-month-day", Numeric($"{Month}{Gap}{Day}[A-Za-z]*")),
        ("date-month-day-year", Numeric($"{Month}{Gap}{Day}{Gap}{Year}")),
        ("date-month-year", Numeric($"{Month}{Gap}{Year}")),
        ("date-year-month", Numeric($"{Year}{Gap}{Month}[^0-9]*")),
        ("date-year-month-day", Numeric($"{Year}{Gap}{Month}{Gap}{Day}[^0-9]*")),
        ("date-day-monthname-en", EnglishDate($"{Day}{Gap}{English}")),
        ("date-day-monthname-year-en", EnglishDate($"{Day}{Gap}{English}{Gap}{Year}")),
        ("date-monthname-day-en", EnglishDate($"{English}{Gap}{Day}[A-Za-z]{{0,2}}")),
        ("date-monthname-day-year-en", EnglishDate($"{English}{Gap}{Day}{Gap}{Year}")),
        ("date-monthname-year-en", EnglishDate($"{English}{Gap}{Year}")),
        ("date-year-monthname-en", EnglishDate($"{Year}{Gap}{English}")),
        ("date-day-monthroman", RomanDate($"{Day}[^0-9]*[^0-9XVIxvi]{Roman}")),
        ("date-day-monthroman-year", RomanDate($"{Day}[^0-9]*[^0-9XVIxvi]{Roman}[^0-9XVIxvi][^0-9]*{Year}")),
        ("date-monthroman-year", RomanDate($"{Roman}[^0-9XVIxvi][^0-9]*{Year}")),
        ("date-day-monthname-year-hi", IndianDates.DayMonthYear(allowsNumber: false)),
        ("date-monthname-year-hi", IndianDates.MonthYear),
        ("date-ind-day-monthname-year-hi", IndianDates.Saka),
        ("date-jpn-era-year-month-day", EastAsianDates.EraYearMonthDay),
        ("date-jpn-era-year-month", EastAsianDates.EraYearMonth),
        .. MonthNames.Fourth.SelectMany(InLanguage),
    ];

    /// <summary>Registry 5 adds Welsh.</summary>
    public static IEnumerable<(string Name, TextTransform Transform)> Fifth => [.. Fourth, .. InLanguage(MonthNames.Welsh)];

    private static IEnumerable<(string Name, TextTransform Transform)> InLanguage(MonthNames names) =>
        names.Orders.Split(' ').Select(order => (
            $"date-{string.Join('-', order.Select(c => c switch { 'd' => "day", 'm' => "monthname", _ => "year" }))}-{names.Language}",
            WithName(names, order)));

    private static TextTransform WithName(MonthNames names, string order)
    {
        var before = names.NeedsBoundary ? "[^0-9]*[^0-9a-z]" : Gap;
        var after = names.Language == "cs" ? "[^0-9a-z][^0-9]*" : names.Language is "da" or "sv" ? "[^0-9]*" : Gap;
        var pattern = "";
        for (var i = 0; i < order.Length; i++)
        {
            if (i > 0)
                pattern += order[i] == 'm' ? before : order[i - 1] == 'm' ? after : Gap;
            pattern += order[i] switch { 'd' => Day, 'm' => names.Pattern, _ => Year };
        }
        pattern += order[^1] == 'm' ? $"[^0-9]{{0,{names.Tail}}}" : names.AllowsSuffix ? "[^0-9]*" : "";
        return new DatePattern(pattern, names.Number, names.Fold).Transform;
    }

    private static TextTransform Numeric(string pattern) => new DatePattern(pattern, DatePattern.Number).Transform;

    private static TextTransform EnglishDate(string pattern) => new DatePattern(pattern, EnglishMonth).Transform;

    private static TextTransform RomanDate(string pattern) =>
        new DatePattern(pattern, m => Array.IndexOf(RomanOrder, m.ToUpperInvariant()) + 1).Transform;

    private static int EnglishMonth(string name)
    {
        for (var i = 0; i < 12; i++)
        {
            if (MonthNames.English[i].StartsWith(name[..3], StringComparison.OrdinalIgnoreCase))
                return i + 1;
        }
        return 0;
    }
}
