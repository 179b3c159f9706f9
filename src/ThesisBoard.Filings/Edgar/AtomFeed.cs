namespace ThesisBoard.Filings.Edgar;

/// <summary>One filing that a feed announces. Texts that the feed leaves out are empty.</summary>
/// <param name="Filed">The day of filing, where the feed names it.</param>
/// <param name="Updated">When the entry was made, UTC.</param>
/// <param name="Url">Address of the filing's index page.</param>
public sealed record AtomFiling(string Accession, string Form, DateOnly? Filed, DateTime? Updated, string Title, string Url);

/// <summary>EDGAR's feed of a filer's filings, or of the newest of all filers.</summary>
/// <param name="Cik">Ten digits; empty in the feed of all filers.</param>
/// <param name="Filings">In the feed's order, which is newest first.</param>
public sealed record AtomFeed(string Cik, string CompanyName, IReadOnlyList<AtomFiling> Filings);
