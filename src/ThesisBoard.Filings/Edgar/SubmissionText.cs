namespace ThesisBoard.Filings.Edgar;

/// <summary>Someone a submission is about: a filer, a subject company, a reporting owner.</summary>
/// <param name="Cik">Ten digits.</param>
public sealed record SubmissionParty(string Cik, string Name);

/// <summary>The header of a full submission. What it does not say is empty or <see langword="null"/>.</summary>
/// <param name="Accession">For example <c>0000320193-24-000123</c>.</param>
/// <param name="Filed">The day of filing.</param>
/// <param name="PeriodEnd">End of the period that the filing is about.</param>
/// <param name="Accepted">When EDGAR took it in, as the header writes it: Eastern time, without a zone.</param>
/// <param name="DocumentCount">How many documents EDGAR says there are.</param>
public sealed record SubmissionHeader(
    string Accession,
    string Form,
    DateOnly? Filed,
    DateOnly? PeriodEnd,
    DateTime? Accepted,
    int? DocumentCount,
    IReadOnlyList<SubmissionParty> Parties);

/// <summary>One document of a submission.</summary>
/// <param name="Sequence">Its number, from 1; 0 if it has none.</param>
/// <param name="Type">The form or exhibit, for example <c>EX-99.1</c>.</param>
/// <param name="FileName">As EDGAR names it; a name only, never a path.</param>
/// <param name="Content">The document's own bytes, without EDGAR's wrapper; pictures and PDFs decoded. Empty if it was skipped.</param>
/// <param name="Skipped">Why there is no content, or empty.</param>
public sealed record SubmissionDocument(int Sequence, string Type, string FileName, string Description, ReadOnlyMemory<byte> Content, string Skipped);

/// <summary>A full submission while it is read.</summary>
/// <param name="Documents">The documents in order, read as they are asked for, one in memory at a time; to be gone through once.</param>
public sealed record SubmissionText(SubmissionHeader Header, IEnumerable<SubmissionDocument> Documents);
