using System.Xml;

namespace ThesisBoard.Filings.Xbrl;

/// <summary>
/// Reads one document of an inline XBRL report (Inline XBRL 1.1 and 1.0) in a single forward pass. Only what is inside
/// open facts is kept; tuples, relationships and footnotes are passed through, the facts inside them are not lost.
/// </summary>
internal sealed class InlineReader(XbrlCursor cursor, Report report) : IDisposable
{
    private readonly TextCapture capture = new(report.Limits);
    private readonly Stack<Frame> frames = new();
    private int escaped;
    private int hidden;

    private enum FrameKind
    {
        Fact,
        Fraction,
        Continuation,
        Exclude,
        Hidden,
    }

    /// <summary>Whether any element of inline XBRL was met.</summary>
    public bool IsInline { get; private set; }

    /// <summary>From the root's start tag to its end tag.</summary>
    public void Read()
    {
        do
        {
            switch (cursor.Xml.NodeType)
            {
                case XmlNodeType.Element:
                    Start();
                    break;
                case XmlNodeType.EndElement:
                    if (escaped > 0)
                        capture.AppendBreak(cursor);
                    if (frames.TryPeek(out var frame) && frame.Depth == cursor.Xml.Depth)
                        End(frames.Pop());
                    if (cursor.Xml.Depth == 0)
                        return;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    if (capture.IsActive)
                        capture.Append(cursor);
                    break;
            }
        }
        while (cursor.Read());
    }

    public void Dispose() => capture.Dispose();

    private void Start()
    {
        var space = cursor.Xml.NamespaceURI;
        if ((object)space == cursor.Inline11 || (object)space == cursor.Inline10)
            StartInline(cursor.Xml.LocalName);
        else if ((object)space == cursor.Instance)
            StartInstance(cursor.Xml.LocalName);
        else if (escaped > 0 && cursor.Xml.IsEmptyElement)
            capture.AppendBreak(cursor);
    }

    private void StartInstance(string name)
    {
        var id = cursor.Attribute("id");
        if (name == "context")
            report.Add(id, new ContextReader(cursor).Read(), cursor.Place);
        else if (name == "unit")
            report.Add(id, UnitReader.Read(cursor), cursor.Place);
    }

    private void StartInline(string name)
    {
        IsInline = true;
        switch (name)
        {
            case "nonFraction":
                Open(FrameKind.Fact, report.Add(FactReader.Inline(cursor, isNumeric: true, hidden > 0)));
                break;
            case "nonNumeric":
                Open(FrameKind.Fact, report.Add(FactReader.Inline(cursor, isNumeric: false, hidden > 0)));
                break;
            case "fraction":
                Open(FrameKind.Fraction, report.Add(FactReader.Inline(cursor, isNumeric: true, hidden > 0)));
                break;
            case "continuation":
                Open(FrameKind.Continuation, FactReader.Inline(cursor, isNumeric: false, hidden > 0));
                break;
            case "exclude" when !cursor.Xml.IsEmptyElement:
                capture.BeginExclusion();
                frames.Push(new Frame(FrameKind.Exclude, cursor.Xml.Depth, 0, null));
                break;
            case "hidden" when !cursor.Xml.IsEmptyElement:
                hidden++;
                frames.Push(new Frame(FrameKind.Hidden, cursor.Xml.Depth, 0, null));
                break;
        }
    }

    private void Open(FrameKind kind, PendingFact fact)
    {
        fact.IsEscaped |= kind == FrameKind.Continuation;
        if (fact.IsEscaped)
            escaped++;
        var frame = new Frame(kind, cursor.Xml.Depth, capture.Begin(), fact);
        if (cursor.Xml.IsEmptyElement)
            End(frame);
        else
            frames.Push(frame);
    }

    private void End(Frame frame)
    {
        if (frame.Fact is { IsEscaped: true })
            escaped--;
        switch (frame.Kind)
        {
            case FrameKind.Exclude:
                capture.EndExclusion();
                break;
            case FrameKind.Hidden:
                hidden--;
                break;
            case FrameKind.Continuation:
                report.Add(frame.Fact!.Id, new Continuation(capture.End(frame.Start), frame.Fact.ContinuedAt), cursor.Place);
                break;
            default:
                frame.Fact!.Text = capture.End(frame.Start);
                report.TakeText(frame.Fact.Text.Length, cursor.Place);
                if (frame.Kind == FrameKind.Fraction && !frame.Fact.IsNil)
                    frame.Fact.Problem = FactReader.FractionProblem;
                break;
        }
    }

    private readonly record struct Frame(FrameKind Kind, int Depth, int Start, PendingFact? Fact);
}
