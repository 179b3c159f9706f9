using System.Globalization;
using System.Text;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Metrics;

/// <summary>Reads the grammar of <see cref="Formula"/> by recursive descent; a null node means that <see cref="error"/> is set.</summary>
internal sealed class FormulaParser(string text)
{
    private const int MaxDigits = 28;
    private readonly List<MetricUse> uses = [];
    private int at;
    private int depth;
    private FormulaError? error;

    /// <summary>The uses that were read, each metric and period once.</summary>
    public IReadOnlyList<MetricUse> Uses => uses;

    public FormulaNode? Parse(out FormulaError? problem)
    {
        var root = Sum();
        if (root is not null && !AtEnd)
            root = Fail(at, Unexpected(Next() == ')' ? "')' closes nothing: remove it, or open a '(' before it." : null));
        problem = error;
        return root;
    }

    private FormulaNode? Sum() => Chain(Product, '+', '-');

    private FormulaNode? Product() => Chain(Signed, '*', '/');

    private FormulaNode? Chain(Func<FormulaNode?> operand, char one, char other)
    {
        var left = operand();
        while (left is not null && Next() is var sign && (sign == one || sign == other))
        {
            var position = at++;
            left = operand() is { } right ? new BinaryNode(position, sign, left, right) : null;
        }

        return left;
    }

    private FormulaNode? Signed()
    {
        if (Next() != '-')
            return Operand();
        var position = at++;
        return Nested(position, Signed) is { } of ? new NegativeNode(position, of) : null;
    }

    private FormulaNode? Operand()
    {
        var next = Next();
        if (next == '(')
            return Parenthesis();
        if (!IsKeyLetter(next))
            return Fail(at, Unexpected(AtEnd ? "The formula ends where a number, a metric or '(' should follow." : null));
        var position = at;
        var key = Run(c => IsKeyLetter(c) || (c == '-' && IsKeyLetter(Peek(1))));
        if (key.Any(char.IsAsciiLetterLower))
            return Use(position, key);
        at = position;
        return Number(position);
    }

    private FormulaNode? Parenthesis()
    {
        var opened = at++;
        if (Nested(opened, Sum) is not { } inside)
            return null;
        if (Next() != ')')
            return Fail(at, AtEnd ? $"The '(' at character {opened + 1} is not closed: add a ')'." : Unexpected(null));
        at++;
        return inside;
    }

    private FormulaNode? Nested(int position, Func<FormulaNode?> inside)
    {
        if (depth == Formula.MaxDepth)
            return Fail(position, $"Parentheses and signs nest at most {Formula.MaxDepth} deep: split the formula into two derived metrics.");
        depth++;
        var node = inside();
        depth--;
        return node;
    }

    private FormulaNode? Use(int position, string metric)
    {
        if (Next() != '@')
            return Use(position, new MetricUse(metric));
        var start = ++at;
        var period = Run(IsPeriodLetter);
        if (Peek(0) == '/' && LooksLikeDate(period, 0) && LooksLikeDate(text, at + 1))
        {
            at++;
            period += "/" + Run(IsPeriodLetter);
        }

        return PeriodSelector.TryParse(period, out var selector)
            ? Use(position, new MetricUse(metric, selector))
            : Fail(start, $"'{period}' is not a period: write 2025-12-31, 2026-02, 2026-Q1, 2026-H1, 2025 or 2026-02-07/2026-02-08.");
    }

    private UseNode Use(int position, MetricUse use)
    {
        if (uses.IndexOf(use) is var place and >= 0)
            return new UseNode(position, use, place);
        uses.Add(use);
        return new UseNode(position, use, uses.Count - 1);
    }

    private FormulaNode? Number(int position)
    {
        var digits = Run(char.IsAsciiDigit);
        if (Peek(0) == '.' && char.IsAsciiDigit(Peek(1)))
        {
            at++;
            digits += "." + Run(char.IsAsciiDigit);
        }

        if (digits.Count(char.IsAsciiDigit) > MaxDigits)
            return Fail(position, $"A number has at most {MaxDigits} digits.");
        var amount = decimal.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        if (Next() != '[')
            return new NumberNode(position, Quantity.Pure(amount));
        var opened = at++;
        var name = Run(c => c != ']');
        if (Next() != ']')
            return Fail(opened, "The '[' is not closed: write the unit as in 73682[USD/BTC].");
        at++;
        return Unit.TryParse(name, out var unit)
            ? new NumberNode(position, new Quantity(amount, unit))
            : Fail(opened, $"'{name}' is not a unit: write a symbol such as USD, BTC or MW, or a quotient such as USD/BTC.");
    }

    private string Unexpected(string? better)
    {
        if (better is not null)
            return better;
        var rune = Rune.TryGetRuneAt(text, at, out var found) ? found : Rune.ReplacementChar;
        var shown = Rune.IsControl(rune) || rune == Rune.ReplacementChar ? $"U+{(int)text[at]:X4}" : rune.ToString();
        return text[at] switch
        {
            ',' => "Write numbers without thousands separators and with a decimal point: 73682.5.",
            '%' => "Write a percentage as a fraction: 0.25 for 25 %.",
            '@' => "A period such as @2025 stands directly behind a metric.",
            '[' or ']' => "A unit in brackets stands directly behind a number: 73682[USD/BTC].",
            >= 'A' and <= 'Z' => "Metric keys are lower-case; a unit stands in brackets behind a number: 73682[USD/BTC].",
            '.' => "Write a number with digits on both sides of the decimal point: 0.5.",
            _ when IsKeyLetter(text[at]) || text[at] == '(' => $"Write +, -, * or / before '{shown}'.",
            _ => $"'{shown}' is not expected here: write a number, a metric, '(' or one of + - * /.",
        };
    }

    private static bool IsKeyLetter(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);

    private static bool IsPeriodLetter(char c) => char.IsAsciiLetterOrDigit(c) || c == '-';

    // Four digits and a hyphen: enough to tell @2026-02-07/2026-02-08 from a division such as @2025-12-31/2.
    private static bool LooksLikeDate(string text, int start) =>
        text.Length >= start + 5 && text.AsSpan(start, 4).IndexOfAnyExceptInRange('0', '9') < 0 && text[start + 4] == '-';

    private FormulaNode? Fail(int position, string message)
    {
        error ??= new FormulaError(position, message);
        return null;
    }

    private bool AtEnd => Next() == '\0' && at == text.Length;

    // The next character that is no white space, and a zero character at the end. The signs that word processors put in read as the plain ones.
    private char Next()
    {
        Run(char.IsWhiteSpace);
        return Peek(0) switch { '\u2212' => '-', '\u00d7' => '*', '\u00f7' => '/', var c => c };
    }

    private char Peek(int ahead) => at + ahead < text.Length ? text[at + ahead] : '\0';

    private string Run(Func<char, bool> accepts)
    {
        var start = at;
        while (at < text.Length && accepts(text[at]))
            at++;
        return text[start..at];
    }
}
