namespace ThesisBoard.Filings.Passages;

internal enum TokenKind
{
    /// <summary>Letters, with digits and apostrophes after the first: "Q1", "H100", "Company's".</summary>
    Word,

    /// <summary>Digits with groups of three and a fraction: "4,451", "30.6".</summary>
    Number,

    /// <summary>Any other character that can be seen.</summary>
    Mark,
}

internal readonly record struct Token(TokenKind Kind, int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>A stretch of text as words, numbers and marks, each looked at once.</summary>
internal sealed class Tokens
{
    private const int MaxDigits = 24;
    private readonly string text;
    private readonly List<Token> tokens = [];
    private readonly string[] words;

    public Tokens(string text, int start, int end)
    {
        this.text = text;
        for (var at = start; at < end;)
        {
            var kind = char.IsLetter(text[at]) ? TokenKind.Word : char.IsAsciiDigit(text[at]) ? TokenKind.Number : TokenKind.Mark;
            var stop = kind switch
            {
                TokenKind.Word => WordEnd(at, end),
                TokenKind.Number => NumberEnd(at, end),
                _ => at + 1,
            };
            if (kind == TokenKind.Number && IsNoFigure(at, stop, end))
                kind = TokenKind.Mark;
            if (!char.IsWhiteSpace(text[at]))
                tokens.Add(new(kind, at, stop - at));
            at = stop;
        }

        words = [.. tokens.Select(t => t.Kind == TokenKind.Word ? text.Substring(t.Start, t.Length).ToLowerInvariant() : "")];
    }

    public int Count => tokens.Count;

    public Token this[int i] => tokens[i];

    /// <summary>The word in small letters; empty for a number, a mark, or outside.</summary>
    public string Word(int i) => i >= 0 && i < words.Length ? words[i] : "";

    public bool IsNumber(int i) => i >= 0 && i < tokens.Count && tokens[i].Kind == TokenKind.Number;

    public bool IsMark(int i, char c) => i >= 0 && i < tokens.Count && tokens[i].Kind == TokenKind.Mark && text[tokens[i].Start] == c && tokens[i].Length == 1;

    public bool IsMark(int i, string anyOf) => i >= 0 && i < tokens.Count && tokens[i] is { Kind: TokenKind.Mark, Length: 1 } && anyOf.Contains(text[tokens[i].Start], StringComparison.Ordinal);

    /// <summary>The first of these words; -1 for none.</summary>
    public int Find(params ReadOnlySpan<string> any)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (any.Contains(words[i]))
                return i;
        }

        return -1;
    }

    public ReadOnlySpan<char> Of(int i) => text.AsSpan(tokens[i].Start, tokens[i].Length);

    /// <summary>True where no space stands between a token and the one after it.</summary>
    public bool Touches(int i) => i >= 0 && i + 1 < tokens.Count && tokens[i].End == tokens[i + 1].Start;

    /// <summary>True where a tab, the border of a cell, stands between a token and the one after it.</summary>
    public bool IsCellBorder(int i) => i >= 0 && i + 1 < tokens.Count && text.AsSpan(tokens[i].End, tokens[i + 1].Start - tokens[i].End).Contains('\t');

    /// <summary>A currency's code ends where its amount begins: "RMB214.5".</summary>
    private int WordEnd(int at, int end)
    {
        const int code = 3;
        if (at + code < end && char.IsAsciiDigit(text[at + code]) && FigureUnits.IsCode(text.AsSpan(at, code)))
            return at + code;
        while (at < end && (char.IsLetterOrDigit(text[at]) || (text[at] is '\'' or '\u2019' && at + 1 < end && char.IsLetter(text[at + 1]))))
            at++;
        return at;
    }

    private int NumberEnd(int at, int end)
    {
        while (at < end && char.IsAsciiDigit(text[at]))
            at++;
        while (at + 3 < end && text[at] == ',' && IsGroup(at + 1, end))
            at += 4;
        if (at + 1 < end && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            while (at < end && char.IsAsciiDigit(text[at]))
                at++;
        }

        return at;
    }

    private bool IsGroup(int at, int end) =>
        at + 2 < end && char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2])
        && (at + 3 >= end || !char.IsAsciiDigit(text[at + 3]));

    /// <summary>"1.2.3" is a section and "99.1a" a name; digits beyond all sense are no amount.</summary>
    private bool IsNoFigure(int start, int stop, int end) =>
        stop - start > MaxDigits || (stop + 1 < end && text[stop] is '.' or ',' && char.IsAsciiDigit(text[stop + 1]) && text[start..stop].Contains('.', StringComparison.Ordinal));
}
