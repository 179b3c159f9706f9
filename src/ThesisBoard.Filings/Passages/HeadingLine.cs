using System.Buffers;

namespace ThesisBoard.Filings.Passages;

/// <summary>One line of a table's heading: which scale and which currencies it names.</summary>
internal sealed class HeadingLine(string text, int start, int end)
{
    private const int Thousands = 3;

    public static SearchValues<char> Letters { get; } = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    public Tokens Tokens { get; } = new(text, start, end);

    /// <summary>The scales that it names: "in thousands", "US$ millions", "RMB'000". "$3 millions" names none.</summary>
    public IEnumerable<(int At, int Power)> Scales
    {
        get
        {
            for (var i = 0; i < Tokens.Count; i++)
            {
                if (Tokens.IsNumber(i))
                {
                    if (Tokens.Of(i) is "000" && (Tokens.IsMark(i - 1, "'\u2019\u2018\u2032$€£¥") || FigureUnits.Named(Tokens, i - 1) is not null || Tokens.Word(i + 1) == "s" || Tokens.IsMark(i + 1, "'\u2019")))
                        yield return (i, Thousands);
                }
                else if (!Tokens.IsNumber(i - 1) && FigureUnits.ScaleWord(Tokens.Word(i)) is var power and > 0 && (Tokens.Word(i)[^1] == 's' || Tokens.Word(i - 1) == "in"))
                {
                    yield return (i, power);
                }
            }
        }
    }

    /// <summary>The words around a scale: the brackets or the cell in which it stands.</summary>
    public string Around(int at)
    {
        var place = Tokens[at].Start;
        var (from, to) = TableHeading.Cells(text, start, end).Find(c => c.End >= Tokens[at].End);
        var open = text.LastIndexOf('(', place, place - from + 1);
        var close = open < 0 ? -1 : text.IndexOf(')', place, to - place);
        return close < 0 || text.AsSpan(open, place - open).Contains(')') ? text[from..to].Trim() : text[open..(close + 1)];
    }

    /// <summary>The currencies that it names or prints, each once.</summary>
    public IReadOnlyList<string> Currencies => [.. Enumerable.Range(0, Tokens.Count).Select(i => FigureUnits.Named(Tokens, i)).OfType<string>().Distinct()];

    /// <summary>It names a year.</summary>
    public bool HasYear => Enumerable.Range(0, Tokens.Count).Any(i => PeriodWords.Year(Tokens, i) > 0);

    /// <summary>The texts of its cells.</summary>
    public IReadOnlyList<string> Cells => [.. TableHeading.Cells(text, start, end).Select(c => text[c.Start..c.End].Trim())];

    /// <summary>A number as tables print them: with groups, a fraction, brackets, a currency or a percent sign. A year is none.</summary>
    public static bool IsAmount(ReadOnlySpan<char> cell)
    {
        var (digits, others, letters) = (0, 0, 0);
        foreach (var c in cell)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
            others += c is ',' or '.' or '(' or '%' or '$' or '€' or '£' or '¥' ? 1 : 0;
        }

        return digits > 0 && (others > 0 || digits != 4) && (letters == 0 || FigureUnits.StartsWithCurrency(cell));
    }
}
