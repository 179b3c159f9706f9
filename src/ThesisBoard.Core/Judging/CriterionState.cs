using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Judging;

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
    private readonly RecordIndex index;
    private readonly DateOnly asOf;

    /// <summary>Takes the record from which the lists below are cut when they are asked for.</summary>
    internal CriterionState(RecordIndex index, DateOnly asOf) => (this.index, this.asOf) = (index, asOf);

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

    /// <summary>The standing rests on figures below the evidence bar, or nobody approved it where the thesis needs that.</summary>
    public required bool IsProvisional { get; init; }

    /// <summary>Where its review stands; null where no review is asked for and none was made.</summary>
    public ReviewState? Review { get; init; }

    /// <summary>The thesis needs review, and no approval of what is on file holds.</summary>
    public bool AwaitsReview { get; init; }

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
    public IReadOnlyList<EvidenceState> Supporting => index.Evidence.KnownOn(asOf, new CriterionStance(Key, Stance.Supports));

    /// <summary>Evidence against it.</summary>
    public IReadOnlyList<EvidenceState> Contradicting => index.Evidence.KnownOn(asOf, new CriterionStance(Key, Stance.Contradicts));

    /// <summary>Evidence that takes no side.</summary>
    public IReadOnlyList<EvidenceState> Context => index.Evidence.KnownOn(asOf, new CriterionStance(Key, Stance.Context));

    /// <summary>A person's judgement replaces what the rule computes.</summary>
    public bool IsOverride => Basis == StandingBasis.Person && Contract.Rule is not JudgedRule;

    /// <summary>Nothing of it is sealed yet: the contract can still be edited.</summary>
    public bool IsDraft => Contract.Seal is null;

    /// <summary>It takes part in the verdict. A criterion that was added to an active thesis does so once it is sealed.</summary>
    public bool Counts => !IsDraft || index.Thesis.Activated is null;

    /// <summary>Every version of the contract, newest first, with how it was sealed and what it says today.</summary>
    public IReadOnlyList<VersionState> Versions() => VersionJudge.Of(this, index, asOf);

    /// <summary>Nothing is on file that settles it.</summary>
    public bool IsOpen => Standing is Standing.Unknown or Standing.Undisclosed;
}
