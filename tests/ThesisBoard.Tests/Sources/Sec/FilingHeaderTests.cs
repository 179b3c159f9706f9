using ThesisBoard.Sources.Sec;
using Xunit;

namespace ThesisBoard.Tests.Sources.Sec;

/// <summary>EDGAR's page about a filing, in the shape that recordings of it have.</summary>
public sealed class FilingHeaderTests
{
    /// <summary>Tags inside a comment; the documents are named in the escaped text only, each followed by links that are no fields.</summary>
    private const string Page = """
        <HTML><HEAD><TITLE>SEC EDGAR Submission 0000019617-25-000270</TITLE>
        <!--
        <SEC-HEADER>0000019617-25-000270.hdr.sgml : 20250214
        <ACCEPTANCE-DATETIME>20250214161707
        <ACCESSION-NUMBER>0000019617-25-000270
        <TYPE>10-K
        <PERIOD>20241231
        <ITEMS>2.02
        <ITEMS>9.01
        <FILING-DATE>20250214
        <FILER>
        <COMPANY-DATA>
        <CONFORMED-NAME>JPMORGAN CHASE & CO
        <CIK>0000019617
        </COMPANY-DATA>
        </FILER>
        </SEC-HEADER>
        -->
        </HEAD><BODY>
        <PRE>&lt;SEC-DOCUMENT&gt;0000019617-25-000270-index.html : 20250214
        &lt;SEC-HEADER&gt;0000019617-25-000270.hdr.sgml : 20250214
        CONFORMED SUBMISSION TYPE:	10-K
        CONFORMED PERIOD OF REPORT:	20241231
        FILED AS OF DATE:		20250214
        FILER:
        	COMPANY DATA:	
        		COMPANY CONFORMED NAME:			JPMORGAN CHASE &amp; CO
        		CENTRAL INDEX KEY:			0000019617
        	FORMER COMPANY:	
        		FORMER CONFORMED NAME:	J P MORGAN CHASE &amp; CO
        &lt;/SEC-HEADER&gt;
        &lt;DOCUMENT&gt;
        &lt;TYPE&gt;10-K
        &lt;SEQUENCE&gt;1
        &lt;FILENAME&gt;jpm-20241231.htm
        &lt;DESCRIPTION&gt;10-K
        &lt;TEXT&gt;
        <a href="jpm-20241231.htm">Document 1 - file: jpm-20241231.htm</a><br>
        &lt;/DOCUMENT&gt;
        &lt;DOCUMENT&gt;
        &lt;TYPE&gt;EX-4.6
        &lt;SEQUENCE&gt;2
        &lt;FILENAME&gt;corp10k2024exhibit46.htm
        &lt;TEXT&gt;
        <a href="corp10k2024exhibit46.htm">Document 2 - file: corp10k2024exhibit46.htm</a><br>
        &lt;/DOCUMENT&gt;
        &lt;/SEC-DOCUMENT&gt;</PRE></BODY></HTML>
        """;

    [Fact]
    public void The_page_says_form_days_filer_and_documents_once_each()
    {
        var header = FilingHeaderReader.Read(Page)!;
        Assert.Equal(("10-K", new DateOnly(2025, 2, 14), new DateOnly(2024, 12, 31), "JPMORGAN CHASE & CO"), (header.Form, header.Filed, header.PeriodEnd, header.CompanyName));
        Assert.Equal([19617], header.Ciks);
        Assert.Equal("2.02,9.01", header.Items);
        Assert.Equal([new("10-K", "jpm-20241231.htm", "10-K"), new("EX-4.6", "corp10k2024exhibit46.htm", "")], header.Documents);
    }

    [Fact]
    public void The_tags_alone_are_enough_and_a_later_documents_type_is_not_the_forms()
    {
        var header = FilingHeaderReader.Read(Page[..Page.IndexOf("CONFORMED SUBMISSION", StringComparison.Ordinal)] + Page[Page.IndexOf("&lt;DOCUMENT", StringComparison.Ordinal)..])!;
        Assert.Equal(("10-K", new DateOnly(2025, 2, 14), new DateOnly(2024, 12, 31), 2), (header.Form, header.Filed, header.PeriodEnd, header.Documents.Count));
        Assert.Equal([19617], header.Ciks);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>SEC.gov | Page not found</body></html>")]
    public void Another_page_is_no_header(string page) => Assert.Null(FilingHeaderReader.Read(page));
}
