using ThesisBoard.Filings.Texts;

namespace ThesisBoard.Filings.Passages;

/// <summary>
/// Finds the sentences and table rows of a document that speak to a topic, by terms and figures. Rules only: the result says which words matched, so that a
/// person sees why. Few and right is better than many: without a figure that the topic can use, most sentences are left out.
/// </summary>
public static class PassageFinder
{
    /// <summary>Once so many are found in one document, the others are only counted.</summary>
    public const int MaxPassages = 2_000;

    private const decimal LeastPlain = 1_000_000m;

    private static readonly string[] ScaleWords = ["in millions", "in thousands", "in us$ thousands", "amounts in us$'000", "$'000"];

    /// <summary>A balance in a statement of flows is at one end of the column's days, and not over them.</summary>
    private static readonly string[] AtOneEnd = ["beginning", "opening", "ending", "closing", "end"];
    private static readonly TermSearch Search = new(Topics.Terms);

    /// <summary>What was found: first what is free of doubt, then the rest by how strong the doubt is, each in the order of the text.</summary>
    /// <param name="filing">The document's text.</param>
    /// <param name="fiscalYearEndMonth">The month in which the issuer's fiscal year ends.</param>
    /// <param name="cancellation">Stops between sentences.</param>
    public static FoundPassages Find(FilingText filing, int fiscalYearEndMonth = 12, CancellationToken cancellation = default)
    {
        var (found, more) = (new List<Passage>(), 0);
        var headings = new TableHeadings(filing, fiscalYearEndMonth);
        var isScaled = ScaleWords.Any(words => filing.Text.Contains(words, StringComparison.OrdinalIgnoreCase));
        foreach (var sentence in Sentences.Of(filing))
        {
            cancellation.ThrowIfCancellationRequested();
            var here = In(filing.Text, sentence, fiscalYearEndMonth, headings).Select(p => isScaled && p.Doubt == PassageDoubt.None && p.Figures.Any(IsBare) ? p with { Doubt = PassageDoubt.Scale } : p);
            if (found.Count < MaxPassages)
                found.AddRange(here);
            else if (here.Any(p => p.Doubt != PassageDoubt.Boilerplate))
                more++;
        }

        return new([.. found.OrderBy(p => p.Doubt).ThenBy(p => p.Start).ThenBy(p => p.Topic)], more);
    }

    private static IEnumerable<Passage> In(string text, Sentence sentence, int fiscalYearEndMonth, TableHeadings headings)
    {
        if (sentence.Kind == TextBlockKind.Heading)
            return [];
        var isRow = sentence.Kind == TextBlockKind.TableRow;
        var hits = Meant(Search.In(new Tokens(text, sentence.Start, sentence.End)));
        if (hits.Count == 0)
            return [];
        var heading = isRow ? headings.Of(sentence.Table, sentence.Start) : null;
        var read = FigureReader.Sentence(text, sentence.Start, sentence.End, isRow, fiscalYearEndMonth, heading);
        var doubt = sentence.IsBoilerplate ? PassageDoubt.Boilerplate
            : isRow ? PassageDoubt.TableRow
            : hits.Any(h => h.Group == "forward") ? PassageDoubt.Intention
            : PassageDoubt.None;
        return Topics.Rules.Select(rule => One(text, sentence, rule, read, hits, doubt)).OfType<Passage>()
            .Select(p => heading is not null && p.Figures.Any(f => f.Unit is { Length: 3 } and not ("BTC" or "GPU")) ? p with { Heading = heading.Words, Doubt = p.Doubt == PassageDoubt.TableRow && p.Figures.All(IsWhole) && !IsAtOneEnd(p.Text) ? PassageDoubt.HeadedRow : p.Doubt } : p);
    }

    private static bool IsAtOneEnd(string row) =>
        row.Split('\t', 2)[0].Split([' ', '\u00a0', ',', ':', '(', ')', '-']).Any(word => AtOneEnd.Contains(word, StringComparer.OrdinalIgnoreCase));

    private static bool IsWhole(Figure figure) => figure.Unit == "1" || (figure.Unit.Length > 0 && figure.Period is not null);

    /// <summary>A whole amount of money below a million without a scale word: "$7,107".</summary>
    private static bool IsBare(Figure figure) => figure.Unit.Length == 3 && figure.Unit is not ("BTC" or "GPU" or "MWh") && figure.Decimals == 0 && Math.Abs(figure.Value) < LeastPlain;

    /// <summary>Without the hits that only are a part of something else: the debt of "debt securities", the revenue of "cost of revenue".</summary>
    private static List<(string Group, TermHit Hit)> Meant(List<(string Group, TermHit Hit)> hits)
    {
        var others = hits.Where(h => h.Group.StartsWith(Topics.Not, StringComparison.Ordinal)).ToList();
        if (others.Count > 0)
            hits.RemoveAll(h => others.Exists(o => o.Group.AsSpan(Topics.Not.Length).SequenceEqual(h.Group) && o.Hit.Start <= h.Hit.Start + h.Hit.Length && h.Hit.Start <= o.Hit.Start + o.Hit.Length));
        return hits;
    }

    private static Passage? One(string text, Sentence sentence, TopicRule rule, SentenceFigures read, List<(string Group, TermHit Hit)> hits, PassageDoubt doubt)
    {
        if (rule.Groups.Any(group => hits.All(h => h.Group != group)))
            return null;
        var isRow = sentence.Kind == TextBlockKind.TableRow;
        var hasDate = rule.Need == FigureNeed.DateOrMoney && read.Periods.Count > 0;
        if (rule.Need != FigureNeed.None && !hasDate && !read.Figures.Any(f => Topics.Fulfils(rule.Need, f, isRow)))
            return null;
        if (isRow && rule.Need == FigureNeed.None)
            return null;
        var figures = read.Figures.Where(f => Topics.Fits(rule.Need, f)).ToList();
        var why = hits.Where(h => rule.Groups.Contains(h.Group)).Select(h => h.Hit).OrderBy(h => h.Start).ToList();
        var period = figures.Select(f => f.Period).FirstOrDefault(p => p is not null) ?? (read.Periods.Count == 1 ? read.Periods[0].Period : null);
        return new(rule.Topic, sentence.Start, sentence.End - sentence.Start, text[sentence.Start..sentence.End], why, figures, period, doubt);
    }
}
