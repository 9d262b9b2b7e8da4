namespace JobSwipe.Monitoring.Alerts;

/// <summary>Who is told.</summary>
public enum Severity
{
    /// <summary>Somebody is woken, and Slack and e-mail are told.</summary>
    Critical,

    /// <summary>Slack and e-mail, for working hours.</summary>
    Warning,

    /// <summary>Nobody: it only inhibits others, or is the heartbeat.</summary>
    None,
}

/// <summary>Where a fault sits: one below inhibits those above it.</summary>
public enum Tier
{
    /// <summary>The database and the queue under the service.</summary>
    Database,

    /// <summary>The service as its users see it.</summary>
    Service,

    /// <summary>A budget that burns.</summary>
    Objective,

    /// <summary>The machine.</summary>
    Host,

    /// <summary>Backups, deployments, scans.</summary>
    Delivery,

    /// <summary>Services of others.</summary>
    Outside,

    /// <summary>The monitoring itself.</summary>
    Monitoring,
}
