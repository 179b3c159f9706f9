using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using ThesisBoard.Data;
using ThesisBoard.Sources.Mail;
using ThesisBoard.Tests.Shared.Mail;
using Xunit;

namespace ThesisBoard.Tests.Sources.Mail;

/// <summary>Mail, over a real connection to a mail server of the test's own.</summary>
public sealed class MailerTests
{
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;
    private static readonly Letter Hello = new("grace@example.com", "Your link", "Open it: https://board.example.com/sign-in/abc=def");

    [Fact]
    public async Task A_mail_arrives_with_its_sender_its_text_and_the_time()
    {
        await using var server = new SmtpServer();
        Assert.IsType<MailResult.Sent>(await To(server).Send(Hello, Now));
        var mail = await server.Next(Now);
        Assert.Contains("From: ThesisBoard <board@example.com>", mail, StringComparison.Ordinal);
        Assert.Contains("To: grace@example.com", mail, StringComparison.Ordinal);
        Assert.Contains("Subject: Your link", mail, StringComparison.Ordinal);
        Assert.Contains("Date: Sun, 22 Nov 2026 12:00:00 +0000", mail, StringComparison.Ordinal);
        Assert.Contains("https://board.example.com/sign-in/abc=def", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("List-Unsubscribe", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_can_be_ended_by_one_click_says_so_to_the_mail_program()
    {
        await using var server = new SmtpServer();
        Assert.IsType<MailResult.Sent>(await To(server).Send(Hello with { Unsubscribe = new("https://board.example.com/unsubscribe/x") }, Now));
        var mail = await server.Next(Now);
        Assert.Contains("List-Unsubscribe: <https://board.example.com/unsubscribe/x>", mail, StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_people_typed_makes_another_header_or_another_recipient()
    {
        await using var server = new SmtpServer();
        Assert.IsType<MailResult.Sent>(await To(server).Send(Hello with { Subject = "Board\r\nBcc: eve@example.com\r\n\r\nother" }, Now));
        var mail = await server.Next(Now);
        Assert.DoesNotContain("\nBcc:", mail, StringComparison.OrdinalIgnoreCase);
        foreach (var address in (string[])["eve@example.com\r\nBcc: x@example.com", "a@b.com, c@d.com", "Eve <eve@example.com>", "eve", "eve@localhost", "", "@example.com", "e ve@example.com"])
        {
            Assert.False(Mailer.IsAddress(address), address);
            Assert.IsType<MailResult.Failed>(await To(server).Send(Hello with { To = address }, Now));
        }

        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task Without_settings_nothing_is_sent_and_that_is_a_state()
    {
        var mailer = With(MailOptions.Read(Settings()));
        Assert.False(mailer.IsReady);
        Assert.IsType<MailResult.NotSetUp>(await mailer.Send(Hello, Now));
    }

    [Fact]
    public async Task A_server_that_refuses_or_is_away_is_an_answer_and_no_exception()
    {
        int gone;
        await using (var server = new SmtpServer(refused: "grace@example.com", password: ("board", "right")))
        {
            gone = server.Port;
            Assert.Contains("does not deliver", Assert.IsType<MailResult.Failed>(await To(server, ("Mail:User", "board"), ("Mail:Password", "right")).Send(Hello, Now)).Reason, StringComparison.Ordinal);
            Assert.IsType<MailResult.Failed>(await To(server, ("Mail:User", "board"), ("Mail:Password", "wrong")).Send(Hello, Now));
            Assert.IsType<MailResult.Sent>(await To(server, ("Mail:User", "board"), ("Mail:Password", "right")).Send(Hello with { To = "ada@example.com" }, Now));
        }

        var away = With(MailOptions.Read(Settings(("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{gone}"), ("Mail:From", "board@example.com"))));
        Assert.IsType<MailResult.Failed>(await away.Send(Hello, Now));
    }

    [Theory]
    [InlineData("Mail:From", "nobody at all")]
    [InlineData("Mail:Port", "0")]
    [InlineData("Mail:Port", "smtp")]
    [InlineData("Mail:User", "board")]
    public void A_setting_that_makes_no_sense_refuses_to_start(string name, string value)
    {
        var refused = Assert.Throws<RefusedToStartException>(() => MailOptions.Read(Settings(("Mail:Host", "mail.example.com"), ("Mail:From", "board@example.com"), (name, value))));
        Assert.Contains(name.Replace(":", "__", StringComparison.Ordinal), refused.Message, StringComparison.Ordinal);
    }

    private static Mailer To(SmtpServer server, params (string Name, string Value)[] more) =>
        With(MailOptions.Read(Settings([.. server.Settings.Select(s => (s.Name.Replace("__", ":", StringComparison.Ordinal), s.Value)), .. more])));

    private static Mailer With(MailOptions options) =>
        new(options, new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero)), NullLogger<Mailer>.Instance);

    private static IConfiguration Settings(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.GroupBy(s => s.Name, s => (string?)s.Value).Select(g => KeyValuePair.Create(g.Key, g.Last()))).Build();
}
