using ThesisBoard.Core.Evidence;

namespace ThesisBoard.Features.Boards;

/// <summary>In which order the evidence list is read.</summary>
public enum EvidenceSort
{
    /// <summary>The strongest grade first, then the newest.</summary>
    Strongest,

    /// <summary>The newest first.</summary>
    Newest,

    /// <summary>The oldest first.</summary>
    Oldest,
}

/// <summary>What a reader asked of a board. All of it stands in the link, so that a pasted link shows the same thing.</summary>
public sealed record BoardQuery
{
    /// <summary>The knowledge date; null is today.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The price at which the sale chart computes its opportunity cost; null takes the newest price on file.</summary>
    public decimal? Price { get; init; }

    /// <summary>The criterion that is shown open, by key. It matters on long checklists, which leave out what closed rows hold.</summary>
    public string? Open { get; init; }

    /// <summary>Every finding is asked for, however many there are.</summary>
    public bool AllFindings { get; init; }

    /// <summary>Evidence for this criterion only, by key.</summary>
    public string? Criterion { get; init; }

    public Stance? Stance { get; init; }

    public Grade? Grade { get; init; }

    /// <summary>Evidence from this source only, by key.</summary>
    public string? Source { get; init; }

    /// <summary>Words that must all occur.</summary>
    public string? Words { get; init; }

    public EvidenceSort Sort { get; init; }

    /// <summary>The page of the evidence list, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Some evidence is left out.</summary>
    public bool IsFiltered => Criterion is not null || Stance is not null || Grade is not null || Source is not null || Words is not null;

    /// <summary>The same date and price without the evidence list's filters.</summary>
    public BoardQuery Unfiltered => new() { AsOf = AsOf, Price = Price };
}
