namespace ThesisBoard.Filings.Edgar;

/// <summary>One filing of a filer, as EDGAR lists it. Texts that EDGAR leaves out are empty.</summary>
/// <param name="Accession">For example <c>0000320193-24-000123</c>.</param>
/// <param name="Filed">The day of filing.</param>
/// <param name="ReportDate">End of the period that the filing is about.</param>
/// <param name="Accepted">When EDGAR took it in, UTC.</param>
/// <param name="Items">Item numbers of an 8-K, joined by commas.</param>
/// <param name="Size">Bytes of the whole submission.</param>
public sealed record FilingEntry(
    string Accession,
    DateOnly Filed,
    DateOnly? ReportDate,
    DateTime? Accepted,
    string Form,
    string Items,
    string PrimaryDocument,
    string PrimaryDocumentDescription,
    string FileNumber,
    long Size,
    bool IsXbrl,
    bool IsInlineXbrl);

/// <summary>A further page of the list, at the same address as the main one.</summary>
public sealed record SubmissionsPage(string Name, int FilingCount, DateOnly? From, DateOnly? To);

/// <summary>A name that the filer had before.</summary>
public sealed record FormerName(string Name, DateOnly? From, DateOnly? To);

/// <summary>Who a filer is and what it filed, newest first.</summary>
/// <param name="Cik">Ten digits; empty for a page read by itself.</param>
/// <param name="FiscalYearEnd">Month and day, <c>MMdd</c>; may be empty.</param>
/// <param name="Pages">Further pages named by the main one.</param>
public sealed record Submissions(
    string Cik,
    string Name,
    string EntityType,
    string Sic,
    string Category,
    string FiscalYearEnd,
    string StateOfIncorporation,
    IReadOnlyList<string> Tickers,
    IReadOnlyList<string> Exchanges,
    IReadOnlyList<FormerName> FormerNames,
    IReadOnlyList<FilingEntry> Filings,
    IReadOnlyList<SubmissionsPage> Pages)
{
    /// <summary>One list of this one's filings and a page's: newest first, each accession once.</summary>
    public Submissions With(Submissions page) => this with { Filings = Order(Filings.Concat(page.Filings)) };

    internal static IReadOnlyList<FilingEntry> Order(IEnumerable<FilingEntry> filings) =>
        [.. filings.DistinctBy(f => f.Accession).OrderByDescending(f => f.Filed).ThenByDescending(f => f.Accepted)];
}
