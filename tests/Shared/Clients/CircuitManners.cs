namespace ThesisBoard.Tests.Shared.Clients;

/// <summary>How a client behaves: by default as a browser does.</summary>
internal sealed record CircuitManners
{
    public static CircuitManners Browser { get; } = new();

    /// <summary>Answers what the server asks of scripts.</summary>
    public bool AnswersScripts { get; init; } = true;

    /// <summary>Offers compression, as browsers do; the server decides.</summary>
    public bool OffersCompression { get; init; } = true;

    /// <summary>The origin that the connection says it comes from; null says none, as programs do.</summary>
    public string? Origin { get; init; }

    /// <summary>How long anything may take before it counts as lost.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);
}
