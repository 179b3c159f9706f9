using ThesisBoard.Filings.Edgar;

namespace ThesisBoard.Filings.Tests.Edgar;

public sealed class IndexAndFeedTests
{
    private const string Feed = """
        <?xml version="1.0" encoding="ISO-8859-1" ?>
        <feed xmlns="http://www.w3.org/2005/Atom"><author><name>Webmaster</name></author>
        <company-info><cik>0001725123</cik><conformed-name>Cango Inc.</conformed-name></company-info>
        <entry><category label="form type" term="6-K"/><content type="text/xml"><accession-number>0001725123-26-000012</accession-number><filing-date>2026-05-26</filing-date>
        <filing-href>https://www.sec.gov/Archives/edgar/data/1725123/000172512326000012/0001725123-26-000012-index.htm</filing-href><filing-type>6-K</filing-type></content>
        <id>urn:tag:sec.gov,2008:accession-number=0001725123-26-000012</id><link href="https://www.sec.gov/x" rel="alternate"/><title>6-K  - Report</title><updated>2026-05-26T06:15:02-04:00</updated></entry>
        <entry><title>20-F - Cango Inc. (0001725123) (Filer)</title><link rel="alternate" href="https://www.sec.gov/y"/>
        <summary type="html">&lt;b&gt;Filed:&lt;/b&gt; 2026-03-17 &lt;b&gt;AccNo:&lt;/b&gt; x</summary><updated>2026-03-17T17:00:00-04:00</updated><category term="20-F"/><id>urn:tag:sec.gov,2008:accession-number=0001725123-26-000007</id></entry>
        </feed>
        """;

    [Fact]
    public void A_feed_gives_the_filings_of_both_its_forms()
    {
        var feed = ReadFeed(Feed);
        Assert.Equal(("0001725123", "Cango Inc."), (feed.Cik, feed.CompanyName));
        Assert.Equal(
            [
                new AtomFiling("0001725123-26-000012", "6-K", new DateOnly(2026, 5, 26), new DateTime(2026, 5, 26, 10, 15, 2, DateTimeKind.Utc), "6-K - Report",
                    "https://www.sec.gov/Archives/edgar/data/1725123/000172512326000012/0001725123-26-000012-index.htm"),
                new AtomFiling("0001725123-26-000007", "20-F", new DateOnly(2026, 3, 17), new DateTime(2026, 3, 17, 21, 0, 0, DateTimeKind.Utc), "20-F - Cango Inc. (0001725123) (Filer)", "https://www.sec.gov/y"),
            ],
            feed.Filings);
    }

    [Fact]
    public void A_feed_with_a_dtd_of_too_great_depth_or_of_another_kind_is_refused()
    {
        Assert.Equal(FilingErrorKind.Malformed, Sample.Error(() => ReadFeed("<?xml version=\"1.0\"?><!DOCTYPE feed [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><feed xmlns=\"http://www.w3.org/2005/Atom\">&a;</feed>")));
        Assert.Equal(FilingErrorKind.TooDeep, Sample.Error(() => ReadFeed("<feed xmlns=\"http://www.w3.org/2005/Atom\">" + string.Concat(Enumerable.Repeat("<a>", 10_000)))));
        Assert.Equal(FilingErrorKind.Unsupported, Sample.Error(() => ReadFeed("<rss version=\"2.0\"/>")));
        Assert.Equal(FilingErrorKind.Unsupported, Sample.Error(() => ReadFeed("<html><p>down for maintenance")));
        Assert.Equal(FilingErrorKind.TooManyItems, Sample.Error(() => AtomFeedReader.Read(Sample.Stream(Feed), new ReadLimits { MaxParts = 1 }, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void A_folder_lists_its_files()
    {
        var index = ReadIndex("""{"directory":{"item":[{"last-modified":"2026-05-26 06:15:02","name":"cang-6k.htm","type":"text.gif","size":"21453"},{"name":"logo.jpg","size":""}],"name":"/Archives/edgar/data/1725123/000172512326000012","parent-dir":"/x"}}""");
        Assert.Equal(("0001725123", "0001725123-26-000012"), (index.Cik, index.Accession));
        Assert.Equal([new FilingIndexItem("cang-6k.htm", 21453), new FilingIndexItem("logo.jpg", null)], index.Items);
    }

    [Theory]
    [InlineData("""{"directory":{"item":[{"name":"../../x"}],"name":"/a"}}""", FilingErrorKind.Malformed)]
    [InlineData("""{"filings":{}}""", FilingErrorKind.NotFacts)]
    [InlineData("""{"directory":{"item":[""", FilingErrorKind.Malformed)]
    [InlineData("<html><p>down", FilingErrorKind.HtmlInPlaceOfJson)]
    public void Something_else_is_no_folder(string body, FilingErrorKind kind) => Assert.Equal(kind, Sample.Error(() => ReadIndex(body)));

    private static AtomFeed ReadFeed(string text) => AtomFeedReader.Read(Sample.Stream(text), cancellation: TestContext.Current.CancellationToken);

    private static FilingIndex ReadIndex(string text) => FilingIndexReader.Read(Sample.Stream(text), cancellation: TestContext.Current.CancellationToken);
}
