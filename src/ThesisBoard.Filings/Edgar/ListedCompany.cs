namespace ThesisBoard.Filings.Edgar;

/// <summary>A company of the SEC's list of tickers; one with several classes of shares stands there once a ticker.</summary>
/// <param name="Cik">The Central Index Key.</param>
/// <param name="Ticker">As the SEC writes it: <c>BRK-B</c>.</param>
/// <param name="Name">As the SEC writes it, often in capitals.</param>
public sealed record ListedCompany(long Cik, string Ticker, string Name);
