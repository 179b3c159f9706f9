using System.Text.Json;
using ThesisBoard.Core.Judging;

namespace ThesisBoard.Core.Tests.Judging;

/// <summary>A board state as text, every value of it and every sentence, so that two boards can be compared to the byte.</summary>
internal static class BoardText
{
    private static readonly JsonSerializerOptions All = new() { WriteIndented = true };

    public static string Of(BoardState board) => JsonSerializer.Serialize(board, All);
}
