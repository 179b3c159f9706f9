using System.Globalization;

namespace ThesisBoard.Filings.Transforms;

/// <summary>Gregorian dates in Hindi, and dates of the Indian national (Saka) calendar.</summary>
internal static class IndianDates
{
    private const string Day = "(?<d>[0-9]{1,2})";
    private const string Year = "(?<y>[0-9]{2}|[0-9]{4})";
    private static readonly string[] Hindi =
        ["जनवरी", "फरवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर"];

    /// <summary>What the registry looks for in a month's name, whatever the transliteration.</summary>
    private static readonly LazyRegex[] SakaMonths =
    [
        new("C\\S*ait|चैत्र"), new("Vai|वैशाख|बैसाख"), new("Jy|ज्येष्ठ"), new("dha|ḍha|आषाढ"), new("vana|Śrāvaṇa|श्रावण|सावन"),
        new("Bh\\S+dra|Proṣṭhapada|भाद्रपद|भादो"), new("in|आश्विन"), new("K\\S+rti|कार्तिक"), new("M\\S+rga|Agra|मार्गशीर्ष|अगहन"),
        new("Pau|पौष"), new("M\\S+gh|माघ"), new("Ph\\S+lg|फाल्गुन"),
    ];

    private static readonly LazyRegex SakaDate = new($"^[ \t\r\n]*{Day}(?<name>[^0-9]+){Year}[ \t\r\n]*$");
    private static readonly DatePattern MonthAndYear = new($"(?<m>{string.Join('|', Hindi)})[^0-9]+{Year}", HindiMonth);

    public static TextTransform DayMonthYear(bool allowsNumber)
    {
        var names = string.Join('|', Hindi) + (allowsNumber ? "|[0-9]{1,2}" : "");
        return new DatePattern($"{Day}[^0-9]+(?<m>{names})[^0-9]+{Year}", HindiMonth).Transform;
    }

    public static string? MonthYear(string text) => MonthAndYear.Transform(text);

    /// <summary>
    /// The Saka year begins on 22 March, on 21 March in a Gregorian leap year; its first month has 30 days, then 31,
    /// the next five 31, the others 30.
    /// </summary>
    public static string? Saka(string text)
    {
        var match = SakaDate.Value.Match(DigitFolding.Fold(text));
        if (!match.Success)
            return null;
        var month = Array.FindIndex(SakaMonths, m => m.Value.IsMatch(match.Groups["name"].Value));
        var day = DatePattern.Number(match.Groups["d"].Value);
        if (month < 0)
            return null;
        var year = SakaYear(match.Groups["y"].Value, month + 1, day) + 78;
        if (year > 9998)
            return null;
        var isLeap = DateTime.IsLeapYear(year);
        if (day < 1 || day > Length(month, isLeap))
            return null;
        var newYear = new DateOnly(year, 3, isLeap ? 21 : 22);
        var days = Enumerable.Range(0, month).Sum(m => Length(m, isLeap)) + day - 1;
        return newYear.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static int Length(int month, bool isLeap) => month is >= 1 and <= 5 || (month == 0 && isLeap) ? 31 : 30;

    /// <summary>Two digits: Saka 1922 and later up to the turn of the Gregorian century, otherwise 20xx.</summary>
    private static int SakaYear(string digits, int month, int day)
    {
        var year = DatePattern.Number(digits);
        if (digits.Length > 2)
            return year;
        return year > 21 || (year == 21 && month >= 10 && day >= 11) ? 1900 + year : 2000 + year;
    }

    private static int HindiMonth(string name) =>
        Array.IndexOf(Hindi, name) is var at and >= 0 ? at + 1 : DatePattern.Number(name);
}
