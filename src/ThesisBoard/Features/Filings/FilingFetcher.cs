using System.Text.RegularExpressions;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;
using ThesisBoard.Filings.Edgar;
using ThesisBoard.Sources.Sec;

namespace ThesisBoard.Features.Filings;

/// <summary>Fetches one filing from EDGAR with the documents that people read, and keeps them.</summary>
public sealed partial class FilingFetcher(EdgarClient edgar, Data.Documents documents)
{
    private const int MostDocuments = 40;
    private const long MostBytes = 200L * 1024 * 1024;
    private static readonly string[] Readable = [".htm", ".html", ".txt", ".pdf", ".xml"];

    /// <summary>The filing with its documents kept, ready for an inbox; null when the actor may not keep any.</summary>
    /// <param name="entry">What EDGAR's list says of it; null when only the accession number is known.</param>
    /// <exception cref="EdgarException">EDGAR gave no whole filing; nothing is brought in, and it can be asked again.</exception>
    public async Task<ArrivedFiling?> Fetch(Actor actor, string slug, long cik, string accession, string company, FilingEntry? entry, CancellationToken ct)
    {
        var header = await Header(cik, accession, entry, ct);
        var kept = new List<ArrivedDocument>();
        var missing = new List<string>();
        var size = 0L;
        foreach (var document in Chosen(header, entry))
        {
            if (kept.Count == MostDocuments || size > MostBytes)
            {
                missing.Add(document.Name);
                continue;
            }

            try
            {
                var file = await edgar.Document(cik, accession, document.Name, ct);
                size += file.Bytes.Length;
                if (await documents.Keep(actor, slug, file.Name, file.MediaType, file.Bytes, ct) is not { } hash)
                    return null;
                kept.Add(new(hash, document.Type, file.Name, document.Description, file.Url.AbsoluteUri));
            }
            catch (EdgarException e) when (e.Trouble is EdgarTrouble.NotThere or EdgarTrouble.TooLarge)
            {
                missing.Add(document.Name);
            }
        }

        return new()
        {
            Accession = accession,
            Form = entry?.Form is { Length: > 0 } form ? form : header.Form,
            Title = Title(header, entry),
            Filed = entry?.Filed ?? header.Filed,
            PeriodEnd = entry?.ReportDate ?? header.PeriodEnd,
            Cik = header.Ciks.Count == 0 || header.Ciks.Contains(cik) ? cik : header.Ciks[0],
            CompanyName = header.CompanyName.Length > 0 ? header.CompanyName : company,
            Url = edgar.Folder(cik, accession).AbsoluteUri,
            Origin = FilingOrigin.Edgar,
            Warning = missing.Count == 0 ? "" : $"Not fetched, because EDGAR does not hold them or they are too large: {string.Join(", ", missing)}.",
            Documents = kept,
        };
    }

    /// <summary>What EDGAR's own header says; where a filing has none, what the files in its folder are called.</summary>
    private async Task<FilingHeader> Header(long cik, string accession, FilingEntry? entry, CancellationToken ct)
    {
        try
        {
            return await edgar.Header(cik, accession, ct);
        }
        catch (EdgarException e) when (e.Trouble is EdgarTrouble.NotThere or EdgarTrouble.Malformed)
        {
            var folder = await edgar.Index(cik, accession, ct);
            return new(entry?.Form ?? "", entry?.Filed, entry?.ReportDate, [], "", "", [.. folder.Items
                .Where(file => !file.Name.StartsWith(accession, StringComparison.Ordinal)) // EDGAR's own pages about the filing
                .Select(file => new HeaderDocument(file.Name == entry?.PrimaryDocument ? entry.Form : ExhibitOf(file.Name), file.Name, ""))]);
        }
    }

    /// <summary>The exhibit that a file's name tells: <c>ea0123_ex99-1.htm</c> is EX-99.1, and <c>d1dex991.htm</c> too; blank when it tells none.</summary>
    internal static string ExhibitOf(string name) => ExhibitName().Match(name) is { Success: true } match
        ? match.Groups[2].Value.Length > 0 ? $"EX-{match.Groups[1].Value}.{match.Groups[2].Value}" : $"EX-{match.Groups[1].Value}"
        : "";

    /// <summary>What people read, most telling first; pictures, spreadsheets for machines and XBRL's own scaffolding stay behind.</summary>
    private static IEnumerable<HeaderDocument> Chosen(FilingHeader header, FilingEntry? entry) => header.Documents
        .Where(d => Readable.Contains(Path.GetExtension(d.Name), StringComparer.OrdinalIgnoreCase))
        .Where(d => !d.Type.StartsWith("EX-101", StringComparison.OrdinalIgnoreCase) || d.Type.Equals("EX-101.INS", StringComparison.OrdinalIgnoreCase))
        .DistinctBy(d => d.Name)
        .OrderBy(d => d.Type == header.Form || d.Name == entry?.PrimaryDocument ? 0 : d.Type.StartsWith("EX-99", StringComparison.OrdinalIgnoreCase) ? 1 : 2);

    /// <summary>What the filing is about, as far as EDGAR says: the items of an 8-K, else the release's own description.</summary>
    private static string Title(FilingHeader header, FilingEntry? entry)
    {
        if ((entry is { Items.Length: > 0 } ? entry.Items : header.Items) is { Length: > 0 } items)
            return $"Items {items.Replace(",", ", ", StringComparison.Ordinal)}";
        return header.Documents
            .Where(d => d.Type.StartsWith("EX-99", StringComparison.OrdinalIgnoreCase) || d.Type == header.Form)
            .OrderBy(d => d.Type == header.Form)
            .Select(d => d.Description)
            .FirstOrDefault(text => text.Length > 0 && !IsTypeOnly(text)) ?? "";
    }

    private static bool IsTypeOnly(string text) => text.StartsWith("EX", StringComparison.OrdinalIgnoreCase) || text.StartsWith("FORM ", StringComparison.OrdinalIgnoreCase)
        || text.Length < 8;

    [GeneratedRegex(@"ex(?:hibit)?[-_]?(\d{1,2})[-_.]?(\d{1,2})?(?=\D*\.\w+$)", RegexOptions.IgnoreCase)]
    private static partial Regex ExhibitName();
}
