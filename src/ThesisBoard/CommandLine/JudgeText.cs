using System.Text;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Features.Boards;

namespace ThesisBoard.CommandLine;

/// <summary>A judged board as text for a terminal: the verdict, the line, then the checklist.</summary>
internal static class JudgeText
{
    private const int Width = 100;
    private const int Indent = 16;

    public static string Write(BoardState board)
    {
        var text = new StringBuilder();
        text.Append(board.Thesis.Title).Append(" (").Append(board.Thesis.Slug).Append(")\n");
        Wrap(text, $"{board.Verdict}".ToUpperInvariant(), $"as of {Figures.Date(board.AsOf)}");
        Wrap(text, "", $"{board.Reason}");
        if (board.Line is { } line)
            Wrap(text, "", Line(line));
        foreach (var group in board.Criteria.GroupBy(c => c.Group).OrderBy(g => g.Key))
        {
            text.Append('\n').Append(Words.Of(group.Key)).Append('\n');
            foreach (var criterion in group)
            {
                Wrap(text, $"  {criterion.Standing}", Head(criterion));
                Wrap(text, "", criterion.Reason);
            }
        }

        return text.ToString();
    }

    private static string Line(LineState line)
    {
        var legs = $"Line: {string.Join(" and ", line.Legs.Select(leg => $"{leg.Key} {leg.Standing}"))}";
        return line is { Due: { } due, DaysLeft: { } days }
            ? $"{legs}; due {Figures.Date(due)}{(line.IsEstimated ? " (estimated)" : "")}, {Words.Left(days)}."
            : $"{legs}; no deadline.";
    }

    private static string Head(CriterionState criterion)
    {
        var head = new StringBuilder($"{criterion.Key}, version {criterion.Contract.Version}");
        if (criterion.Rule.Now is { } now)
            head.Append($": {now}");
        if (criterion.Rule.Line is { } line)
            head.Append($" (line {line})");
        if (criterion.IsProvisional)
            head.Append(", provisional");
        if (criterion.Basis == StandingBasis.Person)
            head.Append(", judged by a person");
        return head.ToString();
    }

    /// <summary>Breaks at spaces; a no-break space holds a figure and its unit together.</summary>
    private static void Wrap(StringBuilder text, string label, string sentence)
    {
        var column = Indent;
        text.Append(label.PadRight(Indent));
        foreach (var word in sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (column > Indent && column + 1 + word.Length > Width)
            {
                text.Append('\n').Append(' ', Indent);
                column = Indent;
            }

            text.Append(column > Indent ? " " : "").Append(word);
            column += word.Length + (column > Indent ? 1 : 0);
        }

        text.Append('\n');
    }
}
