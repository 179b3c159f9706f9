using System.Text;

namespace ThesisBoard.Filings.Tests;

/// <summary>Small documents of our own writing.</summary>
internal static class Ixbrl
{
    public const string Namespaces =
        """
        xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xmlns:xbrli="http://www.xbrl.org/2003/instance"
        xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:iso4217="http://www.xbrl.org/2003/iso4217" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/2022-02-16" xmlns:m="http://example.com/mine"
        """;

    public const string Resources =
        """
        <xbrli:context id="now"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">0001725123</xbrli:identifier></xbrli:entity>
        <xbrli:period><xbrli:instant>2026-03-31</xbrli:instant></xbrli:period></xbrli:context>
        <xbrli:context id="year"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">0001725123</xbrli:identifier></xbrli:entity>
        <xbrli:period><xbrli:startDate>2025-01-01</xbrli:startDate><xbrli:endDate>2025-12-31</xbrli:endDate></xbrli:period></xbrli:context>
        <xbrli:unit id="usd"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit>
        """;

    /// <summary>A whole document with <paramref name="body"/> beside the usual contexts and unit.</summary>
    public static string Document(string body, string resources = Resources, string namespaces = Namespaces) =>
        $"""
        <?xml version="1.0" encoding="utf-8"?>
        <html {namespaces}><head><title>t</title></head><body>
        <div style="display:none"><ix:header><ix:resources>{resources}</ix:resources></ix:header></div>
        {body}
        </body></html>
        """;

    public static ReadResult Read(string document, ReadLimits? limits = null) =>
        FilingReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(document)), limits, TestContext.Current.CancellationToken);

    public static ReadResult ReadBody(string body) => Read(Document(body));

    /// <summary>A numeric element with the given attributes beside name, context and unit.</summary>
    public static string Number(string text, string attributes = "") =>
        $"""<ix:nonFraction name="m:Debt" contextRef="now" unitRef="usd" {attributes}>{text}</ix:nonFraction>""";

    /// <summary>The value of the only fact, or the reason why it was skipped.</summary>
    public static string Outcome(string body)
    {
        var result = ReadBody(body);
        return result.Facts.Count == 1 ? result.Facts[0].Value?.ToString() ?? "nil" : Assert.Single(result.Skipped).Reason;
    }
}
