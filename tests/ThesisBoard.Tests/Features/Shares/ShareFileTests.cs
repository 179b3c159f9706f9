using System.Text;
using System.Xml.Linq;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Shares;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Features.Shares;

/// <summary>The badge, the feed and the calendar of a shared board, held against their standards.</summary>
public sealed class ShareFileTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly Uri Page = new("https://boards.example/s/token");

    [Fact]
    public void The_badge_is_a_picture_that_says_the_verdict_and_names_nobody()
    {
        var svg = XDocument.Parse(Encoding.UTF8.GetString(ShareBadge.Of(Cango(new(2026, 11, 22)).State)));

        Assert.Equal("Thesis: Strained as of 22 Nov 2026", svg.Root!.Attribute("aria-label")!.Value);
        Assert.DoesNotContain("Cango", svg.ToString(), StringComparison.Ordinal);
        Assert.Empty(svg.Descendants().Attributes("style"));
    }

    [Fact]
    public void The_feed_tells_turns_and_evidence_by_the_day_of_publication_newest_first()
    {
        var feed = XDocument.Load(new MemoryStream(ShareFeed.Of(Cango(new(2026, 11, 22)), Page))).Root!;
        var entries = feed.Elements(Atom + "entry").ToList();

        Assert.All(entries, e => Assert.True(e.Element(Atom + "id") is not null && e.Element(Atom + "title") is not null && e.Element(Atom + "updated") is not null));
        Assert.Equal(entries.Count, entries.Select(e => e.Element(Atom + "id")!.Value).Distinct().Count());
        var days = entries.Select(e => e.Element(Atom + "updated")!.Value).ToList();
        Assert.Equal(days.OrderDescending(StringComparer.Ordinal), days);
        Assert.Equal(days[0], feed.Element(Atom + "updated")!.Value);
        Assert.Contains(entries, e => e.Element(Atom + "title")!.Value == "Verdict: Strained");
        Assert.Contains(entries, e => e.Element(Atom + "title")!.Value.EndsWith(": Broken", StringComparison.Ordinal));
        Assert.All(entries, e => Assert.StartsWith($"{Page}", e.Element(Atom + "link")!.Attribute("href")!.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_entries_and_days_have_the_same_names_on_another_day()
    {
        var (early, late) = (Cango(new(2026, 6, 10)), Cango(new(2026, 6, 11)));
        Assert.Equal(Ids(early), Ids(late));
        Assert.Equal(Uids(early), Uids(late));

        static IEnumerable<string> Ids(BoardSnapshot board) => XDocument.Load(new MemoryStream(ShareFeed.Of(board, Page))).Descendants(Atom + "id").Select(id => id.Value);
        static IEnumerable<string> Uids(BoardSnapshot board) => Lines(board).Where(l => l.StartsWith("UID:", StringComparison.Ordinal));
    }

    [Fact]
    public void What_people_wrote_cannot_break_the_feed()
    {
        var sample = Store.Sample();
        var board = Judged(sample with { Thesis = sample.Thesis with { Title = "A <b>\u0001&\u000b title" } }, new(2026, 11, 22));
        Assert.Equal("A <b>& title", XDocument.Load(new MemoryStream(ShareFeed.Of(board, Page))).Root!.Element(Atom + "title")!.Value);
    }

    [Fact]
    public void The_calendar_holds_coming_reports_and_deadlines_and_marks_what_is_estimated()
    {
        var lines = Lines(Cango(new(2026, 11, 22)));
        var summaries = lines.Where(l => l.StartsWith("SUMMARY:", StringComparison.Ordinal)).ToList();

        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Equal("END:VCALENDAR", lines[^1]);
        Assert.Equal(lines.Count(l => l == "BEGIN:VEVENT"), lines.Count(l => l == "END:VEVENT"));
        Assert.Contains(summaries, s => s.Contains("Half-year to 30 Jun 2026", StringComparison.Ordinal));
        Assert.Contains(summaries, s => s.StartsWith("SUMMARY:Invalidation line", StringComparison.Ordinal) && s.EndsWith("(estimated)", StringComparison.Ordinal));
        Assert.Contains("DTSTART;VALUE=DATE:20261231", lines);
        Assert.Contains("DTEND;VALUE=DATE:20270101", lines);
        var uids = lines.Where(l => l.StartsWith("UID:", StringComparison.Ordinal)).ToList();
        Assert.Equal(uids.Count, uids.Distinct().Count());
    }

    [Fact]
    public void Lines_are_folded_at_75_octets_without_cutting_a_character_and_texts_are_escaped()
    {
        var text = string.Concat(Enumerable.Repeat("Größe; 100 €, \\ 🙂\r\nnext", 12));
        var lines = new IcsLines();
        lines.AddText("SUMMARY", text);
        var written = lines.ToString();

        Assert.EndsWith("\r\n", written, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', written.Replace("\r\n", "", StringComparison.Ordinal));
        var physical = written[..^2].Split("\r\n");
        Assert.All(physical, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 1, 75));
        Assert.All(physical.Skip(1), line => Assert.StartsWith(" ", line, StringComparison.Ordinal));
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(written)));
        var value = string.Concat(physical.Select((line, i) => i == 0 ? line : line[1..]))["SUMMARY:".Length..];
        Assert.Equal(text.Replace("\r\n", "\n", StringComparison.Ordinal), value.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\;", ";", StringComparison.Ordinal).Replace("\\,", ",", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal));
    }

    private static string[] Lines(BoardSnapshot board)
    {
        var text = Encoding.UTF8.GetString(ShareCalendar.Of(board.State, Page.AbsoluteUri));
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        return text.Replace("\r\n ", "", StringComparison.Ordinal)[..^2].Split("\r\n");
    }

    private static BoardSnapshot Cango(DateOnly asOf) => Judged(Store.Sample(), asOf);

    private static BoardSnapshot Judged(ThesisBoard.Data.BoardContent content, DateOnly asOf)
    {
        var index = new RecordIndex(content.Thesis, content.Record);
        return new(1, Judge.Board(index, asOf), Replay.History(index, asOf));
    }
}
