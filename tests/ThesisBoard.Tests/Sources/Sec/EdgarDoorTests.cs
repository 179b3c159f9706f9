using System.Collections.Concurrent;
using System.Net;
using ThesisBoard.Sources.Sec;
using ThesisBoard.Tests.Data;
using ThesisBoard.Tests.Shared.Edgar;
using Xunit;

namespace ThesisBoard.Tests.Sources.Sec;

/// <summary>Whom the program connects to: EDGAR's hosts, at addresses of the public internet, whatever answers and name servers say.</summary>
public sealed class EdgarDoorTests
{
    private const long Cango = 1725123;
    private const string List = "/submissions/CIK0001725123.json";
    private static readonly DateOnly Filed = new(2026, 11, 20);

    [Fact]
    public async Task From_list_to_document_nobody_but_the_two_hosts_of_the_settings_is_asked_wherever_answers_lead()
    {
        var asked = new ConcurrentQueue<string>();
        await using var house = await SecHouse.Open(lookUp: (host, ct) =>
        {
            asked.Enqueue(host);
            return Dns.GetHostAddressesAsync(host, ct);
        });
        var issuer = FakeIssuer.Cango(house.Edgar);
        var filing = issuer.Publish(FakeFiling.ThirdQuarter(Filed));
        var (release, port) = (filing.Documents[1].Name, house.Edgar.Address.Port);
        string[] elsewhere =
        [
            "http://169.254.169.254/latest/meta-data/", $"http://localhost:{port}/", $"//evil.example:{port}{List}", $"http://127.0.0.1:{port}@evil.example/",
            $"http://evil.example@127.0.0.1:{port}/", $"http://127.0.0.1.evil.example:{port}/", $"http://[::ffff:127.0.0.1]:{port}/", $"https://127.0.0.1:{port}/",
            $"http://127.0.0.2:{port}/", $"http://127.0.0.1:{port + 1}/", "file:///etc/passwd", "gopher://127.0.0.1/", "http://0x7f000001/", "http://evil.example\\@127.0.0.1/",
        ];
        foreach (var address in elsewhere)
        {
            var answer = FakeAnswer.Text(302, "") with { Headers = [("Location", address)] };
            house.Edgar.Next(List, answer);
            house.Edgar.Next(issuer.PathOf(filing, release), answer);
            await Refused(house, house.Client.Submissions(Cango)); // foreign, or no address at all
            await Refused(house, house.Client.Document(Cango, filing.Accession, release));
        }

        Assert.Equal(new(1, null), await house.Run(house.Watcher.CheckAll(default)));
        Assert.Equal("127.0.0.1", Assert.Single(asked.Distinct()));
        Assert.Equal(elsewhere.Length + 1, house.Edgar.Count(List));
    }

    [Theory]
    [InlineData("10.0.0.5")]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    [InlineData("fd00::5")]
    public async Task A_public_name_that_leads_into_an_inner_network_is_refused_at_once(string leadsTo)
    {
        var lookUps = 0;
        await using var house = await SecHouse.Open(
            options => options with { DataAddress = new("https://data.sec.example/"), ArchiveAddress = new("https://www.sec.example/") },
            (_, _) =>
            {
                Interlocked.Increment(ref lookUps);
                return Task.FromResult(new[] { IPAddress.Parse(leadsTo) });
            });
        var refused = await Refused(house, house.Client.Submissions(Cango));
        Assert.Equal(EdgarTrouble.ForeignAddress, refused.Trouble);
        Assert.Equal($"data.sec.example leads to {leadsTo}, which is not an address of the public internet. Nothing was fetched from there.", refused.Message);
        Assert.Equal(1, lookUps);
        Assert.Empty(house.Edgar.Requests);
    }

    [Fact]
    public async Task Of_several_addresses_only_public_ones_are_connected_to()
    {
        var options = new EdgarOptions();
        var door = new EdgarDoor(options, (_, _) => Task.FromResult(new[] { IPAddress.Loopback, IPAddress.Parse("23.54.4.8"), IPAddress.Parse("10.0.0.1"), IPAddress.Parse("2600:1408::8") }));
        Assert.Equal(["23.54.4.8", "2600:1408::8"], (await door.Addresses("data.sec.gov", default)).Select(a => a.ToString()));
        await Assert.ThrowsAsync<EdgarException>(() => door.Addresses("www.sec.gov.evil.example", default));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000/", "127.0.0.1")]
    [InlineData("http://[::1]:5000/", "::1")]
    [InlineData("http://localhost:5000/", "localhost")]
    [InlineData("https://edgar.corp.internal/", "edgar.corp.internal")]
    [InlineData("https://10.1.2.3/", "10.1.2.3")]
    public async Task A_mirror_of_ones_own_is_asked_where_the_settings_name_it_as_such(string address, string host)
    {
        var door = new EdgarDoor(new() { DataAddress = new(address) }, (_, _) => Task.FromResult(new[] { IPAddress.Parse("10.1.2.3") }));
        Assert.Equal("10.1.2.3", Assert.Single(await door.Addresses(host, default)).ToString());
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.255.255.255")]
    [InlineData("100.64.0.1")]
    [InlineData("127.1.2.3")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.8")]
    [InlineData("192.0.2.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("100::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2001::1")]
    [InlineData("2002:a00:1::")]
    [InlineData("fc00::1")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void What_is_not_of_the_public_internet(string address) => Assert.False(PublicAddresses.Contain(IPAddress.Parse(address)));

    [Theory]
    [InlineData("23.54.4.8")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("::ffff:23.54.4.8")]
    [InlineData("64:ff9b::1736:408")]
    [InlineData("2600:1408:c400::8")]
    public void What_is(string address) => Assert.True(PublicAddresses.Contain(IPAddress.Parse(address)));

    private static Task<EdgarException> Refused<T>(SecHouse house, Task<T> asked) => Assert.ThrowsAsync<EdgarException>(() => house.Run(asked));
}
