using System.Text;
using DiffPlex;
using DiffPlex.Chunkers;

namespace ThesisBoard.Features.Editing;

/// <summary>Whether a piece of text stayed, went or came.</summary>
public enum PieceKind
{
    Same,
    Gone,
    New,
}

/// <summary>A run of words with one fate.</summary>
public sealed record Piece(PieceKind Kind, string Text);

/// <summary>Two texts word by word.</summary>
public static class TextDiff
{
    public static IReadOnlyList<Piece> Of(string before, string after)
    {
        var diff = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, new WordChunker());
        var pieces = new List<Piece>();
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(pieces, PieceKind.Same, diff.PiecesNew, at, block.InsertStartB - at);
            Add(pieces, PieceKind.Gone, diff.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            Add(pieces, PieceKind.New, diff.PiecesNew, block.InsertStartB, block.InsertCountB);
            at = block.InsertStartB + block.InsertCountB;
        }

        Add(pieces, PieceKind.Same, diff.PiecesNew, at, diff.PiecesNew.Count - at);
        return pieces;
    }

    private static void Add(List<Piece> pieces, PieceKind kind, IReadOnlyList<string> words, int from, int count)
    {
        var text = new StringBuilder();
        for (var i = from; i < from + count; i++)
            text.Append(words[i]);
        if (text.Length > 0)
            pieces.Add(new(kind, text.ToString()));
    }
}
