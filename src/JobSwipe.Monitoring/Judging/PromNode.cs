namespace JobSwipe.Monitoring.Judging;

/// <summary>A parsed expression.</summary>
internal abstract record PromNode
{
    /// <summary>This and all below it.</summary>
    public IEnumerable<PromNode> All() => Parts.SelectMany(part => part.All()).Prepend(this);

    protected virtual IEnumerable<PromNode> Parts => [];
}

/// <summary>Series by name and labels.</summary>
internal sealed record Selector(string Name, IReadOnlyList<(string Label, string Sign, string Value)> Matches) : PromNode
{
    /// <summary>The same series, whatever the window.</summary>
    public bool IsSame(Selector other) => Name == other.Name && Matches.Order().SequenceEqual(other.Matches.Order());
}

/// <summary>A number or a text.</summary>
internal sealed record Literal(string Text) : PromNode;

/// <summary>A function.</summary>
internal sealed record Call(string Function, IReadOnlyList<PromNode> Arguments) : PromNode
{
    protected override IEnumerable<PromNode> Parts => Arguments;
}

/// <summary>A sum and its kind; labels are those that it keeps, or drops.</summary>
internal sealed record Aggregation(string Function, bool Keeps, IReadOnlyList<string> Labels, IReadOnlyList<PromNode> Arguments) : PromNode
{
    protected override IEnumerable<PromNode> Parts => Arguments;
}

/// <summary>Two expressions and a sign between.</summary>
internal sealed record Binary(string Sign, PromNode Left, PromNode Right, IReadOnlyList<string> Labels) : PromNode
{
    protected override IEnumerable<PromNode> Parts => [Left, Right];
}
