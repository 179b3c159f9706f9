namespace ThesisBoard.Filings.Edgar;

/// <summary>One file of a filing's folder.</summary>
/// <param name="Name">A name only, never a path.</param>
/// <param name="Size">Bytes, where EDGAR says so.</param>
public sealed record FilingIndexItem(string Name, long? Size);

/// <summary>What lies in the folder of one filing.</summary>
/// <param name="Folder">Its path on EDGAR, for example <c>/Archives/edgar/data/1725123/000110465926012345</c>.</param>
/// <param name="Cik">Ten digits, from the path; empty if it is not there.</param>
/// <param name="Accession">With its hyphens, from the path; empty if it is not there.</param>
public sealed record FilingIndex(string Folder, string Cik, string Accession, IReadOnlyList<FilingIndexItem> Items);
