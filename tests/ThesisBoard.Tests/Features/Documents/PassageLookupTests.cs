using System.Text;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Features.Documents;
using ThesisBoard.Filings.Pages;
using Xunit;

namespace ThesisBoard.Tests.Features.StoredDocuments;

/// <summary>A selection is found again in the stored text, strictly; and what became of evidence in a later version.</summary>
public sealed class PassageLookupTests
{
    private const string Rows = "<table><tr><td>Long-term debt</td><td>30.6</td><td>557.6</td></tr><tr><td>Short-term debt</td><td>30.6</td></tr></table>";
    private const string Sentence = "Long-term debt was reduced to US$30.6 million as of March 31, 2026, from US$557.6 million at the end of last year.";

    private static DocumentReading Reading(string body)
    {
        var bytes = Encoding.UTF8.GetBytes($"<html><body>{body}</body></html>");
        return new(new(Sha256.Of(bytes), "release.htm", "text/html", new(new DateTime(2026, 5, 15, 0, 0, 0, DateTimeKind.Utc)), bytes.Length, []), SafeHtml.Read(new MemoryStream(bytes)), null);
    }

    private static PassageRequest Selected(DocumentReading reading, string exact, string before = "", string after = "", int? at = null) =>
        new(reading.Hash) { Exact = exact, Before = before, After = after, At = at };

    [Fact]
    public void White_space_is_forgiven_and_nothing_else()
    {
        var reading = Reading($"<p>{Sentence}</p>{Rows}");
        var found = Assert.IsType<PassageAnswer.Found>(PassageLookup.Find(reading, Selected(reading, "reduced\n  to US$30.6million")));
        Assert.Equal("reduced to US$30.6 million", reading.Text.Text.Substring(found.Range.Start, found.Range.Length));
        Assert.IsType<PassageAnswer.Found>(PassageLookup.Find(reading, Selected(reading, "Long-term debt30.6557.6"))); // cells of a row have no space between them on the page

        var refused = Assert.IsType<PassageAnswer.Refused>(PassageLookup.Find(reading, Selected(reading, "reduced to US$30.7 million")));
        Assert.Empty(refused.Candidates);
    }

    [Fact]
    public void Words_in_two_places_are_refused_with_both_unless_their_surroundings_or_their_place_decide()
    {
        var reading = Reading(Rows);
        var both = Assert.IsType<PassageAnswer.Refused>(PassageLookup.Find(reading, Selected(reading, "30.6")));
        Assert.Equal(2, both.Candidates.Count);

        var second = Assert.IsType<PassageAnswer.Found>(PassageLookup.Find(reading, Selected(reading, "30.6", before: "Short-term debt")));
        Assert.Equal(both.Candidates[1], second.Range);
        var placed = Assert.IsType<PassageAnswer.Found>(PassageLookup.Find(reading, Selected(reading, "30.6", at: reading.Ink.Of(both.Candidates[1]).At)));
        Assert.Equal(both.Candidates[1], placed.Range);
        Assert.IsType<PassageAnswer.Refused>(PassageLookup.Find(reading, Selected(reading, "30.6", at: 3))); // a place that holds other words decides nothing
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(0, 0)]
    [InlineData(5, int.MaxValue)]
    [InlineData(int.MaxValue, 5)]
    public void A_forged_place_is_refused(int start, int length)
    {
        var reading = Reading(Rows);
        Assert.IsType<PassageAnswer.Refused>(PassageLookup.Find(reading, new(reading.Hash) { Range = new TextRange(start, length) }));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"document\":\"short\"}")]
    [InlineData("[1]")]
    public void A_key_that_makes_no_sense_asks_for_nothing(string? key) => Assert.Null(PassageRequest.Parse(key));

    [Fact]
    public void The_key_of_a_place_comes_back_as_it_was()
    {
        var request = new PassageRequest(Sha256.Of([1])) { Range = new TextRange(3, 9), Evidence = "claim" };
        Assert.Equal(request, PassageRequest.Parse(request.Key()));
    }

    [Fact]
    public void A_fact_on_the_page_is_found_with_its_row_and_a_hidden_one_is_refused()
    {
        var reading = Reading("<table><tr><td>Long-term debt</td><td><ix:nonFraction xmlns:ix=\"http://www.xbrl.org/2013/inlineXBRL\" id=\"f1\" name=\"a:b\" contextRef=\"c\" unitRef=\"u\">30.6</ix:nonFraction></td></tr></table>");
        Assert.Equal(["f1"], reading.Page!.Facts);
        var found = Assert.IsType<PassageAnswer.Found>(PassageLookup.Find(reading, new(reading.Hash) { Fact = "f1" }));
        Assert.Equal("Long-term debt\t30.6", reading.Text.Text.Substring(found.Range.Start, found.Range.Length));
        Assert.IsType<PassageAnswer.Refused>(PassageLookup.Find(reading, new(reading.Hash) { Fact = "f2" }));
    }

    [Theory]
    [InlineData(Sentence, AnchorState.Exact)]
    [InlineData("Long-term debt was reduced to US$31.6 million as of March 31, 2026, from US$557.6 million at the end of last year.", AnchorState.Changed)]
    [InlineData("", AnchorState.Lost)]
    public void In_a_later_version_evidence_is_exact_changed_or_lost_and_never_silently_elsewhere(string later, AnchorState state)
    {
        const string Before = "<p>The company sold bitcoin in the first quarter to repay what it owed to its lenders.</p>";
        const string After = "<p>Capital expenditure on the new sites was funded from the cash that operations brought in.</p><p>Elsewhere debt was 30.6 too.</p>";
        var old = Reading($"{Before}<p>{Sentence}</p>{After}");
        var start = old.Text.Text.IndexOf("US$30.6 million", StringComparison.Ordinal);
        var item = new EvidenceItem { Key = "claim", Source = "release", Claim = "Debt fell.", Anchor = AnchorMaker.Of(old.Hash, old.Text.Text, new(start, 15)) };
        var newer = Reading($"{Before}<p>{later}</p>{After} ");

        var found = Assert.Single(AnchoredEvidence.Of([item], old.Hash, newer));
        Assert.Equal(state, found.Finding.State);
        Assert.Equal(state == AnchorState.Lost, found.Ink is null);
        if (state == AnchorState.Changed)
            Assert.Contains("US$31.6 million", found.Finding.Found, StringComparison.Ordinal);
        Assert.Empty(AnchoredEvidence.Of([item], newer.Hash, newer));
    }
}
