using System.Globalization;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Boards;

namespace ThesisBoard.Features.Filings;

/// <summary>
/// The names of the fields of an opened filing, and the way from what was sent to the write. Quotes and figures are never taken from the form: it names
/// findings, and they are read from the stored document again.
/// </summary>
public static class FindingsForm
{
    public const string Name = "findings";
    public const string Take = "take";

    /// <summary>The stance of a passage that speaks to no criterion by itself stands under this in place of a key.</summary>
    public const string Chosen = "*";
    public const string LeftOut = "none";
    private const int MostDecimals = 15;

    public static string Claim(PassageFinding finding) => $"claim:{finding.Id}";

    public static string Figure(PassageFinding finding) => $"figure:{finding.Id}";

    public static string Stance(PassageFinding finding, string criterion) => $"stance:{finding.Id}:{criterion}";

    public static string Criterion(PassageFinding finding) => $"to:{finding.Id}";

    public static string Grade(FilingDocument document) => string.Create(CultureInfo.InvariantCulture, $"grade:{document.Ordinal}");

    /// <summary>What the person accepted.</summary>
    /// <param name="one">The only finding that is taken, where its own button was pressed.</param>
    public static AcceptFindings Read(IFormCollection form, OpenedFiling opened, string? one)
    {
        var taken = one is null ? form[Take].OfType<string>().ToHashSet(StringComparer.Ordinal) : [one];
        var report = form["report"] == "on" ? opened.Report : null;
        var published = BoardUrls.TryDate(form["published"], out var date) ? date : (DateOnly?)null;
        var accepted = new List<Accepted>();
        foreach (var document in opened.Filing.Documents)
        {
            var passages = opened.Passages.Where(p => p.Document == document && p.OnFile is null && taken.Contains(p.Id)).ToList();
            var facts = opened.Facts.Where(f => f.Document == document && taken.Contains(f.Id)).ToList();
            if (passages.Count + facts.Count == 0)
                continue;
            var source = FilingSource.Of(opened.Board.Thesis, opened.Filing, document, report);
            if (opened.Filing.Filed is null && published is { } day)
                source = source with { Published = new(day), PublishedBasis = PublishedBasis.Read };
            if (Choice<Grade>(form[Grade(document)]) is { } grade)
                source = source with { Grade = grade };
            accepted.Add(new(
                source,
                [.. facts.Select(f => Observation(f.Match, source)).Concat(passages.SelectMany(p => Figures(form, p, source))).DistinctBy(o => (o.Metric, o.Period, o.Value))],
                [.. passages.Select(p => Evidence(form, p, source, opened))]));
        }

        return new(Describe(opened.Filing), accepted);
    }

    /// <summary>The filing in few words, for the log.</summary>
    public static string Describe(Filing filing) => FilingName.Of(filing.Form, filing.Title, filing.Filed);

    private static IEnumerable<Observation> Figures(IFormCollection form, PassageFinding finding, Source source)
    {
        var ticked = form[Figure(finding)].OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var (proposal, index) in finding.Proposals.Select((p, i) => (p, i)))
        {
            if (!ticked.Contains(index.ToString(CultureInfo.InvariantCulture)))
                continue;
            yield return new()
            {
                Key = "",
                Metric = proposal.Metric.Key,
                Period = proposal.Period,
                Value = proposal.Value,
                Source = source.Key,
                Decimals = Math.Clamp(proposal.Figure.Decimals, -MostDecimals, ThesisCheck.MaxDecimals),
                Note = proposal.Figure.IsApproximate ? $"The source says “{proposal.Figure.Qualifier}”." : "",
            };
        }
    }

    /// <summary>A tagged fact as a figure of a source; its key is given when it goes on the record.</summary>
    internal static Observation Observation(FactMatch match, Source source) => new()
    {
        Key = "",
        Metric = match.Metric.Key,
        Period = match.Period,
        Value = match.Value,
        Source = source.Key,
        Basis = match.IsDerived ? ObservationBasis.Derived : ObservationBasis.Read,
        Decimals = match.Decimals is { } decimals ? Math.Clamp(decimals, -MostDecimals, ThesisCheck.MaxDecimals) : null,
        Note = match.Less is { } less
            ? $"{match.Fact.Name}: the figure to the end of the period less {Core.Quantities.Figures.Show(less.Value)} for {Core.Quantities.Figures.Show(less.Period)}."
            : $"{match.Fact.Name}, printed as “{match.Fact.RawText.Trim()}”.",
    };

    private static EvidenceItem Evidence(IFormCollection form, PassageFinding finding, Source source, OpenedFiling opened)
    {
        var range = new TextRange(finding.Passage.Start, finding.Passage.Length);
        var anchor = AnchorMaker.Of(finding.Document.Hash, opened.TextOf(finding.Document), range, opened.Filing.Accession, finding.Document.Exhibit.Length > 0 ? finding.Document.Exhibit : null);
        var typed = form[Claim(finding)].ToString().Trim();
        return new()
        {
            Key = "",
            Source = source.Key,
            Claim = typed.Length > 0 ? typed : finding.Claim,
            Quote = anchor.Exact,
            Anchor = anchor,
            Stances = [.. Stances(form, finding)],
        };
    }

    private static IEnumerable<CriterionStance> Stances(IFormCollection form, PassageFinding finding)
    {
        foreach (var (match, guess) in finding.Criteria)
        {
            var sent = form[Stance(finding, match.Criterion.Key)].ToString();
            if (sent != LeftOut)
                yield return new(match.Criterion.Key, Choice<Stance>(sent) ?? guess);
        }

        if (finding.Criteria.Count == 0 && form[Criterion(finding)].ToString() is { Length: > 0 } key)
            yield return new(key, Choice<Stance>(form[Stance(finding, Chosen)]) ?? Core.Evidence.Stance.Context);
    }

    private static T? Choice<T>(string? text) where T : struct, Enum => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(v => BoardUrls.Name(v!.Value) == text);
}
