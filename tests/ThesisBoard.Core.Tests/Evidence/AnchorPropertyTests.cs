using CsCheck;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Tests.Theses;
using Xunit;

namespace ThesisBoard.Core.Tests.Evidence;

/// <summary>Over documents of few words, so that lookalikes are common.</summary>
public sealed class AnchorPropertyTests
{
    private static readonly Sha256 Old = Sha256.Of("old"u8);
    private static readonly Sha256 New = Sha256.Of("new"u8);
    private static readonly string[] Words = ["debt", "fell", "to", "US$30.6", "million", "Bitcoin", "reserves", "sold", "4,451", "and"];
    private static readonly string[] Ends = [" ", " ", " ", " ", " ", ". ", ".\n", "\t", ", "];

    private static readonly Gen<(string[] Tokens, int From, int Count)> Documents =
        from tokens in Gen.Select(AnyBoard.OneOf(Words), AnyBoard.OneOf(Ends), (w, e) => w + e).Array[20, 120]
        from quoted in Gen.Int[0, tokens.Length - 6]
        from count in Gen.Int[1, 5]
        select (tokens, quoted, count);

    [Fact]
    public void A_made_anchor_is_exact_in_its_own_text_or_told_to_be_ambiguous() => Documents.Sample(d =>
    {
        var (text, anchor, start) = Make(d);
        var found = AnchorCheck.Of(anchor, Old, text);
        return found.State == AnchorState.Exact ? found.Place!.Value.Start == start : found.Loss == AnchorLoss.Ambiguous;
    });

    [Fact]
    public void One_word_changed_inside_is_never_exact_or_moved() => Gen.Select(Documents, Gen.Int[0, 4]).Sample((d, which) =>
    {
        var (_, anchor, _) = Make(d);
        var at = d.From + which % d.Count;
        string[] changed = [.. d.Tokens];
        changed[at] = "other" + changed[at];
        return AnchorCheck.Of(anchor, New, string.Concat(changed)).State is AnchorState.Changed or AnchorState.Lost;
    });

    [Fact]
    public void A_passage_taken_out_is_lost() => Documents.Sample(d =>
    {
        var (text, anchor, start) = Make(d);
        var without = text.Remove(start, anchor.Exact.Length);
        return AnchorCheck.Of(anchor, New, without).State is AnchorState.Lost or AnchorState.Changed
            || AnchorCheck.Of(anchor, Old, text).Loss == AnchorLoss.Ambiguous
            || IsTheSameWithoutATwin(text, anchor.Exact, without);
    });

    [Fact]
    public void Text_put_in_elsewhere_leaves_the_quote_exact() => Gen.Select(Documents, Gen.Int[0, 1_000]).Sample((d, at) =>
    {
        var (text, anchor, start) = Make(d);
        if (AnchorCheck.Of(anchor, Old, text).State != AnchorState.Exact)
            return true;
        var (first, last) = (start - anchor.Prefix.Length, start + anchor.Exact.Length + anchor.Suffix.Length);
        var place = at % 2 == 0 ? at % (first + 1) : last + at % (text.Length - last + 1);
        var found = AnchorCheck.Of(anchor, New, text.Insert(place, " unheard-of addition "));
        return found.State == AnchorState.Exact && found.Found == anchor.Exact;
    });

    [Fact]
    public void What_is_found_is_the_quote_word_for_word() => Gen.Select(Documents, Documents).Sample((d, other) =>
    {
        var (_, anchor, _) = Make(d);
        var text = string.Concat(other.Tokens);
        var found = AnchorCheck.Of(anchor, New, text);
        return found.State switch
        {
            AnchorState.Exact or AnchorState.Moved => text.Substring(found.Place!.Value.Start, found.Place.Value.Length) == found.Found && Same(found.Found, anchor.Exact),
            AnchorState.Changed => !Same(found.Found, anchor.Exact) && found.Found.Length > 0,
            _ => found.Place is null && found.Found.Length == 0,
        };
    });

    /// <summary>Of "ten ten debt" nobody can say which "ten" was taken out, so that the quote may well be the one that is left. How words are spaced tells no twins apart.</summary>
    private static bool IsTheSameWithoutATwin(string text, string exact, string without)
    {
        (text, exact) = (Spaced(text), Spaced(exact));
        var alike = 0;
        for (var twin = text.IndexOf(exact, StringComparison.Ordinal); twin >= 0; twin = text.IndexOf(exact, twin + 1, StringComparison.Ordinal))
            alike += Same(text.Remove(twin, exact.Length), without) ? 1 : 0;
        return alike > 1;
    }

    private static bool Same(string left, string right) => Spaced(left) == Spaced(right);

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static (string Text, Anchor Anchor, int Start) Make((string[] Tokens, int From, int Count) d)
    {
        var start = d.Tokens.Take(d.From).Sum(t => t.Length);
        var text = string.Concat(d.Tokens);
        var length = d.Tokens.Skip(d.From).Take(d.Count).Sum(t => t.Length);
        return (text, AnchorMaker.Of(Old, text, new(start, length)), start);
    }
}
