using System.Text.RegularExpressions;
using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Editing;

namespace ThesisBoard.Features.Filings;

/// <summary>Makes the source on the record that a document of a filing is: one source a document, the same whoever accepts something from it.</summary>
public static partial class FilingSource
{
    private const int LongestAbout = 120;

    /// <summary>The source. Where nothing says when a file was published, the day on which it arrived is the latest that it can be.</summary>
    /// <param name="report">The periodic report that the filing is, if it is one.</param>
    public static Source Of(Thesis thesis, Filing filing, FilingDocument document, ReportRef? report = null)
    {
        var title = Title(filing, document);
        return new()
        {
            Key = Keys.From(title, []),
            Kind = filing.Form.Length > 0 || filing.Accession is not null ? SourceKind.Filing : SourceKind.Other,
            Grade = GradeOf(filing, document),
            Title = title,
            Publisher = filing.Accession is not null ? "SEC" : filing.CompanyName.Length > 0 ? filing.CompanyName : thesis.Issuer.Name,
            Published = new(Known(filing)),
            PublishedBasis = filing.Filed is null ? PublishedBasis.NoLaterThan : PublishedBasis.Read,
            Url = Address(document.Url) ?? Address(filing.Url),
            Accession = filing.Accession,
            Report = report,
            Extends = report is null ? FilingReport.Extended(thesis, filing) : null,
            Document = document.Hash,
        };
    }

    /// <summary>The first day on which it surely could be known: when it was filed, else when it arrived.</summary>
    public static DateOnly Known(Filing filing) => filing.Filed ?? DateOnly.FromDateTime(filing.ArrivedAt);

    /// <summary>When it was published, as a person said who accepted of it; null where the filing itself says when it was filed, or nobody said.</summary>
    public static DateOnly? Published(IEnumerable<Source> sources, Filing filing) => filing.Filed is not null ? null : sources
        .Where(s => s.PublishedBasis == PublishedBasis.Read && s.Document is { } hash && filing.Documents.Any(d => d.Hash == hash))
        .Select(s => (DateOnly?)s.Published.Date).Min();

    /// <summary>
    /// How strong a document is by what it is filed as: the annual report itself was audited; an exhibit 99 is the issuer's own words, unless it is the statements;
    /// everything else on EDGAR is filed without an audit. A file that says neither form nor exhibit proves nothing about where it comes from.
    /// </summary>
    public static Grade GradeOf(Filing filing, FilingDocument document)
    {
        var exhibit = document.Exhibit.Trim().ToUpperInvariant();
        var isStatements = document.Description.Contains("financial statements", StringComparison.OrdinalIgnoreCase);
        if (exhibit.StartsWith("EX-99", StringComparison.Ordinal))
            return isStatements ? Grade.UnauditedFiling : Grade.CompanyRelease;
        if (filing.Form.Length == 0 && exhibit.Length == 0)
            return Grade.Unsourced;
        return FilingReport.IsAnnual(filing.Form) && !exhibit.StartsWith("EX-", StringComparison.Ordinal) ? Grade.AuditedFiling : Grade.UnauditedFiling;
    }

    /// <summary>The same document among the sources: by its bytes; or by accession and address, where a source keeps no bytes.</summary>
    public static Source? OnFile(IEnumerable<Source> sources, Source wanted)
    {
        var known = sources.ToList();
        return known.Find(s => s.Document is not null && s.Document == wanted.Document)
            ?? known.Find(s => s.Document is null && s.Accession is not null && s.Accession == wanted.Accession && s.Url == wanted.Url);
    }

    /// <summary>The board with this source on file, and the source as it stands there. What a source on file did not know yet is filled in; nothing of it is replaced.</summary>
    internal static (BoardContent Board, Source Source) Ensure(BoardContent board, Source wanted)
    {
        if (OnFile(board.Record.Sources, wanted) is not { } old)
        {
            var fresh = wanted with { Key = Keys.From(wanted.Title, board.Record.Sources.Select(s => s.Key)) };
            return (BoardItems.Sources.Add(board, fresh), fresh);
        }

        var known = old with { Document = old.Document ?? wanted.Document, Report = old.Report ?? (old.Extends is null ? wanted.Report : null) };
        return (known == old ? board : BoardItems.Sources.Replace(board, known), known);
    }

    private static string Title(Filing filing, FilingDocument document)
    {
        var number = Number().Match(document.Exhibit) is { Success: true } found ? found.Groups[1].Value : "";
        var isMain = number.Length == 0;
        var what = (filing.Form.Length > 0, isMain) switch
        {
            (true, true) => $"Form {filing.Form}",
            (true, false) => $"Form {filing.Form}, exhibit {number}",
            (false, false) => $"Exhibit {number}",
            _ => filing.Title.Length > 0 ? filing.Title : document.Name,
        };
        var about = isMain && filing.Form.Length > 0 ? filing.Title : document.Description;
        var title = about.Length == 0 || about == what ? what : $"{what}: {Calm(about)}";
        var day = filing.Filed is { } filed ? $", {Figures.Date(filed)}" : "";
        return title.Length + day.Length <= ThesisCheck.MaxTitle ? title + day : title[..(ThesisCheck.MaxTitle - day.Length)] + day;
    }

    /// <summary>EDGAR's descriptions shout; a title does not.</summary>
    private static string Calm(string text)
    {
        var cut = text.Trim() is { Length: > LongestAbout } longer ? longer[..LongestAbout].TrimEnd() : text.Trim();
        return cut.Length > 0 && !cut.Any(char.IsLower) ? char.ToUpperInvariant(cut[0]) + cut[1..].ToLowerInvariant() : cut;
    }

    private static Uri? Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" ? url : null;

    [GeneratedRegex(@"^EX-([0-9A-Z.]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Number();
}
