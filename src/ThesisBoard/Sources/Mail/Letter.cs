namespace ThesisBoard.Sources.Mail;

/// <summary>A mail to one person, in plain text.</summary>
/// <param name="Unsubscribe">Where one click ends mails of this kind; null for a mail that the person asked for.</param>
public sealed record Letter(string To, string Subject, string Text, Uri? Unsubscribe = null);

/// <summary>What became of a mail.</summary>
public abstract record MailResult
{
    private MailResult()
    {
    }

    /// <summary>The mail server has taken it.</summary>
    public sealed record Sent : MailResult;

    /// <summary>No mail server is named in the settings: what the mail would have said has to be passed on by hand.</summary>
    public sealed record NotSetUp : MailResult;

    /// <summary>The mail server could not be reached, or did not take it. The reason holds nothing of the mail.</summary>
    public sealed record Failed(string Reason) : MailResult;
}
