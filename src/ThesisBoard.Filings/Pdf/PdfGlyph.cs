namespace ThesisBoard.Filings.Pdf;

/// <summary>One character as drawn, in points from the lower left of the page; the baseline runs from <see cref="Left"/> to <see cref="Right"/>.</summary>
internal readonly record struct PdfGlyph(string Text, double Left, double Right, double Baseline, double Size, bool IsBold, bool IsUpright);

/// <summary>The characters of one page in the order in which they are drawn.</summary>
internal sealed record PdfGlyphs(IReadOnlyList<PdfGlyph> All);
