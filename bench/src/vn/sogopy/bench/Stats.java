package vn.sogopy.bench;

import java.util.List;

/** The middle of several values, with their spread. */
record Stats(double median, double least, double most) {

  static Stats of(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    return new Stats(median, sorted.get(0), sorted.get(sorted.size() - 1));
  }

  static double median(List<Double> values) {
    return of(values).median();
  }
}
