using System.Globalization;
using System.Text.Json.Nodes;

namespace ThesisBoard.Features.Editing;

/// <summary>Reaches into JSON by paths such as <c>rule.parts[0].criterion</c>, making what is missing on the way.</summary>
internal static class JsonPath
{
    /// <summary>Sets the value at a path.</summary>
    public static void Set(JsonObject root, string path, JsonNode? value)
    {
        var steps = Steps(path);
        JsonNode node = root;
        for (var i = 0; i < steps.Count - 1; i++)
            node = Child(node, steps[i]) ?? Put(node, steps[i], steps[i + 1] is int ? new JsonArray() : new JsonObject());
        Put(node, steps[^1], value);
    }

    /// <summary>The value at a path, or null.</summary>
    public static JsonNode? Get(JsonObject root, string path)
    {
        JsonNode? node = root;
        foreach (var step in Steps(path))
        {
            if (node is null)
                return null;
            node = Child(node, step);
        }

        return node;
    }

    /// <summary>Takes the value at a path away, and the objects that are empty then.</summary>
    public static void Remove(JsonObject root, string path)
    {
        var cut = path.LastIndexOf('.');
        var parent = cut < 0 ? root : Get(root, path[..cut]) as JsonObject;
        parent?.Remove(path[(cut + 1)..]);
        if (cut >= 0 && parent is { Count: 0 })
            Remove(root, path[..cut]);
    }

    /// <summary>The steps of a path: a name is a string, a place in a list a number.</summary>
    private static List<object> Steps(string path)
    {
        var steps = new List<object>();
        foreach (var part in path.Split('.', '['))
            steps.Add(part.EndsWith(']') ? int.Parse(part[..^1], CultureInfo.InvariantCulture) : part);
        return steps;
    }

    private static JsonNode? Child(JsonNode node, object step) => (node, step) switch
    {
        (JsonArray list, int place) => place < list.Count ? list[place] : null,
        (JsonObject parent, string name) => parent[name],
        _ => null,
    };

    private static JsonNode Put(JsonNode node, object step, JsonNode? value)
    {
        if (node is JsonArray list && step is int place)
        {
            while (list.Count <= place)
                list.Add(new JsonObject());
            list[place] = value;
        }
        else if (node is JsonObject parent && step is string name)
        {
            parent[name] = value;
        }

        return value!;
    }
}
