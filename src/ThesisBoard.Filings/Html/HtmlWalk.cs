using ThesisBoard.Filings.Texts;
using ThesisBoard.Filings.Xbrl;

namespace ThesisBoard.Filings.Html;

/// <summary>
/// One pass over a page: what a reader sees goes to the text and, where one is wanted, to the sanitised page, so that both
/// always hold the same characters in the same order. Hidden parts and the header of inline XBRL go to neither.
/// </summary>
internal sealed class HtmlWalk(HtmlScanner scanner, ReadLimits limits, TextAssembler text, SafeWriter? page, FactCounter facts)
{
    private readonly OpenElements open = new(limits);
    private readonly HashSet<string> inlinePrefixes = new(StringComparer.Ordinal);
    private int hidden;

    public void Run()
    {
        while (true)
        {
            switch (scanner.Read())
            {
                case HtmlToken.Text when hidden == 0:
                    text.Append(scanner.Text, open.Top.IsBold, open.Top.IsPreformatted);
                    page?.Text(scanner.Text);
                    break;
                case HtmlToken.StartTag:
                    Start(scanner.Tag);
                    break;
                case HtmlToken.EndTag:
                    End(scanner.Tag.Name);
                    break;
                case HtmlToken.Finished:
                    CloseDownTo(0);
                    text.Break();
                    return;
            }
        }
    }

    private void Start(HtmlTag tag)
    {
        DeclarePrefixes(tag);
        var inline = InlineName(tag.Name);
        CloseDownTo(open.ImpliedEnd(tag.Name, scanner.IsXml));
        var isFact = inline is "nonfraction" or "nonnumeric" or "fraction";
        var fact = isFact ? facts.Next(tag["id"]) : null;
        var style = tag["style"];
        var isHidden = inline is "header" or "hidden" || HtmlText.IsUnshown(tag.Name) || tag["hidden"] is not null || HtmlStyle.IsHidden(style);
        var isEmpty = (scanner.IsXml && tag.IsSelfClosing) || HtmlText.IsVoid(tag.Name);
        string? written = null;
        if (hidden == 0 && !isHidden)
        {
            Open(tag.Name);
            written = fact is not null ? page?.StartFact(fact) : inline is null ? page?.Start(tag) : null;
        }
        if (isEmpty)
            Closed(new OpenElement(tag.Name, false, false, false, written), isShown: hidden == 0 && !isHidden);
        else
            Push(tag.Name, isHidden, style, written);
    }

    private void Push(string name, bool isHidden, string? style, string? written)
    {
        var top = open.Top;
        var isBold = HtmlStyle.IsBold(style) ?? (top.IsBold || name is "b" or "strong" or "th" || HtmlText.HeadingLevel(name) > 0);
        open.Push(new OpenElement(name, isHidden, isBold, top.IsPreformatted || name is "pre", written));
        hidden += isHidden ? 1 : 0;
    }

    private void End(string name)
    {
        var index = open.Find(name);
        if (index >= 0 && HtmlText.IsFormatting(name))
            Close(index);
        else if (index >= 0)
            CloseDownTo(index);
        else if (name is "p" or "br" && hidden == 0)
            text.Break();
    }

    private void CloseDownTo(int count)
    {
        while (open.Count > count)
            Close(open.Count - 1);
    }

    private void Close(int index)
    {
        var isShown = hidden == 0;
        var element = open.RemoveAt(index);
        hidden -= element.IsHidden ? 1 : 0;
        Closed(element, isShown);
    }

    /// <summary>Tells the text that an element begins.</summary>
    private void Open(string name)
    {
        switch (name)
        {
            case "br":
                text.LineBreak();
                break;
            case "table":
                text.BeginTable();
                break;
            case "tr":
                text.EndRow();
                break;
            case "td" or "th":
                text.BeginCell();
                break;
            case "li":
                text.BeginItem();
                break;
            default:
                if (HtmlText.IsBlock(name))
                    text.Break();
                if (HtmlText.HeadingLevel(name) is var level and > 0)
                    text.Heading = level;
                break;
        }
    }

    private void Closed(OpenElement element, bool isShown)
    {
        if (element.Written is not null)
            page?.End(element.Written);
        if (!isShown)
            return;
        switch (element.Name)
        {
            case "table":
                text.EndTable();
                break;
            case "tr":
                text.EndRow();
                break;
            case "td" or "th":
                text.Break();
                break;
            default:
                if (HtmlText.IsBlock(element.Name))
                    text.Break();
                if (HtmlText.HeadingLevel(element.Name) > 0)
                    text.Heading = 0;
                break;
        }
    }

    private void DeclarePrefixes(HtmlTag tag)
    {
        foreach (var (name, value) in tag.Attributes)
        {
            if (name.StartsWith("xmlns:", StringComparison.Ordinal) && value.Trim() is Namespaces.Inline11 or Namespaces.Inline10)
                inlinePrefixes.Add(name[6..]);
        }
    }

    /// <summary>The local name of an element of inline XBRL, in lower case; <see langword="null"/> for all others.</summary>
    private string? InlineName(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && inlinePrefixes.Contains(name[..colon]) ? name[(colon + 1)..] : null;
    }
}
