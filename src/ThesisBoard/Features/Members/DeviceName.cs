namespace ThesisBoard.Features.Members;

/// <summary>What a browser calls itself, in words that its owner knows. It may say anything: it is only shown.</summary>
internal static class DeviceName
{
    private static readonly (string Sign, string Word)[] Browsers = [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Word)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Of(string userAgent) => (Find(Browsers, userAgent), Find(Systems, userAgent)) switch
    {
        ({ } browser, { } system) => $"{browser} on {system}",
        ({ } browser, null) => browser,
        (null, { } system) => $"A program on {system}",
        _ => "A program",
    };

    private static string? Find((string Sign, string Word)[] known, string text) =>
        known.Where(k => text.Contains(k.Sign, StringComparison.Ordinal)).Select(k => k.Word).FirstOrDefault();
}
