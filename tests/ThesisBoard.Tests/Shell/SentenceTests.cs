using Bunit;
using ThesisBoard.Shell;
using Xunit;

namespace ThesisBoard.Tests.Shell;

public sealed class SentenceTests : BunitContext
{
    [Fact]
    public void A_minus_stays_with_its_figure_and_the_sentence_reads_as_it_was_written()
    {
        const string Text = "Margin was −$3,246 per BTC, then −94.5\u202f%; 314 BTC − 2,000 BTC.";
        var shown = Render<Sentence>(p => p.Add(s => s.Text, Text));

        Assert.Equal(Text, string.Concat(shown.Nodes.Select(n => n.TextContent)));
        Assert.Equal(["−$3,246", "−94.5"], shown.FindAll(".whole").Select(s => s.TextContent));
    }

    [Fact]
    public void Markup_in_a_sentence_is_text() =>
        Assert.Equal("−&lt;b&gt; &lt;i&gt;", Render<Sentence>(p => p.Add(s => s.Text, "−<b> <i>")).Markup.Replace("<span class=\"whole\">", "", StringComparison.Ordinal).Replace("</span>", "", StringComparison.Ordinal));
}
