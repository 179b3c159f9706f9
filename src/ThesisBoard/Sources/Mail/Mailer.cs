using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using MimeKit.Text;

namespace ThesisBoard.Sources.Mail;

/// <summary>Sends mail, one connection a mail. Whatever goes wrong outside is a result and never an exception: a write that is done stays done.</summary>
public sealed partial class Mailer(MailOptions options, TimeProvider clock, ILogger<Mailer> log)
{
    private const int MostSubject = 200;
    private const int ImplicitTls = 465;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Mail can be sent at all.</summary>
    public bool IsReady => options.IsReady;

    /// <summary>True for what can stand in the "to" of a mail: one address, without a name or a line break.</summary>
    public static bool IsAddress(string text) =>
        text.Length <= 254 && text.All(c => c is > ' ' and not '\u007f') && MailboxAddress.TryParse(text, out var box)
        && box.Address == text && text.LastIndexOf('@') is > 0 and var at && text.IndexOf('.', at) > at + 1;

    public async Task<MailResult> Send(Letter letter, CancellationToken ct = default)
    {
        if (!options.IsReady)
            return new MailResult.NotSetUp();
        if (!IsAddress(letter.To))
            return new MailResult.Failed("That is no e-mail address.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            await Deliver(Compose(letter), limit.Token);
            return new MailResult.Sent();
        }
        catch (Exception e) when (IsOutside(e) && !ct.IsCancellationRequested)
        {
            NotSent(log, options.Host, e);
            return new MailResult.Failed(e is SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted }
                ? "The mail server does not deliver to this address."
                : "The mail server could not be reached, or did not take the mail. The log says why.");
        }
    }

    private async Task Deliver(MimeMessage message, CancellationToken ct)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync(options.Host, options.Port, Security(), ct);
        if (options.User.Length > 0)
            await client.AuthenticateAsync(options.User, options.Password, ct);
        await client.SendAsync(message, ct);
        await client.DisconnectAsync(quit: true, ct);
    }

    /// <summary>A password never goes over a network in the clear.</summary>
    private SecureSocketOptions Security() =>
        options.Port == ImplicitTls ? SecureSocketOptions.SslOnConnect
        : options.User.Length > 0 && !options.IsNear ? SecureSocketOptions.StartTls
        : SecureSocketOptions.StartTlsWhenAvailable;

    private MimeMessage Compose(Letter letter)
    {
        var message = new MimeMessage { Subject = OneLine(letter.Subject), Date = clock.GetUtcNow(), Body = new TextPart(TextFormat.Plain) { Text = letter.Text } };
        message.From.Add(MailboxAddress.Parse(options.From));
        message.To.Add(MailboxAddress.Parse(letter.To));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated"); // else somebody's out-of-office answer comes back
        if (letter.Unsubscribe is { } link)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{link.AbsoluteUri}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        return message;
    }

    private static string OneLine(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return line.Length > MostSubject ? line[..(MostSubject - 1)] + "…" : line;
    }

    private static bool IsOutside(Exception e) => e is CommandException or ProtocolException or System.Security.Authentication.AuthenticationException or MailKit.Security.AuthenticationException
        or SslHandshakeException or SocketException or IOException or NotSupportedException or OperationCanceledException or ServiceNotConnectedException;

    [LoggerMessage(Level = LogLevel.Warning, Message = "A mail could not be sent through {Host}.")]
    private static partial void NotSent(ILogger log, string host, Exception e);
}
