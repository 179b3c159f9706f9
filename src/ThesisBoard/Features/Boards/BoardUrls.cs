using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using ThesisBoard.Core.Evidence;

namespace ThesisBoard.Features.Boards;

/// <summary>Every link to and within a board, and the way back from a link to what it asks for.</summary>
public static class BoardUrls
{
    private const string All = "all";
    private const int LongestWords = 200;
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly DateOnly Latest = new(2200, 12, 31);

    public const string Boards = "/";

    /// <summary>The beginning of every address of a board.</summary>
    public const string AnyBoard = "/t";

    public static string Board(string slug, BoardQuery? query = null, string? criterion = null) => At($"{AnyBoard}/{Uri.EscapeDataString(slug)}", query, criterion);

    /// <summary>A board at the address at which the reader has it: its own, or that of a share link.</summary>
    public static string At(string path, BoardQuery? query = null, string? criterion = null)
    {
        var url = query is null ? path : QueryHelpers.AddQueryString(path, Parameters(query));
        return criterion is null ? url : $"{url}#{Uri.EscapeDataString(criterion)}";
    }

    /// <summary>Where changes are told to a board that the reader has at an address.</summary>
    public static string Changes(string path) => $"{path}/changes";

    /// <summary>The log of changes, from before a version on.</summary>
    public static string Log(string slug, long? before = null) =>
        before is { } version ? string.Create(CultureInfo.InvariantCulture, $"{Board(slug)}/log?before={version}") : $"{Board(slug)}/log";

    /// <summary>A date as links carry it.</summary>
    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads a date as links carry it, between 1900 and 2200.</summary>
    public static bool TryDate(string? text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
        && date >= Earliest && date <= Latest;

    /// <summary>
    /// What a link asks for; null with the offending text when its date is none. Anything else that makes no sense is left out:
    /// an old link with a filter that no longer exists still opens the board.
    /// </summary>
    public static BoardQuery? Read(IQueryCollection link, out string? badDate)
    {
        badDate = null;
        DateOnly? asOf = null;
        if (Text(link["asOf"]) is { } text)
        {
            if (!TryDate(text, out var date))
            {
                badDate = text;
                return null;
            }

            asOf = date;
        }

        return new BoardQuery
        {
            AsOf = asOf,
            Price = Price(Text(link["price"])),
            Open = Text(link["open"]),
            AllFindings = Text(link["findings"]) == All,
            Criterion = Text(link["criterion"]),
            Stance = Word<Stance>(link["stance"]),
            Grade = Word<Grade>(link["grade"]),
            Source = Text(link["source"]),
            Words = Text(link["q"]),
            Sort = Word<EvidenceSort>(link["sort"]) ?? EvidenceSort.Strongest,
            Page = int.TryParse(link["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Max(page, 1) : 1,
        };
    }

    /// <summary>The query as parameters, only what differs from the plain board; also the hidden fields of a form.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Parameters(BoardQuery query)
    {
        if (query.AsOf is { } asOf)
            yield return new("asOf", Date(asOf));
        if (query.Price is { } price)
            yield return new("price", price.ToString("0.########", CultureInfo.InvariantCulture));
        if (query.Open is { } open)
            yield return new("open", open);
        if (query.AllFindings)
            yield return new("findings", All);
        if (query.Criterion is { } criterion)
            yield return new("criterion", criterion);
        if (query.Stance is { } stance)
            yield return new("stance", Name(stance));
        if (query.Grade is { } grade)
            yield return new("grade", Name(grade));
        if (query.Source is { } source)
            yield return new("source", source);
        if (query.Words is { } words)
            yield return new("q", words);
        if (query.Sort != EvidenceSort.Strongest)
            yield return new("sort", Name(query.Sort));
        if (query.Page > 1)
            yield return new("page", query.Page.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>As many whole words of a text as a search takes.</summary>
    public static string Words(string text)
    {
        if (text.Length <= LongestWords)
            return text;
        var cut = text.LastIndexOf(' ', LongestWords);
        return text[..(cut > 0 ? cut : LongestWords)];
    }

    /// <summary>How links spell a choice: UnauditedFiling is "unaudited-filing".</summary>
    public static string Name<T>(T choice) where T : struct, Enum =>
        string.Concat(choice.ToString().Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));

    private static T? Word<T>(string? text) where T : struct, Enum
    {
        foreach (var choice in Enum.GetValues<T>())
        {
            if (Name(choice) == text)
                return choice;
        }

        return null;
    }

    private static string? Text(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim() is { Length: > LongestWords } longer ? longer[..LongestWords] : text.Trim();

    private static decimal? Price(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) && price is > 0 and < 1_000_000_000_000m
            ? decimal.Round(price, 8)
            : null;
}
