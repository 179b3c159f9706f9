using System.Globalization;
using ThesisBoard.Core.Theses;
using ThesisBoard.Core.Theses.Json;
using Xunit;
using Record = ThesisBoard.Core.Evidence.Record;

namespace ThesisBoard.Core.Tests.Theses;

public sealed class ShippedTests
{
    private static readonly string Facts = Path.Combine(Shipped.Root, "..", "shared", "cango");

    [Fact]
    public void The_sample_is_canonical_and_keeps_every_rule()
    {
        var (thesis, record) = Shipped.Read(Shipped.SampleText);
        Assert.Equal(Shipped.SampleText, ThesisFile.Write(thesis, record));
        Assert.True(thesis.IsSample);
        Assert.Equal("cango-ai-pivot", thesis.Slug);
    }

    [Fact]
    public void The_sample_holds_all_that_is_on_file()
    {
        var (thesis, record) = Shipped.Read(Shipped.SampleText);
        Assert.Equal((30, 65, 6, 9), (record.Sources.Count, record.Observations.Count, record.Conflicts.Count, thesis.Criteria.Count));
        Assert.Equal(29, record.Evidence.Count);
        for (var point = 1; point <= 6; point++)
            Assert.Contains(record.Evidence, e => e.Source == "article" && e.Note.StartsWith($"Point {point} of the article", StringComparison.Ordinal));
    }

    [Fact]
    public void The_sample_evidences_announcements_and_nothing_more()
    {
        var (_, record) = Shipped.Read(Shipped.SampleText);
        Assert.NotEmpty(record.Proofs);
        Assert.All(record.Proofs, p => Assert.Equal((Element.Announcement, null), (p.Element, p.Amount)));
        Assert.Empty(record.Judgements);
    }

    [Fact]
    public void Every_criterion_states_its_assumption_and_what_would_settle_it()
    {
        foreach (var text in (string[])[Shipped.SampleText, Shipped.TemplateText])
        {
            var contracts = Shipped.Read(text).Thesis.Criteria.SelectMany(c => c.Contracts).ToList();
            Assert.All(contracts, c => Assert.StartsWith("Assumed here:", c.Assumption[c.Assumption.IndexOf("Assumed", StringComparison.Ordinal)..], StringComparison.Ordinal));
            Assert.All(contracts, c => Assert.NotEmpty(c.Settles));
        }
    }

    [Fact]
    public void The_template_is_the_same_checklist_without_facts()
    {
        var (sample, _) = Shipped.Read(Shipped.SampleText);
        var (template, record) = Shipped.Read(Shipped.TemplateText);
        Assert.Equal(Shipped.TemplateText, ThesisFile.Write(template, record));
        Assert.Equal("miner-to-ai", template.Slug);
        Assert.False(template.IsSample);
        Assert.Equal(sample.Criteria.Select(c => (c.Key, c.Group)), template.Criteria.Select(c => (c.Key, c.Group)));
        Assert.Equal(Deep.Text(Record.Empty), Deep.Text(record));
        Assert.DoesNotContain("Cango", Shipped.TemplateText, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Every_figure_of_the_sample_is_one_of_the_facts()
    {
        var facts = Rows("observations.csv").Select(f => Line(f[0], f[1], f[2], decimal.Parse(f[3], CultureInfo.InvariantCulture), PerCoin(f[0], f[4]), f[5], f[6]));
        var (_, record) = Shipped.Read(Shipped.SampleText);
        var figures = record.Observations.Select(o => Line(
            o.Metric, $"{o.Period.Start:yyyy-MM-dd}", $"{o.Period.End:yyyy-MM-dd}", o.Value.Amount, o.Value.Unit.Text, o.Source, Words.Of(o.Basis)));
        Assert.Equal(facts.Order(StringComparer.Ordinal), figures.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_source_of_the_sample_is_one_of_the_facts()
    {
        var facts = Rows("sources.csv").Select(f => string.Join('|', f[0], f[1], f[2], f[4], f[5], f[6], f[7]));
        var (_, record) = Shipped.Read(Shipped.SampleText);
        var sources = record.Sources.Select(s => string.Join('|', s.Key, Words.Of(s.Kind), Words.Of(s.Grade), s.Publisher, s.Published, Words.Of(s.PublishedBasis), s.Url?.OriginalString));
        Assert.Equal(facts.Order(StringComparer.Ordinal), sources.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_sentence_of_the_sample_is_copied_from_the_facts()
    {
        var copied = Rows("claims.csv").Select(f => f[3]).Concat(Rows("observations.csv").Select(f => f[7])).Where(s => s.Length > 20);
        Assert.DoesNotContain(copied, s => Shipped.SampleText.Contains(s, StringComparison.OrdinalIgnoreCase));
    }

    // A price and a cost per coin are on file as dollars; the board says per what, so that its formulas have units.
    private static string PerCoin(string metric, string unit) => metric is "btc-price" or "cash-cost-per-btc" ? unit + "/BTC" : unit;

    private static string Line(string metric, string start, string end, decimal amount, string unit, string source, string basis) =>
        string.Join('|', metric, start, end, QuantityText.Write(amount), unit, source, basis);

    private static IEnumerable<string[]> Rows(string file)
    {
        var path = Path.Combine(Facts, file);
        Assert.SkipUnless(File.Exists(path), "The facts are not beside this repository.");
        return File.ReadAllLines(path).Skip(1).Select(row => row.Split(','));
    }
}
