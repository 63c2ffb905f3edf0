package vn.sogopy.bench;

/**
 * What a value is to reach.
 *
 * @param atLeast false = at most
 */
record Goal(boolean atLeast, double goal, double stretch) {

  static Goal atLeast(double goal, double stretch) {
    return new Goal(true, goal, stretch);
  }

  static Goal atMost(double goal, double stretch) {
    return new Goal(false, goal, stretch);
  }

  String judge(double value) {
    if (reached(value, stretch)) {
      return "stretch";
    }
    return reached(value, goal) ? "yes" : "**no**";
  }

  private boolean reached(double value, double bound) {
    return atLeast ? value >= bound : value <= bound;
  }

  @Override
  public String toString() {
    return (atLeast ? "≥ " : "≤ ") + Line.round(goal) + " (" + Line.round(stretch) + ")";
  }
}
