using System.Diagnostics.CodeAnalysis;
using ThesisBoard.Core.Evidence;

namespace ThesisBoard.Core.Theses;

/// <summary>What reading a thesis file gave: a thesis with its record, or the problems, never both.</summary>
public sealed record ThesisFileResult
{
    /// <summary>The thesis; null when there are problems.</summary>
    public Thesis? Thesis { get; init; }

    /// <summary>What is on file for it; null when there are problems.</summary>
    public Record? Record { get; init; }

    /// <summary>Everything that is wrong with the file; empty when it was read.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>The file was read, and thesis and record are there.</summary>
    [MemberNotNullWhen(true, nameof(Thesis), nameof(Record))]
    public bool IsRead => Thesis is not null && Record is not null;
}
