using System.Text;

namespace ThesisBoard.Filings.Tests.Kinds;

public sealed class FileKindTests
{
    [Theory]
    [InlineData("\n\n<?xml version='1.0'?><html xmlns:ix='http://www.xbrl.org/2013/inlineXBRL'>", FileKind.InlineXbrl)]
    [InlineData("<html xmlns:ix=\"http://www.xbrl.org/2008/inlineXBRL\">", FileKind.InlineXbrl)]
    [InlineData("<DOCUMENT>\n<TYPE>10-Q\n<TEXT>\n<XBRL>\n<?xml version='1.0'?><html xmlns:ix='http://www.xbrl.org/2013/inlineXBRL'>", FileKind.InlineXbrl)]
    [InlineData("<?xml version='1.0'?><xbrl xmlns='http://www.xbrl.org/2003/instance'>", FileKind.XbrlInstance)]
    [InlineData("<xbrli:xbrl xmlns:xbrli='http://www.xbrl.org/2003/instance'>", FileKind.XbrlInstance)]
    [InlineData("<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'>", FileKind.Xml)]
    [InlineData("<!-- made by hand --><!DOCTYPE html><p>", FileKind.Html)]
    [InlineData("<P>An old page", FileKind.Html)]
    [InlineData("<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\n<html><p>", FileKind.Html)]
    [InlineData("{\"cik\":1}", FileKind.Json)]
    [InlineData("[1] A note in brackets", FileKind.PlainText)]
    [InlineData("[{\"a\":1}]", FileKind.Json)]
    [InlineData("%PDF-1.7\n", FileKind.Pdf)]
    [InlineData("junk before\n%PDF-1.4\n", FileKind.Pdf)]
    [InlineData("<SEC-DOCUMENT>0001.txt", FileKind.Submission)]
    [InlineData("-----BEGIN PRIVACY-ENHANCED MESSAGE-----\n", FileKind.Submission)]
    [InlineData("period,debt\n2025-12-31,\"1,557.9\"\n2026-03-31,30.6\n", FileKind.Csv)]
    [InlineData("a;b\n1,5;2,5\n", FileKind.Csv)]
    [InlineData("a\tb\n1\t2\n", FileKind.Csv)]
    [InlineData("Cango, a miner,\nsold Bitcoin.\n", FileKind.PlainText)]
    [InlineData("One line, with commas, and no more", FileKind.PlainText)]
    public void A_kind_is_told_by_the_content(string start, FileKind kind) => Assert.Equal(kind, FileKinds.Of(Encoding.UTF8.GetBytes(start)));

    [Fact]
    public void Utf16_is_looked_into() => Assert.Equal(FileKind.Html, FileKinds.Of([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<html>")]));

    [Theory]
    [InlineData(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G' })]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0 })]
    [InlineData(new byte[] { 0x1F, 0x8B, 8 })]
    [InlineData(new byte[] { (byte)'P', (byte)'K', 3, 4, 1, 2 })]
    [InlineData(new byte[] { (byte)'M', (byte)'Z', 1, 0, 3 })]
    [InlineData(new byte[0])]
    public void What_is_not_read_here_is_refused_by_its_content(byte[] start) =>
        Assert.Equal(FilingErrorKind.Unsupported, Sample.Error(() => FileKinds.Of(start)));

    [Theory]
    [InlineData("report.pdf", FileKind.Html)]
    [InlineData("table.xlsx", FileKind.Csv)]
    [InlineData("page.HTM", FileKind.Pdf)]
    [InlineData("facts.json", FileKind.PlainText)]
    public void A_name_that_says_otherwise_is_refused(string name, FileKind kind) =>
        Assert.Equal(FilingErrorKind.NameMismatch, Sample.Error(() => FileKinds.RequireName(name, kind)));

    [Theory]
    [InlineData("report.pdf", FileKind.Pdf)]
    [InlineData("cango-20251231.htm", FileKind.InlineXbrl)]
    [InlineData("0001725123-26-000012.txt", FileKind.Submission)]
    [InlineData("ex99", FileKind.Html)]
    public void A_name_that_fits_or_says_nothing_is_fine(string name, FileKind kind) => FileKinds.RequireName(name, kind);
}
