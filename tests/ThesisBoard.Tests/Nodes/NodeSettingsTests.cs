using Microsoft.Extensions.Configuration;
using ThesisBoard.Data;
using ThesisBoard.Nodes;
using Xunit;

namespace ThesisBoard.Tests.Nodes;

public sealed class NodeSettingsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void A_node_without_the_setting_is_alone(string? text) => Assert.Null(Read(text).Redis);

    [Fact]
    public void A_node_serves_without_Redis_too_and_keeps_trying()
    {
        var redis = Read("redis.example:6380,password=secret").Redis!;

        Assert.False(redis.AbortOnConnectFail);
        Assert.Equal("secret", redis.Password);
    }

    [Theory]
    [InlineData("redis:6379,nonsense=1")]
    [InlineData(",,")]
    [InlineData("redis:6379,connectTimeout=soon")]
    public void What_cannot_be_read_refuses_to_start_and_says_how_to_write_it(string text)
    {
        var refused = Assert.Throws<RefusedToStartException>(() => Read(text));

        Assert.StartsWith("ConnectionStrings__Redis cannot be read", refused.Message, StringComparison.Ordinal);
        Assert.Contains("redis:6379,password=", refused.Message, StringComparison.Ordinal);
    }

    private static NodeSettings Read(string? text) =>
        NodeSettings.Read(new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Redis", text)]).Build());
}
