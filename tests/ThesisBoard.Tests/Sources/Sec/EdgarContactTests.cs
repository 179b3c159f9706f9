using ThesisBoard.Features.Members;
using ThesisBoard.Sources.Sec;
using ThesisBoard.Tests.Data;
using ThesisBoard.Tests.Shared.Edgar;
using Xunit;

namespace ThesisBoard.Tests.Sources.Sec;

/// <summary>Who asks EDGAR, typed by an owner.</summary>
public sealed class EdgarContactTests
{
    private const long Cango = 1725123;

    [Fact]
    public async Task What_an_owner_types_goes_to_the_sec_with_every_request_and_outlasts_a_restart()
    {
        await using var house = await SecHouse.Open(options => options with { Contact = "" });
        FakeIssuer.Cango(house.Edgar);
        var contact = house.Get<EdgarContact>();
        Assert.True(await contact.IsWanted());
        Assert.Equal(new(0, null), await house.Run(house.Watcher.CheckAll(default)));
        Assert.Empty(house.Edgar.Requests);

        Assert.Null(await contact.Set(await house.Store.Member(Role.Owner), " Zoë  Müller ", "zoe@example.com"));
        Assert.Equal(new(0, null), await house.Run(house.Watcher.CheckAll(default)));
        Assert.NotEmpty(house.Edgar.Requests);
        Assert.All(house.Edgar.Requests, r => Assert.Equal("ThesisBoard Zoe Muller zoe@example.com", r.UserAgent));
        Assert.Equal("Zoe Muller zoe@example.com", await Another(house).Current());
    }

    [Fact]
    public async Task Both_fields_emptied_end_it()
    {
        await using var house = await SecHouse.Open(options => options with { Contact = "" });
        var owner = await house.Store.Member(Role.Owner);
        var contact = house.Get<EdgarContact>();
        Assert.Null(await contact.Set(owner, "Ada Lovelace", "ada@example.com"));
        Assert.True(await contact.IsReady());
        Assert.Null(await contact.Set(owner, " ", ""));
        Assert.False(await contact.IsReady());
        await Assert.ThrowsAsync<EdgarException>(() => house.Client.Submissions(Cango));
        Assert.Empty(house.Edgar.Requests);
    }

    [Theory]
    [InlineData(Role.Anonymous)]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Editor)]
    public async Task Nobody_but_an_owner_names_it(Role role)
    {
        await using var house = await SecHouse.Open(options => options with { Contact = "" });
        var actor = await house.Store.Member(role);
        var contact = house.Get<EdgarContact>();
        Assert.False(await contact.IsFor(actor));
        Assert.NotNull(await contact.Set(actor, "Eve", "eve@example.com"));
        Assert.Equal("", await Another(house).Current());
    }

    [Fact]
    public async Task The_setting_goes_before_what_is_typed()
    {
        await using var house = await SecHouse.Open();
        var owner = await house.Store.Member(Role.Owner);
        var contact = house.Get<EdgarContact>();
        Assert.False(await contact.IsFor(owner));
        Assert.Contains("Edgar__Contact", await contact.Set(owner, "Ada", "ada@example.com"), StringComparison.Ordinal);
        Assert.Equal("Test Runner test@example.com", await contact.Current());
    }

    [Fact]
    public async Task What_another_process_wrote_counts_after_seconds()
    {
        await using var house = await SecHouse.Open(options => options with { Contact = "" });
        var contact = house.Get<EdgarContact>();
        Assert.Equal("", await contact.Current());
        Assert.Null(await Another(house).Set(await house.Store.Member(Role.Owner), "Ada Lovelace", "ada@example.com"));
        house.Store.Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal("Ada Lovelace ada@example.com", await contact.Current());
    }

    [Theory]
    [InlineData("Ada Lovelace", "", "no e-mail address")]
    [InlineData("Ada Lovelace", "ada", "no e-mail address")]
    [InlineData("Ada Lovelace", "ada@localhost", "no e-mail address")]
    [InlineData("Ada Lovelace", "ada@exam ple.com", "no e-mail address")]
    [InlineData("Ada Lovelace", "ada@example.com\r\nX-Other: 1", "no e-mail address")]
    [InlineData("", "ada@example.com", "name")]
    [InlineData("阿达", "ada@example.com", "Latin letters")]
    public void What_the_sec_could_not_use_is_told(string name, string address, string says) =>
        Assert.Contains(says, EdgarContact.Problem(name, address), StringComparison.Ordinal);

    [Theory]
    [InlineData("Ada\r\nX-Other: 1", "ada@example.com")]
    [InlineData("Łukasz Żak", "l@example.co.uk")]
    public async Task A_name_becomes_one_line_of_plain_letters(string name, string address)
    {
        await using var house = await SecHouse.Open(options => options with { Contact = "" });
        var contact = house.Get<EdgarContact>();
        var problem = await contact.Set(await house.Store.Member(Role.Owner), name, address);
        Assert.All(await contact.Current(), c => Assert.InRange(c, ' ', '~'));
        Assert.Equal(problem is null, await contact.IsReady());
    }

    private static EdgarContact Another(SecHouse house) => new(house.Get<EdgarOptions>(), house.Store.Databases(), house.Store.Clock);
}
