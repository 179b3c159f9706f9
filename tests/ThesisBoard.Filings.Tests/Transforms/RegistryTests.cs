using CsCheck;
using ThesisBoard.Filings.Transforms;

namespace ThesisBoard.Filings.Tests.Transforms;

public sealed class RegistryTests
{
    private const string Base = "http://www.xbrl.org/inlineXBRL/transformation/";
    private static readonly string[] Registries =
        [Base + "2010-04-20", Base + "2011-07-31", Base + "2015-02-26", Base + "2020-02-12", Base + "2022-02-16", TransformRegistry.Sec];

    [Theory]
    [InlineData(1, "numcommadot", "1,234,567.89", "1234567.89")]
    [InlineData(1, "numdotcomma", "1.234,5", "1234.5")]
    [InlineData(1, "numspacecomma", "1 234,5", "1234.5")]
    [InlineData(1, "numspacedot", "1\u00A0234.5", "1234.5")]
    [InlineData(1, "numcomma", "12345,6", "12345.6")]
    [InlineData(1, "numdash", "-", "0")]
    [InlineData(1, "dateslashus", "3/31/2026", "2026-03-31")]
    [InlineData(1, "dateslasheu", "31/3/26", "2026-03-31")]
    [InlineData(1, "datedoteu", "31.03.2026", "2026-03-31")]
    [InlineData(1, "datelongus", "March 31, 2026", "2026-03-31")]
    [InlineData(1, "dateshortuk", "31 Mar 26", "2026-03-31")]
    [InlineData(1, "datelongmonthdayus", "March 31", "--03-31")]
    [InlineData(1, "datelongyearmonth", "2026 March", "2026-03")]
    [InlineData(2, "numdotdecimal", "1,234 567.5", "1234567.5")]
    [InlineData(2, "numcommadecimal", "1.234.567,5", "1234567.5")]
    [InlineData(2, "numunitdecimal", "1,234 yen 5 sen", "1234.05")]
    [InlineData(2, "zerodash", "—", "0")]
    [InlineData(2, "nocontent", "anything", "")]
    [InlineData(2, "booleantrue", "yes", "true")]
    [InlineData(2, "datedaymonthyearen", "31st of March, 2026", "2026-03-31")]
    [InlineData(2, "datemonthdayyearen", "Sept. 30, 2025", "2025-09-30")]
    [InlineData(2, "datemonthdayen", "DECEMBER 31st", "--12-31")]
    [InlineData(2, "dateerayearmonthdayjp", "令和元年5月1日", "2019-05-01")]
    [InlineData(2, "dateerayearmonthjp", "平成３１年４月", "2019-04")]
    [InlineData(2, "dateyearmonthdaycjk", "２０２６年３月３１日", "2026-03-31")]
    [InlineData(3, "numdotdecimalin", "12,34,567.8", "1234567.8")]
    [InlineData(3, "datedaymonthyeardk", "31. marts 2026", "2026-03-31")]
    [InlineData(3, "dateyearmonthday", "2026/3/31 まで", "2026-03-31")]
    [InlineData(3, "datedaymonthyearin", "३१ मार्च २०२६", "2026-03-31")]
    [InlineData(3, "calindaymonthyear", "1 Chaitra 1946", "2024-03-21")]
    [InlineData(3, "calindaymonthyear", "1 Chaitra 1945", "2023-03-22")]
    [InlineData(3, "calindaymonthyear", "30 Phalguna 1945", "2024-03-20")]
    [InlineData(4, "num-dot-decimal", " 1,2 34.5 6 ", "1234.56")]
    [InlineData(4, "num-dot-decimal", ".5", ".5")]
    [InlineData(4, "num-unit-decimal", "1.234 € 5 ct", "1234.05")]
    [InlineData(4, "fixed-zero", "no", "0")]
    [InlineData(4, "date-day-month-year", "31-3-26", "2026-03-31")]
    [InlineData(4, "date-monthname-day-year-en", "March 31, 2026", "2026-03-31")]
    [InlineData(4, "date-day-monthname-year-de", "31. März 2026", "2026-03-31")]
    [InlineData(4, "date-day-monthname-year-fr", "31 décembre 2025", "2025-12-31")]
    [InlineData(4, "date-day-monthname-year-es", "31 de diciembre de 2025", "2025-12-31")]
    [InlineData(4, "date-day-monthname-year-pl", "31 grudnia 2025 r.", "2025-12-31")]
    [InlineData(4, "date-day-monthname-year-cs", "31. července 2025", "2025-07-31")]
    [InlineData(4, "date-day-monthname-year-cs", "30. června 2025", "2025-06-30")]
    [InlineData(4, "date-day-monthname-year-el", "31 Μαΐου 2025", "2025-05-31")]
    [InlineData(4, "date-day-monthname-year-bg", "31 декември 2025 г.", "2025-12-31")]
    [InlineData(4, "date-day-monthname-year-fi", "31. joulukuuta 2025", "2025-12-31")]
    [InlineData(4, "date-day-monthname-year-sv", "31 december 2025", "2025-12-31")]
    [InlineData(4, "date-year-monthname-day-hu", "2025. december 31", "2025-12-31")]
    [InlineData(4, "date-year-monthname-day-lt", "2025 m. gruodžio 31 d.", "2025-12-31")]
    [InlineData(4, "date-year-day-monthname-lv", "2025. gada 31. decembris", "2025-12-31")]
    [InlineData(4, "date-day-monthname-it", "31 dicembre", "--12-31")]
    [InlineData(4, "date-monthname-year-nl", "maart 2026", "2026-03")]
    [InlineData(4, "date-day-monthroman-year", "31.XII.2025", "2025-12-31")]
    [InlineData(4, "date-day-monthroman", "1 iv", "--04-01")]
    [InlineData(4, "date-jpn-era-year-month-day", "令和８年３月31日", "2026-03-31")]
    [InlineData(5, "num-dot-decimal-apos", "1'234’567.5", "1234567.5")]
    [InlineData(5, "num-comma-decimal-apos", "1´234,5", "1234.5")]
    [InlineData(5, "num-unit-decimal-apos", "1'234 Fr. 5 Rp.", "1234.05")]
    [InlineData(5, "date-day-monthname-year-cy", "31 Rhagfyr 2025", "2025-12-31")]
    public void Each_registry_gives_the_value_of_its_specification(int registry, string name, string input, string expected) =>
        Assert.Equal(expected, Apply(registry, name, input));

    [Theory]
    [InlineData(1, "numcommadot", "12,34.5")]
    [InlineData(1, "datelongus", "MARCH 31, 2026")]
    [InlineData(2, "numdotdecimal", ".5")]
    [InlineData(2, "numdotdecimal", "1,23")]
    [InlineData(2, "zerodash", "--")]
    [InlineData(2, "datedaymonth", "31 4")]
    [InlineData(2, "datemonthdayyearen", "february 1, 2026")]
    [InlineData(3, "calindaymonthyear", "31 Chaitra 1945")]
    [InlineData(4, "num-dot-decimal", "1.234,5")]
    [InlineData(4, "num-dot-decimal", "(5)")]
    [InlineData(4, "num-dot-decimal", " ")]
    [InlineData(4, "num-dot-decimal", "5.")]
    [InlineData(4, "date-day-month-year", "29.2.2025")]
    [InlineData(4, "date-month-year", "13/2025")]
    [InlineData(4, "date-day-monthroman", "1 XIII")]
    public void What_does_not_fit_gives_nothing(int registry, string name, string input) => Assert.Null(Apply(registry, name, input));

    [Theory]
    [InlineData(1, "numdotdecimal")]
    [InlineData(2, "num-dot-decimal")]
    [InlineData(4, "num-dot-decimal-apos")]
    [InlineData(5, "zerodash")]
    public void A_name_belongs_to_its_own_registry_only(int registry, string name) =>
        Assert.Null(TransformRegistry.Find(Registries[registry - 1], name));

    [Fact]
    public void Hostile_text_neither_throws_nor_hangs()
    {
        var names = Registries.SelectMany(r => TransformRegistry.NamesOf(r).Select(n => TransformRegistry.Find(r, n)!)).ToArray();
        var alphabet = "0123456789 .,-/'年月日令和元IVXJanMarchone hundredthousand yearQ3 \u00A0\t\u2610é०१０";
        var text = Gen.OneOf(Gen.String[Gen.Char[alphabet], 0, 40], Gen.Char[alphabet].Select(Gen.Int[1, 20_000], (c, n) => new string(c, n)));
        Gen.Select(Gen.Int[0, names.Length - 1], text).Sample((i, input) => names[i](input)?.Length >= 0 || true, iter: 5_000);
    }

    private static string? Apply(int registry, string name, string input)
    {
        var transform = TransformRegistry.Find(Registries[registry - 1], name);
        Assert.NotNull(transform);
        return transform(input);
    }
}
