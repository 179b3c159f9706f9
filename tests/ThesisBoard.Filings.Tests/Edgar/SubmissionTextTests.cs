using System.Text;
using ThesisBoard.Filings.Edgar;

namespace ThesisBoard.Filings.Tests.Edgar;

public sealed class SubmissionTextTests
{
    private const string Submission = """
        <SEC-DOCUMENT>0001725123-26-000012.txt : 20260526
        <SEC-HEADER>0001725123-26-000012.hdr.sgml : 20260526
        <ACCEPTANCE-DATETIME>20260526061502
        ACCESSION NUMBER:		0001725123-26-000012
        CONFORMED SUBMISSION TYPE:	6-K
        PUBLIC DOCUMENT COUNT:		3
        CONFORMED PERIOD OF REPORT:	20260331
        FILED AS OF DATE:		20260526

        FILER:

        	COMPANY DATA:
        		COMPANY CONFORMED NAME:			Cango Inc.
        		CENTRAL INDEX KEY:			0001725123
        </SEC-HEADER>
        <DOCUMENT>
        <TYPE>6-K
        <SEQUENCE>1
        <FILENAME>cang-6k.htm
        <DESCRIPTION>FORM 6-K
        <TEXT>
        <XBRL>
        <html><body>cover</body></html>
        </XBRL>
        </TEXT>
        </DOCUMENT>
        <DOCUMENT>
        <TYPE>EX-99.1
        <SEQUENCE>2
        <FILENAME>../../ex99-1.htm
        <TEXT>
        <html>Long-term debt was reduced to US$30.6 million</html>
        </TEXT>
        </DOCUMENT>
        <DOCUMENT>
        <TYPE>GRAPHIC
        <SEQUENCE>3
        <FILENAME>logo.jpg
        <TEXT>
        begin 644 logo.jpg
        #86)C
        `
        end
        </TEXT>
        </DOCUMENT>
        </SEC-DOCUMENT>
        """;

    [Fact]
    public void The_header_says_what_was_filed_when_and_by_whom()
    {
        var header = Open(Submission).Header;
        Assert.Equal(("0001725123-26-000012", "6-K", new DateOnly(2026, 5, 26), new DateOnly(2026, 3, 31)), (header.Accession, header.Form, header.Filed, header.PeriodEnd));
        Assert.Equal((new DateTime(2026, 5, 26, 6, 15, 2), 3), (header.Accepted, header.DocumentCount));
        Assert.Equal(new SubmissionParty("0001725123", "Cango Inc."), Assert.Single(header.Parties));
    }

    [Fact]
    public void Each_document_comes_with_its_own_bytes()
    {
        var documents = Open(Submission).Documents.ToList();
        Assert.Equal([(1, "6-K", "cang-6k.htm"), (2, "EX-99.1", "ex99-1.htm"), (3, "GRAPHIC", "logo.jpg")], documents.Select(d => (d.Sequence, d.Type, d.FileName)));
        Assert.Equal("FORM 6-K", documents[0].Description);
        Assert.Equal(["<html><body>cover</body></html>", "<html>Long-term debt was reduced to US$30.6 million</html>", "abc"], documents.Select(d => Encoding.UTF8.GetString(d.Content.Span)));
    }

    [Fact]
    public void A_damaged_encoding_is_named_as_skipped()
    {
        var document = Open(Submission.Replace("\nend\n", "\n", StringComparison.Ordinal)).Documents.Last();
        Assert.Equal(("its encoding is damaged", 0), (document.Skipped, document.Content.Length));
    }

    [Fact]
    public void A_submission_that_breaks_off_is_damaged()
    {
        var cut = Submission[..Submission.IndexOf("US$30.6", StringComparison.Ordinal)];
        Assert.Equal(FilingErrorKind.Malformed, Sample.Error(() => _ = Open(cut).Documents.Last()));
    }

    [Fact]
    public void Something_else_is_refused_and_so_are_too_many_documents()
    {
        Assert.Equal(FilingErrorKind.Unsupported, Sample.Error(() => Open("<html>")));
        Assert.Equal(FilingErrorKind.TooManyParts, Sample.Error(() => _ = Open(Submission, new ReadLimits { MaxParts = 2 }).Documents.Last()));
    }

    [Fact]
    public void The_older_form_of_the_header_is_read_too()
    {
        var header = Open("<SUBMISSION>\n<ACCESSION-NUMBER>0001725123-26-000012\n<TYPE>20-F\n<PERIOD>20251231\n<FILING-DATE>20260317\n<FILER>\n<CONFORMED-NAME>CANGO INC\n<CIK>0001725123\n").Header;
        Assert.Equal(("20-F", new DateOnly(2025, 12, 31), "CANGO INC"), (header.Form, header.PeriodEnd, header.Parties[0].Name));
    }

    private static SubmissionText Open(string text, ReadLimits? limits = null) => SubmissionTextReader.Open(Sample.Stream(text), limits, TestContext.Current.CancellationToken);
}
