using ThesisBoard.Filings.Texts;

namespace ThesisBoard.Filings.Passages;

/// <summary>
/// Reads figures and periods in English prose. "US$30.6 million as of March 31, 2026" is 30,600,000 USD, exact to 10^5, at that day.
/// Every character is looked at a fixed number of times: hostile text costs what plain text costs.
/// </summary>
public static class FigureReader
{
    /// <summary>The longest stretch that is read as one sentence.</summary>
    public const int MaxSentence = 2_000;

    /// <summary>The figures of a sentence, a cell or a selection, in its order; at most forty.</summary>
    /// <param name="text">The text; positions in the result refer to it. Read up to <see cref="MaxSentence"/> characters.</param>
    /// <param name="fiscalYearEndMonth">The month in which the issuer's fiscal year ends, for "first quarter of 2026".</param>
    public static IReadOnlyList<Figure> Read(string text, int fiscalYearEndMonth = 12) =>
        Sentence(text, 0, Math.Min(text.Length, MaxSentence), isRow: text.AsSpan(0, Math.Min(text.Length, MaxSentence)).Contains('\t'), fiscalYearEndMonth).Figures;

    /// <summary>The figures of one block of a document: of a table's row as its heading says, where that is plain.</summary>
    /// <inheritdoc cref="Read(string, int)"/>
    public static IReadOnlyList<Figure> Read(FilingText filing, TextBlock block, int fiscalYearEndMonth = 12)
    {
        var isRow = block.Kind == TextBlockKind.TableRow;
        var heading = isRow ? new TableHeadings(filing, fiscalYearEndMonth).Of(block.Table, block.Start) : null;
        return Sentence(filing.Text, block.Start, block.Start + Math.Min(block.Length, MaxSentence), isRow, fiscalYearEndMonth, heading).Figures;
    }

    /// <summary>The periods that a sentence names, in its order.</summary>
    /// <inheritdoc cref="Read"/>
    public static IReadOnlyList<PeriodMention> Periods(string text, int fiscalYearEndMonth = 12) =>
        new PeriodReader(fiscalYearEndMonth).Read(new Tokens(text, 0, Math.Min(text.Length, MaxSentence)));

    internal static SentenceFigures Sentence(string text, int start, int end, bool isRow, int fiscalYearEndMonth, TableHeading? heading = null)
    {
        var tokens = new Tokens(text, start, end);
        var periods = new PeriodReader(fiscalYearEndMonth).Read(tokens);
        var scanned = FigureScan.Of(text, tokens, periods, isRow, isHeaded: heading is not null);
        var isRespective = tokens.Find("respectively") >= 0;
        var figures = FigurePeriods.Assign(text, FigureRoles.Of(text, tokens, scanned), [.. periods.Where(p => PeriodReader.IsAbout(tokens, p))], isRespective);
        return new(tokens, heading?.Apply(text, start, end, figures, [.. scanned.Select(s => s.Mark)]) ?? figures, periods);
    }
}

/// <summary>What one sentence holds.</summary>
internal sealed record SentenceFigures(Tokens Tokens, IReadOnlyList<Figure> Figures, IReadOnlyList<PeriodMention> Periods);
