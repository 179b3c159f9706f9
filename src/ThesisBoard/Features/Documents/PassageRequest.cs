using System.Text.Json;
using System.Text.Json.Serialization;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Features.Documents;

/// <summary>
/// A passage that somebody points at: a tagged fact, a place that the server named before, or words selected on the page. Whatever is said of the words is only
/// believed when the stored document holds them.
/// </summary>
public sealed record PassageRequest(Sha256 Document)
{
    private const int Longest = 24_000;
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The tag of a fact.</summary>
    public string? Fact { get; init; }

    /// <summary>A place in the text.</summary>
    public TextRange? Range { get; init; }

    /// <summary>The selected words, and what stands before and after them on the page.</summary>
    public string Exact { get; init; } = "";
    public string Before { get; init; } = "";
    public string After { get; init; } = "";

    /// <summary>Where the selection begins on the page, in ink: it only decides between equal places.</summary>
    public int? At { get; init; }

    /// <summary>The evidence that is to be anchored here instead of where it is anchored now.</summary>
    public string? Evidence { get; init; }

    /// <summary>Reads what a button of the reader carries; null when it makes no sense.</summary>
    public static PassageRequest? Parse(string? key)
    {
        if (key is null || key.Length > Longest)
            return null;
        try
        {
            return JsonSerializer.Deserialize<Wire>(key, Web) is { } wire && Sha256.TryParse(wire.Document, out var hash)
                ? new(hash)
                {
                    Fact = wire.Fact,
                    Range = wire is { Start: { } start, Length: { } length } ? new TextRange(start, length) : null,
                    Exact = wire.Exact ?? "",
                    Before = wire.Before ?? "",
                    After = wire.After ?? "",
                    At = wire.At,
                    Evidence = wire.Evidence,
                }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What a button carries.</summary>
    public string Key() => JsonSerializer.Serialize(
        new Wire { Document = Document.Hex, Fact = Fact, Start = Range?.Start, Length = Range?.Length, Evidence = Evidence }, Web);

    private sealed record Wire
    {
        public string Document { get; init; } = "";
        public string? Fact { get; init; }
        public int? Start { get; init; }
        public int? Length { get; init; }
        public string? Exact { get; init; }
        public string? Before { get; init; }
        public string? After { get; init; }
        public int? At { get; init; }
        public string? Evidence { get; init; }
    }
}
