using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Data;

/// <summary>Neither engine keeps the kind of a date and time: what is written is UTC, and so is what is read.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    value => value.Kind == DateTimeKind.Utc ? value : value.ToUniversalTime(),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc));

/// <summary>SQLite cannot order instants with an offset; what Identity hands over is UTC anyway.</summary>
internal sealed class OffsetConverter() : ValueConverter<DateTimeOffset, DateTime>(
    value => value.UtcDateTime,
    value => new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Utc)));

internal sealed class UnitConverter() : ValueConverter<Unit, string>(unit => unit.Text, text => Unit.Parse(text));

/// <summary>A value written whole as JSON text, in the form of the thesis file.</summary>
internal sealed class JsonConverter<T>() : ValueConverter<T, string>(value => ThesisJson.Write(value), json => ThesisJson.Read<T>(json));

/// <summary>Values are immutable; two are equal when their JSON is.</summary>
internal sealed class JsonComparer<T>() : ValueComparer<T>(
    (left, right) => ReferenceEquals(left, right) || (left != null && right != null && ThesisJson.Write(left) == ThesisJson.Write(right)),
    value => ThesisJson.Write(value).GetHashCode(StringComparison.Ordinal),
    value => value);
