namespace ThesisBoard.Filings.Passages;

/// <summary>Which figure of a sentence is about which of its periods. Where the words leave it open, none is given.</summary>
internal static class FigurePeriods
{
    public static List<Figure> Assign(List<Figure> figures, IReadOnlyList<PeriodMention> periods, bool isRespective)
    {
        if (isRespective)
            return figures.Count == periods.Count ? [.. figures.Select((f, i) => f with { Period = periods[i].Period })] : figures;
        var own = Own(figures, periods);
        var leading = periods.Count > 0 && figures.Count > 0 && periods[0].Start < figures[0].Start ? Leading(periods, figures[0].Start) : null;
        for (var i = figures.Count - 1; i >= 0; i--)
        {
            var isEarlier = figures[i].Role == FigureRole.From;
            var shared = i + 1 < figures.Count && (figures[i + 1].Role != FigureRole.From || figures[i].Role == FigureRole.Low) ? figures[i + 1].Period : null;
            figures[i] = figures[i] with { Period = own[i] ?? (isEarlier ? null : leading ?? shared) };
        }

        return figures;
    }

    /// <summary>The first period that follows a figure before the next figure does.</summary>
    private static FactPeriod?[] Own(List<Figure> figures, IReadOnlyList<PeriodMention> periods)
    {
        var own = new FactPeriod?[figures.Count];
        var at = 0;
        for (var i = 0; i < figures.Count; i++)
        {
            while (at < periods.Count && periods[at].Start < figures[i].End)
                at++;
            if (at < periods.Count && (i + 1 == figures.Count || periods[at].Start < figures[i + 1].Start))
                own[i] = periods[at].Period;
        }

        return own;
    }

    private static FactPeriod? Leading(IReadOnlyList<PeriodMention> periods, int before)
    {
        FactPeriod? last = null;
        foreach (var mention in periods)
        {
            if (mention.Start >= before)
                break;
            last = mention.Period;
        }

        return last;
    }
}
