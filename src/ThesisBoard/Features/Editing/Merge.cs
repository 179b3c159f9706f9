using System.Text.Json.Nodes;

namespace ThesisBoard.Features.Editing;

/// <summary>Whose value of a field is kept.</summary>
public enum Side
{
    Mine,
    Theirs,
}

/// <summary>A field that two people left different, and whose is kept.</summary>
public sealed class MergeChoice(FieldChange change, bool isContested, Side side)
{
    public FieldChange Change { get; } = change;

    /// <summary>Both changed it, differently; else only one did, and that one's value is proposed.</summary>
    public bool IsContested { get; } = isContested;

    public Side Side { get; set; } = side;
}

/// <summary>
/// Two people changed the same item: field by field, what both have, from the version that they started from. A field that only one of them changed keeps that change unless the person chooses otherwise.
/// </summary>
public sealed class Merge
{
    private readonly JsonObject mine;
    private readonly JsonObject theirs;

    public Merge(JsonObject seen, JsonObject mine, JsonObject theirs)
    {
        (this.mine, this.theirs) = (mine, theirs);
        var byMe = FieldDiff.Between(seen, mine).Select(c => c.Path).ToList();
        var byThem = FieldDiff.Between(seen, theirs).Select(c => c.Path).ToList();
        Choices =
        [
            .. FieldDiff.Between(mine, theirs).Select(change =>
            {
                var (i, they) = (byMe.Any(p => Touches(p, change.Path)), byThem.Any(p => Touches(p, change.Path)));
                return new MergeChoice(change, isContested: i && they, they && !i ? Side.Theirs : Side.Mine);
            }),
        ];
    }

    /// <summary>The fields that differ. <see cref="FieldChange.Before"/> is mine, <see cref="FieldChange.After"/> theirs.</summary>
    public IReadOnlyList<MergeChoice> Choices { get; }

    /// <summary>One side for every field.</summary>
    public void Take(Side side)
    {
        foreach (var choice in Choices)
            choice.Side = side;
    }

    /// <summary>The item as chosen.</summary>
    public JsonObject Result()
    {
        var result = mine.DeepClone().AsObject();
        foreach (var path in Choices.Where(c => c.Side == Side.Theirs).Select(c => c.Change.Path))
        {
            if (JsonPath.Get(theirs, path) is { } value)
                JsonPath.Set(result, path, value.DeepClone());
            else
                JsonPath.Remove(result, path);
        }

        return result;
    }

    private static bool Touches(string one, string other) =>
        one == other || one.StartsWith(other + ".", StringComparison.Ordinal) || other.StartsWith(one + ".", StringComparison.Ordinal);
}
