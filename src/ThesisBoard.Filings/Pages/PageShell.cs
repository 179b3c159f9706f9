using ThesisBoard.Filings.Html;
using ThesisBoard.Filings.Texts;

namespace ThesisBoard.Filings.Pages;

/// <summary>The document around a sanitised page, and the page of a document that has no markup of its own.</summary>
internal static class PageShell
{
    /// <summary>The policy forbids what the sanitiser has left out already: two locks.</summary>
    private const string Head = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
        <meta name="referrer" content="no-referrer"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Document</title>
        <style>
        html{background:#fff;color:#111;color-scheme:light}
        body{margin:0 auto;padding:1rem;max-width:64rem;font:1rem/1.45 Georgia,'Times New Roman',serif;overflow-wrap:break-word}
        table{max-width:100%}
        img{max-width:100%;height:auto}
        .tb-fact{border-bottom:2px solid #8a5a00;cursor:pointer}
        .tb-fact:target,.tb-fact.tb-on{background:#ffe9a8}
        .tb-page{margin:0 0 1.5rem;padding:0 0 1.5rem;border-bottom:1px solid #bbb}
        .tb-page td{padding:.1rem .75rem .1rem 0;vertical-align:top}
        .tb-item{margin-left:1.5rem}
        </style></head><body>

        """;

    public static SafePage Finish(TextBlocks blocks, SafeWriter? page)
    {
        var text = blocks.ToText();
        if (page is null)
            return new SafePage("", text, [], []);
        return new SafePage(page.ToHtml(Head, [.. blocks.Headings.Select(h => h.At)], "</body></html>\n"), text, Outline(text), page.Facts);
    }

    /// <summary>The headings; where there are pages, each under its page.</summary>
    private static List<OutlineEntry> Outline(FilingText text)
    {
        var outline = new List<OutlineEntry>();
        var (page, number) = (0, 0);
        foreach (var block in text.Blocks)
        {
            if (block.Page > page)
                outline.Add(new OutlineEntry($"tb-p-{page = block.Page}", $"Page {page}", 1, page));
            if (block.Kind == TextBlockKind.Heading)
                outline.Add(new OutlineEntry($"tb-h-{++number}", text.Of(block).ToString(), block.Level + (page > 0 ? 1 : 0), page));
        }
        return outline;
    }

    /// <summary>Writes blocks as paragraphs, items and tables; each page as a section.</summary>
    public static void WriteBlocks(TextBlocks blocks, int first, SafeWriter page)
    {
        var (number, table) = (-1, 0);
        for (var i = first; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Table != table || block.Page != number)
            {
                page.Markup(table > 0 ? "</table>" : "");
                if (block.Page != number)
                    page.Markup((number >= 0 ? "</section>" : "") + StartSection(number = block.Page));
                page.Markup((table = block.Table) > 0 ? "<table>" : "");
            }
            WriteBlock(block, blocks, page);
        }
        page.Markup((table > 0 ? "</table>" : "") + (number >= 0 ? "</section>" : ""));
    }

    private static string StartSection(int number) =>
        number > 0 ? $"\n<section class=\"tb-page\" id=\"tb-p-{number}\" data-page=\"{number}\">" : "\n<section class=\"tb-page\">";

    private static void WriteBlock(TextBlock block, TextBlocks blocks, SafeWriter page)
    {
        var (start, end) = block.Kind switch
        {
            TextBlockKind.TableRow => ("<tr><td>", "</td></tr>"),
            TextBlockKind.ListItem => ("<p class=\"tb-item\">", "</p>"),
            TextBlockKind.Heading => ("<h3>", "</h3>"),
            _ => ("<p>", "</p>"),
        };
        page.Markup("\n" + start);
        if (block.Kind == TextBlockKind.Heading)
            blocks.PlaceHeading(block, page.Length);
        var cells = blocks.Of(block).Split('\t');
        for (var i = 0; i < cells.Length; i++)
        {
            page.Markup(i > 0 ? "</td><td>" : "");
            page.Text(cells[i]);
        }
        page.Markup(end);
    }
}
