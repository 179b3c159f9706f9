using System.Globalization;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Boards;

/// <summary>How many boards a start judges before anybody asks.</summary>
public sealed record ReadAheadSettings(int Boards)
{
    private const string Key = "Boards:ReadAhead";

    /// <summary>Reads <c>Boards__ReadAhead</c>.</summary>
    /// <exception cref="RefusedToStartException">It is no number of boards.</exception>
    public static ReadAheadSettings Read(IConfiguration configuration) => configuration[Key] switch
    {
        null or "" => new(3),
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var boards) => new(boards),
        var text => throw new RefusedToStartException($"Boards__ReadAhead is '{text}', which is no number of boards. Write one such as 3, or 0 to judge none before somebody asks."),
    };
}
