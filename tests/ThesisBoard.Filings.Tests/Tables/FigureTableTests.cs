using System.Buffers.Binary;
using ThesisBoard.Filings.Tables;

namespace ThesisBoard.Filings.Tests.Tables;

public sealed class FigureTableTests
{
    [Theory]
    [InlineData("period,debt\n2025-12-31,\"1,557.9\"\n\n2026-03-31,30.6", "period|debt\n2025-12-31|1,557.9\n2026-03-31|30.6")]
    [InlineData("a;b\r\n1,5;\"two\nlines\"\r\n", "a|b\n1,5|two\nlines")]
    [InlineData("a\tb\n=cmd|'/c calc'!A1\t-1\n", "a|b\n=cmd|'/c calc'!A1|-1")]
    [InlineData("\uFEFFa,b\nlone \"quote,2\n", "a|b\nlone \"quote|2")]
    public void Rows_of_text_are_cut_by_their_own_mark(string csv, string expected) => Assert.Equal(expected, Rows(Read(Sample.Stream(csv).ToArray())));

    [Fact]
    public void A_workbook_gives_text_numbers_and_dates_as_they_are_shown()
    {
        var table = Read(Workbook.Of(
            """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>in</t><t>line</t></is></c></row><row r="2"/>
            <row r="3"><c r="A3" s="1"><v>46022</v></c><c r="B3"><v>30.600000000000001</v></c><c r="C3"><v>1.2E-4</v></c><c t="b"><v>1</v></c><c t="str"><f>A1</f><v>x</v></c></row>
            """,
            "<si><r><t>Long-term </t></r><r><t>debt</t></r><rPh><t>reading</t></rPh></si>",
            "<numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-409]mmm\\-yy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs>"));
        Assert.Equal("Debt", Assert.Single(table.Sheets).Name);
        Assert.Equal("Long-term debt||inline\n2025-12-31|30.6|0.00012|TRUE|x", Rows(table));
    }

    [Fact]
    public void Hidden_sheets_are_marked() =>
        Assert.True(Read(Workbook.Of("", sheetEntry: "<sheet name=\"x\" state=\"veryHidden\" r:id=\"r1\"/>")).Sheets[0].IsHidden);

    [Fact]
    public void More_cells_than_allowed_are_too_many_even_when_only_counted_to()
    {
        Assert.Equal(FilingErrorKind.TooManyCells, Refused(Workbook.Of("<row><c r=\"XFD1\"><v>1</v></c></row>"), new ReadLimits { MaxCells = 1000 }));
        Assert.Equal(FilingErrorKind.TooManyCells, Refused(Sample.Stream("a,b\n1,2\n3,4\n").ToArray(), new ReadLimits { MaxCells = 5 }));
        Assert.Equal(FilingErrorKind.Malformed, Refused(Workbook.Of("<row><c r=\"XFE1\"><v>1</v></c></row>")));
    }

    [Fact]
    public void A_bomb_is_refused_by_what_it_declares()
    {
        var bomb = Workbook.Of(new string(' ', 30_000_000));
        Assert.Equal(FilingErrorKind.ExpandsTooMuch, Refused(bomb));
        Assert.Equal(FilingErrorKind.ExpandsTooMuch, Refused(Workbook.Of(""), new ReadLimits { MaxExpandedBytes = 100 }));
    }

    [Fact]
    public void A_bomb_that_declares_little_is_refused_by_what_comes_out()
    {
        var bomb = Workbook.Of(new string(' ', 30_000_000));
        for (var at = 0; at < bomb.Length - 46; at++)
        {
            if (bomb.AsSpan(at, 4).SequenceEqual("PK\x01\x02"u8) && BinaryPrimitives.ReadUInt32LittleEndian(bomb.AsSpan(at + 24)) > 1_000_000)
                BinaryPrimitives.WriteUInt32LittleEndian(bomb.AsSpan(at + 24), 1000);
        }
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains(Refused(bomb), (FilingErrorKind[])[FilingErrorKind.ExpandsTooMuch, FilingErrorKind.Malformed]);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 * 1024 * 1024);
    }

    [Fact]
    public void A_hundred_thousand_entries_are_refused_before_they_are_looked_at()
    {
        var many = Workbook.Zip([("xl/workbook.xml", "<workbook/>"), .. Enumerable.Range(0, 20_000).Select(i => ($"xl/{i}", ""))]);
        Assert.Equal(FilingErrorKind.TooManyParts, Refused(many));
    }

    [Fact]
    public void Entities_and_deep_nesting_in_a_workbook_are_refused()
    {
        Assert.Equal(FilingErrorKind.TooDeep, Refused(Workbook.Of(string.Concat(Enumerable.Repeat("<a>", 10_000)))));
        Assert.Equal(FilingErrorKind.Malformed, Refused(Workbook.Zip(
            ("xl/workbook.xml", "<workbook/>"),
            ("xl/_rels/workbook.xml.rels", "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><Relationships>&b;</Relationships>"))));
    }

    [Fact]
    public void Another_archive_is_no_workbook()
    {
        Assert.Equal(FilingErrorKind.Unsupported, Refused(Workbook.Zip(("word/document.xml", "<w/>"))));
        Assert.Equal(FilingErrorKind.Malformed, Refused(Workbook.Zip(("../../xl/evil", "x"), ("xl/none", ""))));
    }

    private static FigureTable Read(byte[] file, ReadLimits? limits = null) =>
        FigureTableReader.Read(new MemoryStream(file), limits, TestContext.Current.CancellationToken);

    private static FilingErrorKind Refused(byte[] file, ReadLimits? limits = null) => Sample.Error(() => Read(file, limits));

    private static string Rows(FigureTable table) => string.Join('\n', table.Sheets[0].Rows.Select(r => string.Join('|', r)));
}
