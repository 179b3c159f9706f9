using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Data.Rows;

internal sealed class LineRow : ItemRow<InvalidationLine>
{
    public IReadOnlyList<string> Legs { get; set; } = [];
    public Deadline Deadline { get; set; } = new();
    public string Consequence { get; set; } = "";

    public override void Fill(InvalidationLine item) => (Legs, Deadline, Consequence) = item;

    public override InvalidationLine Item() => new(Legs, Deadline, Consequence);
}

internal sealed class MetricRow : ItemRow<Metric>
{
    public string Title { get; set; } = "";
    public Unit Unit { get; set; } = Unit.One;
    public Direction Direction { get; set; }
    public string? Formula { get; set; }
    public IReadOnlyList<string>? Concepts { get; set; }
    public string Note { get; set; } = "";

    public override void Fill(Metric item)
    {
        (Key, Title, Unit, Direction, Formula, Note) = (item.Key, item.Title, item.Unit, item.Direction, item.Formula, item.Note);
        Concepts = item.Concepts.Count == 0 ? null : item.Concepts;
    }

    public override Metric Item() =>
        new() { Key = Key, Title = Title, Unit = Unit, Direction = Direction, Formula = Formula, Concepts = Concepts ?? [], Note = Note };
}

internal sealed class MilestoneRow : ItemRow<Milestone>
{
    public string Title { get; set; } = "";
    public string Note { get; set; } = "";

    public override void Fill(Milestone item) => (Key, Title, Note) = item;

    public override Milestone Item() => new(Key, Title, Note);
}

internal sealed class CriterionRow : ItemRow<Criterion>
{
    public string Title { get; set; } = "";
    public CriterionGroup Group { get; set; }
    public List<ContractRow> Contracts { get; set; } = [];

    public override void Fill(Criterion item)
    {
        (Key, Title, Group) = (item.Key, item.Title, item.Group);
        Contracts.RemoveAll(row => item.Contracts.All(c => c.Version != row.Version));
        foreach (var contract in item.Contracts)
        {
            var row = Contracts.Find(r => r.Version == contract.Version);
            if (row is null)
                Contracts.Add(row = new() { ThesisId = ThesisId, Criterion = Key, Version = contract.Version });
            row.Fill(contract);
        }
    }

    public override Criterion Item() =>
        new() { Key = Key, Title = Title, Group = Group, Contracts = [.. Contracts.OrderBy(c => c.Version).Select(c => c.Item())] };
}

internal sealed class ContractRow
{
    public Guid ThesisId { get; set; }
    public string Criterion { get; set; } = "";
    public int Version { get; set; }
    public DateOnly From { get; set; }
    public string Question { get; set; } = "";
    public Rule Rule { get; set; } = new JudgedRule();
    public Grade Bar { get; set; }
    public Deadline? Deadline { get; set; }
    public string Assumption { get; set; } = "";
    public string Settles { get; set; } = "";
    public string Reason { get; set; } = "";
    public Seal? Seal { get; set; }

    public void Fill(Contract item)
    {
        (Version, From, Question, Rule, Bar, Deadline) = (item.Version, item.From, item.Question, item.Rule, item.Bar, item.Deadline);
        (Assumption, Settles, Reason, Seal) = (item.Assumption, item.Settles, item.Reason, item.Seal);
    }

    public Contract Item() => new()
    {
        Version = Version,
        From = From,
        Question = Question,
        Rule = Rule,
        Bar = Bar,
        Deadline = Deadline,
        Assumption = Assumption,
        Settles = Settles,
        Reason = Reason,
        Seal = Seal,
    };
}
