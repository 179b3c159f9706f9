using System.Globalization;
using System.Text.Json.Nodes;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Features.Editing;

/// <summary>
/// What stands in the fields of a form, as typed, by the path that it has in JSON: <c>title</c>, <c>issuer.name</c>, <c>stances[0].criterion</c>.
/// What was loaded and never touched comes out as it was, to the space at the end of an anchor's prefix.
/// Nothing typed is ever refused here; reading it gives the item or everything that is wrong, each problem with the path of its field.
/// </summary>
public sealed class Sheet
{
    private readonly SortedDictionary<string, string> fields = new(StringComparer.Ordinal);
    private readonly HashSet<string> untouched = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FieldKind> kinds = new(StringComparer.Ordinal);

    public Sheet()
    {
    }

    public Sheet(JsonObject json) => Load(json);

    /// <summary>What the names of the fields begin with: two sheets may stand in one form.</summary>
    public string Within { get; init; } = "";

    /// <summary>What is wrong, by the path of its field; an empty path is about the whole.</summary>
    public IReadOnlyList<Problem> Problems { get; set; } = [];

    /// <summary>The text of a field; blank when there is none.</summary>
    public string this[string path]
    {
        get => fields.GetValueOrDefault(path, "");
        set
        {
            untouched.Remove(path);
            if (string.IsNullOrWhiteSpace(value))
                fields.Remove(path);
            else
                fields[path] = value;
        }
    }

    /// <summary>A form of an item, as JSON writes it.</summary>
    public static Sheet Of<T>(T item) => new(JsonNode.Parse(ThesisJson.Write(item))!.AsObject());

    /// <summary>The JSON type of a field; without it a field is text.</summary>
    public void Declare(string path, FieldKind kind) => kinds[path] = kind;

    public bool IsOn(string path) => this[path] == "true";

    /// <summary>Replaces everything by what the JSON holds.</summary>
    public void Load(JsonObject json)
    {
        fields.Clear();
        untouched.Clear();
        Problems = [];
        Flatten("", json);
    }

    /// <summary>A copy without some fields.</summary>
    public Sheet Without(params IReadOnlyCollection<string> paths)
    {
        var copy = new Sheet();
        foreach (var (path, text) in fields.Where(f => !paths.Contains(f.Key)))
            copy.fields[path] = text;
        foreach (var (path, kind) in kinds)
            copy.kinds[path] = kind;
        copy.untouched.UnionWith(untouched);
        return copy;
    }

    /// <summary>Takes a field, or an object or list with everything below it, away.</summary>
    public void Clear(string path)
    {
        foreach (var below in fields.Keys.Where(key => key == path || IsBelow(key, path)).ToList())
            fields.Remove(below);
    }

    /// <summary>How many rows a list has: one more than its highest index.</summary>
    public int Count(string list) => Indexes(list).DefaultIfEmpty(-1).Max() + 1;

    /// <summary>Takes a row out of a list and moves the rows after it up.</summary>
    public void RemoveRow(string list, int row)
    {
        var count = Count(list);
        Clear(At(list, row));
        for (var from = row + 1; from < count; from++)
        {
            foreach (var (key, value) in fields.Where(f => f.Key == At(list, from) || IsBelow(f.Key, At(list, from))).ToList())
            {
                var to = At(list, from - 1) + key[At(list, from).Length..];
                fields.Remove(key);
                fields[to] = value;
                if (kinds.TryGetValue(key, out var kind))
                    kinds[to] = kind;
            }
        }
    }

    /// <summary>The texts of a list of texts.</summary>
    public IReadOnlyList<string> Texts(string list) => [.. Enumerable.Range(0, Count(list)).Select(i => this[At(list, i)]).Where(text => text.Length > 0)];

    /// <summary>Puts a text into a list of texts, or takes it out.</summary>
    public void Toggle(string list, string text, bool isIn) => SetTexts(list, [.. Texts(list).Where(t => t != text).Concat(isIn ? [text] : [])]);

    /// <summary>Replaces a list of texts.</summary>
    public void SetTexts(string list, IReadOnlyList<string> texts)
    {
        Clear(list);
        for (var i = 0; i < texts.Count; i++)
            this[At(list, i)] = texts[i];
    }

    public static string At(string list, int row) => string.Create(CultureInfo.InvariantCulture, $"{list}[{row}]");

    /// <summary>The form as JSON; a number that is none stays text, so that reading it names it.</summary>
    public JsonObject Json()
    {
        var root = new JsonObject();
        foreach (var (path, text) in fields)
            JsonPath.Set(root, path, Value(path, text));
        return root;
    }

    /// <summary>The item, or null and <see cref="Problems"/>.</summary>
    public T? Read<T>()
        where T : class
    {
        var problems = ThesisJson.TryRead(Json().ToJsonString(), out T? item);
        Problems = [.. problems.Select(Plain)];
        return problems.Count == 0 ? item : null;
    }

    /// <summary>The problems of one field.</summary>
    public IEnumerable<string> Of(string path) => Problems.Where(p => p.Path == path).Select(p => p.Message);

    private JsonNode Value(string path, string text) => kinds.GetValueOrDefault(path) switch
    {
        FieldKind.Number when AmountText.TryParse(text, out var amount) => JsonNode.Parse(AmountText.Plain(amount))!,
        FieldKind.Flag => text == "true",
        _ => untouched.Contains(path) ? text : text.Trim(),
    };

    private Problem Plain(Problem problem)
    {
        var path = problem.Path.StartsWith("$.", StringComparison.Ordinal) ? problem.Path[2..] : problem.Path.TrimStart('$');
        var message = problem.Message.EndsWith("\" is missing.", StringComparison.Ordinal) ? "This is needed."
            : kinds.GetValueOrDefault(path) == FieldKind.Number ? $"“{this[path]}” is not a number. Write it like 0.25, 600,000,000 or 600M."
            : problem.Message;
        return new(path, message);
    }

    private void Flatten(string path, JsonNode? node)
    {
        if (node is JsonObject parent)
        {
            foreach (var (name, child) in parent)
                Flatten(path.Length == 0 ? name : $"{path}.{name}", child);
        }
        else if (node is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
                Flatten(At(path, i), list[i]);
        }
        else if (node is JsonValue value)
        {
            fields[path] = value.ToString();
            untouched.Add(path);
            var kind = value.GetValueKind();
            if (kind == System.Text.Json.JsonValueKind.Number)
                kinds[path] = FieldKind.Number;
            else if (kind is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False)
                (kinds[path], fields[path]) = (FieldKind.Flag, kind == System.Text.Json.JsonValueKind.True ? "true" : "false");
        }
    }

    private IEnumerable<int> Indexes(string list) =>
        from key in fields.Keys
        where key.StartsWith(list + "[", StringComparison.Ordinal)
        let digits = key[(list.Length + 1)..key.IndexOf(']', list.Length)]
        select int.Parse(digits, CultureInfo.InvariantCulture);

    private static bool IsBelow(string key, string path) =>
        key.Length > path.Length && key.StartsWith(path, StringComparison.Ordinal) && key[path.Length] is ('.' or '[');
}

/// <summary>How a field is written in JSON.</summary>
public enum FieldKind
{
    Text,
    Number,
    Flag,
}
