using System.Globalization;
using ThesisBoard.Filings.Edgar;
using ThesisBoard.Sources.Sec;

namespace ThesisBoard.Features.Filings;

/// <summary>What EDGAR says a filer filed, newest first.</summary>
/// <param name="Trouble">Why the list itself was not to be had, and the feed stands in for it; null when it was.</param>
internal sealed record FilerList(string Company, IReadOnlyList<FilingEntry> Filings, EdgarException? Trouble);

/// <summary>
/// Two ways to learn what a filer filed. The list is asked for conditionally, so an unchanged one costs no body, and it is whole; the feed of the newest
/// filings comes from EDGAR's other host, and stands in where the list cannot be had. Asking for the feed as well would only cost more.
/// </summary>
internal static class NewFilings
{
    public static async Task<FilerList> Of(EdgarClient edgar, long cik, DateOnly since, CancellationToken ct)
    {
        try
        {
            var list = await edgar.Submissions(cik, since, ct);
            return new(list.Name, list.Filings, null);
        }
        catch (EdgarException e) when (e.IsOfTheWay)
        {
            return await Feed(edgar, cik, e, ct) ?? throw new EdgarException(e.Trouble, e.Message, e);
        }
    }

    /// <summary>The feed's filings; null when it cannot be had either, or is of somebody else.</summary>
    private static async Task<FilerList?> Feed(EdgarClient edgar, long cik, EdgarException trouble, CancellationToken ct)
    {
        try
        {
            var feed = await edgar.Feed(cik, ct);
            return feed.Cik == cik.ToString("D10", CultureInfo.InvariantCulture) ? new(feed.CompanyName, [.. feed.Filings.Select(Entry).OfType<FilingEntry>()], trouble) : null;
        }
        catch (EdgarException)
        {
            return null;
        }
    }

    /// <summary>The feed says less of a filing than the list; the rest stands on the filing's own header page.</summary>
    private static FilingEntry? Entry(AtomFiling filing) => filing.Filed is { } filed
        ? new(filing.Accession, filed, null, filing.Updated, filing.Form, "", "", "", "", 0, IsXbrl: false, IsInlineXbrl: false)
        : null;
}
