using System.Text.Json.Serialization;
using ThesisBoard.Core.Evidence;

namespace ThesisBoard.Core.Theses.Json;

/// <summary>The whole file, in the order in which it is written.</summary>
internal sealed record ThesisSheet
{
    /// <summary>For editors that check while one types; ignored when read.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    public required string Format { get; init; }

    public required Thesis Thesis { get; init; }

    public Record? Record { get; init; }
}
