using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ThesisBoard.Filings;

namespace ThesisBoard.CommandLine;

/// <summary>How <c>facts</c> writes its rows.</summary>
public enum FactsFormat
{
    Csv,
    Json,
}

/// <summary>
/// <c>facts &lt;file&gt; --csv|--json</c>: every numeric fact of the file in document order. What cannot be resolved goes to
/// standard error with its place, and the exit code is 1.
/// </summary>
public static class FactsCommand
{
    private static readonly string[] Columns = ["name", "value", "period", "dims", "unit", "decimals"];

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    public static int Run(TextWriter stdout, TextWriter stderr, string file, FactsFormat format)
    {
        try
        {
            using var content = File.OpenRead(file);
            var result = FilingReader.Read(content);
            Write(stdout, result.Facts, format);
            return Report(stderr, file, result);
        }
        catch (Exception e) when (e is FilingException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            stderr.WriteLine(e is FilingException { Place: not null } ? $"{file}:{e.Message}" : $"{file}: {e.Message}");
            return 1;
        }
    }

    /// <summary>A missing part first and in one sentence, since it explains the lines that follow.</summary>
    private static int Report(TextWriter stderr, string file, ReadResult result)
    {
        if (result.MissingPart is { } missing)
            stderr.WriteLine($"{file}: {missing}");
        var lost = result.Skipped.Where(s => s.IsNumeric).ToList();
        foreach (var skipped in lost)
            stderr.WriteLine($"{file}:{skipped}");
        return lost.Count == 0 && result.Missing.Count == 0 ? 0 : 1;
    }

    private static void Write(TextWriter stdout, IReadOnlyList<Fact> facts, FactsFormat format)
    {
        if (format == FactsFormat.Csv)
        {
            WriteLine(stdout, Columns);
            foreach (var fact in facts)
                WriteLine(stdout, Row.Of(fact).Fields);
            return;
        }
        stdout.Write('[');
        for (var i = 0; i < facts.Count; i++)
            stdout.Write((i == 0 ? "\n" : ",\n") + JsonSerializer.Serialize(Row.Of(facts[i]), Json));
        stdout.Write("\n]\n");
    }

    /// <summary>One line of RFC 4180, ended by a line feed alone.</summary>
    private static void WriteLine(TextWriter stdout, string[] fields) => stdout.Write(string.Join(',', fields.Select(Quote)) + "\n");

    private static string Quote(string field) =>
        field.AsSpan().ContainsAny(",\"\r\n") ? "\"" + field.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : field;

    private sealed record Row(string Name, string Value, string Period, string Dims, string Unit, string Decimals)
    {
        [JsonIgnore]
        public string[] Fields => [Name, Value, Period, Dims, Unit, Decimals];

        public static Row Of(Fact fact) => new(
            fact.Name, fact.Value?.ToString() ?? "", fact.Period.ToString(), Dimension.Join(fact.Dimensions), fact.Unit.ToString(), fact.Decimals);
    }
}
