using System.Collections;
using System.Text.Json.Serialization.Metadata;

namespace ThesisBoard.Core.Theses.Json;

/// <summary>Leaves out what equals its declared default (not its type's default: a metric without a direction is neutral), and computed properties.</summary>
internal static class DefaultsLeftOut
{
    public static void Modify(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            if (type.Properties[i].Set is null)
                type.Properties.RemoveAt(i);
        }

        var blank = type.Type.IsValueType ? null : type.CreateObject?.Invoke();
        foreach (var property in type.Properties)
            LeaveOut(property, type.Type, blank);
    }

    private static void LeaveOut(JsonPropertyInfo property, Type owner, object? blank)
    {
        var parameter = property.AssociatedParameter;
        property.IsRequired = parameter is null ? property.IsRequired || owner.IsValueType : !parameter.HasDefaultValue && !IsOptional(property.PropertyType);
        if (property.IsRequired)
            return;
        var standard = parameter is null ? property.Get!(blank!) : parameter.HasDefaultValue ? parameter.DefaultValue : null;
        property.ShouldSerialize = (_, value) => value is ICollection { Count: 0 } ? standard is null : !Equals(value, standard);
    }

    private static bool IsOptional(Type type) => Nullable.GetUnderlyingType(type) is not null;
}
