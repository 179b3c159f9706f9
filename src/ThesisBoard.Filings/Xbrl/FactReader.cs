namespace ThesisBoard.Filings.Xbrl;

/// <summary>Takes a fact's attributes from the start tag under the cursor, each once.</summary>
internal static class FactReader
{
    public const string FractionProblem = "it is a fraction, which has no plain decimal; read it in the document";

    /// <summary><c>ix:nonFraction</c>, <c>ix:nonNumeric</c>, <c>ix:fraction</c> or, with little of it, <c>ix:continuation</c>.</summary>
    public static PendingFact Inline(XbrlCursor cursor, bool isNumeric, bool isHidden)
    {
        var fact = new PendingFact { IsNumeric = isNumeric, IsHidden = isHidden, Place = cursor.Place };
        var xml = cursor.Xml;
        while (xml.MoveToNextAttribute())
        {
            if (xml.Prefix.Length == 0)
                Set(fact, xml.LocalName, xml.Value.Trim());
            else
                SetNil(fact, xml.LocalName, xml.NamespaceURI, xml.Value);
        }
        xml.MoveToElement();
        if (fact.Name.Length > 0)
            fact.Namespace = cursor.NamespaceOf(fact.Name);
        if (fact.Transform.Length > 0)
            fact.TransformNamespace = cursor.NamespaceOf(fact.Transform);
        return fact;
    }

    /// <summary>An item of a plain instance: numeric if it has a unit.</summary>
    public static PendingFact Instance(XbrlCursor cursor)
    {
        var xml = cursor.Xml;
        var fact = new PendingFact { Name = xml.Name, Namespace = xml.NamespaceURI, Place = cursor.Place };
        while (xml.MoveToNextAttribute())
        {
            if (xml.Prefix.Length > 0)
                SetNil(fact, xml.LocalName, xml.NamespaceURI, xml.Value);
            else if (xml.LocalName is "contextRef" or "unitRef" or "decimals" or "id")
                Set(fact, xml.LocalName, xml.Value.Trim());
        }
        xml.MoveToElement();
        fact.IsNumeric = fact.UnitId is not null;
        return fact;
    }

    private static void SetNil(PendingFact fact, string name, string space, string value)
    {
        if (name == "nil" && space == Namespaces.SchemaInstance)
            fact.IsNil = value.Trim() is "true" or "1";
    }

    private static void Set(PendingFact fact, string name, string value)
    {
        switch (name)
        {
            case "name":
                fact.Name = value;
                break;
            case "contextRef":
                fact.ContextId = value;
                break;
            case "unitRef":
                fact.UnitId = value;
                break;
            case "decimals":
                fact.Decimals = value;
                break;
            case "scale":
                fact.Scale = value;
                break;
            case "sign":
                fact.Sign = value;
                break;
            case "format":
                fact.Transform = value;
                break;
            case "continuedAt":
                fact.ContinuedAt = value;
                break;
            case "id":
                fact.Id = value;
                break;
            case "escape":
                fact.IsEscaped = value is "true" or "1";
                break;
        }
    }
}
