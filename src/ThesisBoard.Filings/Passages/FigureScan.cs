using System.Globalization;

namespace ThesisBoard.Filings.Passages;

/// <summary>The figures of one sentence with unit, scale and sign; what they are in the sentence comes later.</summary>
internal static class FigureScan
{
    private const int MaxFigures = 40;
    private const int MaxDecimals = 8;
    private static readonly decimal[] Powers = [.. Enumerable.Range(0, 19).Select(n => decimal.Parse("1" + new string('0', n), CultureInfo.InvariantCulture))];

    /// <summary>A figure with the places of its first and last token, and the currency that is printed beside a figure of a table.</summary>
    internal readonly record struct Scanned(Figure Figure, int First, int Next, string Mark = "");

    /// <summary>In the order of the text; at most forty.</summary>
    /// <param name="isHeaded">The row's table has a heading that tells what bare numbers are: they are kept.</param>
    public static List<Scanned> Of(string text, Tokens tokens, IReadOnlyList<PeriodMention> periods, bool isRow, bool isHeaded = false)
    {
        var found = new List<Scanned>();
        var period = 0;
        for (var i = 0; i < tokens.Count && found.Count < MaxFigures; i++)
        {
            while (period < periods.Count && periods[period].End <= tokens[i].Start)
                period++;
            var isDate = period < periods.Count && tokens[i].Start >= periods[period].Start;
            if (!tokens.IsNumber(i) || isDate || One(text, tokens, i, isRow) is not { } figure)
                continue;
            found.Add(figure);
            i = Math.Max(i, figure.Next - 1);
        }

        Inherit(text, tokens, found);
        found.RemoveAll(f => f.Figure.Unit.Length == 0 && !isHeaded && (!isRow || f.Figure.Text.AsSpan().IndexOfAny(',', '.', '(') < 0));
        return found;
    }

    private static Scanned? One(string text, Tokens tokens, int number, bool isRow)
    {
        if (!decimal.TryParse(tokens.Of(number), NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
            return null;
        var (first, next) = (number, number + 1);
        var isBracketed = tokens.IsMark(first - 1, '(') && tokens.Touches(first - 1);
        var isMinus = IsMinus(tokens, first - 1);
        var (currency, mark) = FigureUnits.Before(tokens, isBracketed || isMinus ? first - 1 : first);
        if (currency is not null)
            first = mark;
        var (scale, afterScale) = FigureUnits.Scale(tokens, next, currency is not null);
        var closesEarly = isBracketed && tokens.IsMark(next, ')');
        if (closesEarly)
            (scale, afterScale) = FigureUnits.Scale(tokens, next + 1, currency is not null);
        next = closesEarly ? Math.Max(next + 1, afterScale) : afterScale;
        var (unit, power) = (currency ?? "", 0);
        if (currency is null)
            (unit, power, next) = FigureUnits.After(tokens, next);
        else
            (unit, next) = FigureUnits.PerUnit(tokens, currency, next);
        var (isNegative, begin, end) = Sign(tokens, first, number, next, (isBracketed, closesEarly, isMinus), currency is not null, isRow);
        var decimals = Fraction(tokens, number) - scale - power;
        if (decimals > MaxDecimals || !TryShift(amount, scale + power, out var value))
            return null;
        if (isRow && scale == 0 && unit.Length == 3 && unit == currency)
            unit = ""; // The heading of the table says whether these are thousands.
        var (from, to) = (tokens[begin].Start, tokens[end - 1].End);
        return new(new(from, to - from, text[from..to], isNegative ? -value : value, unit, decimals), begin, end, currency ?? "");
    }

    /// <summary>An accountant's brackets and minus signs. A translation in brackets, "RMB214.5 million (US$30.6 million)", is no negative amount.</summary>
    private static (bool IsNegative, int First, int Next) Sign(
        Tokens tokens, int first, int number, int next, (bool Bracket, bool Closes, bool Minus) sign, bool isMoney, bool isRow)
    {
        if (sign.Bracket && isMoney && first < number - 1)
            return (true, first, next < tokens.Count && !sign.Closes && tokens.IsMark(next, ')') ? next + 1 : next);
        if (sign.Bracket && !isMoney)
        {
            var closes = sign.Closes || tokens.IsMark(next, ')');
            var isWhole = closes && isRow;
            return isWhole ? (true, number - 1, sign.Closes ? next : next + 1) : (false, first, sign.Closes ? number + 1 : next);
        }

        if (isRow && isMoney && tokens.IsMark(first - 1, '(') && tokens.IsMark(next, ')'))
            return (true, first - 1, next + 1);
        if (sign.Minus)
            return (true, Math.Min(first, number - 1), next);
        return IsMinus(tokens, first - 1) ? (true, first - 1, next) : (false, first, next);
    }

    /// <summary>A dash directly before an amount, with nothing but space or a bracket before it: not a range, not a hyphen.</summary>
    private static bool IsMinus(Tokens tokens, int at) =>
        tokens.IsMark(at, "-\u2212\u2013") && tokens.Touches(at) && (at == 0 || !tokens.Touches(at - 1) || tokens.IsMark(at - 1, "($€£")) && !(at > 0 && tokens.IsNumber(at - 1));

    /// <summary>"30 to 35 MW" and "$30-$35 million": the first end of a range has the unit and scale of the second.</summary>
    private static void Inherit(string text, Tokens tokens, List<Scanned> found)
    {
        for (var i = 0; i + 1 < found.Count; i++)
        {
            var (low, high) = (found[i], found[i + 1]);
            if (!FigureRoles.IsJoined(tokens, low, high))
                continue;
            var figure = low.Figure;
            var isBare = figure.Unit.Length == 0 || (figure.Unit == high.Figure.Unit && !text.AsSpan(figure.Start, figure.Length).ContainsAnyInRange('a', 'z'));
            if (isBare && Shift(tokens, high, low) is var power && TryShift(figure.Value, power, out var value))
                found[i] = low with { Figure = figure with { Value = value, Unit = high.Figure.Unit, Decimals = figure.Decimals - power } };
        }
    }

    /// <summary>The power of ten that the words after the second number bring, less the first's own.</summary>
    private static int Shift(Tokens tokens, Scanned high, Scanned low) =>
        Fraction(tokens, NumberOf(tokens, high)) - high.Figure.Decimals - (Fraction(tokens, NumberOf(tokens, low)) - low.Figure.Decimals);

    private static int NumberOf(Tokens tokens, Scanned figure)
    {
        var at = figure.First;
        while (!tokens.IsNumber(at))
            at++;
        return at;
    }

    private static int Fraction(Tokens tokens, int number) =>
        tokens.Of(number).IndexOf('.') is var point and >= 0 ? tokens.Of(number).Length - point - 1 : 0;

    /// <summary>The amount by a power of ten, exactly.</summary>
    internal static bool TryShift(decimal amount, int power, out decimal value)
    {
        value = 0;
        if (Math.Abs(power) >= Powers.Length || (power > 0 && Math.Abs(amount) > decimal.MaxValue / Powers[power]))
            return false;
        value = (power >= 0 ? amount * Powers[power] : amount / Powers[-power]) / 1.0000000000000000000000000000m;
        return true;
    }
}
