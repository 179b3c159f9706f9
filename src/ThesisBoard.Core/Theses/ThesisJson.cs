using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses.Json;

namespace ThesisBoard.Core.Theses;

/// <summary>How the words of a thesis are written as JSON: in the thesis file, in the database's JSON columns and in the log of changes.</summary>
/// <remarks>
/// Properties in the order of their declaration, what equals its default left out, enums as words, dates as ISO 8601, amounts without trailing zeros.
/// A quantity is <c>"4451 BTC"</c>, a period <c>"2025-12-31"</c> or <c>"2025-01-01/2025-12-31"</c>, a report <c>"annual 2025-12-31"</c>.
/// </remarks>
public static class ThesisJson
{
    /// <summary>How deep the JSON of a board may nest.</summary>
    public const int MaxDepth = 64;

    /// <summary>On one line, for a column or a payload.</summary>
    public static JsonSerializerOptions Options { get; } = Build(isIndented: false);

    /// <summary>The layout of the thesis file.</summary>
    public static JsonSerializerOptions Indented { get; } = Build(isIndented: true);

    /// <summary>Writes one value (a rule, a contract, an observation) on one line.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads one value that <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The text is not such a value. For text that people wrote, use <see cref="TryRead"/>.</exception>
    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"Expected a {typeof(T).Name} and found null.");

    /// <summary>Reads one value, or says everything that is wrong with the text.</summary>
    public static IReadOnlyList<Problem> TryRead<T>(string json, out T? value)
    {
        value = default;
        if (!JsonText.TryParse(json, out var document, out var problem))
            return [problem];
        using (document)
        {
            var problems = JsonShape.Check(document.RootElement, typeof(T));
            if (problems.Count == 0)
                value = document.Deserialize<T>(Options);
            return problems;
        }
    }

    private static JsonSerializerOptions Build(bool isIndented)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            MaxDepth = MaxDepth,
            WriteIndented = isIndented,
            IndentSize = 2,
            NewLine = "\n",
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { DefaultsLeftOut.Modify } },
        };
        foreach (var converter in Converters())
            options.Converters.Add(converter);
        options.MakeReadOnly();
        return options;
    }

    private static IEnumerable<JsonConverter> Converters() =>
    [
        .. TextConverters.All,
        new AmountConverter(),
        new RuleConverter(),
        new WordConverter<Direction>(),
        new WordConverter<Grade>(),
        new WordConverter<Stance>(),
        new WordConverter<ObservationBasis>(),
        new WordConverter<SourceKind>(),
        new WordConverter<PublishedBasis>(),
        new WordConverter<CriterionGroup>(),
        new WordConverter<Element>(),
        new WordConverter<Standing>(),
        new WordConverter<Verdict>(),
        new WordConverter<ReportKind>(),
        new WordConverter<FilerRegime>(),
        new WordConverter<FilerStatus>(),
        new WordConverter<TrendBase>(),
        new WordConverter<Quorum>(),
        new WordConverter<BasisKind>(),
    ];
}
