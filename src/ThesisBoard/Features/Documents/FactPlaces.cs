using System.Net;

namespace ThesisBoard.Features.Documents;

/// <summary>Where the marked facts stand on a sanitised page, in ink. The page is our own writing: every tag is whole, and <c>&lt;</c> stands for nothing else.</summary>
internal static class FactPlaces
{
    private const string Mark = "<span class=\"tb-fact\" data-fact=\"";

    /// <summary>The first place of each fact, by its tag.</summary>
    public static IReadOnlyDictionary<string, InkRange> Of(string html)
    {
        var places = new Dictionary<string, InkRange>(StringComparer.Ordinal);
        var open = new Stack<(string? Tag, int At)>();
        var ink = 0;
        var i = Math.Max(0, html.IndexOf("<body>", StringComparison.Ordinal));
        while (i < html.Length)
        {
            if (html[i] == '<')
            {
                var rest = html.AsSpan(i);
                if (rest.StartsWith("<span"))
                    open.Push((TagOf(rest), ink));
                else if (rest.StartsWith("</span>") && open.TryPop(out var ended) && ended.Tag is { } tag && ink > ended.At)
                    places.TryAdd(tag, new(ended.At, ink - ended.At));
                i = html.IndexOf('>', i) is var end and >= 0 ? end + 1 : html.Length;
                continue;
            }

            if (!char.IsWhiteSpace(html[i]))
                ink++;
            i = html[i] == '&' && html.IndexOf(';', i) is var stop and >= 0 ? stop + 1 : i + 1;
        }

        return places;
    }

    private static string? TagOf(ReadOnlySpan<char> rest)
    {
        if (!rest.StartsWith(Mark))
            return null;
        var value = rest[Mark.Length..];
        return WebUtility.HtmlDecode(value[..Math.Max(0, value.IndexOf('"'))].ToString());
    }
}
