using ThesisBoard.Filings.Edgar;

namespace ThesisBoard.Filings.Tests.Corpus;

public sealed class EdgarCorpusTests
{
    [Fact]
    public void Apple_keeps_restated_values_apart()
    {
        var facts = Facts("CIK0000320193_AAPL_2025-03.json");
        Assert.Equal("0000320193", facts.Cik);
        Assert.Equal(411, facts.Histories.Count(h => h.DistinctBy(f => f.Value).Count() > 1));

        var debt = facts.AsOf(new DateOnly(2024, 11, 1)).Values.Single(f =>
            f.Key.Concept == "us-gaap:LongTermDebt" && f.Key.Period.ToString() == "2024-09-28");
        Assert.Equal(("96662000000", "0000320193-24-000123", new DateOnly(2024, 11, 1)), (debt.Value.ToString(), debt.Accession, debt.Filed));

        Assert.Equal("4834000000", NetIncome(new DateOnly(2009, 10, 27)));
        Assert.Equal("6119000000", NetIncome(new DateOnly(2010, 1, 25)));

        string NetIncome(DateOnly asOf) => facts.AsOf(asOf).Values
            .Single(f => f.Key.Concept == "us-gaap:NetIncomeLoss" && f.Key.Period.ToString() == "2007-09-30/2008-09-27").Value.ToString()!;
    }

    [Fact]
    public void An_ifrs_filer_reads_with_its_currencies()
    {
        var facts = Facts("CIK0001997711_LPA_ifrs.json");
        Assert.Equal("0001997711", facts.Cik);
        Assert.Empty(facts.Skipped);
        Assert.Superset(new HashSet<string> { "USD", "COP", "CRC", "PEN" }, facts.Facts.Select(f => f.Key.Unit.ToString()).ToHashSet());
        Assert.Contains(facts.Facts, f => f.Key.ToString().Contains("ifrs-full:Borrowings,", StringComparison.Ordinal)
            && f.Key.Period.ToString() == "2024-12-31" && f.Value.ToString() == "267216692");
    }

    /// <summary>The SEC writes each concept's standard label beside its history.</summary>
    [Fact]
    public void Labels_are_the_taxonomys_own()
    {
        using var content = CorpusFolder.Open("companyfacts", "CIK0000320193_AAPL_2025-03.json");
        using var json = System.Text.Json.JsonDocument.Parse(content);
        var known = 0;
        foreach (var concept in json.RootElement.GetProperty("facts").GetProperty("us-gaap").EnumerateObject())
        {
            if (StandardLabels.Of($"us-gaap:{concept.Name}", "") is not { } label)
                continue;
            Assert.Equal(concept.Value.GetProperty("label").GetString(), label, ignoreCase: true);
            known++;
        }

        Assert.InRange(known, 25, 50);
        Assert.Equal("Borrowings", StandardLabels.Of("x:Borrowings", "https://xbrl.ifrs.org/taxonomy/2024-03-27/ifrs-full"));
        Assert.Null(StandardLabels.Of("aapl:LongTermDebt", "http://www.apple.com/20250329"));
    }

    [Fact]
    public void Two_pages_are_one_list_newest_first()
    {
        using var main = Open("CIK0000749647_Imunon.json");
        using var page = Open("CIK0000749647-submissions-001.json");
        var list = SubmissionsReader.Read(main, [page], cancellation: TestContext.Current.CancellationToken);
        Assert.True(list.Filings.Count > list.Pages.Single().FilingCount);
        Assert.Equal(list.Filings.OrderByDescending(f => f.Filed).Select(f => f.Filed), list.Filings.Select(f => f.Filed));
        Assert.Equal(list.Filings.Count, list.Filings.Select(f => f.Accession).Distinct().Count());
        Assert.Contains(list.Filings, f => f.Filed.Year == 1996);
    }

    [Theory]
    [InlineData("CIK0001814722_TR-Finance.json", 27)]
    [InlineData("CIK0000350001_no-filings.json", 0)]
    public void Small_and_empty_filers_read(string file, int filings)
    {
        using var main = Open(file);
        Assert.Equal(filings, SubmissionsReader.Read(main, cancellation: TestContext.Current.CancellationToken).Filings.Count);
    }

    [Theory]
    [InlineData("HTTP404_CIK-000000001.xml", FilingErrorKind.UnknownCik)]
    [InlineData("rate-exceeded.html", FilingErrorKind.TooManyRequests)]
    [InlineData("SEC.AutomatedTool.html", FilingErrorKind.MissingUserAgent)]
    public void The_secs_error_bodies_are_told_apart(string file, FilingErrorKind kind)
    {
        using var body = Open(file);
        using var again = Open(file);
        Assert.Equal(kind, Assert.Throws<FilingException>(() => SubmissionsReader.Read(body, cancellation: TestContext.Current.CancellationToken)).Kind);
        Assert.Equal(kind, Assert.Throws<FilingException>(() => FilingReader.Read(again, cancellation: TestContext.Current.CancellationToken)).Kind);
    }

    private static FileStream Open(string name) => CorpusFolder.Open("submissions", name);

    private static CompanyFacts Facts(string name)
    {
        using var content = CorpusFolder.Open("companyfacts", name);
        return CompanyFactsReader.Read(content, cancellation: TestContext.Current.CancellationToken);
    }
}
