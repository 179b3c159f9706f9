using System.Globalization;
using System.Text.Json;
using ThesisBoard.Filings.Text;

namespace ThesisBoard.Filings.Edgar;

/// <summary>Reads EDGAR company facts (<c>/api/xbrl/companyfacts/CIK….json</c>), whatever taxonomies it holds.</summary>
public static class CompanyFactsReader
{
    /// <exception cref="FilingException">The content is one of the SEC's error bodies, damaged, or no company facts.</exception>
    public static CompanyFacts Read(Stream content, ReadLimits? limits = null, CancellationToken cancellation = default)
    {
        var budget = new ReadBudget(limits ?? ReadLimits.Default, cancellation);
        return Read(new BoundedStream(content, budget), budget);
    }

    internal static CompanyFacts Read(BoundedStream stream, ReadBudget budget)
    {
        var bytes = JsonText.Load(stream);
        return JsonText.Guard(() => new CompanyFactsWalk(bytes, budget).Read());
    }
}

/// <summary>One pass over the tokens of a company-facts file: taxonomy, concept, unit, value.</summary>
internal sealed class CompanyFactsWalk(byte[] bytes, ReadBudget budget)
{
    private readonly List<CompanyFact> facts = [];
    private readonly List<SkippedFact> skipped = [];
    private readonly Dictionary<string, UnitMeasure> units = new(StringComparer.Ordinal);
    private readonly LineCounter lines = new(bytes);
    private string cik = "";
    private string entityName = "";
    private bool hasFacts;
    private bool isSubmissions;

    public CompanyFacts Read()
    {
        var json = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = JsonText.MaxDepth });
        json.Read();
        if (IsObject(ref json))
            ReadRoot(ref json);
        json.Read();
        if (!hasFacts)
        {
            throw new FilingException(FilingErrorKind.NotFacts, isSubmissions
                ? "This is EDGAR's list of filings, which holds no tagged facts."
                : "This JSON is not EDGAR company facts.");
        }
        var number = JsonText.Cik(cik)
            ?? throw new FilingException(FilingErrorKind.NotFacts, $"The company facts name no filer: '{cik}' is no CIK.");
        return new CompanyFacts(number, entityName, facts, skipped);
    }

    private void ReadRoot(ref Utf8JsonReader json)
    {
        while (NextProperty(ref json, out var name))
        {
            switch (name)
            {
                case "cik":
                    cik = Scalar(ref json).Trim();
                    break;
                case "entityName":
                    entityName = Scalar(ref json);
                    break;
                case "facts":
                    hasFacts = json.TokenType == JsonTokenType.StartObject;
                    if (IsObject(ref json))
                        ReadTaxonomies(ref json);
                    break;
                default:
                    isSubmissions |= name is "filings" or "accessionNumber";
                    json.Skip();
                    break;
            }
        }
    }

    private void ReadTaxonomies(ref Utf8JsonReader json)
    {
        while (NextProperty(ref json, out var taxonomy))
        {
            if (!IsObject(ref json))
                continue;
            while (NextProperty(ref json, out var concept))
            {
                if (IsObject(ref json))
                    ReadConcept(ref json, taxonomy + ":" + concept);
            }
        }
    }

    private void ReadConcept(ref Utf8JsonReader json, string concept)
    {
        while (NextProperty(ref json, out var name))
        {
            if (name == "units" && json.TokenType == JsonTokenType.StartObject)
                ReadUnits(ref json, concept);
            else
                json.Skip();
        }
    }

    private void ReadUnits(ref Utf8JsonReader json, string concept)
    {
        while (NextProperty(ref json, out var unit))
        {
            if (json.TokenType != JsonTokenType.StartArray)
            {
                json.Skip();
                continue;
            }
            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            {
                if (IsObject(ref json))
                    ReadValue(ref json, concept, Unit(unit));
            }
        }
    }

    private void ReadValue(ref Utf8JsonReader json, string concept, UnitMeasure unit)
    {
        var place = lines.PlaceOf(json.TokenStartIndex);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        while (NextProperty(ref json, out var name))
            fields[name] = Scalar(ref json);
        if (facts.Count + skipped.Count >= budget.Limits.MaxItems)
            throw new FilingException(FilingErrorKind.TooManyItems, $"More than {budget.Limits.MaxItems:N0} facts.", place);
        if ((facts.Count & 0xFFF) == 0)
            budget.CheckTime();
        if (Explain(fields, concept, unit, place) is { } problem)
            skipped.Add(new SkippedFact(place, concept, IsNumeric: true, problem));
    }

    /// <summary>Adds the value, or says why not.</summary>
    private string? Explain(Dictionary<string, string> fields, string concept, UnitMeasure unit, Place place)
    {
        if (Day(fields, "end") is not { } end)
            return "it has no end date";
        var start = Day(fields, "start");
        if (start is null && fields.GetValueOrDefault("start", "").Length > 0)
            return $"its start '{fields["start"]}' is no date";
        if (Day(fields, "filed") is not { } filed)
            return "it has no filing date";
        PlainDecimal? value = null;
        if (fields.GetValueOrDefault("val") is { Length: > 0 } text)
        {
            if (!PlainDecimal.TryParse(text, 0, negate: false, out var number))
                return $"its value '{text}' is not a number";
            value = number;
        }
        else if (!fields.ContainsKey("val"))
        {
            return "it has no value";
        }
        facts.Add(new CompanyFact(
            new CompanyFactKey(concept, unit, start is { } first ? FactPeriod.Duration(first, end) : FactPeriod.Instant(end)),
            value,
            fields.GetValueOrDefault("accn", ""),
            int.TryParse(fields.GetValueOrDefault("fy"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null,
            fields.GetValueOrDefault("fp", ""),
            fields.GetValueOrDefault("form", ""),
            filed,
            fields.GetValueOrDefault("frame", ""),
            place));
        return null;
    }

    /// <summary><c>USD/shares</c> is a quotient.</summary>
    private UnitMeasure Unit(string text)
    {
        if (!units.TryGetValue(text, out var unit))
        {
            var slash = text.IndexOf('/', StringComparison.Ordinal);
            unit = slash < 0 ? new UnitMeasure([text], []) : new UnitMeasure([text[..slash]], [text[(slash + 1)..]]);
            units.Add(text, unit);
        }
        return unit;
    }

    private static DateOnly? Day(Dictionary<string, string> fields, string name) =>
        DateOnly.TryParseExact(fields.GetValueOrDefault(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>Whether the reader stands at an object; any other value is passed over.</summary>
    private static bool IsObject(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.StartObject)
            return true;
        json.Skip();
        return false;
    }

    /// <summary>Moves to the value of the open object's next property.</summary>
    private static bool NextProperty(ref Utf8JsonReader json, out string name)
    {
        name = "";
        if (!json.Read() || json.TokenType == JsonTokenType.EndObject)
            return false;
        name = json.GetString()!;
        json.Read();
        return true;
    }

    /// <summary>A text, the digits of a number, or empty.</summary>
    private static string Scalar(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.String)
            return json.GetString()!;
        if (json.TokenType == JsonTokenType.Number)
            return System.Text.Encoding.ASCII.GetString(json.ValueSpan);
        json.Skip();
        return "";
    }
}
