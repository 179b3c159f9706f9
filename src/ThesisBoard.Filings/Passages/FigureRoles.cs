using System.Collections.Frozen;

namespace ThesisBoard.Filings.Passages;

/// <summary>What figures are in their sentence, by the words right before and after them.</summary>
internal static class FigureRoles
{
    private const int VerbReach = 14;
    private const int LossReach = 14;
    private const int NounReach = 6;

    private static readonly FrozenSet<string> Changes = Set(
        "reduced reducing reduce increased increasing increase decreased decreasing decrease declined declining decline rose risen rise fell fallen fall grew grown grow cut lowered raised "
        + "expanded expanding improved narrowed widened dropped drop down up repaid deleveraged scaled climbed");

    private static readonly FrozenSet<string> ChangeNouns = Set("increase decrease decline reduction drop fall rise growth improvement change deleveraging");
    private static readonly FrozenSet<string> AfterChange = Set("increase decrease decline reduction drop rise growth improvement higher lower year quarter sequential sequentially");
    private static readonly FrozenSet<string> Inexact = Set("approximately about around roughly nearly almost some over exceeding under circa estimated");
    private static readonly FrozenSet<string> EndsLoss = Set("income profit profits revenue revenues ebitda gain gains impairment debt due included including driven expenses cash loss losses cost costs");

    private static readonly (string First, string Second)[] InexactPairs =
        [("more", "than"), ("less", "than"), ("up", "to"), ("at", "least"), ("at", "most"), ("greater", "than"), ("fewer", "than"), ("close", "to")];

    /// <summary>"30 to 35 MW", "between 30 and 35 MW", "$30-$35 million"; not "from 30 to 35 MW", which is a change.</summary>
    public static bool IsRange(Tokens tokens, FigureScan.Scanned low, FigureScan.Scanned high)
    {
        var before = Before(tokens, low);
        return IsJoined(tokens, low, high)
            && (tokens.Word(low.Next) != "to" || tokens.Word(before) != "from" || tokens.Word(before - 1) is "range" or "ranging" or "ranges" or "ranged");
    }

    /// <summary>Two figures of one unit with a dash, "to" or "between … and" between them: the first may leave its unit to the second.</summary>
    public static bool IsJoined(Tokens tokens, FigureScan.Scanned low, FigureScan.Scanned high) =>
        high.First - low.Next == 1
        && (low.Figure.Unit.Length == 0 || low.Figure.Unit == high.Figure.Unit)
        && (tokens.IsMark(low.Next, "-\u2013\u2014") || tokens.Word(low.Next) == "to" || (tokens.Word(low.Next) == "and" && tokens.Word(Before(tokens, low)) == "between"));

    private static int Before(Tokens tokens, FigureScan.Scanned figure)
    {
        var before = figure.First - 1;
        while (Inexact.Contains(tokens.Word(before)))
            before--;
        return before;
    }

    /// <summary>Gives every figure its role, its qualifier, and the sign of a net loss.</summary>
    public static List<Figure> Of(string text, Tokens tokens, List<FigureScan.Scanned> scanned)
    {
        var figures = new List<Figure>(scanned.Count);
        for (var i = 0; i < scanned.Count; i++)
        {
            var (qualifier, before) = Qualifier(text, tokens, scanned[i].First);
            var role = i > 0 && IsRange(tokens, scanned[i - 1], scanned[i]) ? FigureRole.High
                : i + 1 < scanned.Count && IsRange(tokens, scanned[i], scanned[i + 1]) ? FigureRole.Low
                : Role(tokens, scanned, i, before, figures);
            var figure = scanned[i].Figure with { Role = role, Qualifier = qualifier };
            figures.Add(role != FigureRole.Change && figure.Value > 0 && IsMoney(figure.Unit) && IsLoss(tokens, before) ? figure with { Value = -figure.Value } : figure);
        }

        return figures;
    }

    private static FigureRole Role(Tokens tokens, List<FigureScan.Scanned> scanned, int i, int before, List<Figure> earlier)
    {
        var unit = scanned[i].Figure.Unit;
        var isChange = HasChange(tokens, before);
        var isAfterOther = earlier.Any(f => f.Unit == unit && f.Role is FigureRole.To or FigureRole.Level);
        before = Governing(tokens, before);
        var word = tokens.Word(before);
        if (word is "with" or "to" && tokens.Word(before - 1) is "compared" or "compare" or "comparing" || word is "versus" or "vs" or "against")
            return FigureRole.From;
        if (word == "from" && (isChange || isAfterOther || ToFollows(tokens, scanned, i)))
            return FigureRole.From;
        if (word == "to" && (isChange || earlier.Any(f => f.Role == FigureRole.From && f.Unit == unit)))
            return FigureRole.To;
        if ((word == "by" && isChange) || (word == "of" && ChangeNouns.Contains(tokens.Word(before - 1))) || (Changes.Contains(word) && !ChangeNouns.Contains(tokens.Word(before - 1))))
            return FigureRole.Change;
        return unit == "1" && (Changes.Contains(word) || AfterChange.Contains(tokens.Word(scanned[i].Next))) ? FigureRole.Change : FigureRole.Level;
    }

    /// <summary>"from net sales of X" is "from X", and "compared with net income of X" is "compared with X".</summary>
    private static int Governing(Tokens tokens, int before)
    {
        if (tokens.Word(before) != "of" || ChangeNouns.Contains(tokens.Word(before - 1)))
            return before;
        for (var at = before - 1; at > before - NounReach && tokens.Word(at).Length > 0; at--)
        {
            if (tokens.Word(at) == "from" || (tokens.Word(at) is "with" or "to" && tokens.Word(at - 1) is "compared"))
                return at;
        }

        return before;
    }

    private static bool ToFollows(Tokens tokens, List<FigureScan.Scanned> scanned, int i) =>
        i + 1 < scanned.Count && scanned[i + 1].Figure.Unit == scanned[i].Figure.Unit && tokens.Word(scanned[i + 1].First - 1) == "to";

    private static bool HasChange(Tokens tokens, int before)
    {
        for (var at = before; at >= 0 && at > before - VerbReach; at--)
        {
            if (Changes.Contains(tokens.Word(at)))
                return true;
        }

        return false;
    }

    private static bool IsLoss(Tokens tokens, int before)
    {
        for (var at = before; at > 0 && at > before - LossReach; at--)
        {
            if (tokens.Word(at) is "loss" or "losses" && tokens.Word(at - 1) is "net" or "operating")
                return true;
            if (EndsLoss.Contains(tokens.Word(at)))
                return false;
        }

        return false;
    }

    private static (string Words, int Before) Qualifier(string text, Tokens tokens, int first)
    {
        var before = first - 1;
        var start = first;
        while (before >= 0)
        {
            if (Inexact.Contains(tokens.Word(before)) || tokens.IsMark(before, "~\u2248"))
                (start, before) = (before, before - 1);
            else if (InexactPairs.Contains((tokens.Word(before - 1), tokens.Word(before))))
                (start, before) = (before - 1, before - 2);
            else if (tokens.Word(before) == "of" && tokens.Word(before - 1) == "total")
                before -= tokens.Word(before - 2) == "a" ? 3 : 2;
            else
                break;
        }

        return start == first ? ("", before) : (text[tokens[start].Start..tokens[LastInexact(tokens, start, first)].End], before);
    }

    private static int LastInexact(Tokens tokens, int start, int first)
    {
        var last = start;
        for (var i = start; i < first; i++)
        {
            if (Inexact.Contains(tokens.Word(i)) || tokens.IsMark(i, "~\u2248") || InexactPairs.Contains((tokens.Word(i - 1), tokens.Word(i))))
                last = i;
        }

        return last;
    }

    private static bool IsMoney(string unit) => unit.Length >= 3 && unit is not ("BTC" or "MWh" or "GPU") && char.IsAsciiLetterUpper(unit[2]) && (unit.Length == 3 || unit[3] == '/');

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
