namespace Nuke.Common;

/// <summary>Where a build runs.</summary>
public class Host
{
    /// <summary>Creates a host.</summary>
    protected Host()
    {
    }

    /// <summary>Prints a heading, and what ends the block when it is disposed.</summary>
    protected internal virtual IDisposable WriteBlock(string text) => Printing.TextBlock.Open(text);

    /// <summary>Reports a warning to the host.</summary>
    protected internal virtual void ReportWarning(string text, string details = null)
    {
    }

    /// <summary>Reports an error to the host.</summary>
    protected internal virtual void ReportError(string text, string details = null)
    {
    }

    /// <summary>Whether a line that a process wrote is left out.</summary>
    protected internal virtual bool FilterMessage(string message) => false;
}
