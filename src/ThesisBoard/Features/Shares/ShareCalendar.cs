using System.Text;
using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Features.Boards;

namespace ThesisBoard.Features.Shares;

/// <summary>When a board is answered next: coming reports and deadlines as days of an iCalendar (RFC 5545). A date that follows from the filing rules says so.</summary>
internal static class ShareCalendar
{
    public const string MediaType = "text/calendar; charset=utf-8";
    private const int Ahead = 400;

    public static byte[] Of(BoardState board, string page)
    {
        var lines = new IcsLines();
        lines.Add("BEGIN", "VCALENDAR");
        lines.Add("VERSION", "2.0");
        lines.Add("PRODID", "-//ThesisBoard//Shared board//EN");
        lines.Add("CALSCALE", "GREGORIAN");
        lines.AddText("X-WR-CALNAME", board.Thesis.Title);
        foreach (var day in Days(board).OrderBy(d => d.On).ThenBy(d => d.Key, StringComparer.Ordinal))
        {
            lines.Add("BEGIN", "VEVENT");
            lines.Add("UID", $"{NameUuid.Of("calendar", board.Thesis.Slug, day.Key)}@thesisboard");
            lines.Add("DTSTAMP", $"{IcsLines.Date(board.AsOf)}T000000Z");
            lines.Add("DTSTART;VALUE=DATE", IcsLines.Date(day.On));
            lines.Add("DTEND;VALUE=DATE", IcsLines.Date(day.On.AddDays(1)));
            lines.AddText("SUMMARY", $"{day.Title}{(day.IsEstimated ? " (estimated)" : "")}");
            lines.AddText("DESCRIPTION", day.Text);
            lines.Add("URL", page);
            lines.Add("STATUS", day.IsEstimated ? "TENTATIVE" : "CONFIRMED");
            lines.Add("TRANSP", "TRANSPARENT");
            lines.Add("END", "VEVENT");
        }

        lines.Add("END", "VCALENDAR");
        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    private static IEnumerable<Day> Days(BoardState board)
    {
        var (thesis, asOf) = (board.Thesis, board.AsOf);
        foreach (var due in Reports(board))
            yield return new($"report/{due.Report.Kind}/{BoardUrls.Date(due.Report.PeriodEnd)}", due.Date, due.IsEstimated, $"{thesis.Issuer.Name}: {Words.Of(due.Report)} due", $"On Form {due.Form}. {due.Basis}");
        if (board.Line is { Due: { } line } drawn)
            yield return new("line", line, drawn.IsEstimated, $"Invalidation line: {thesis.Title}", $"Not all legs met by then: {drawn.Consequence}.");
        foreach (var criterion in board.Criteria.Where(c => c.Due >= asOf))
            yield return new($"criterion/{criterion.Key}", criterion.Due!.Value, criterion.IsDueEstimated, $"Due: {criterion.Title}", criterion.Contract.Question);
    }

    /// <summary>What is still to be filed: the report that comes next, late or not, and those of the year ahead.</summary>
    private static IEnumerable<ReportDue> Reports(BoardState board)
    {
        var (issuer, asOf) = (board.Thesis.Issuer, board.AsOf);
        var coming = FilingCalendar.Reports(issuer.Filer, asOf.AddDays(-Ahead), asOf.AddDays(Ahead))
            .Select(report => FilingCalendar.Due(issuer, report, board.Sources.Values))
            .Where(due => due.FiledOn is null && due.Date >= asOf && due.Date <= asOf.AddDays(Ahead));
        return (board.Next is { Report: var next } ? coming.Prepend(next) : coming).DistinctBy(due => due.Report);
    }

    private sealed record Day(string Key, DateOnly On, bool IsEstimated, string Title, string Text);
}
