package vn.sogopy.bench;

import java.util.Locale;

/**
 * A line of the table.
 *
 * @param service what the service did
 * @param limit what the limit did; NaN = there is none
 * @param unit of both
 * @param value what is judged: the ratio, or the service's own
 * @param goal null = none
 */
record Line(String measure, double service, double limit, String unit, Stats value, Goal goal) {

  /** The service ÷ the limit, of rates; of times the goal is an upper bound. */
  static Line ratio(Triples found, String measure, Goal goal) {
    return new Line(
        measure,
        Stats.median(found.services.stream().map(Load::rate).toList()),
        Stats.median(found.limits.stream().map(Load::rate).toList()),
        "/s",
        Stats.of(found.ratios(Load::rate)),
        goal);
  }

  static Line p99(Triples found, String measure, Goal goal) {
    return new Line(
        measure,
        Stats.median(found.services.stream().map(Load::p99).toList()),
        Stats.median(found.limits.stream().map(Load::p99).toList()),
        "ms",
        Stats.of(found.ratios(Load::p99)),
        goal);
  }

  static Line alone(String measure, Stats value, String unit, Goal goal) {
    return new Line(measure, value.median(), Double.NaN, unit, value, goal);
  }

  static Line failed(String measure) {
    return alone(measure, new Stats(Double.NaN, Double.NaN, Double.NaN), "", null);
  }

  static String round(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    double size = Math.abs(value);
    if (size >= 100 || value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, size >= 10 ? "%.1f" : "%.2f", value);
  }

  String shown() {
    if (Double.isNaN(value.median())) {
      return "**failed**";
    }
    String middle = round(value.median());
    return value.least() == value.most()
        ? middle
        : "%s (%s–%s)".formatted(middle, round(value.least()), round(value.most()));
  }

  String withUnit(double number) {
    return Double.isNaN(number) ? "" : round(number) + " " + unit;
  }
}
