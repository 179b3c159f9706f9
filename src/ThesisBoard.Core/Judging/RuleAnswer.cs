using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Judging;

/// <summary>What a rule computes on a date.</summary>
public sealed record RuleAnswer
{
    private readonly Func<RuleWords> tell;
    private RuleWords? words;

    /// <summary>Takes how the answer is told. Nobody may ever read it, as on most dates of a history: the words are built when they are first asked for.</summary>
    /// <param name="tell">Puts values that were compared into words; computes nothing, so that it cannot fail.</param>
    internal RuleAnswer(Func<RuleWords> tell) => this.tell = tell;

    /// <summary>Two readers may build them at once: both come to the same.</summary>
    private RuleWords Told => words ??= tell();

    /// <summary>The standing by the rule alone.</summary>
    public required Standing Standing { get; init; }

    /// <summary>A full sentence built from the compared values.</summary>
    public string Sentence => Told.Sentence;

    /// <summary>The same as a clause for the verdict's sentence: lower case, no full stop.</summary>
    public string Clause => Told.Clause;

    /// <summary>The way to the line from 0 to 1, where that has meaning.</summary>
    public decimal? Progress { get; init; }

    /// <summary>What is compared as a share of its line, from 0 to 4: 1 is on the line, 4 is four times and more; null where there is no line above zero or the figure is below zero.</summary>
    public decimal? ShareOfLine { get; init; }

    /// <summary>What is compared as a share of its line, both in one unit.</summary>
    internal static decimal? OfLine(decimal now, decimal line) => line <= 0 || now < 0 ? null : now / 4 >= line ? 4 : now / line;

    /// <summary>The distance to the line in the metric's own unit: positive on the safe side, negative beyond it.</summary>
    public Quantity? Distance { get; init; }

    /// <summary>What stands now, for display: "−94.5 %", "0"; null when nothing is on file.</summary>
    public string? Now => Told.Now;

    /// <summary>The line, for display: "−25 %", "1 complete".</summary>
    public string? Line => Told.Line;

    /// <summary>The figures that were compared.</summary>
    public IReadOnlyList<Figure> Used { get; init; } = [];

    /// <summary>A newer figure that does not count and is named.</summary>
    internal Figure? Passed { get; init; }

    /// <summary>The weakest grade of what the answer rests on, other than figures, such as a milestone's evidence; null when there is none.</summary>
    public Grade? WeakestEvidence { get; init; }

    /// <summary>The metric to draw as a sparkline and chart, when there is one.</summary>
    public string? Metric { get; init; }

    /// <summary>The weakest grade of all that the answer rests on; null when it rests on nothing.</summary>
    public Grade? Weakest
    {
        get
        {
            var weakest = WeakestEvidence;
            for (var i = 0; i < Used.Count; i++)
                weakest = weakest <= Used[i].Grade ? weakest : Used[i].Grade;
            return weakest;
        }
    }
}

/// <summary>A rule's answer in words.</summary>
/// <param name="Sentence">A full sentence.</param>
/// <param name="Clause">The same as a clause: lower case, no full stop.</param>
/// <param name="Now">What stands now.</param>
/// <param name="Line">The line.</param>
internal sealed record RuleWords(string Sentence, string Clause, string? Now = null, string? Line = null);

/// <summary>Whether the evidence for a criterion suffices.</summary>
/// <param name="IsSufficient">Something is on file, and nothing that counts is below the bar.</param>
/// <param name="Strongest">The strongest grade on file for this criterion; null when nothing is on file.</param>
/// <param name="Counted">The weakest grade that the answer rests on, or the strongest on file where it rests on none; null when nothing is on file.</param>
/// <param name="Bar">The weakest grade that counts fully.</param>
/// <param name="Review">What is missing of a review that the thesis needs; empty when nothing is.</param>
public sealed record Sufficiency(bool IsSufficient, Grade? Strongest, Grade? Counted, Grade Bar, string Review = "")
{
    internal static Sufficiency Of(CriterionState criterion)
    {
        var (rule, bar) = (criterion.Rule, criterion.Contract.Bar);
        var grades = criterion.Supporting.Concat(criterion.Contradicting).Concat(criterion.Context).Select(e => e.Grade).Concat(rule.Used.Select(f => f.Grade)).ToList();
        Grade? strongest = grades.Count > 0 ? grades.Max() : null;
        var counted = rule.Weakest ?? strongest;
        var suffices = counted >= bar && rule.Standing is not (Standing.Unknown or Standing.Unverifiable) && !criterion.AwaitsReview;
        return new Sufficiency(suffices, strongest, counted, bar, criterion.AwaitsReview ? criterion.Review?.Sentence ?? "" : "");
    }

    /// <summary>The same in words.</summary>
    public string Sentence => Review.Length == 0 ? Grades : $"{Grades} This thesis needs review: {Review}";

    private string Grades => (Counted, Strongest) switch
    {
        (null, _) => $"Nothing is on file; the bar is {Words.Grade(Bar)}.",
        ({ } w, _) when w < Bar => $"What counts rests on {Words.Grade(w)}, below the bar of {Words.Grade(Bar)}.",
        ({ } w, { } s) when s > w => $"What counts is {Words.Grade(w)} or better, the strongest on file {Words.Grade(s)}; the bar is {Words.Grade(Bar)}.",
        ({ } w, _) => $"{Words.Start(Words.Grade(w))} on file; the bar is {Words.Grade(Bar)}.",
    };
}
