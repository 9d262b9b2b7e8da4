using System.Linq.Expressions;
using System.Reflection;

namespace Nuke.Common.Execution;

/// <summary>Reads expressions like <c>() => Member</c> without compiling them.</summary>
internal static class MemberExpressions
{
    public static MemberInfo Member(LambdaExpression expression) => Unwrap(expression.Body) is MemberExpression member
        ? member.Member
        : throw new BadInvocationException($"'{expression}' must name a member");

    public static bool TryMember(LambdaExpression expression, out MemberInfo member)
    {
        member = (Unwrap(expression.Body) as MemberExpression)?.Member;
        return member != null;
    }

    public static object Evaluate(Expression expression) => Unwrap(expression) switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression { Member: FieldInfo field } member => field.GetValue(member.Expression is null ? null : Evaluate(member.Expression)),
        MemberExpression { Member: PropertyInfo property } member => property.GetValue(member.Expression is null ? null : Evaluate(member.Expression)),
        var other => Expression.Lambda(other).Compile(preferInterpretation: true).DynamicInvoke()
    };

    private static Expression Unwrap(Expression expression) =>
        expression is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } convert ? Unwrap(convert.Operand) : expression;
}
