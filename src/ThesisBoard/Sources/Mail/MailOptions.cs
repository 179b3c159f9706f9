using System.Net;
using MimeKit;
using ThesisBoard.Data;
using ThesisBoard.Shell;

namespace ThesisBoard.Sources.Mail;

/// <summary>How mail leaves. Read once at start; a setting that makes no sense refuses to start.</summary>
public sealed record MailOptions
{
    private const string Section = "Mail";
    private const int Submission = 587;

    /// <summary>The server that takes mail. Blank: none is ever sent.</summary>
    public string Host { get; init; } = "";

    public int Port { get; init; } = Submission;

    public string User { get; init; } = "";

    public string Password { get; init; } = "";

    /// <summary>Whose name and address stand above every mail.</summary>
    public string From { get; init; } = "";

    /// <summary>Mail can be sent.</summary>
    public bool IsReady => Host.Length > 0;

    /// <summary>The server is this machine: nobody listens in between.</summary>
    internal bool IsNear => Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(Host, out var ip) && IPAddress.IsLoopback(ip));

    /// <summary>Reads the section <c>Mail</c>.</summary>
    /// <exception cref="RefusedToStartException">A setting makes no sense, or one is missing.</exception>
    public static MailOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var options = new MailOptions
        {
            Host = (section[nameof(Host)] ?? "").Trim(),
            Port = (int)section.Whole(nameof(Port), Submission, ushort.MaxValue),
            User = (section[nameof(User)] ?? "").Trim(),
            Password = section[nameof(Password)] ?? "",
            From = (section[nameof(From)] ?? "").Trim(),
        };
        if (!options.IsReady)
            return options;
        if (!MailboxAddress.TryParse(options.From, out _))
            throw new RefusedToStartException($"Mail__From is '{options.From}'. Give the address from which mail comes, such as Mail__From=\"ThesisBoard <board@example.com>\".");
        return options.User.Length > 0 == options.Password.Length > 0
            ? options
            : throw new RefusedToStartException("Of Mail__User and Mail__Password only one is set. Set both, or neither where the mail server asks for no password.");
    }
}
