using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Features.Starts;

/// <summary>How a field of a break is read.</summary>
internal enum TypedAs
{
    /// <summary>Money in the currency of the board.</summary>
    Amount,

    /// <summary>A number of things.</summary>
    Count,

    /// <summary>1 to 8.</summary>
    Whole,

    /// <summary>Typed in percent: 30 is 30 %.</summary>
    Percent,

    Unit,

    Date,

    Line,
}

/// <summary>A field that a person fills in.</summary>
/// <param name="Example">Shown while it is empty.</param>
/// <param name="Standard">What it begins with.</param>
internal sealed record BreakField(string Name, string Label, TypedAs Kind, string Example, string Standard = "", bool IsOptional = false);

/// <summary>Something that breaks a thesis.</summary>
/// <param name="Key">Names it in links; its fields are called by it.</param>
/// <param name="Level">The metric that its level is compared with, so that a filing can say how much it is now; blank where a person judges.</param>
internal sealed record Break(string Key, string Title, string Says, IReadOnlyList<BreakField> Fields, Func<BreakValues, BreakParts> Make, string Level)
{
    /// <summary>What the field is called in a form.</summary>
    public string Name(BreakField field) => $"{Key}-{field.Name}";
}

/// <summary>What a break puts on the board: the metrics that its rule reads, and the words of the criterion.</summary>
internal sealed record BreakParts(IReadOnlyList<Metric> Metrics, BreakWords Words);

/// <summary>A criterion before it has a key, a group and a date.</summary>
internal sealed record BreakWords
{
    public required string Title { get; init; }

    public required string Question { get; init; }

    public required Rule Rule { get; init; }

    public Deadline? Deadline { get; init; }

    public string Assumption { get; init; } = "";

    public string Settles { get; init; } = "";

    /// <summary>The issuer's own figures count; what others write about them is provisional.</summary>
    public Contract Contract(DateOnly from, Deadline? deadline) => new()
    {
        Version = 1, From = from, Question = Question, Rule = Rule, Bar = Rule is JudgedRule ? Grade.Press : Grade.CompanyRelease, Deadline = Deadline ?? deadline, Assumption = Assumption, Settles = Settles,
    };
}

/// <summary>What was typed for a break, once it is known to be sound.</summary>
internal sealed class BreakValues(Break of, StartForm form)
{
    public Unit Currency => Core.Quantities.Unit.Parse(form.Currency);

    public string Text(string name) => form[$"{of.Key}-{name}"];

    public decimal Number(string name) => Find(name) ?? throw new InvalidOperationException($"'{of.Key}-{name}' was not checked.");

    public decimal? Find(string name) => StartChecks.Read(of.Fields.Single(f => f.Name == name), Text(name)) as decimal?;

    public DateOnly Date(string name) => (DateOnly)StartChecks.Read(of.Fields.Single(f => f.Name == name), Text(name))!;

    public Unit Unit(string name) => Core.Quantities.Unit.Parse(Text(name));
}
