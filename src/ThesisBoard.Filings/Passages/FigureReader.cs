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

    /// <summary>The periods that a sentence names, in its order.</summary>
    /// <inheritdoc cref="Read"/>
    public static IReadOnlyList<PeriodMention> Periods(string text, int fiscalYearEndMonth = 12) =>
        new PeriodReader(fiscalYearEndMonth).Read(new Tokens(text, 0, Math.Min(text.Length, MaxSentence)));

    internal static SentenceFigures Sentence(string text, int start, int end, bool isRow, int fiscalYearEndMonth)
    {
        var tokens = new Tokens(text, start, end);
        var periods = new PeriodReader(fiscalYearEndMonth).Read(tokens);
        var figures = FigureRoles.Of(text, tokens, FigureScan.Of(text, tokens, periods, isRow));
        var isRespective = Enumerable.Range(0, tokens.Count).Any(i => tokens.Word(i) == "respectively");
        return new(tokens, FigurePeriods.Assign(text, figures, [.. periods.Where(p => PeriodReader.IsAbout(tokens, p))], isRespective), periods);
    }
}

/// <summary>What one sentence holds.</summary>
internal sealed record SentenceFigures(Tokens Tokens, IReadOnlyList<Figure> Figures, IReadOnlyList<PeriodMention> Periods);
