using CsCheck;

namespace ThesisBoard.Filings.Tests.Hostile;

/// <summary>Damaged copies of a file, and what reading one may end in.</summary>
internal static class Mutations
{
    /// <summary>Reads so many damaged copies: each ends in a result or in a <see cref="FilingException"/>, never in another exception.</summary>
    public static void Run(byte[] seed, int iterations, Action<byte[]> read) => Of(seed).Sample(bytes => Survives(() => read(bytes)), iter: iterations);

    public static bool Survives(Action read)
    {
        try
        {
            read();
        }
        catch (FilingException e)
        {
            return e.Kind != FilingErrorKind.TooSlow;
        }
        return true;
    }

    /// <summary>Bytes changed, cut out, repeated, or the end cut off; several times over.</summary>
    private static Gen<byte[]> Of(byte[] seed)
    {
        var step = Gen.Select(Gen.Int[0, 4], Gen.Int[0, seed.Length - 1], Gen.Int[1, 60], Gen.OneOf(Gen.Byte, Gen.Char["<>&;\"'/=:{}[]0-"].Select(c => (byte)c)));
        return step.List[1, 6].Select(steps => steps.Aggregate(seed, (bytes, s) => Mutate(bytes, s.Item1, s.Item2, s.Item3, s.Item4)));
    }

    private static byte[] Mutate(byte[] bytes, int kind, int at, int length, byte value)
    {
        if (bytes.Length == 0)
            return [value];
        at %= bytes.Length;
        var end = Math.Min(at + length, bytes.Length);
        return kind switch
        {
            0 => [.. bytes[..at], value, .. bytes[(at + 1)..]],
            1 => [.. bytes[..at], .. bytes[end..]],
            2 => [.. bytes[..end], .. bytes[at..]],
            3 => [.. bytes[..at], value, .. bytes[at..]],
            _ => bytes[..Math.Max(at, bytes.Length / 2)],
        };
    }
}
