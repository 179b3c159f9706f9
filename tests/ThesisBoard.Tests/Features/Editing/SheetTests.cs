using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Editing;
using Xunit;

namespace ThesisBoard.Tests.Features.Editing;

public sealed class SheetTests
{
    private static readonly Contract Contract = new()
    {
        Version = 2,
        From = new(2026, 3, 17),
        Question = "Does debt fall?",
        Bar = Grade.CompanyRelease,
        Deadline = new() { WithLine = true },
        Rule = new CompositeRule(Quorum.All,
        [
            new(Rule: new ThresholdRule("net-income", 0, null, ReportedPeriodsOnly: true)),
            new(Criterion: "further-sales", Optional: true),
            new(Rule: new MilestonesRule(1, ["pilot", "site"])),
        ]),
    };

    [Fact]
    public void A_form_of_an_item_reads_back_as_the_same_item()
    {
        var read = Sheet.Of(Contract).Read<Contract>();

        Assert.Equal(ThesisJson.Write(Contract), ThesisJson.Write(read));
    }

    [Fact]
    public void Everything_that_is_wrong_is_named_at_once_each_at_its_field()
    {
        var sheet = Sheet.Of(Contract);
        sheet["rule.parts[0].rule.warn"] = "a lot";
        sheet["question"] = "";
        sheet["from"] = "yesterday";

        Assert.Null(sheet.Read<Contract>());
        Assert.Contains(sheet.Of("rule.parts[0].rule.warn"), m => m.Contains("“a lot” is not a number", StringComparison.Ordinal));
        Assert.Equal(["This is needed."], sheet.Of("question"));
        Assert.Single(sheet.Of("from"));
        Assert.Equal("a lot", sheet["rule.parts[0].rule.warn"]);
    }

    [Fact]
    public void Taking_a_row_out_moves_the_rows_after_it_up()
    {
        var sheet = Sheet.Of(Contract);
        sheet.RemoveRow("rule.parts", 0);

        var rule = Assert.IsType<CompositeRule>(sheet.Read<Contract>()!.Rule);
        Assert.Equal([new Part("further-sales", Optional: true).Criterion, null], rule.Parts.Select(p => p.Criterion));
        Assert.Equal(["pilot", "site"], ((MilestonesRule)rule.Parts[1].Rule!).Milestones);
    }

    [Fact]
    public void Ticking_and_unticking_keeps_a_list_dense()
    {
        var sheet = new Sheet();
        sheet.Toggle("legs", "a", isIn: true);
        sheet.Toggle("legs", "b", isIn: true);
        sheet.Toggle("legs", "a", isIn: false);

        Assert.Equal(["b"], sheet.Texts("legs"));
    }

    [Fact]
    public void What_nobody_touched_keeps_its_spaces_and_what_was_typed_is_trimmed()
    {
        var item = new EvidenceItem { Key = "e", Source = "s", Claim = "Debt fell", Anchor = new(ThesisBoard.Core.Quantities.Sha256.Of([]), "US$30.6 million", "was reduced to ", " as of ") };
        var sheet = Sheet.Of(item);
        sheet["claim"] = " Debt fell a lot ";

        var read = sheet.Read<EvidenceItem>()!;
        Assert.Equal(("Debt fell a lot", item.Anchor), (read.Claim, read.Anchor));
    }

    [Fact]
    public void A_list_typed_one_a_line_keeps_its_order()
    {
        var sheet = new Sheet { ["key"] = "debt", ["title"] = "Debt", ["unit"] = "USD" };
        string[] concepts = [.. Enumerable.Range(0, 12).Select(i => $"x:Debt{i}")];
        sheet.SetTexts("concepts", concepts);

        Assert.Equal(concepts, sheet.Read<ThesisBoard.Core.Metrics.Metric>()!.Concepts);
        sheet.SetTexts("concepts", []);
        Assert.Empty(sheet.Read<ThesisBoard.Core.Metrics.Metric>()!.Concepts);
    }

    [Theory]
    [InlineData("600,000,000", "600000000")]
    [InlineData("$600M", "600000000")]
    [InlineData("(452.8m)", "-452800000")]
    [InlineData("\u2212452.8 M", "-452800000")]
    [InlineData("25 %", "0.25")]
    [InlineData("-$1,234.50", "-1234.5")]
    public void Amounts_are_read_as_people_write_them(string text, string amount)
    {
        Assert.True(AmountText.TryParse(text, out var read));
        Assert.Equal(amount, AmountText.Plain(read));
    }

    [Theory]
    [InlineData("1,5")]
    [InlineData("12,34,567")]
    [InlineData("1.234,56")]
    [InlineData("abc")]
    [InlineData("")]
    [InlineData("99999999999999999999999999999B")]
    public void What_is_no_amount_or_could_be_two_is_refused(string text) => Assert.False(AmountText.TryParse(text, out _));

    [Fact]
    public void A_new_name_is_a_key_and_is_free()
    {
        Assert.Equal("debt-to-equity-at-year-s-end", Keys.From("Debt-to-equity, at year's end", []));
        Assert.Equal("debt-2", Keys.From("Debt!", ["debt"]));
        Assert.Equal("item-2026", Keys.From("2026", []));
    }
}
