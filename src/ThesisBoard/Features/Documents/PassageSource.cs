using ThesisBoard.Core.Evidence;
using ThesisBoard.Data;
using ThesisBoard.Features.Filings;

namespace ThesisBoard.Features.Documents;

/// <summary>The source that a passage stands in: the one on file, or the one that the filing makes.</summary>
internal static class PassageSource
{
    public static Source? OnFile(BoardContent board, PickedPassage picked)
    {
        var sources = board.Record.Sources;
        if (picked.Place is not { Filing: var filing, Document: var document })
            return sources.FirstOrDefault(s => s.Document == picked.Reading.Hash) ?? Anchoring(board, a => a.Document == picked.Reading.Hash);
        return FilingSource.OnFile(sources, Made(board, picked)!)
            ?? Anchoring(board, a => a.Document == document.Hash || (filing.Accession is not null && document.Exhibit.Length > 0 && a.Accession == filing.Accession && a.Exhibit == document.Exhibit));
    }

    /// <summary>The source as the filing says it; null where there is no filing, and a person has to say.</summary>
    public static Source? Made(BoardContent board, PickedPassage picked) => picked.Place is { Filing: var filing, Document: var document }
        ? FilingSource.Of(board.Thesis, filing, document, FilingReport.Of(board.Thesis, filing, picked.Reading.Facts?.Facts.Select(f => f.Period) ?? []))
        : null;

    /// <summary>The source of evidence that is anchored in the same exhibit.</summary>
    private static Source? Anchoring(BoardContent board, Func<Anchor, bool> isThis) =>
        board.Record.Evidence.FirstOrDefault(e => e.Anchor is { } anchor && isThis(anchor)) is { } item ? board.Record.Sources.FirstOrDefault(s => s.Key == item.Source) : null;
}
