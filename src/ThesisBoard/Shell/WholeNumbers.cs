using System.Globalization;
using ThesisBoard.Data;

namespace ThesisBoard.Shell;

/// <summary>Settings that are whole numbers from one up.</summary>
internal static class WholeNumbers
{
    /// <exception cref="RefusedToStartException">The setting makes no sense.</exception>
    public static long Whole(this IConfigurationSection section, string name, long otherwise, long most)
    {
        if (section[name] is not { } text || string.IsNullOrWhiteSpace(text))
            return otherwise;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : throw new RefusedToStartException($"{section.Path.Replace(":", "__", StringComparison.Ordinal)}__{name} is '{text}'. Set it to a whole number from 1 to {most}.");
    }
}
