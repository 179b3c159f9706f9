using System.Text.Json;
using CsCheck;
using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;
using Xunit;
using Record = ThesisBoard.Core.Evidence.Record;

namespace ThesisBoard.Core.Tests.Theses;

public sealed class ThesisFileTests
{
    [Fact]
    public void Any_board_comes_back_from_its_file_in_every_field() => Gen.Select(AnyBoard.Thesis, AnyBoard.Record).Sample((thesis, record) =>
    {
        var (readThesis, readRecord) = Shipped.Read(ThesisFile.Write(thesis, record));
        Assert.Equal(Deep.Text(thesis), Deep.Text(readThesis));
        Assert.Equal(Deep.Text(record), Deep.Text(readRecord));
    }, iter: 100);

    [Fact]
    public void A_written_file_is_the_same_to_the_byte_when_read_and_written_again() => Gen.Select(AnyBoard.Thesis, AnyBoard.Record).Sample((thesis, record) =>
    {
        var text = ThesisFile.Write(thesis, record);
        var again = Shipped.Read(text);
        return ThesisFile.Write(again.Thesis, again.Record) == text && text.EndsWith("}\n", StringComparison.Ordinal) && !text.Contains('\r', StringComparison.Ordinal);
    }, iter: 100);

    [Fact]
    public void The_order_of_the_record_does_not_change_the_file() => Gen.Select(AnyBoard.Thesis, AnyBoard.Record, Gen.Int).Sample((thesis, record, seed) =>
    {
        T[] Mix<T>(IReadOnlyList<T> items)
        {
            var mixed = items.ToArray();
            new Random(seed).Shuffle(mixed);
            return mixed;
        }

        var mixed = new Record { Sources = Mix(record.Sources), Observations = Mix(record.Observations), Evidence = Mix(record.Evidence), Proofs = Mix(record.Proofs), Conflicts = Mix(record.Conflicts), Judgements = Mix(record.Judgements) };
        return ThesisFile.Write(thesis, mixed) == ThesisFile.Write(thesis, record);
    }, iter: 100);

    [Fact]
    public void Every_value_of_a_board_has_its_own_line_of_JSON_and_comes_back() => Gen.Select(AnyBoard.Thesis, AnyBoard.Record).Sample((thesis, record) =>
    {
        foreach (var contract in thesis.Criteria.SelectMany(c => c.Contracts))
        {
            Same(contract);
            Same(contract.Rule);
        }

        Same(thesis.Issuer);
        record.Observations.ToList().ForEach(Same);
        record.Evidence.ToList().ForEach(Same);
        record.Sources.ToList().ForEach(Same);
    }, iter: 30);

    [Fact]
    public void The_layout_is_fixed()
    {
        var thesis = new Thesis
        {
            Slug = "t", Title = "T", Issuer = new Issuer { Name = "N" },
            Metrics = [new() { Key = "m", Title = "M", Unit = Unit.Usd, Direction = Direction.HigherIsBetter }],
            Criteria = [new() { Key = "c", Title = "C", Group = CriterionGroup.Risks, Contracts = [new() { Version = 1, From = new(2026, 3, 17), Question = "Q?", Rule = new CompositeRule(Quorum.AtLeast, [new(Rule: new ThresholdRule("m", 1.50m, null), Optional: true)], 1), Deadline = new() { Reports = [new(ReportKind.HalfYear, new(2026, 6, 30))] } }] }],
        };
        var record = new Record
        {
            Sources = [new() { Key = "s", Kind = SourceKind.PressRelease, Grade = Grade.CompanyRelease, Title = "S", Publisher = "P", Published = new(new(2026, 5, 31)), PublishedBasis = PublishedBasis.NoLaterThan }],
            Observations = [new() { Key = "o", Metric = "m", Period = Period.Between(new(2025, 1, 1), new(2025, 12, 31)), Value = Quantity.Usd(-452_800_000.00m), Source = "s", Decimals = -5 }],
        };
        const string rule = """{"kind":"at-least","parts":[{"rule":{"kind":"threshold","metric":"m","warn":1.5},"optional":true}],"least":1}""";
        var text = ThesisFile.Write(thesis, record);
        Assert.StartsWith("{\n  \"$schema\": \"/schema/thesis-1.json\",\n  \"format\": \"thesisboard/1\",\n  \"thesis\": {\n    \"slug\": \"t\",\n", text, StringComparison.Ordinal);
        Assert.Equal(rule, ThesisJson.Write(thesis.Criteria[0].Contracts[0].Rule));
        Assert.Equal("""{"key":"o","metric":"m","period":"2025-01-01/2025-12-31","value":"-452800000 USD","source":"s","decimals":-5}""", ThesisJson.Write(record.Observations[0]));
        Assert.Equal("""{"key":"s","kind":"press-release","grade":"company-release","title":"S","publisher":"P","published":"2026-05-31","publishedBasis":"no-later-than"}""", ThesisJson.Write(record.Sources[0]));
        Assert.Equal("""{"reports":["half-year 2026-06-30"]}""", ThesisJson.Write(thesis.Criteria[0].Contracts[0].Deadline));
        Assert.Equal("""{"key":"m","title":"M","unit":"USD","direction":"higher-is-better"}""", ThesisJson.Write(thesis.Metrics[0]));
    }

    [Fact]
    public void A_byte_order_mark_is_read_over() => Assert.Empty(ThesisFile.Read("\ufeff" + Shipped.SampleText).Problems);

    [Fact]
    public void Reading_one_value_names_everything_that_is_wrong()
    {
        Assert.Equal(2, ThesisJson.TryRead<Rule>("""{"kind":"trend","metric":7,"periods":1,"against":"yesterday"}""", out var rule).Count);
        Assert.Null(rule);
        Assert.Empty(ThesisJson.TryRead<Rule>("""{"periods":1,"against":"year-before","metric":"m","kind":"trend"}""", out rule));
        Assert.Equal(new TrendRule("m", 1, TrendBase.YearBefore), rule);
        Assert.Single(ThesisJson.TryRead<Rule>("{", out _));
        Assert.Throws<JsonException>(() => ThesisJson.Read<Rule>("""{"kind":"trend"}"""));
        Assert.Throws<JsonException>(() => ThesisJson.Read<Rule>("null"));
    }

    private static void Same<T>(T value) => Assert.Equal(Deep.Text(value), Deep.Text(ThesisJson.Read<T>(ThesisJson.Write(value))));
}
