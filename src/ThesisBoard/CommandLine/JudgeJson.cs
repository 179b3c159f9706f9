using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses.Json;

namespace ThesisBoard.CommandLine;

/// <summary>The JSON of <c>judge --json</c>. Others read it: every property is always there, null where there is nothing, and the same board gives the same bytes.</summary>
internal static class JudgeJson
{
    private const int Decimals = 8;

    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(BoardState board)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Layout))
        {
            json.WriteStartObject();
            json.WriteString("thesis", board.Thesis.Slug);
            json.WriteString("asOf", Text(board.AsOf));
            json.WriteString("verdict", $"{board.Verdict}");
            json.WriteString("reason", $"{board.Reason}");
            json.WriteStartArray("criteria");
            foreach (var criterion in board.Criteria)
                Write(json, criterion, board);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan) + "\n";
    }

    private static void Write(Utf8JsonWriter json, CriterionState criterion, BoardState board)
    {
        json.WriteStartObject();
        json.WriteString("key", criterion.Key);
        json.WriteNumber("version", criterion.Contract.Version);
        json.WriteString("standing", $"{criterion.Standing}");
        json.WriteBoolean("provisional", criterion.IsProvisional);
        Write(json, "progress", criterion.Rule.Progress);
        Write(json, "distance", criterion.Rule.Distance?.Amount);
        json.WriteString("unit", criterion.Rule.Distance?.Unit.Text);
        json.WriteString("due", criterion.Due is { } due ? Text(due) : null);
        json.WriteNumber("overdueDays", criterion.OverdueDays);
        json.WriteString("reason", criterion.Reason);
        json.WriteStartArray("observations");
        foreach (var observation in criterion.Rule.Used.SelectMany(figure => figure.Used).DistinctBy(o => o.Key))
            Write(json, observation, board);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Observation observation, BoardState board)
    {
        json.WriteStartObject();
        json.WriteString("key", observation.Key);
        json.WriteString("metric", observation.Metric);
        json.WriteString("period", observation.Period.ToString());
        Write(json, "value", observation.Value.Amount);
        json.WriteString("unit", observation.Value.Unit.Text);
        json.WriteString("source", observation.Source);
        json.WriteString("published", (observation.Published ?? board.Sources[observation.Source].Published).ToString());
        json.WriteEndObject();
    }

    /// <summary>Without an exponent or trailing zeros; what was divided is cut to as many decimals as the record keeps.</summary>
    private static void Write(Utf8JsonWriter json, string name, decimal? amount)
    {
        json.WritePropertyName(name);
        if (amount is { } number)
            json.WriteRawValue(QuantityText.Write(Math.Round(number, Decimals, MidpointRounding.AwayFromZero)));
        else
            json.WriteNullValue();
    }

    private static string Text(DateOnly date) => new PublishedOn(date).ToString();
}
