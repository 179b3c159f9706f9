using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Metrics;

namespace ThesisBoard.Core.Theses.Checks;

/// <summary>What every check shares: the names that exist, the bounds, and the list of problems.</summary>
/// <param name="namesPlaces">False for a first look at whether there is any problem at all: then no check writes down where it looks.</param>
internal sealed partial class CheckDesk(Thesis thesis, Record record, bool namesPlaces)
{
    private const int MaxProblems = 500;
    private const int MaxKey = 64;
    private const int MaxNamesForHints = 200;
    private readonly List<Problem> problems = [];

    public IReadOnlyList<Problem> Problems => problems;

    public IReadOnlyDictionary<string, Metric> Metrics { get; } = First(thesis.Metrics, m => m.Key);

    public IReadOnlyDictionary<string, Criterion> Criteria { get; } = First(thesis.Criteria, c => c.Key);

    public IReadOnlyDictionary<string, Milestone> Milestones { get; } = First(thesis.Milestones, m => m.Key);

    public IReadOnlyDictionary<string, Source> Sources { get; } = First(record.Sources, s => s.Key);

    public IReadOnlyDictionary<string, EvidenceItem> Evidence { get; } = First(record.Evidence, e => e.Key);

    public void Add(string path, string message)
    {
        if (problems.Count < MaxProblems)
            problems.Add(new(path, message));
    }

    public void Require(bool holds, string path, string message)
    {
        if (!holds)
            Add(path, message);
    }

    /// <summary>The same; the message is written only when it is needed.</summary>
    public void Require(bool holds, string path, [InterpolatedStringHandlerArgument(nameof(holds))] ref Complaint message)
    {
        if (!holds)
            Add(path, message.Text());
    }

    /// <summary>Each key is well formed and stands once; then each item is checked at its own path.</summary>
    public void Each<T>(IReadOnlyList<T> items, string path, Func<T, string> keyOf, Action<T, string> check)
    {
        var seen = new HashSet<string>(items.Count, StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            var at = At(path, i);
            var key = keyOf(items[i]);
            Key(key, at + ".key");
            if (!seen.Add(key))
                Add(at + ".key", $"The key '{Brief(key)}' stands twice in this list. Give one of them another key.");
            check(items[i], at);
        }
    }

    public void Key(string key, string path)
    {
        if (key.Length > MaxKey || !KeyForm().IsMatch(key))
            Add(path, $"'{Brief(key)}' is not a key. Use 1 to {MaxKey} lower-case letters, digits and hyphens, with no hyphen at either end.");
    }

    public void Exists<T>(string key, IReadOnlyDictionary<string, T> known, string what, string path)
    {
        if (known.ContainsKey(key))
            return;
        var near = known.Count <= MaxNamesForHints && key.Length <= MaxKey ? NearestName.To(key, known.Keys) : null;
        Add(path, $"There is no {what} '{Brief(key)}'. {(near is null ? "Add it, or name one that exists." : $"Did you mean '{near}'?")}");
    }

    /// <summary>Every name exists and stands once.</summary>
    public void AllExist<T>(IReadOnlyList<string> keys, IReadOnlyDictionary<string, T> known, string what, string path)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < keys.Count; i++)
        {
            Exists(keys[i], known, what, At(path, i));
            Require(seen.Add(keys[i]), At(path, i), $"'{Brief(keys[i])}' is named twice. Name it once.");
        }
    }

    public void Date(DateOnly? date, string path)
    {
        if (date < ThesisCheck.FirstDate || date > ThesisCheck.LastDate)
            Add(path, $"{date:yyyy-MM-dd} is outside of 1900-01-01 to 2200-12-31. Check the year.");
    }

    public void Amount(decimal? amount, string path)
    {
        if (amount is not { } value)
            return;
        Require(Math.Abs(value) < ThesisCheck.AmountLimit, path, "The amount is too large: it must be below 1,000,000,000,000,000. Check its scale.");
        Require(Math.Round(value, ThesisCheck.MaxDecimals) == value, path, $"The amount has more than {ThesisCheck.MaxDecimals} decimals. Round it.");
    }

    /// <summary>Where an item of a list stands. On the first look it is empty, and so are all places within it: joining nothing to a name costs nothing.</summary>
    public string At(string list, int index) => namesPlaces ? Problem.At(list, index) : "";

    public static string Brief(string text) => text.Length <= MaxKey ? text : text[..MaxKey] + "…";

    private static Dictionary<string, T> First<T>(IReadOnlyList<T> items, Func<T, string> keyOf)
    {
        var known = new Dictionary<string, T>(items.Count, StringComparer.Ordinal);
        foreach (var item in items)
            known.TryAdd(keyOf(item), item);
        return known;
    }

    [GeneratedRegex(@"\A[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex KeyForm();
}
