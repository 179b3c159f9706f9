using System.Collections.Frozen;
using System.Globalization;

namespace ThesisBoard.Filings.Passages;

/// <summary>The words for months, counts and ordinals in periods.</summary>
internal static class PeriodWords
{
    private const int FirstYear = 1990;
    private const int LastYear = 2100;

    private static readonly FrozenDictionary<string, int> Months = Enumerable.Range(1, 12)
        .SelectMany(m => new[] { CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(m), CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(m) }
            .Append(m == 9 ? "Sept" : "").Where(n => n.Length > 0).Select(n => (Name: n.ToLowerInvariant(), m)))
        .DistinctBy(p => p.Name).ToFrozenDictionary(p => p.Name, p => p.m, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Counts = Numbered("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".Split(' '));
    private static readonly FrozenDictionary<string, int> Tens = new Dictionary<string, int> { ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50 }.ToFrozenDictionary(StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, int> Ordinals = Numbered("first second third fourth".Split(' '));

    /// <summary>The month that a capitalised word names; 0 for none.</summary>
    public static int Month(Tokens tokens, int at) =>
        tokens.Word(at).Length > 2 && char.IsUpper(tokens.Of(at)[0]) ? Months.GetValueOrDefault(tokens.Word(at)) : 0;

    /// <summary>A count from 1 to 59 in words or digits, "thirty-nine" included; 0 for none.</summary>
    public static int Count(Tokens tokens, int at)
    {
        var tens = Tens.GetValueOrDefault(tokens.Word(tokens.IsMark(at - 1, "-\u2010\u2011") ? at - 2 : at - 1));
        return Counts.GetValueOrDefault(tokens.Word(at)) is var n and > 0 ? n + (n < 10 ? tens : 0)
            : Tens.GetValueOrDefault(tokens.Word(at)) is var round and > 0 ? round
            : Whole(tokens, at) is var d and <= 59 ? d : 0;
    }

    /// <summary>"first" to "fourth"; 0 for none.</summary>
    public static int Ordinal(Tokens tokens, int at) => Ordinals.GetValueOrDefault(tokens.Word(at));

    public static int Year(Tokens tokens, int at) => Whole(tokens, at) is var year and >= FirstYear and <= LastYear ? year : 0;

    public static int Day(Tokens tokens, int at) => Whole(tokens, at) is var day and <= 31 ? day : 0;

    /// <summary>A number without point or groups; 0 for none.</summary>
    public static int Whole(Tokens tokens, int at) =>
        tokens.IsNumber(at) && int.TryParse(tokens.Of(at), NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : 0;

    public static bool IsDate(int year, int month, int day) => year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static FrozenDictionary<string, int> Numbered(string[] words) =>
        words.Select((w, i) => (w, i)).ToFrozenDictionary(p => p.w, p => p.i + 1, StringComparer.Ordinal);
}
