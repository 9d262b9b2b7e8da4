using Nuke.Common;

internal sealed class Build : NukeBuild, ISucceed, IFail, IHold, ITell, IDeliver, IMeet
{
    public static int Main() => Execute<Build>(x => ((ISucceed)x).Succeed);
}
