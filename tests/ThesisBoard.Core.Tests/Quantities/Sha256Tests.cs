using CsCheck;
using ThesisBoard.Core.Quantities;
using Xunit;

namespace ThesisBoard.Core.Tests.Quantities;

public sealed class Sha256Tests
{
    private const string OfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    [Fact]
    public void The_example_of_the_standard_holds()
    {
        var hash = Sha256.Of("abc"u8);

        Assert.Equal((OfAbc, "ba7816bf", OfAbc), (hash.Hex, hash.Brief, hash.ToString()));
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Sha256.Of([]).Hex);
    }

    [Fact]
    public void Either_case_is_read_as_the_same_hash() => Assert.Equal(Sha256.Of("abc"u8), Sha256.Parse(OfAbc.ToUpperInvariant()));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ba7816bf")]
    [InlineData("ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad0")]
    public void Anything_else_is_no_hash(string? text)
    {
        Assert.False(Sha256.TryParse(text, out _));
        Assert.Throws<FormatException>(() => Sha256.Parse(text!));
    }

    [Fact]
    public void A_hash_that_was_never_set_is_empty_and_names_nothing()
    {
        Assert.Equal("", default(Sha256).ToString());
        Assert.Throws<InvalidOperationException>(() => default(Sha256).Hex);
    }

    [Fact]
    public void The_text_of_any_hash_reads_back() => Gen.Byte.Array.Sample(bytes => Sha256.Parse(Sha256.Of(bytes).Hex) == Sha256.Of(bytes));
}
