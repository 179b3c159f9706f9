using System.Xml.Linq;
using ThesisBoard.Filings.Transforms;

namespace ThesisBoard.Filings.Tests.Corpus;

public sealed class TransformCorpusTests
{
    [Fact]
    public void Every_valid_case_of_the_secs_suite_gives_its_value_and_every_invalid_one_an_error()
    {
        XNamespace suite = "http://xbrl.org/2011/conformance-rendering/transforms";
        var cases = (
            from transform in XDocument.Load(CorpusFolder.File("conformance", "ixt-sec_tests.xml")).Descendants(suite + "transform")
            from variation in transform.Elements(suite + "variation")
            let name = ((string)transform.Attribute("name")!).Split(':')[1]
            let input = (string)variation.Attribute("input")!
            let isValid = (string)variation.Attribute("result")! == "valid"
            let expected = isValid ? (string)variation.Attribute("output")! : null
            select (name, input, expected)).ToList();

        Assert.Equal((722, 65), (cases.Count(c => c.expected is not null), cases.Count(c => c.expected is null)));
        Assert.All(cases, c => Assert.Equal(c.expected, TransformRegistry.Find(TransformRegistry.Sec, c.name)!(c.input)));
    }
}
