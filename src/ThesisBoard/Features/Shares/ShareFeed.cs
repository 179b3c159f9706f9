using System.Globalization;
using System.Xml.Linq;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Boards;
using ThesisBoard.Shell;

namespace ThesisBoard.Features.Shares;

/// <summary>How a board moved, as an Atom feed (RFC 4287): turns of the verdict and of standings, and evidence, each on the day on which the world could know it.</summary>
internal static class ShareFeed
{
    public const string MediaType = "application/atom+xml; charset=utf-8";
    private const int Most = 100;
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static byte[] Of(BoardSnapshot board, Uri page)
    {
        var thesis = board.State.Thesis;
        var entries = Entries(board).OrderByDescending(e => e.On).ThenBy(e => e.Order).ThenBy(e => e.Id).Take(Most).ToList();
        var feed = new XElement(
            Atom + "feed",
            new XElement(Atom + "id", Id(thesis.Slug)),
            new XElement(Atom + "title", Clean(thesis.Title)),
            new XElement(Atom + "updated", Moment(entries.Count > 0 ? entries[0].On : board.State.AsOf)),
            new XElement(Atom + "author", new XElement(Atom + "name", "ThesisBoard")),
            new XElement(Atom + "link", new XAttribute("href", page)),
            new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("href", $"{page}/feed.atom")),
            entries.Select(e => Element(e, page)));
        using var bytes = new MemoryStream();
        new XDocument(feed).Save(bytes);
        return bytes.ToArray();
    }

    private static IEnumerable<Entry> Entries(BoardSnapshot board)
    {
        var (state, history, slug) = (board.State, board.History, board.State.Thesis.Slug);
        foreach (var turn in history.Verdicts.Where(v => v.On <= state.AsOf))
            yield return new(turn.On, 0, Id(slug, "verdict", BoardUrls.Date(turn.On)), $"Verdict: {StandingLook.Of(turn.Verdict).Word}", turn.Reason, null);
        foreach (var criterion in state.Criteria)
        {
            foreach (var move in history.Standings.GetValueOrDefault(criterion.Key, []).Where(m => m.On <= state.AsOf))
                yield return new(move.On, 1, Id(slug, "standing", criterion.Key, BoardUrls.Date(move.On)), $"{criterion.Title}: {StandingLook.Of(move.Standing).Word}", move.Reason, criterion.Key);
        }

        foreach (var e in state.Evidence)
            yield return new(e.Published.Date, 2, Id(slug, "evidence", e.Item.Key), $"{Words.Of(e.Grade)}: {e.Item.Claim}", $"{e.Source.Title}, {e.Source.Publisher}", $"e-{e.Item.Key}");
    }

    private static XElement Element(Entry entry, Uri page) => new(
        Atom + "entry",
        new XElement(Atom + "id", entry.Id),
        new XElement(Atom + "title", Clean(entry.Title)),
        new XElement(Atom + "updated", Moment(entry.On)),
        new XElement(Atom + "link", new XAttribute("href", entry.Place is null ? $"{page}" : $"{page}#{Uri.EscapeDataString(entry.Place)}")),
        new XElement(Atom + "summary", Clean(entry.Summary)));

    private static string Id(string slug, params IEnumerable<string> names) => $"urn:uuid:{NameUuid.Of(["feed", slug, .. names])}";

    private static string Moment(DateOnly day) => day.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);

    /// <summary>What people wrote may hold characters that XML has no way to write.</summary>
    private static string Clean(string text) => text.All(System.Xml.XmlConvert.IsXmlChar) ? text
        : string.Concat(text.EnumerateRunes().Where(r => !(r.Value < 0x20 && r.Value is not (9 or 10 or 13)) && r.Value is not (0xFFFE or 0xFFFF or 0xFFFD)));

    private sealed record Entry(DateOnly On, int Order, string Id, string Title, string Summary, string? Place);
}
