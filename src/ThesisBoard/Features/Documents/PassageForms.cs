using System.Text.RegularExpressions;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses.Json;
using ThesisBoard.Data;
using ThesisBoard.Features.Filings;
using ThesisBoard.Filings;
using ThesisBoard.Filings.Passages;
using ThesisBoard.Filings.Texts;

namespace ThesisBoard.Features.Documents;

/// <summary>What a passage says of a figure. Everything here only fills a form: a person reads it before it is saved.</summary>
internal sealed record PassageFigure(string Metric, string Period, string Value, int? Decimals, string Note);

/// <summary>What the fields of a form are filled with from a passage.</summary>
internal static partial class PassageForms
{
    private const int LongestClaim = 280;

    /// <summary>The anchor of a place, made from the stored text and never from what a browser sent.</summary>
    public static Anchor Anchor(PickedPassage picked, TextRange range) => AnchorMaker.Of(
        picked.Reading.Hash, picked.Reading.Text.Text, range, picked.Place?.Filing.Accession, picked.Place?.Document.Exhibit is { Length: > 0 } exhibit ? exhibit : null);

    public static string Quote(string exact) => Spaces().Replace(exact, " ").Trim();

    /// <summary>A first wording of the claim; a long passage needs a person's own words.</summary>
    public static string Claim(string exact) => Quote(exact) is { Length: <= LongestClaim } quote ? quote : "";

    public static PassageFigure? Figure(BoardContent board, PickedPassage picked, TextRange range) => picked.Request.Fact is { } tag
        ? picked.Reading.Facts?.Facts.FirstOrDefault(f => f.Tag == tag) is { } fact ? OfFact(board, picked, fact) : null
        : OfWords(board, picked.Reading, range);

    private static PassageFigure? OfFact(BoardContent board, PickedPassage picked, Fact fact)
    {
        var metric = FactMetrics.Of(picked.Reading.Facts!.Facts, board.Thesis.Metrics).GetValueOrDefault(fact);
        return TaggedFigure.Of(fact) is { } figure
            ? new(metric?.Key ?? "", figure.Period.ToString(), QuantityText.Write(figure.Value), figure.Decimals, $"Tagged {fact.Name}")
            : null;
    }

    /// <summary>The first figure that the selection touches, read in its sentence or row, where its unit and its date may stand.</summary>
    private static PassageFigure? OfWords(BoardContent board, DocumentReading reading, TextRange range)
    {
        var (start, text) = Surroundings(reading, range);
        var month = board.Thesis.Issuer.Filer.FiscalYearEndMonth;
        var row = reading.Text.Blocks.FirstOrDefault(b => b.Kind == TextBlockKind.TableRow && b.Start <= range.Start && b.Start + b.Length >= range.End);
        var figure = (row.Length > 0 ? FigureReader.Read(reading.Text, row, month) : FigureReader.Read(text, month).Select(f => f with { Start = f.Start + start }))
            .Where(f => f.Start < range.End && f.End > range.Start)
            .OrderBy(f => f.Role is FigureRole.Level or FigureRole.To ? 0 : 1)
            .FirstOrDefault();
        if (figure is null)
            return null;
        var unit = Unit.TryParse(figure.Unit, out var read) ? read : null;
        var period = figure.Period is { End: { } end } named && !(named.Start > end) ? (named.Start is { } from ? Period.Between(from, end) : Period.At(end)).ToString() : "";
        var value = unit is null ? QuantityText.Write(figure.Value) : QuantityText.Write(new Quantity(figure.Value, unit));
        return new(unit is null ? "" : Guess(board.Thesis.Metrics, text, unit)?.Key ?? "", period, value, figure.Decimals, figure.Qualifier);
    }

    private static (int Start, string Text) Surroundings(DocumentReading reading, TextRange range)
    {
        var (start, end) = (range.Start, range.End);
        foreach (var block in reading.Text.Blocks)
        {
            if (block.Start < range.End && block.Start + block.Length > range.Start)
                (start, end) = (Math.Min(start, block.Start), Math.Max(end, block.Start + block.Length));
        }

        // A long paragraph is read from a little before the selection on.
        if (range.Start - start > FigureReader.MaxSentence / 2)
            start = range.Start - (FigureReader.MaxSentence / 2);
        return (start, reading.Text.Text[start..end]);
    }

    /// <summary>The metric in this unit whose whole title stands in the words around the figure; the longest title is the most exact.</summary>
    private static Metric? Guess(IReadOnlyList<Metric> metrics, string text, Unit unit) => metrics
        .Where(m => !m.IsDerived && m.Unit == unit && m.Title.Split([' ', '-', ','], StringSplitOptions.RemoveEmptyEntries).All(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)))
        .MaxBy(m => m.Title.Length);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
