using System.Text.Json;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Tests.Judging;

/// <summary>A board state as text, every value of it, so that two boards can be compared to the byte.</summary>
internal static class BoardText
{
    public static string Of(BoardState board) => JsonSerializer.Serialize(board, ThesisJson.Options);
}
