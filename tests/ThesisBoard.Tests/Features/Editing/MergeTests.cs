using System.Text.Json;
using System.Text.Json.Nodes;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Editing;
using Xunit;

namespace ThesisBoard.Tests.Features.Editing;

public sealed class MergeTests
{
    private static readonly EvidenceItem Seen = new()
    {
        Key = "claim", Source = "release", Claim = "Debt fell", Note = "Read twice", Stances = [new("debt", Stance.Supports)],
    };

    [Fact]
    public void What_only_one_of_two_changed_is_kept_without_asking_twice()
    {
        var mine = Seen with { Claim = "Debt fell by half" };
        var theirs = Seen with { Note = "", Grade = Grade.Press };

        var merge = new Merge(FieldDiff.Json(Seen), FieldDiff.Json(mine), FieldDiff.Json(theirs));

        Assert.All(merge.Choices, c => Assert.False(c.IsContested));
        Assert.Equal(mine with { Note = "", Grade = Grade.Press }, Read(merge), Same);
    }

    [Fact]
    public void What_both_changed_is_contested_and_each_side_can_be_taken()
    {
        var mine = Seen with { Claim = "Mine", Stances = [new("debt", Stance.Contradicts)] };
        var theirs = Seen with { Claim = "Theirs", Stances = [new("debt", Stance.Supports), new("build", Stance.Context)] };
        var merge = new Merge(FieldDiff.Json(Seen), FieldDiff.Json(mine), FieldDiff.Json(theirs));

        Assert.Equal(["claim", "stances"], merge.Choices.Where(c => c.IsContested).Select(c => c.Change.Path).Order());
        Assert.Equal(mine, Read(merge), Same);
        merge.Take(Side.Theirs);
        Assert.Equal(theirs, Read(merge), Same);
        merge.Choices.First(c => c.Change.Path == "claim").Side = Side.Mine;
        Assert.Equal(theirs with { Claim = "Mine" }, Read(merge), Same);
    }

    [Fact]
    public void An_objects_properties_in_another_order_are_the_same_value()
    {
        var stored = FieldDiff.Json(Seen);
        var typed = Backwards(stored)!.AsObject();

        Assert.NotEqual(stored.ToJsonString(), typed.ToJsonString());
        Assert.Empty(FieldDiff.Between(stored, typed));
    }

    [Fact]
    public void Dates_and_moments_read_as_people_write_them()
    {
        var changes = FieldDiff.Between(
            new JsonObject { ["at"] = "2026-11-26T08:00:00Z", ["published"] = "2026-03-31", ["note"] = "as of 2026-03-31" },
            new JsonObject { ["at"] = "2026-11-27T08:00:30.5Z", ["published"] = "2026-04-01", ["note"] = "" });

        Assert.Equal(["26 Nov 2026, 08:00 UTC", "31 Mar 2026", "as of 2026-03-31"], changes.Select(c => c.Before));
        Assert.Equal(["27 Nov 2026, 08:00 UTC", "1 Apr 2026", ""], changes.Select(c => c.After));
    }

    [Fact]
    public void Parameters_of_two_rule_kinds_never_mix()
    {
        var seen = Contract(new ThresholdRule("debt", 1, 2));
        var mine = Contract(new ThresholdRule("debt", 1, 3));
        var theirs = Contract(new OccurrenceRule("sold", new(2026, 2, 28)));
        var merge = new Merge(FieldDiff.Json(seen), FieldDiff.Json(mine), FieldDiff.Json(theirs));

        Assert.Equal("rule", Assert.Single(merge.Choices).Change.Path);
        merge.Take(Side.Theirs);
        Assert.Equal(ThesisJson.Write(theirs), ThesisJson.Write(merge.Result().Deserialize<Contract>(ThesisJson.Options)));
    }

    [Fact]
    public void A_difference_names_the_field_and_both_values()
    {
        var change = Assert.Single(FieldDiff.Between(Contract(new ChangeRule("debt", Core.Quantities.Period.At(new(2025, 12, 31)), 0.25m)), Contract(new ChangeRule("debt", Core.Quantities.Period.At(new(2025, 12, 31)), 0.4m))));

        Assert.Equal(("Share", "0.25", "0.4"), (change.Label, change.Before, change.After));
    }

    [Fact]
    public void Long_texts_differ_word_by_word()
    {
        var pieces = TextDiff.Of("a fall of at least 25 percent is material", "a fall of at least 40 percent is material");

        Assert.Equal([PieceKind.Same, PieceKind.Gone, PieceKind.New, PieceKind.Same], pieces.Select(p => p.Kind));
        Assert.Equal(("25", "40"), (pieces[1].Text, pieces[2].Text));
    }

    private static Contract Contract(Rule rule) => new() { Version = 1, From = new(2026, 1, 1), Question = "Does it hold?", Rule = rule };

    private static EvidenceItem Read(Merge merge) => merge.Result().Deserialize<EvidenceItem>(ThesisJson.Options)!;

    private static bool Same(EvidenceItem a, EvidenceItem b) => ThesisJson.Write(a) == ThesisJson.Write(b);

    private static JsonNode? Backwards(JsonNode? node) => node switch
    {
        JsonObject parent => new JsonObject(parent.Reverse().Select(p => KeyValuePair.Create(p.Key, Backwards(p.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Backwards)]),
        _ => node?.DeepClone(),
    };
}
