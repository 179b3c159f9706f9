using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Tests.Theses;

/// <summary>Every property of a value, deep down, as text: equality of whole boards that owes nothing to the codec.</summary>
internal static class Deep
{
    public static string Text(object? value)
    {
        var text = new StringBuilder();
        Write(value, text);
        return text.ToString();
    }

    private static void Write(object? value, StringBuilder text)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case decimal number:
                text.Append((number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture));
                break;
            case DateTime moment:
                text.Append(moment.Ticks);
                break;
            case string or Uri or Unit or Sha256 or Enum or IFormattable:
                text.Append('\'').Append(value).Append('\'');
                break;
            case IEnumerable items:
                text.Append('[');
                foreach (var item in items)
                    Write(item, text);
                text.Append(']');
                break;
            default:
                Members(value, text);
                break;
        }

        text.Append(';');
    }

    private static void Members(object value, StringBuilder text)
    {
        text.Append(value.GetType().Name).Append('{');
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            text.Append(property.Name).Append('=');
            Write(property.GetValue(value), text);
        }

        text.Append('}');
    }
}
