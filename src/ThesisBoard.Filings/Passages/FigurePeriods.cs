using System.Buffers;

namespace ThesisBoard.Filings.Passages;

/// <summary>Which figure of a sentence is about which of its periods. Where the words leave it open, none is given.</summary>
internal static class FigurePeriods
{
    private static readonly SearchValues<string> NewClause = SearchValues.Create([" and ", " which ", " that ", " while ", " but ", ";"], StringComparison.Ordinal);

    public static List<Figure> Assign(string text, List<Figure> figures, IReadOnlyList<PeriodMention> periods, bool isRespective)
    {
        if (isRespective)
            return figures.Count == periods.Count ? [.. figures.Select((f, i) => f with { Period = periods[i].Period })] : figures;
        var (own, before) = Near(text, figures, periods);
        var leading = Leading(figures, periods);
        var isEarlier = Comparisons(figures);
        for (var i = figures.Count - 1; i >= 0; i--)
        {
            var shared = i + 1 < figures.Count && isEarlier[i + 1] == isEarlier[i] ? figures[i + 1].Period : null;
            figures[i] = figures[i] with { Period = own[i] ?? before[i] ?? (isEarlier[i] ? shared : leading ?? shared) };
        }

        return figures;
    }

    /// <summary>Which figures belong to what is compared with: from "compared with $945 or 12.9 %" on, until a change ends.</summary>
    private static bool[] Comparisons(List<Figure> figures)
    {
        var isEarlier = new bool[figures.Count];
        for (var i = 0; i < figures.Count; i++)
            isEarlier[i] = figures[i].Role == FigureRole.From || (i > 0 && isEarlier[i - 1] && figures[i].Role == FigureRole.Level);
        return isEarlier;
    }

    /// <summary>
    /// The period between a figure and the next one is the figure's own, unless a new clause begins between the two: then it is the next one's.
    /// </summary>
    private static (FactPeriod?[] Own, FactPeriod?[] Before) Near(string text, List<Figure> figures, IReadOnlyList<PeriodMention> periods)
    {
        var (own, before) = (new FactPeriod?[figures.Count], new FactPeriod?[figures.Count]);
        var at = 0;
        for (var i = 0; i < figures.Count; i++)
        {
            for (; at < periods.Count && periods[at].Start < figures[i].End; at++)
            {
                if (i > 0)
                    before[i] = periods[at].Period;
            }

            var isNext = at < periods.Count && (i + 1 == figures.Count || periods[at].Start < figures[i + 1].Start);
            if (!isNext || text.AsSpan(figures[i].End, periods[at].Start - figures[i].End).ContainsAny(NewClause))
                continue;
            own[i] = periods[at++].Period;
        }

        return (own, before);
    }

    /// <summary>The one period that is named before the first figure; none where there are several.</summary>
    private static FactPeriod? Leading(List<Figure> figures, IReadOnlyList<PeriodMention> periods)
    {
        var named = figures.Count == 0 ? [] : periods.TakeWhile(p => p.Start < figures[0].Start).Select(p => p.Period).Distinct().Take(2).ToList();
        return named.Count == 1 ? named[0] : null;
    }
}
