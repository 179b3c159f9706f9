using System.Text;

namespace ThesisBoard.Filings.Pdf;

/// <summary>A stretch of characters on one baseline, without a wide gap in it.</summary>
internal sealed class PdfRun(PdfGlyph first)
{
    // Shares of the type size: what sets words apart, what sets columns apart, and how far one line may waver.
    private const double WordGap = 0.13;
    private const double ColumnGap = 1.4;
    private const double Waver = 0.35;

    private readonly PdfGlyph begin = first;
    private readonly StringBuilder text = new(first.Text);
    private PdfGlyph last = first;
    private bool isSpacePending;

    public string Text => text.ToString();
    public int Length => text.Length;
    public double Left => begin.Left;
    public double Right { get; private set; } = first.Right;
    public double Baseline => begin.Baseline;
    public double Size => begin.Size;
    public bool IsBold { get; private set; } = first.IsBold;
    public bool IsUpright => begin.IsUpright;

    /// <summary>Takes the next character in if it goes on here.</summary>
    public bool TryAdd(in PdfGlyph glyph)
    {
        if (string.IsNullOrWhiteSpace(glyph.Text))
        {
            isSpacePending = true;
            return true;
        }
        var size = Math.Max(Size, glyph.Size);
        var gap = glyph.Left - last.Right;
        if (glyph.IsUpright != IsUpright || (IsUpright && (!IsOn(glyph.Baseline, size) || gap > ColumnGap * size || gap < -size)))
            return false;
        // Bold type is sometimes made by drawing a character twice.
        if (glyph.Text == last.Text && Math.Abs(glyph.Left - last.Left) < WordGap * size)
            return true;
        if (isSpacePending || gap > WordGap * size)
            text.Append(' ');
        text.Append(glyph.Text);
        IsBold &= glyph.IsBold;
        isSpacePending = false;
        last = glyph;
        Right = Math.Max(Right, glyph.Right);
        return true;
    }

    public bool IsOn(double baseline, double size) => Math.Abs(baseline - Baseline) <= Waver * size;
}

/// <summary>The runs of one line, from left to right: one of prose, several of a table.</summary>
internal sealed class PdfLine(PdfRun first)
{
    public List<PdfRun> Runs { get; } = [first];

    public double Left => Runs[0].Left;
    public double Right => Runs[^1].Right;
    public double Baseline => Runs[0].Baseline;
    public double Size => Runs[0].Size;
    public bool IsBold => Runs.TrueForAll(r => r.IsBold);

    /// <summary>Takes a run in that stands beside the others; one drawn over them a second time is dropped.</summary>
    public bool TryAdd(PdfRun run)
    {
        if (!run.IsUpright || !Runs[0].IsUpright || !Runs[0].IsOn(run.Baseline, Math.Max(Size, run.Size)))
            return false;
        var at = Runs.FindIndex(r => r.Left > run.Left);
        var index = at < 0 ? Runs.Count : at;
        if (index > 0 && Runs[index - 1].Right > run.Left + run.Size / 2)
            return Runs[index - 1].Text == run.Text && Math.Abs(Runs[index - 1].Left - run.Left) < run.Size / 4;
        if (index < Runs.Count && run.Right > Runs[index].Left + run.Size / 2)
            return false;
        Runs.Insert(index, run);
        return true;
    }
}
