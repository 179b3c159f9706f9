using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using ThesisBoard.Features.Starts;
using ThesisBoard.Tests.Features.StoredDocuments;
using Xunit;

namespace ThesisBoard.Tests.Features.Starts;

/// <summary>What a person does on the way to a board, as a browser without scripts sends it.</summary>
internal static partial class StartSteps
{
    /// <summary>Enough for a board, with two things that break it.</summary>
    public static readonly IReadOnlyDictionary<string, string> Sound = new Dictionary<string, string>
    {
        ["name"] = "Solid Works Inc.", ["ticker"] = "sldw", ["cik"] = "1234567", ["claim"] = "Solid Works pays its debt down", ["debt-break"] = "40M", ["debt-warn"] = "35M",
        ["loss-break"] = "0", ["line"] = "1", ["by"] = "2199-12-31", ["then"] = "the debt wins", ["watch"] = "on", ["leg"] = "debt",
    };

    public static readonly string[] Breaks = ["debt", "loss"];

    /// <summary>A quarterly report with a tagged cover, as a company files it.</summary>
    public static byte[] Report(string cik = "0001234567", string name = "Solid Works Inc.") => Encoding.UTF8.GetBytes($$"""
        <?xml version="1.0" encoding="UTF-8"?>
        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:xbrldi="http://xbrl.org/2006/xbrldi"
              xmlns:dei="http://xbrl.sec.gov/dei/2025" xmlns:us-gaap="http://fasb.org/us-gaap/2025" xmlns:iso4217="http://www.xbrl.org/2003/iso4217"><head><title>10-Q</title></head><body>
        <div style="display:none"><ix:header><ix:resources>
          <xbrli:context id="y"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">{{cik}}</xbrli:identifier></xbrli:entity><xbrli:period><xbrli:startDate>2026-07-01</xbrli:startDate><xbrli:endDate>2026-09-30</xbrli:endDate></xbrli:period></xbrli:context>
          <xbrli:context id="a"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">{{cik}}</xbrli:identifier><xbrli:segment><xbrldi:explicitMember dimension="us-gaap:StatementClassOfStockAxis">us-gaap:CommonClassAMember</xbrldi:explicitMember></xbrli:segment></xbrli:entity><xbrli:period><xbrli:startDate>2026-07-01</xbrli:startDate><xbrli:endDate>2026-09-30</xbrli:endDate></xbrli:period></xbrli:context>
          <xbrli:context id="i"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">{{cik}}</xbrli:identifier></xbrli:entity><xbrli:period><xbrli:instant>2026-09-30</xbrli:instant></xbrli:period></xbrli:context>
          <xbrli:unit id="usd"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit><xbrli:unit id="sh"><xbrli:measure>xbrli:shares</xbrli:measure></xbrli:unit>
        </ix:resources></ix:header></div>
        <p>Form <ix:nonNumeric name="dei:DocumentType" contextRef="y">10-Q</ix:nonNumeric> of <ix:nonNumeric name="dei:EntityRegistrantName" contextRef="y">{{name}}</ix:nonNumeric>,
           CIK <ix:nonNumeric name="dei:EntityCentralIndexKey" contextRef="y">{{cik}}</ix:nonNumeric>, <ix:nonNumeric name="dei:TradingSymbol" contextRef="a">SLDW</ix:nonNumeric>
           on <ix:nonNumeric name="dei:SecurityExchangeName" contextRef="a">NASDAQ</ix:nonNumeric>, year to <ix:nonNumeric name="dei:CurrentFiscalYearEndDate" contextRef="y">--06-30</ix:nonNumeric>,
           <ix:nonNumeric name="dei:EntityFilerCategory" contextRef="y">Accelerated Filer</ix:nonNumeric></p>
        <p>Long-term debt <ix:nonFraction name="us-gaap:LongTermDebtNoncurrent" contextRef="i" unitRef="usd" decimals="-5" scale="6">31.0</ix:nonFraction>,
           net income <ix:nonFraction name="us-gaap:NetIncomeLoss" contextRef="y" unitRef="usd" decimals="-5" scale="6" sign="-">2.5</ix:nonFraction>,
           shares <ix:nonFraction name="dei:EntityCommonStockSharesOutstanding" contextRef="i" unitRef="sh" decimals="0">12000000</ix:nonFraction></p>
        </body></html>
        """.TrimStart());

    /// <summary>The address of a step with what was typed.</summary>
    public static string At(int step, IReadOnlyDictionary<string, string> typed, params string[] breaks) =>
        StartUrls.At(step, typed.Concat(breaks.Select(b => KeyValuePair.Create("b", b))));

    public static Task<HttpResponseMessage> Make(HttpClient client, string token, IReadOnlyDictionary<string, string> typed, params string[] breaks) => client.PostAsync(
        StartUrls.Start,
        new FormUrlEncodedContent([.. typed, .. breaks.Select(b => KeyValuePair.Create("b", b)), new("_handler", "start"), new("__RequestVerificationToken", token)]));

    public static async Task<HttpResponseMessage> Drop(HttpClient client, string name, byte[] bytes, IReadOnlyDictionary<string, string>? typed = null)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await DocumentHouse.Token(client, StartUrls.Start)), "__RequestVerificationToken" },
            { new ByteArrayContent(bytes), "file", name },
        };
        return await client.PostAsync(StartUrls.FileWith(typed ?? new Dictionary<string, string>()), form);
    }

    /// <summary>What a page's address holds.</summary>
    public static IReadOnlyDictionary<string, string> Typed(HttpResponseMessage answer) =>
        QueryHelpers.ParseQuery(answer.RequestMessage!.RequestUri!.Query).ToDictionary(q => q.Key, q => q.Value.ToString());

    /// <summary>The value of a field as the page shows it.</summary>
    public static string Field(string page, string name) =>
        WebUtility.HtmlDecode(Regex.Match(Regex.Match(page, $"<input[^>]* name=\"{Regex.Escape(name)}\"[^>]*>").Value, " value=\"([^\"]*)\"").Groups[1].Value);

    public static int StepOf(string page)
    {
        var found = Title().Match(page);
        Assert.True(found.Success, "This is no step.");
        return found.Groups[1].Value[0] - '0';
    }

    [GeneratedRegex("<title>Step ([1-4]) of 4")]
    private static partial Regex Title();
}
