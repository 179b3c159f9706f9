using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Judging;

/// <summary>
/// A thesis judged on a date: the one read model. Every face of the product (page, file, command line) renders it; none computes a standing.
/// It is immutable and shared by every reader.
/// </summary>
public sealed record BoardState
{
    /// <summary>The thesis as it was judged.</summary>
    public required Thesis Thesis { get; init; }

    /// <summary>The knowledge date: nothing published after it counts.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Where the thesis stands.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Why, in one sentence built from the figures.</summary>
    public required VerdictReason Reason { get; init; }

    /// <summary>The invalidation line; null when the thesis has none yet.</summary>
    public required LineState? Line { get; init; }

    /// <summary>The checklist, in the thesis's order.</summary>
    public required IReadOnlyList<CriterionState> Criteria { get; init; }

    /// <summary>The build-out steps.</summary>
    public required IReadOnlyList<MilestoneState> Milestones { get; init; }

    /// <summary>The next periodic report; null when the calendar knows none.</summary>
    public required NextReport? Next { get; init; }

    /// <summary>Disagreements, restatements and other things that a reader must see.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The evidence known on the date, newest first.</summary>
    public required IReadOnlyList<EvidenceState> Evidence { get; init; }

    /// <summary>The figures known on the date, by metric key; derived metrics included.</summary>
    public required IReadOnlyDictionary<string, Series> Series { get; init; }

    /// <summary>The sources known on the date, by key.</summary>
    public required IReadOnlyDictionary<string, Source> Sources { get; init; }

    /// <summary>The state of a criterion, or null.</summary>
    public CriterionState? Criterion(string key) => Criteria.FirstOrDefault(c => c.Key == key);
}

/// <summary>Why a thesis stands where it stands.</summary>
/// <param name="Main">What moved the verdict, by its figures; no full stop.</param>
/// <param name="Also">The criteria that do not move it by themselves, by name; empty when there are none.</param>
public sealed record VerdictReason(string Main, string Also)
{
    /// <summary>Both as one sentence.</summary>
    public override string ToString() => Also.Length == 0 ? $"{Main}." : $"{Main}; {Also}.";
}

/// <summary>The invalidation line on a date.</summary>
/// <param name="Legs">The legs, as on the checklist.</param>
/// <param name="Due">The deadline.</param>
/// <param name="IsEstimated">The deadline follows from the filing rules and is not announced.</param>
/// <param name="DaysLeft">Days until the deadline; negative once it is past.</param>
/// <param name="IsCrossed">Past the deadline, and not all legs are met.</param>
/// <param name="Consequence">What crossing means, as a clause.</param>
public sealed record LineState(
    IReadOnlyList<CriterionState> Legs, DateOnly? Due, bool IsEstimated, int? DaysLeft, bool IsCrossed, string Consequence);

/// <summary>Where the shown standing comes from.</summary>
public enum StandingBasis
{
    /// <summary>The rule computed it.</summary>
    Rule,

    /// <summary>A person's judgement overrides the rule; both are shown.</summary>
    Person,
}

/// <summary>One criterion on a date: what the rule computes, whether the evidence suffices, what a person judged; side by side.</summary>
public sealed record CriterionState
{
    private readonly EvidenceIndex evidence;
    private readonly DateOnly asOf;

    /// <summary>Takes the evidence from which the lists below are cut when they are asked for.</summary>
    internal CriterionState(EvidenceIndex evidence, DateOnly asOf) => (this.evidence, this.asOf) = (evidence, asOf);

    /// <summary>The criterion's key.</summary>
    public required string Key { get; init; }

    /// <summary>A few words.</summary>
    public required string Title { get; init; }

    /// <summary>Where it stands on the board.</summary>
    public required CriterionGroup Group { get; init; }

    /// <summary>The contract in force on the date.</summary>
    public required Contract Contract { get; init; }

    /// <summary>The standing that counts.</summary>
    public required Standing Standing { get; init; }

    /// <summary>Whether the rule or a person gave it.</summary>
    public required StandingBasis Basis { get; init; }

    /// <summary>Layer 1: what the rule computes.</summary>
    public required RuleAnswer Rule { get; init; }

    /// <summary>Layer 2: whether the evidence suffices.</summary>
    public Sufficiency Sufficiency => Sufficiency.Of(this);

    /// <summary>Layer 3: the latest judgement under this version known on the date; null when nobody judged.</summary>
    public required Judgement? Judgement { get; init; }

    /// <summary>Judgements made under other versions: kept, and not counted.</summary>
    public required IReadOnlyList<Judgement> OtherJudgements { get; init; }

    /// <summary>The standing rests on figures below the evidence bar.</summary>
    public required bool IsProvisional { get; init; }

    /// <summary>The deadline; null when there is none.</summary>
    public required DateOnly? Due { get; init; }

    /// <summary>The deadline follows from the filing rules and is not announced.</summary>
    public required bool IsDueEstimated { get; init; }

    /// <summary>Days of silence past the deadline; 0 unless the standing is <see cref="Standing.Undisclosed"/>.</summary>
    public required int OverdueDays { get; init; }

    /// <summary>Why, in a sentence built from the compared values.</summary>
    public string Reason => (Judgement, Standing, Due) switch
    {
        ({ } judgement, _, _) when IsOverride => $"{judgement.By} judged it {Words.Of(judgement.Standing)}: {judgement.Reason} "
            + $"The rule alone says {Words.Of(Rule.Standing)}: {Rule.Sentence}",
        (_, Standing.Undisclosed, { } due) when OverdueDays > 0 => $"{Rule.Sentence} It was due on {Figures.Date(due)}, {Figures.Count(OverdueDays, "day")} ago.",
        _ => Rule.Sentence,
    };

    /// <summary>Evidence for it, known on the date.</summary>
    public IReadOnlyList<EvidenceState> Supporting => evidence.KnownOn(asOf, new CriterionStance(Key, Stance.Supports));

    /// <summary>Evidence against it.</summary>
    public IReadOnlyList<EvidenceState> Contradicting => evidence.KnownOn(asOf, new CriterionStance(Key, Stance.Contradicts));

    /// <summary>Evidence that takes no side.</summary>
    public IReadOnlyList<EvidenceState> Context => evidence.KnownOn(asOf, new CriterionStance(Key, Stance.Context));

    /// <summary>A person's judgement replaces what the rule computes.</summary>
    public bool IsOverride => Basis == StandingBasis.Person && Contract.Rule is not JudgedRule;

    /// <summary>Nothing is on file that settles it.</summary>
    public bool IsOpen => Standing is Standing.Unknown or Standing.Undisclosed;
}

/// <summary>What a rule computes on a date.</summary>
public sealed record RuleAnswer
{
    private readonly Lazy<RuleWords> words;

    /// <summary>Takes how the answer is told. Nobody may ever read it, as on most dates of a history: the words are built when they are first asked for.</summary>
    /// <param name="tell">Puts values that were compared into words; computes nothing, so that it cannot fail.</param>
    internal RuleAnswer(Func<RuleWords> tell) => words = new(tell, LazyThreadSafetyMode.PublicationOnly);

    /// <summary>The standing by the rule alone.</summary>
    public required Standing Standing { get; init; }

    /// <summary>A full sentence built from the compared values.</summary>
    public string Sentence => words.Value.Sentence;

    /// <summary>The same as a clause for the verdict's sentence: lower case, no full stop.</summary>
    public string Clause => words.Value.Clause;

    /// <summary>The way to the line from 0 to 1, where that has meaning.</summary>
    public decimal? Progress { get; init; }

    /// <summary>The distance to the line in the metric's own unit: positive on the safe side, negative beyond it.</summary>
    public Quantity? Distance { get; init; }

    /// <summary>What stands now, for display: "−94.5 %", "0"; null when nothing is on file.</summary>
    public string? Now => words.Value.Now;

    /// <summary>The line, for display: "−25 %", "1 complete".</summary>
    public string? Line => words.Value.Line;

    /// <summary>The figures that were compared.</summary>
    public IReadOnlyList<Figure> Used { get; init; } = [];

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
public sealed record Sufficiency(bool IsSufficient, Grade? Strongest, Grade? Counted, Grade Bar)
{
    internal static Sufficiency Of(CriterionState criterion)
    {
        var (rule, bar) = (criterion.Rule, criterion.Contract.Bar);
        var grades = criterion.Supporting.Concat(criterion.Contradicting).Concat(criterion.Context).Select(e => e.Grade).Concat(rule.Used.Select(f => f.Grade)).ToList();
        Grade? strongest = grades.Count > 0 ? grades.Max() : null;
        var counted = rule.Weakest ?? strongest;
        return new Sufficiency(counted >= bar && rule.Standing is not (Standing.Unknown or Standing.Unverifiable), strongest, counted, bar);
    }

    /// <summary>The same in words.</summary>
    public string Sentence => (Counted, Strongest) switch
    {
        (null, _) => $"Nothing is on file; the bar is {Words.Grade(Bar)}.",
        ({ } w, _) when w < Bar => $"What counts rests on {Words.Grade(w)}, below the bar of {Words.Grade(Bar)}.",
        ({ } w, { } s) when s > w => $"What counts is {Words.Grade(w)} or better, the strongest on file {Words.Grade(s)}; the bar is {Words.Grade(Bar)}.",
        ({ } w, _) => $"{Words.Start(Words.Grade(w))} on file; the bar is {Words.Grade(Bar)}.",
    };
}

/// <summary>A piece of evidence with its source, as known on a date.</summary>
/// <param name="Item">The evidence.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="Grade">Its grade: its own or its source's.</param>
/// <param name="Published">When the public could know it.</param>
public sealed record EvidenceState(EvidenceItem Item, Source Source, Grade Grade, PublishedOn Published);

/// <summary>How far a milestone is evidenced.</summary>
public enum MilestoneStage
{
    /// <summary>Nothing is on file.</summary>
    NothingOnFile,

    /// <summary>Announced, with neither dollars nor capacity nor customer: a slogan, not a milestone.</summary>
    Announced,

    /// <summary>Some of dollars, capacity and customer are evidenced.</summary>
    Partial,

    /// <summary>Dollars, capacity and a customer are all evidenced.</summary>
    Complete,
}

/// <summary>A milestone on a date.</summary>
/// <param name="Milestone">The milestone.</param>
/// <param name="Stage">How far it is evidenced.</param>
/// <param name="Proofs">What is evidenced, with the evidence.</param>
public sealed record MilestoneState(Milestone Milestone, MilestoneStage Stage, IReadOnlyList<ProofState> Proofs)
{
    /// <summary>The three elements that make a milestone complete.</summary>
    public static IReadOnlyList<Element> Required { get; } = [Element.Dollars, Element.Capacity, Element.Customer];

    /// <summary>Which of the three are not evidenced.</summary>
    public IEnumerable<Element> Missing => Required.Where(e => Proofs.All(p => p.Proof.Element != e));
}

/// <summary>One evidenced element of a milestone.</summary>
/// <param name="Proof">What is evidenced.</param>
/// <param name="Evidence">By what.</param>
public sealed record ProofState(Proof Proof, EvidenceState Evidence);

/// <summary>The next periodic report and what it must answer.</summary>
/// <param name="Report">The report with its date.</param>
/// <param name="DaysLeft">Days until it is due; negative when it is late.</param>
/// <param name="MustAnswer">The open criteria that wait for it, by key.</param>
public sealed record NextReport(ReportDue Report, int DaysLeft, IReadOnlyList<string> MustAnswer);

/// <summary>What kind of thing a reader must see.</summary>
public enum FindingKind
{
    /// <summary>Sources disagree.</summary>
    Conflict,

    /// <summary>A figure was restated.</summary>
    Restatement,

    /// <summary>A balance does not add up.</summary>
    Balance,

    /// <summary>A figure is on file in a currency that cannot be compared.</summary>
    OtherCurrency,

    /// <summary>The record or the thesis holds something that cannot be used.</summary>
    Unusable,
}

/// <summary>Something that a reader must see beside the standings.</summary>
public sealed record Finding
{
    private readonly Lazy<FindingWords> words;

    /// <summary>Takes how the finding is told: a page shows the first few of what may be thousands.</summary>
    internal Finding(Func<FindingWords> tell) => words = new(tell, LazyThreadSafetyMode.PublicationOnly);

    /// <summary>What kind.</summary>
    public required FindingKind Kind { get; init; }

    /// <summary>The metric's key, where it is about one.</summary>
    public string? Metric { get; init; }

    /// <summary>What it is about, in a few words.</summary>
    public string Topic => words.Value.Topic;

    /// <summary>The finding, built from the values.</summary>
    public string Sentence => words.Value.Sentence;

    /// <summary>The claims beside one another, the one that ranks highest first.</summary>
    public IReadOnlyList<FindingSide> Sides => words.Value.Sides;
}

/// <summary>A finding in words.</summary>
internal sealed record FindingWords(string Topic, string Sentence, IReadOnlyList<FindingSide> Sides);

/// <summary>One claim of a finding.</summary>
/// <param name="Claim">What is claimed.</param>
/// <param name="Source">Where; null when it is the board's own arithmetic.</param>
/// <param name="IsUsed">The board uses or ranks this one highest.</param>
public sealed record FindingSide(string Claim, Source? Source, bool IsUsed);
