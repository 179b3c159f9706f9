using System.Text;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using Xunit;

namespace ThesisBoard.Core.Tests.Evidence;

public sealed class AnchorCheckTests
{
    private const string Release =
        "Cango Inc. Reports First Quarter 2026 Unaudited Results\nThe Company produced 1,200 Bitcoin in the quarter.\n"
        + "Long-term debt was reduced to US$30.6 million as of March 31, 2026, from US$557.6 million as of December 31, 2025.\n"
        + "Cash and cash equivalents were US$41.2 million as of March 31, 2026, compared with US$100.0 million a year before.\n";

    private const string Sentence = "Long-term debt was reduced to US$30.6 million";

    private static readonly Sha256 Old = Sha256.Of("old"u8);
    private static readonly Sha256 New = Sha256.Of("new"u8);

    [Fact]
    public void The_same_text_gives_the_quote_at_its_place()
    {
        var found = AnchorCheck.Of(Made(Sentence), Old, Release);
        Assert.Equal((AnchorState.Exact, true, Sentence), (found.State, found.IsSameDocument, found.Found));
        Assert.Equal(Release.IndexOf(Sentence, StringComparison.Ordinal), found.Place!.Value.Start);
    }

    [Fact]
    public void White_space_is_forgiven_and_the_place_is_of_the_text_as_given()
    {
        var spaced = Release.Replace("debt was", "debt\r\n \u00A0was", StringComparison.Ordinal).Replace("of March", "of  March", StringComparison.Ordinal);
        var found = AnchorCheck.Of(Made(Sentence), New, spaced);
        Assert.Equal((AnchorState.Exact, false, "Long-term debt\r\n \u00A0was reduced to US$30.6 million"), (found.State, found.IsSameDocument, found.Found));
    }

    [Theory]
    [InlineData("US$30.6", "US$36.0")]
    [InlineData("US$30.6", "US$ 30.6")]
    [InlineData("reduced", "Reduced")]
    [InlineData("Long-term", "Long\u2010term")]
    public void Any_other_difference_is_a_change_and_both_are_shown(string from, string to)
    {
        var found = AnchorCheck.Of(Made(Sentence), New, Release.Replace(from, to, StringComparison.Ordinal));
        Assert.Equal((AnchorState.Changed, Sentence.Replace(from, to, StringComparison.Ordinal)), (found.State, found.Found));
    }

    [Fact]
    public void A_passage_taken_out_is_lost_even_when_its_words_stand_elsewhere()
    {
        var anchor = Made(Sentence);
        var gone = Release.Replace(Sentence, "", StringComparison.Ordinal) + "A year ago it was said: " + Sentence + " by the end of the year.\n";
        var found = AnchorCheck.Of(anchor, New, gone);
        Assert.Equal((AnchorState.Lost, AnchorLoss.Removed), (found.State, found.Loss));
        Assert.Null(found.Place);
        Assert.Equal((CandidateKind.SameWords, Sentence), (Assert.Single(found.Candidates).Kind, found.Candidates[0].Text));
    }

    [Fact]
    public void The_whole_sentence_with_one_side_of_its_context_has_moved()
    {
        var whole = "Long-term debt was reduced to US$30.6 million as of March 31, 2026, from US$557.6 million as of December 31, 2025.";
        var changed = Release.Replace("1,200 Bitcoin in the quarter.", "1,300 Bitcoin in the quarter, after revision.", StringComparison.Ordinal);
        var found = AnchorCheck.Of(Made(whole), New, changed);
        Assert.Equal((AnchorState.Moved, whole), (found.State, found.Found));
    }

    [Theory]
    [InlineData("It is no longer true that Long-term debt", "Long-term debt")]
    [InlineData("Short-term and Long-term debt", "Long-term debt")]
    public void A_sentence_that_began_otherwise_is_no_move(string to, string from)
    {
        var changed = Release.Replace(from, to, StringComparison.Ordinal).Replace("in the quarter", "in this quarter", StringComparison.Ordinal);
        var found = AnchorCheck.Of(Made(Sentence), New, changed);
        Assert.Equal(AnchorState.Lost, found.State);
        Assert.Equal(CandidateKind.SameWords, Assert.Single(found.Candidates).Kind);
    }

    [Fact]
    public void A_figure_that_stands_in_another_sentence_is_never_taken_for_the_quoted_one()
    {
        var anchor = Made("30.6");
        var changed = Release.Replace("Long-term debt was reduced to US$30.6", "Borrowings fell to US$28.1", StringComparison.Ordinal)
            .Replace("were US$41.2 million as of March 31, 2026, compared with", "were US$30.6 million as of March 31, 2026, from", StringComparison.Ordinal);
        Assert.Equal(AnchorState.Lost, AnchorCheck.Of(anchor, New, changed).State);
    }

    [Fact]
    public void A_twin_that_stood_there_all_along_does_not_pass_for_a_removed_passage()
    {
        const string passage = "The following is taken from the notes to the accounts of the group. Long-term debt was US$30.6 million. ";
        var text = $"Opening words of the report. {passage}First ending of the section follows here in words. Middle of it. {passage}Second ending, in other words.";
        var anchor = AnchorMaker.Of(Old, text, new(text.IndexOf("Long-term", StringComparison.Ordinal), "Long-term debt was US$30.6 million.".Length));
        Assert.Equal(AnchorState.Exact, AnchorCheck.Of(anchor, Old, text).State);
        var cut = text.Remove(text.IndexOf(passage, StringComparison.Ordinal), passage.Length);
        Assert.Equal(AnchorState.Lost, AnchorCheck.Of(anchor, New, cut).State);
    }

    [Fact]
    public void Two_equal_places_are_told_and_none_is_chosen()
    {
        var found = AnchorCheck.Of(Made(Sentence), New, Release + Release);
        Assert.Equal((AnchorState.Lost, AnchorLoss.Ambiguous, 2), (found.State, found.Loss, found.Candidates.Count));
        Assert.All(found.Candidates, c => Assert.Equal((CandidateKind.WholeContext, Sentence), (c.Kind, c.Text)));
    }

    [Theory]
    [InlineData("0.6 million", "It was US$30.6 million.")]
    [InlineData("30.6", "It was -30.6.")]
    [InlineData("30.6", "It was (30.6).")]
    [InlineData("30", "It was 30.6.")]
    [InlineData("30", "It was 30%.")]
    [InlineData("term debt", "The term debts fell.")]
    public void A_quote_without_context_does_not_stand_inside_a_word_or_figure(string quote, string text) =>
        Assert.Equal(AnchorState.Lost, AnchorCheck.Of(new(Old, quote), New, text).State);

    [Fact]
    public void A_quote_without_context_that_stands_once_is_exact() =>
        Assert.Equal(AnchorState.Exact, AnchorCheck.Of(new(Old, "US$30.6 million"), New, Release).State);

    [Fact]
    public void A_row_of_a_table_moves_with_its_neighbours_of_one_side()
    {
        const string table = "Balance sheet figures of the group\n\tMarch 31, 2026\tDecember 31, 2025\nOther payables\t5.1\t6.0\nShort-term debt\t12.0\t9.9\nLong-term debt\t30.6\t557.6\nLease liabilities\t4.0\t4.1\nTotal liabilities\t51.7\t577.6\n";
        var anchor = AnchorMaker.Of(Old, table, new(table.IndexOf("30.6", StringComparison.Ordinal), 4));
        Assert.Equal(AnchorState.Moved, AnchorCheck.Of(anchor, New, table.Replace("Total liabilities\t51.7\t577.6", "Sum\t51.7\t577.6", StringComparison.Ordinal)
            .Replace("Lease liabilities", "Leases and similar", StringComparison.Ordinal)).State);
        Assert.Equal(AnchorState.Changed, AnchorCheck.Of(anchor, New, table.Replace("30.6", "31.6", StringComparison.Ordinal)).State);
    }

    [Fact]
    public void A_part_of_a_rewritten_quote_is_a_candidate()
    {
        const string rewritten = "In the first quarter the group repaid loans. Long-term debt was reduced by the sale of coins to a new level.";
        var found = AnchorCheck.Of(Made("Long-term debt was reduced to US$30.6 million as of March 31, 2026"), New, rewritten);
        Assert.Equal((AnchorState.Lost, AnchorLoss.Absent), (found.State, found.Loss));
        Assert.Contains(found.Candidates, c => c.Kind == CandidateKind.PartOfQuote);
    }

    [Fact]
    public void Ten_megabytes_and_hostile_quotes_take_seconds()
    {
        var hostile = new string('a', 10_000_000);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var absent = new Anchor(Old, new string('a', 9_999) + "b", new string('a', 1_000), new string('a', 1_000));
        Assert.Equal(AnchorState.Lost, AnchorCheck.Of(absent, New, hostile).State);
        var everywhere = new Anchor(Old, new string('a', 5_000), "a", "a");
        Assert.Equal(AnchorState.Lost, AnchorCheck.Of(everywhere, New, hostile).State);
        var filings = new StringBuilder();
        for (var i = 0; filings.Length < 10_000_000; i++)
            filings.Append(Release.Replace("1,200", i.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
        Assert.Equal(AnchorState.Lost, AnchorCheck.Of(Made(Sentence), New, filings.ToString()).State);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 30);
    }

    [Fact]
    public void White_space_alone_is_no_quotation()
    {
        Assert.Throws<ArgumentException>(() => AnchorMaker.Of(Old, "a  b", new(1, 2)));
        Assert.Throws<ArgumentException>(() => AnchorMaker.Of(Old, "a b", new(2, 2)));
    }

    private static Anchor Made(string quote) => AnchorMaker.Of(Old, Release, new(Release.IndexOf(quote, StringComparison.Ordinal), quote.Length));
}
