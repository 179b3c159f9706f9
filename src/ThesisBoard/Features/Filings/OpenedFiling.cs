using System.Globalization;
using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Filings;
using ThesisBoard.Filings.Passages;
using ThesisBoard.Filings.Texts;

namespace ThesisBoard.Features.Filings;

/// <summary>A passage of a document that speaks to criteria, with what a person may take from it.</summary>
/// <param name="Id">Names it in the form: the document's place in the filing, and where the passage begins.</param>
/// <param name="Matched">The terms that matched, as they stand in the text.</param>
/// <param name="Before">The text just before it, for the reader's eye.</param>
/// <param name="After">The text just after it.</param>
/// <param name="Criteria">What it speaks to, open ones first and else in the board's order, each with the stance that the form begins with.</param>
/// <param name="Claim">The claim that the form begins with.</param>
/// <param name="OnFile">The evidence that holds this very passage already.</param>
public sealed record PassageFinding(
    string Id, FilingDocument Document, Passage Passage, IReadOnlyList<PassageTopic> Topics, IReadOnlyList<string> Matched, string Before, string After,
    IReadOnlyList<PassageStance> Criteria, IReadOnlyList<FigureProposal> Proposals, string Claim, EvidenceItem? OnFile);

/// <summary>A criterion that a passage speaks to, why, and the stance to begin with.</summary>
public sealed record PassageStance(CriterionMatch Match, Stance Stance);

/// <summary>A tagged fact as a finding.</summary>
public sealed record FactFinding(string Id, FactMatch Match, FilingDocument Document);

/// <summary>The passages of one criterion, the best first; null for those that speak to none.</summary>
public sealed record PassageGroup(CriterionState? Criterion, IReadOnlyList<PassageFinding> Passages)
{
    /// <summary>So many of a criterion stand open.</summary>
    public const int AtFirst = 5;

    /// <summary>What is seen at once. What speaks to no criterion waits below.</summary>
    public IReadOnlyList<PassageFinding> First => Criterion is null ? [] : [.. Passages.Take(AtFirst)];

    /// <summary>What is opened when somebody asks for it.</summary>
    public IReadOnlyList<PassageFinding> Rest => [.. Passages.Skip(First.Count)];
}

/// <summary>How many findings are shown; more are told, and shown when somebody asks for them.</summary>
public sealed record FindingsShown(int Passages, int Facts)
{
    private const int PassagesAtFirst = 60;
    private const int FactsAtFirst = 120;
    private const int Most = 2_000;

    public static FindingsShown AtFirst { get; } = new(PassagesAtFirst, FactsAtFirst);

    public FindingsShown MorePassages => this with { Passages = Math.Min(Most, Passages * 4) };

    public FindingsShown MoreFacts => this with { Facts = Math.Min(Most, Facts * 4) };

    /// <summary>What a link asks for, within bounds.</summary>
    public static FindingsShown Of(string? passages, string? facts) => new(Number(passages, PassagesAtFirst), Number(facts, FactsAtFirst));

    private static int Number(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, otherwise, Most) : otherwise;
}

/// <summary>What an opened filing offers to the record of a board. Pure: nothing of it is on the record.</summary>
public sealed record OpenedFiling
{
    public required Filing Filing { get; init; }

    public required BoardState Board { get; init; }

    public required FilingReading Reading { get; init; }

    public required IReadOnlyList<FactFinding> Facts { get; init; }

    public required IReadOnlyList<FactLeftOut> LeftOut { get; init; }

    /// <summary>Grouped by the first criterion that each speaks to, open ones first; what speaks to none comes last.</summary>
    public required IReadOnlyList<PassageGroup> Groups { get; init; }

    /// <summary>How much of it is shown.</summary>
    public required FindingsShown Shown { get; init; }

    /// <summary>Passages beyond those that are shown, all of them counted.</summary>
    public required int More { get; init; }

    /// <summary>Passages that say again what another says, and are not shown.</summary>
    public required int Repeated { get; init; }

    /// <summary>Matching facts beyond the most that are shown: the older ones.</summary>
    public required int MoreFacts { get; init; }

    /// <summary>The periodic report that this filing is.</summary>
    public required ReportRef? Report { get; init; }

    /// <summary>The day on which it says that it was signed, which is when it was filed or days before; null where it is known when that was, where it does not say, or says what cannot be.</summary>
    public required DateOnly? SignedOn { get; init; }

    public IEnumerable<PassageFinding> Passages => Groups.SelectMany(g => g.Passages);

    /// <summary>The document's text, as its quotes were taken from.</summary>
    public string TextOf(FilingDocument document) => Reading.Documents[Filing.Documents.ToList().IndexOf(document)].Text!.Text;
}

/// <summary>Puts together what a filing offers: tagged facts by metric, passages by criterion, each beside what is on file.</summary>
public static class FilingFindings
{
    /// <summary>Of one document so many times as many passages are weighed as are shown.</summary>
    private const int Weighed = 5;
    private const int MostCriteria = 5;
    private const int Around = 140;
    private const int LongestClaim = 240;

    public static OpenedFiling Of(BoardState board, Filing filing, FilingReading reading, FindingsShown? shown = null)
    {
        shown ??= FindingsShown.AtFirst;
        var matched = reading.Facts is { } facts ? FactMatches.Of(facts, board, filing.Filed) : new([], []);
        var rank = new PassageRank(board);
        var (passages, repeated, all) = Passages(board, filing, reading, matched.Matches, rank, shown.Passages);
        return new()
        {
            Filing = filing,
            Board = board,
            Reading = reading,
            Facts = [.. matched.Matches.Take(shown.Facts).Select(m => new FactFinding(FactId(m), m, Home(filing, reading, m.Fact)))],
            Shown = shown,
            MoreFacts = Math.Max(0, matched.Matches.Count - shown.Facts),
            LeftOut = matched.LeftOut,
            Groups = Groups(board, rank, passages.Take(shown.Passages)),
            More = all - repeated - Math.Min(passages.Count, shown.Passages),
            Repeated = repeated,
            Report = FilingReport.Of(board.Thesis, filing, Periods(reading)),
            SignedOn = filing.Filed is not null ? null : reading.Documents.Select(d => d.Text is { } text ? SignatureDate.Of(text) : null)
                .FirstOrDefault(d => d is { } day && day <= FilingSource.Known(filing) && (filing.PeriodEnd is not { } end || day >= end)),
        };
    }

    /// <summary>The best of every criterion first, so that none fills the list alone; then the rest, and last what speaks to no criterion.</summary>
    private static (List<PassageFinding> Found, int Repeated, int All) Passages(
        BoardState board, Filing filing, FilingReading reading, IReadOnlyList<FactMatch> tagged, PassageRank rank, int most)
    {
        var (topics, proposals, found, all) = (new CriterionTopics(board), new FigureProposals(board, tagged), new List<PassageFinding>(), 0);
        foreach (var (document, read) in filing.Documents.Zip(reading.Documents))
        {
            if (read.Text is not { Text: var text })
                continue;
            var places = read.Passages.Where(p => p.Doubt != PassageDoubt.Boilerplate).GroupBy(p => p.Start).ToList();
            all += places.Count + read.Passages.More;
            found.AddRange(places.OrderBy(p => PassageRank.IsRow(p.First())).Take(most * Weighed).Select(same => One(board, filing, document, text, [.. same], topics, proposals)));
        }

        var once = Repeats.Once(rank.Best(found));
        var ranked = once.GroupBy(rank.Home).SelectMany(g => g.Select((p, i) => (Passage: p, IsLate: i >= PassageGroup.AtFirst)))
            .OrderBy(p => p.Passage.Criteria.Count == 0).ThenBy(p => p.IsLate).Select(p => p.Passage).ToList();
        return (ranked, found.Count - once.Count, all);
    }

    private static PassageFinding One(
        BoardState board, Filing filing, FilingDocument document, string text, IReadOnlyList<Passage> same, CriterionTopics topics, FigureProposals proposing)
    {
        var whole = same[0] with { Figures = [.. same.SelectMany(p => p.Figures).DistinctBy(f => f.Start).OrderBy(f => f.Start)], Period = same.Select(p => p.Period).FirstOrDefault(p => p is not null) };
        var proposals = whole.Doubt is PassageDoubt.None or PassageDoubt.HeadedRow ? proposing.Of(whole, filing.Filed) : [];
        var criteria = same.SelectMany(p => topics.Of(p.Topic, p.Text)).DistinctBy(m => m.Criterion.Key).OrderBy(m => !m.Criterion.IsOpen).Take(MostCriteria)
            .Select(m => new PassageStance(m, StanceGuess.Of(board, m.Criterion, whole, proposals))).ToList();
        return new(
            string.Create(CultureInfo.InvariantCulture, $"p{document.Ordinal}-{whole.Start}"),
            document,
            whole,
            [.. same.Select(p => p.Topic)],
            [.. same.SelectMany(p => p.Why).DistinctBy(w => w.Start).OrderBy(w => w.Start).Select(w => text.Substring(w.Start, w.Length)).Distinct(StringComparer.OrdinalIgnoreCase)],
            Ahead(text, whole.Start),
            Behind(text, whole.Start + whole.Length),
            criteria,
            proposals,
            Claim(whole, proposals),
            board.Evidence.FirstOrDefault(e => e.Item.Anchor is { } anchor && anchor.Document == document.Hash && anchor.Exact == whole.Text.Trim())?.Item);
    }

    private static IReadOnlyList<PassageGroup> Groups(BoardState board, PassageRank rank, IEnumerable<PassageFinding> passages)
    {
        var order = board.Criteria.Select((c, i) => (c.Key, i)).ToDictionary(c => c.Key, c => c.i, StringComparer.Ordinal);
        return [.. passages
            .GroupBy(rank.Home)
            .OrderBy(g => g.Key is null).ThenBy(g => g.Key is { IsOpen: false }).ThenBy(g => g.Key is { } c ? order[c.Key] : 0)
            .Select(g => new PassageGroup(g.Key, [.. g]))];
    }

    /// <summary>In the board's own words where a figure says it, else the sentence itself.</summary>
    private static string Claim(Passage passage, IReadOnlyList<FigureProposal> proposals)
    {
        if (proposals.FirstOrDefault(p => p.Figure.Role != FigureRole.From) is { } now)
        {
            var from = proposals.FirstOrDefault(p => p.Figure.Role == FigureRole.From && p.Metric == now.Metric);
            var to = $"{now.Metric.Title} was {now.Metric.Show(now.Value)} {When(now.Period)}";
            return from is null ? $"{to}." : $"{to}, after {from.Metric.Show(from.Value)} {When(from.Period)}.";
        }

        var words = string.Join(' ', passage.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length <= LongestClaim ? words : $"{words[..words.LastIndexOf(' ', LongestClaim)]} …";
    }

    private static string When(Period period) => $"{(period.IsInstant ? "on" : "in")} {Figures.Show(period)}";

    private static string Ahead(string text, int start)
    {
        var line = start == 0 ? -1 : text.LastIndexOf('\n', start - 1);
        var from = Math.Max(line + 1, start - Around);
        return (from > line + 1 ? "… " : "") + text[from..start].Replace('\t', ' ').TrimStart();
    }

    private static string Behind(string text, int end)
    {
        var line = text.IndexOf('\n', end);
        var to = Math.Min(line < 0 ? text.Length : line, end + Around);
        return text[end..to].Replace('\t', ' ') + (to < (line < 0 ? text.Length : line) ? " …" : "");
    }

    private static IEnumerable<FactPeriod> Periods(FilingReading reading) =>
        (reading.Facts?.Facts.Select(f => f.Period) ?? [])
        .Concat(reading.Documents.SelectMany(d => d.Passages).Where(p => p.Doubt is PassageDoubt.None or PassageDoubt.HeadedRow).SelectMany(p => p.Figures).Select(f => f.Period).OfType<FactPeriod>());

    private static string FactId(FactMatch match) => $"f-{match.Metric.Key}-{match.Period}-{match.Value.Unit.Text}".Replace('/', '_');

    /// <summary>The document that a fact stands in: parts that are read together are named by their hash, and one that is read alone is the only one with facts of that kind.</summary>
    private static FilingDocument Home(Filing filing, FilingReading reading, Fact fact)
    {
        var documents = filing.Documents.Zip(reading.Documents).ToList();
        return (documents.Find(d => d.First.Hash.Hex == fact.Place.Document).First ?? documents.Find(d => ReferenceEquals(d.Second.Facts, reading.Facts)).First) ?? filing.Documents[0];
    }
}
