using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace JobSwipe.Reports;

/// <summary>Draws a plot as SVG with OxyPlot. Series differ by tint and by pattern of their outline, so that no colour is needed to tell them apart.</summary>
internal static class PlotSvg
{
    private const double Width = 640;
    private const double Height = 220;

    // Stand for the page's own colours, which follow light and dark.
    private static readonly OxyColor Ink = OxyColor.FromRgb(1, 2, 3);
    private static readonly OxyColor[] Fills = [OxyColor.FromRgb(1, 2, 4), OxyColor.FromRgb(1, 2, 5), OxyColor.FromRgb(1, 2, 6)];

    public static string Draw(Plot plot)
    {
        var model = new PlotModel { TextColor = Ink, PlotAreaBorderThickness = new OxyThickness(0), DefaultFont = "system-ui, sans-serif", DefaultFontSize = 11, Padding = new OxyThickness(12, 4, 24, 6) };
        model.Axes.Add(new LinearAxis
        {
            Position = AxisPosition.Bottom, Minimum = -0.6, Maximum = Math.Max(plot.Labels.Count, 1) - 0.4, TicklineColor = OxyColors.Transparent, AxislineStyle = LineStyle.Solid, AxislineColor = Ink,
            // As many labels as there is room for.
            MajorStep = Math.Max(1, Math.Ceiling(plot.Labels.Count / 8.0)), MinorStep = Math.Max(1, plot.Labels.Count), LabelFormatter = value => Label(plot, value),
        });
        model.Axes.Add(new LinearAxis
        {
            Position = AxisPosition.Left, MinimumPadding = 0, MaximumPadding = 0.08, AbsoluteMinimum = 0, Minimum = 0, TicklineColor = OxyColors.Transparent,
            MajorGridlineStyle = LineStyle.Dot, MajorGridlineColor = Ink, MajorGridlineThickness = 0.3, IntervalLength = 45,
        });
        for (var index = 0; index < plot.Series.Count; index++) model.Series.Add(Bars(plot, index));
        // Padded: the fonts of browsers are wider than was measured, and the last name would be cut.
        if (plot.Series.Count > 1) model.Legends.Add(new Legend { LegendPosition = LegendPosition.TopRight, LegendPlacement = LegendPlacement.Outside, LegendOrientation = LegendOrientation.Horizontal, LegendItemSpacing = 36, LegendMargin = 0, LegendPadding = 14, LegendTextColor = Ink });
        var svg = new SvgExporter { Width = Width, Height = Height, IsDocument = false, UseVerticalTextAlignmentWorkaround = false }.ExportToString(model);
        // The page gives it its size.
        svg = svg.Replace($"<svg width=\"{Width}\" height=\"{Height}\"", $"<svg viewBox=\"0 0 {Width} {Height}\"");
        svg = svg.Replace("rgb(1,2,3)", "currentColor").Replace("#010203", "currentColor");
        for (var index = 0; index < Fills.Length; index++) svg = svg.Replace($"rgb(1,2,{4 + index})", $"var(--plot{index + 1})").Replace($"#01020{4 + index}", $"var(--plot{index + 1})");
        return svg;
    }

    private static RectangleBarSeries Bars(Plot plot, int index)
    {
        var width = 0.8 / plot.Series.Count;
        var bars = new RectangleBarSeries
        {
            // Its width is measured in another font than the page's, and too short.
            Title = plot.Series[index].Name + "\u00a0\u00a0\u00a0",
            FillColor = Fills[index % Fills.Length],
            StrokeColor = Ink,
            StrokeThickness = index == 0 ? 0 : 1,
        };
        for (var at = 0; at < plot.Series[index].Values.Count; at++)
            if (plot.Series[index].Values[at] is { } value) bars.Items.Add(new RectangleBarItem(at - 0.4 + index * width, 0, at - 0.4 + (index + 1) * width, value));
        return bars;
    }

    private static string Label(Plot plot, double value)
    {
        var index = (int)Math.Round(value);
        return index >= 0 && index < plot.Labels.Count && Math.Abs(index - value) < 0.01 ? plot.Labels[index] : "";
    }
}
