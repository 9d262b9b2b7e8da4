using System.ComponentModel;
using Nuke.Common.Tooling;

namespace Components;

/// <summary>Where something is delivered to. No ambient variable is called like this, so none can choose production.</summary>
[TypeConverter(typeof(TypeConverter<DeliveryEnvironment>))]
class DeliveryEnvironment : Enumeration
{
    public static readonly DeliveryEnvironment Local = new() { Value = "local" };
    public static readonly DeliveryEnvironment Staging = new() { Value = "staging" };
    public static readonly DeliveryEnvironment Production = new() { Value = "production" };
}
