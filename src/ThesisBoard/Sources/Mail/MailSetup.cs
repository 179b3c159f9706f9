using ThesisBoard.Shell;

namespace ThesisBoard.Sources.Mail;

/// <summary>Adds the sending of mail.</summary>
public static class MailSetup
{
    /// <exception cref="Data.RefusedToStartException">A setting makes no sense.</exception>
    public static WebApplicationBuilder AddMail(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(MailOptions.Read(builder.Configuration)).AddSingleton<Mailer>();
        builder.Services.AddSingleton(SiteAddress.Read(builder.Configuration));
        return builder;
    }
}
