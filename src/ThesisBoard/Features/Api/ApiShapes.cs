using ThesisBoard.Core.Theses;

namespace ThesisBoard.Features.Api;

/// <summary>A page of a list. <paramref name="Next"/> is the address of the rest, null at the end.</summary>
public sealed record ApiPage<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>An item in a list, with the ETag that a change of it sends as If-Match.</summary>
public sealed record ApiItem<T>(string Etag, T Value);

/// <summary>A board as it stands today (UTC).</summary>
/// <param name="Stage">Draft, Active or Ended.</param>
/// <param name="Verdict">Intact, Strained, Unproven or Broken.</param>
public sealed record ApiBoard(string Slug, long Version, string Title, string Issuer, string Ticker, string Stage, string Verdict, string Reason);

/// <summary>A board on a date, as <c>judge --json</c> writes it.</summary>
public sealed record ApiState(string Thesis, DateOnly AsOf, string Verdict, string Reason, IReadOnlyList<ApiCriterionState> Criteria);

/// <summary>A board as its file, <c>*.thesis.json</c>.</summary>
public sealed record ThesisFileShape(string Format, Thesis Thesis, Core.Evidence.Record? Record);

/// <summary>A criterion on that date.</summary>
public sealed record ApiCriterionState(
    string Key, int Version, string Standing, bool Provisional, decimal? Progress, decimal? Distance, string? Unit, DateOnly? Due, int OverdueDays, string Reason, IReadOnlyList<ApiFigureUsed> Observations);

/// <summary>A figure that the standing rests on.</summary>
public sealed record ApiFigureUsed(string Key, string Metric, string Period, decimal Value, string Unit, string Source, DateOnly Published);

/// <summary>One entry of the log.</summary>
public sealed record ApiChange(long Version, DateTime At, string By, string Verb, string Summary, IReadOnlyList<ApiThing> Items);

/// <summary>What an entry, or a basis, is about.</summary>
public sealed record ApiThing(string Kind, string Key);

/// <summary>Everything that a criterion rests on. Its ETag is the hash over it, and what an approval of it sends as If-Match.</summary>
public sealed record ApiBasis(string Criterion, string Basis, IReadOnlyList<ApiThing> Items);

/// <summary>Where the review of a criterion stands.</summary>
/// <param name="WaitsFor">yours, others or nobody.</param>
public sealed record ApiReview(string Criterion, string Stage, string WaitsFor, string Sentence, IReadOnlyList<ApiApproval> Approvals);

/// <summary>An approval that was given, with the ETag that revokes it.</summary>
/// <param name="Holds">It covers exactly what is on file.</param>
public sealed record ApiApproval(string Key, string Etag, string By, DateTime At, bool Holds);

/// <summary>What a member said.</summary>
/// <param name="Place">criterion or evidence.</param>
/// <param name="Thread">The comment that it answers; its own id where it began a thread.</param>
public sealed record ApiComment(Guid Id, string Place, string Key, Guid Thread, string By, DateTime At, string Text, bool IsResolved);

/// <summary>Something to say.</summary>
public sealed record ApiNewComment
{
    /// <summary>criterion or evidence.</summary>
    public required string Place { get; init; }

    /// <summary>Which one.</summary>
    public required string Key { get; init; }

    /// <summary>The words; <c>@name</c> mentions a member.</summary>
    public required string Text { get; init; }

    /// <summary>The thread that is answered in; null begins one.</summary>
    public Guid? Thread { get; init; }
}

/// <summary>Why something is withdrawn or reinstated.</summary>
public sealed record ApiReason
{
    /// <summary>In a sentence; it stays on file.</summary>
    public required string Reason { get; init; }
}

/// <summary>Figures that are put on file together: all of them, or none.</summary>
public sealed record ApiFigures
{
    /// <summary>One to two hundred.</summary>
    public required IReadOnlyList<Core.Evidence.Observation> Observations { get; init; }
}

/// <summary>What a person says of a criterion.</summary>
public sealed record ApiOpinion
{
    /// <summary>The version of the contract that was read.</summary>
    public required int Version { get; init; }

    /// <summary>Where it stands.</summary>
    public required Standing Standing { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The evidence it rests on, by key.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];
}
