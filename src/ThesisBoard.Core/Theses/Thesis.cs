using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Rules;

namespace ThesisBoard.Core.Theses;

/// <summary>A claim about an issuer, with criteria, metrics, milestones and an invalidation line.</summary>
public sealed record Thesis
{
    /// <summary>The name in links: lower-case letters, digits and hyphens.</summary>
    public required string Slug { get; init; }

    /// <summary>The claim in one line.</summary>
    public required string Title { get; init; }

    /// <summary>The claim in a paragraph; empty when the title says all.</summary>
    public string Claim { get; init; } = "";

    /// <summary>Who it is about.</summary>
    public required Issuer Issuer { get; init; }

    /// <summary>A shipped example, marked as such.</summary>
    public bool IsSample { get; init; }

    /// <summary>A standing that nobody approved is provisional.</summary>
    public bool NeedsReview { get; init; }

    /// <summary>The series it uses.</summary>
    public IReadOnlyList<Metric> Metrics { get; init; } = [];

    /// <summary>The checklist, in the order in which it is read.</summary>
    public IReadOnlyList<Criterion> Criteria { get; init; } = [];

    /// <summary>The build-out steps.</summary>
    public IReadOnlyList<Milestone> Milestones { get; init; } = [];

    /// <summary>What would make the thesis wrong; null while it is being drafted.</summary>
    public InvalidationLine? Line { get; init; }

    /// <summary>From when on it stands; null while it is a draft.</summary>
    public Activation? Activated { get; init; }

    /// <summary>Its end; null while it goes on.</summary>
    public Ending? Ended { get; init; }

    /// <summary>How it could fail, as written down beforehand.</summary>
    public IReadOnlyList<Foreseen> Premortem { get; init; } = [];

    /// <summary>What was learned after it broke or ended.</summary>
    public IReadOnlyList<Lesson> Lessons { get; init; } = [];

    /// <summary>How far it has come.</summary>
    public ThesisStage Stage => Ended is not null ? ThesisStage.Ended : Activated is not null ? ThesisStage.Active : ThesisStage.Draft;

    /// <summary>The same checklist before anything of it is sealed: what another board starts from.</summary>
    public Thesis AsDraft() => this with
    {
        Activated = null,
        Ended = null,
        Premortem = [],
        Lessons = [],
        Criteria = [.. Criteria.Select(c => c with { Contracts = [.. c.Contracts.Select(v => v with { Seal = null })] })],
    };
}

/// <summary>Who the thesis is about.</summary>
public sealed record Issuer
{
    /// <summary>The registrant's name.</summary>
    public required string Name { get; init; }

    /// <summary>The ticker symbol.</summary>
    public string Ticker { get; init; } = "";

    /// <summary>The exchange, such as NYSE.</summary>
    public string Exchange { get; init; } = "";

    /// <summary>The SEC's Central Index Key.</summary>
    public long? Cik { get; init; }

    /// <summary>Under which rules it reports.</summary>
    public FilerProfile Filer { get; init; } = new();
}

/// <summary>
/// What crosses the thesis out: past the deadline, and not all legs met.
/// </summary>
/// <param name="Legs">The criteria, by key, that must all be met.</param>
/// <param name="Deadline">When.</param>
/// <param name="Consequence">What it then means, as a clause: "the sale was survival financing, not strategy".</param>
public sealed record InvalidationLine(IReadOnlyList<string> Legs, Deadline Deadline, string Consequence);

/// <summary>Where a criterion stands on the board.</summary>
public enum CriterionGroup
{
    /// <summary>A leg of the invalidation line.</summary>
    InvalidationLine,

    /// <summary>What could break the thesis.</summary>
    Risks,

    /// <summary>What to watch.</summary>
    Watch,
}

/// <summary>One checklist item: a stable key and its contract, version by version.</summary>
public sealed record Criterion
{
    /// <summary>The stable name in links and files.</summary>
    public required string Key { get; init; }

    /// <summary>A few words: "Debt falls materially".</summary>
    public required string Title { get; init; }

    /// <summary>Where it stands on the board.</summary>
    public required CriterionGroup Group { get; init; }

    /// <summary>All versions of the contract, at least one, by ascending version.</summary>
    public required IReadOnlyList<Contract> Contracts { get; init; }

    /// <summary>Some version is sealed; a draft beside it waits until it is sealed too.</summary>
    public bool IsSealed
    {
        get
        {
            for (var i = 0; i < Contracts.Count; i++)
            {
                if (Contracts[i].Seal is not null)
                    return true;
            }

            return false;
        }
    }

    /// <summary>
    /// The contract in force on a date: the newest sealed one whose <see cref="Contract.From"/> is on or before it, else the first sealed one.
    /// What was judged under version n thus stays as judged when version n+1 begins. While nothing is sealed the drafts judge in the same way.
    /// </summary>
    public Contract On(DateOnly asOf)
    {
        var isSealed = IsSealed;
        Contract? inForce = null;
        for (var i = 0; i < Contracts.Count; i++)
        {
            var contract = Contracts[i];
            if (isSealed && contract.Seal is null)
                continue;
            if (inForce is null || (contract.From <= asOf && contract.Version > inForce.Version))
                inForce = contract;
        }

        return inForce ?? Contracts[0];
    }
}

/// <summary>
/// What is asked, by which rule, by when, and how strong the evidence must be. A draft may be edited; once it is sealed, a change is a new version.
/// </summary>
public sealed record Contract
{
    /// <summary>1, 2, 3 and so on.</summary>
    public required int Version { get; init; }

    /// <summary>The first day on which this version judges. The first version also judges every day before.</summary>
    public required DateOnly From { get; init; }

    /// <summary>What is asked, as a question.</summary>
    public required string Question { get; init; }

    /// <summary>How it is judged.</summary>
    public required Rule Rule { get; init; }

    /// <summary>The weakest grade that counts fully; weaker figures give a provisional standing.</summary>
    public Grade Bar { get; init; } = Grade.Press;

    /// <summary>By when there must be an answer; null when there is no deadline.</summary>
    public Deadline? Deadline { get; init; }

    /// <summary>What was assumed to make the rule precise; empty when nothing was.</summary>
    public string Assumption { get; init; } = "";

    /// <summary>What would have to be published to settle it.</summary>
    public string Settles { get; init; } = "";

    /// <summary>Why this version replaced the one before; empty for the first.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Fixes the words above; null while this version is a draft.</summary>
    public Seal? Seal { get; init; }
}

/// <summary>What must be evidenced of a build-out step.</summary>
public enum Element
{
    /// <summary>It was announced. Alone, that is a slogan.</summary>
    Announcement,

    /// <summary>How much money.</summary>
    Dollars,

    /// <summary>How much capacity.</summary>
    Capacity,

    /// <summary>For which named customer or stated demand.</summary>
    Customer,

    /// <summary>A signed contract.</summary>
    Contract,

    /// <summary>Hardware supply.</summary>
    Hardware,

    /// <summary>An uptime commitment.</summary>
    Uptime,
}

/// <summary>A build-out step: complete only where dollars, capacity and a customer are all evidenced.</summary>
/// <param name="Key">The stable name.</param>
/// <param name="Title">What people read.</param>
/// <param name="Note">What a reader should know.</param>
public sealed record Milestone(string Key, string Title, string Note = "");

/// <summary>A criterion on a date.</summary>
public enum Standing
{
    /// <summary>The rule's line is held.</summary>
    Met,

    /// <summary>Not broken, but under pressure.</summary>
    Strained,

    /// <summary>The line is crossed.</summary>
    Broken,

    /// <summary>Nothing on file yet.</summary>
    Unknown,

    /// <summary>Past its deadline and still nothing: silence, counted in days.</summary>
    Undisclosed,

    /// <summary>Cannot be checked by design.</summary>
    Unverifiable,
}

/// <summary>A thesis on a date.</summary>
public enum Verdict
{
    /// <summary>No criterion is broken and every leg of the line is met.</summary>
    Intact,

    /// <summary>A criterion is broken, the line is not crossed.</summary>
    Strained,

    /// <summary>A leg of the line is not met yet.</summary>
    Unproven,

    /// <summary>The invalidation line is crossed.</summary>
    Broken,
}
