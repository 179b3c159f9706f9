using System.Globalization;
using System.Net;
using ThesisBoard.Data;

namespace ThesisBoard.Sources.Sec;

/// <summary>How EDGAR is asked. Read once at start; a setting that makes no sense refuses to start.</summary>
public sealed record EdgarOptions
{
    private const string Section = "Edgar";
    private static readonly TimeSpan ShortestCheck = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestCheck = TimeSpan.FromDays(7);

    /// <summary>Where the lists of filings and company facts are.</summary>
    public Uri DataAddress { get; init; } = new("https://data.sec.gov/");

    /// <summary>Where the filings themselves are.</summary>
    public Uri ArchiveAddress { get; init; } = new("https://www.sec.gov/");

    /// <summary>Who asks, where the settings name it; see <see cref="EdgarContact"/>.</summary>
    public string Contact { get; init; } = "";

    /// <summary>How often a watched issuer is looked up.</summary>
    public TimeSpan CheckEvery { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>False: EDGAR is never asked, whatever a board says.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>How far back a watch looks.</summary>
    public int LookBackDays { get; init; } = 90;

    /// <summary>The forms that are brought in, amendments included.</summary>
    public IReadOnlyList<string> Forms { get; init; } = ["10-K", "10-KT", "10-Q", "10-QT", "8-K", "20-F", "40-F", "6-K", "NT 10-K", "NT 10-Q", "NT 20-F"];

    /// <summary>True for a form that is brought in, or an amendment of one (10-K/A).</summary>
    public bool Wants(string form) => Forms.Contains(form.EndsWith("/A", StringComparison.OrdinalIgnoreCase) ? form[..^2] : form, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the section <c>Edgar</c>.</summary>
    /// <exception cref="RefusedToStartException">A setting makes no sense.</exception>
    public static EdgarOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var standard = new EdgarOptions();
        return new()
        {
            DataAddress = Address(section, nameof(DataAddress), standard.DataAddress),
            ArchiveAddress = Address(section, nameof(ArchiveAddress), standard.ArchiveAddress),
            Contact = ContactOf(section[nameof(Contact)] ?? ""),
            CheckEvery = Time(section[nameof(CheckEvery)], standard.CheckEvery),
            Enabled = Flag(section[nameof(Enabled)]),
            LookBackDays = Days(section[nameof(LookBackDays)], standard.LookBackDays),
            Forms = section[nameof(Forms)] is { } forms && !string.IsNullOrWhiteSpace(forms)
                ? forms.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                : standard.Forms,
        };
    }

    private static Uri Address(IConfigurationSection section, string name, Uri standard)
    {
        if (section[name] is not { } text || string.IsNullOrWhiteSpace(text))
            return standard;
        var isGood = Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IsThisMachine(address)))
            && address is { Query: "", Fragment: "", UserInfo: "" };
        return isGood ? address! : throw Refused(name, text, "Give an https address, such as https://data.sec.gov; plain http is only for this machine itself.");
    }

    private static bool IsThisMachine(Uri address) => address.IsLoopback || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));

    private static string ContactOf(string text)
    {
        var contact = text.Trim();
        return contact.Length == 0 || IsContact(contact)
            ? contact
            : throw Refused(nameof(Contact), contact, "The SEC asks for a name and an e-mail address, such as Edgar__Contact=\"Ada Lovelace ada@example.com\".");
    }

    /// <summary>A name and an e-mail address, in letters that the head of a request can carry.</summary>
    internal static bool IsContact(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return text.Length <= 200 && text.All(c => c is >= ' ' and <= '~') && words.Length > 1
            && words.Any(w => w.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && w.IndexOf('.', at) > at + 1);
    }

    private static TimeSpan Time(string? text, TimeSpan standard) => string.IsNullOrWhiteSpace(text) ? standard
        : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time >= ShortestCheck && time <= LongestCheck ? time
        : throw Refused(nameof(CheckEvery), text, "Give hours, minutes and seconds between 00:00:10 and 7 days, such as 00:15:00.");

    private static bool Flag(string? text) => string.IsNullOrWhiteSpace(text) || (bool.TryParse(text, out var flag) ? flag
        : throw Refused(nameof(Enabled), text, "Set it to true or false."));

    private static int Days(string? text, int standard) => string.IsNullOrWhiteSpace(text) ? standard
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 3650 ? days
        : throw Refused(nameof(LookBackDays), text, "Give a number of days from 1 to 3650.");

    private static RefusedToStartException Refused(string name, string text, string help) => new($"{Section}__{name} is '{text}'. {help}");
}
