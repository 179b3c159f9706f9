using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Theses.Json;

/// <summary>Reads a value from its text form; false when the text is none.</summary>
internal delegate bool TextParser<T>(string text, [MaybeNullWhen(false)] out T value);

/// <summary>Writes a value as one JSON string.</summary>
internal sealed class TextConverter<T>(TextParser<T> parse, Func<T, string> write, string expected) : JsonConverter<T>
    where T : notnull
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && parse(reader.GetString()!, out var value)
            ? value
            : throw new JsonException($"Expected {expected}.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
}

/// <summary>The values that are written as text.</summary>
internal static class TextConverters
{
    private const string Day = "yyyy-MM-dd";
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    public static IReadOnlyList<JsonConverter> All { get; } =
    [
        new TextConverter<DateOnly>(TryDate, Write, "a date such as \"2026-03-31\""),
        new TextConverter<PublishedOn>(TryPublished, p => Write(p.Date), "a date such as \"2026-03-31\""),
        new TextConverter<RecordedAt>(TryRecorded, r => r.Utc.ToString(Moment, CultureInfo.InvariantCulture), "a UTC time such as \"2026-11-22T18:06:00Z\""),
        new TextConverter<Period>(TryPeriod, p => p.ToString(), "a date such as \"2025-12-31\" or a period such as \"2025-01-01/2025-12-31\" that does not end before it starts"),
        new TextConverter<Unit>(TryUnit, u => u.Text, "a unit such as \"USD\", \"BTC\", \"USD/BTC\", or \"1\" for a pure number"),
        new TextConverter<Quantity>(QuantityText.TryParse, QuantityText.Write, "an amount with its unit, such as \"4451 BTC\" or \"-452800000 USD\""),
        new TextConverter<ReportRef>(TryReport, r => $"{Words.Of(r.Kind)} {Write(r.PeriodEnd)}", "a report such as \"annual 2025-12-31\", \"half-year 2026-06-30\" or \"quarter 2026-03-31\""),
        new TextConverter<Sha256>(Sha256.TryParse, s => s.Hex, "a SHA-256 of 64 hexadecimal digits"),
        new TextConverter<Uri>(TryUri, u => u.OriginalString, "a whole address such as \"https://www.sec.gov/\""),
    ];

    private static string Write(DateOnly date) => date.ToString(Day, CultureInfo.InvariantCulture);

    private static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static bool TryPublished(string text, out PublishedOn published)
    {
        var isDate = TryDate(text, out var date);
        published = new(date);
        return isDate;
    }

    private static bool TryRecorded(string text, out RecordedAt recorded)
    {
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var isMoment = DateTime.TryParseExact(text, Moment, CultureInfo.InvariantCulture, utc, out var moment);
        recorded = new(moment);
        return isMoment;
    }

    private static bool TryPeriod(string text, out Period period)
    {
        period = default;
        var parts = text.Split('/');
        if (parts.Length > 2 || !TryDate(parts[^1], out var end))
            return false;
        period = Period.At(end);
        if (parts.Length == 1)
            return true;
        if (!TryDate(parts[0], out var start) || end < start)
            return false;
        period = Period.Between(start, end);
        return true;
    }

    private static bool TryUnit(string text, [MaybeNullWhen(false)] out Unit unit) => Unit.TryParse(text, out unit);

    private static bool TryReport(string text, out ReportRef report)
    {
        report = default;
        var parts = text.Split(' ');
        if (parts.Length != 2 || !Words.TryParse(parts[0], out ReportKind kind) || !TryDate(parts[1], out var end))
            return false;
        report = new(kind, end);
        return true;
    }

    private static bool TryUri(string text, [MaybeNullWhen(false)] out Uri uri) => Uri.TryCreate(text, UriKind.Absolute, out uri);
}
