package vn.sogopy.desk.leader;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import vn.sogopy.platform.text.Numbers;

/** The geometry of the pictures of the leaders' page, in pixels; templates draw them as SVG. */
final class Pictures {
  static final int WIDTH = 360;

  /** Characters of a label that fit beside the number of its bar. */
  private static final int LABEL = 42;

  /** Space on each side for the border of a shape. */
  private static final int MARGIN = 3;

  private static final int PLOT = WIDTH - 2 * MARGIN;

  private Pictures() {}

  /**
   * Horizontal bars of stacked parts; the longest bar has the whole width.
   *
   * @param legend names of the parts, from left to right
   */
  record Bars(List<Key> legend, List<Bar> bars, int height) {
    private static final int KEY_HEIGHT = 20;
    private static final int BAR_HEIGHT = 38;

    static Bars of(List<String> legend, List<Line> lines) {
      List<Key> keys = new ArrayList<>();
      for (String name : legend) {
        keys.add(new Key(name, KEY_HEIGHT * keys.size()));
      }
      int most = lines.stream().mapToInt(Line::total).max().orElse(0);
      int top = KEY_HEIGHT * keys.size();
      List<Bar> bars = new ArrayList<>();
      for (Line line : lines) {
        bars.add(new Bar(line, parts(line, most), top));
        top += BAR_HEIGHT;
      }
      return new Bars(keys, bars, top + MARGIN);
    }

    private static List<Part> parts(Line line, int most) {
      List<Part> parts = new ArrayList<>();
      int before = 0;
      int x = 0;
      for (int number : line.numbers()) {
        before += number;
        int end = most == 0 ? 0 : Math.round((float) before * PLOT / most);
        parts.add(new Part(number, MARGIN + x, end - x));
        x = end;
      }
      return parts;
    }

    /** The sum of all bars. */
    public int total() {
      return bars.stream().mapToInt(bar -> bar.line().total()).sum();
    }

    /** The sum of one part of all bars. */
    public int sum(int part) {
      return bars.stream().mapToInt(bar -> bar.line().numbers().get(part)).sum();
    }
  }

  /** The name of a part beside a sample of it. */
  record Key(String name, int top) {}

  /** What a bar shows. */
  record Line(String label, List<Integer> numbers) {
    public int total() {
      return numbers.stream().mapToInt(Integer::intValue).sum();
    }
  }

  record Bar(Line line, List<Part> parts, int top) {
    /** The label, cut after a word to the width of the picture. */
    public String label() {
      String label = line.label();
      if (label.length() <= LABEL) {
        return label;
      }
      int word = label.lastIndexOf(' ', LABEL - 1);
      return label.substring(0, word > 0 ? word : LABEL - 1) + "…";
    }
  }

  record Part(int number, int x, int width) {
    private static final int DIGIT = 9;

    /** Whether the number fits into the part. */
    public boolean isRoomy() {
      return number > 0 && width >= DIGIT * Numbers.of(number).length() + 2;
    }

    public int middle() {
      return x + width / 2;
    }
  }

  /**
   * A column for each day with replies, and a line at the end of the due day.
   *
   * @param dueOn null = none
   * @param due the line; null = no due date
   * @param inTime number of replies until the due day
   */
  record Days(
      LocalDate first,
      LocalDate last,
      List<Column> columns,
      LocalDate dueOn,
      Integer due,
      int inTime,
      int total) {
    static final int TOP = 40;
    static final int BASE = 150;
    private static final int MAX_COLUMN = 24;
    private static final int MIN_LABELLED = 14;

    /**
     * @param replies by day, at least one
     * @param openedOn null = unknown
     * @param dueOn null = none
     */
    static Days of(SortedMap<LocalDate, Integer> replies, LocalDate openedOn, LocalDate dueOn) {
      LocalDate first = earlier(replies.firstKey(), openedOn);
      first = earlier(first, dueOn);
      LocalDate last = later(replies.lastKey(), dueOn);
      int most = Collections.max(replies.values());
      float slot = (float) PLOT / (ChronoUnit.DAYS.between(first, last) + 1);
      int width = Math.max(2, Math.min(MAX_COLUMN, (int) slot - 1));
      List<Column> columns = new ArrayList<>();
      for (Map.Entry<LocalDate, Integer> day : replies.entrySet()) {
        int number = day.getValue();
        int x = Math.round(MARGIN + slot * ChronoUnit.DAYS.between(first, day.getKey()));
        int height = Math.max(1, Math.round((float) number * (BASE - TOP) / most));
        columns.add(
            new Column(
                day.getKey(),
                number,
                Math.min(x, WIDTH - MARGIN - width),
                width,
                height,
                width >= MIN_LABELLED || number == most));
      }
      Integer due =
          dueOn == null
              ? null
              : Math.round(MARGIN + slot * (ChronoUnit.DAYS.between(first, dueOn) + 1));
      int total = sum(replies);
      return new Days(
          first,
          last,
          columns,
          dueOn,
          due,
          dueOn == null ? total : sum(replies.headMap(dueOn.plusDays(1))),
          total);
    }

    private static LocalDate earlier(LocalDate day, LocalDate other) {
      return other == null || day.isBefore(other) ? day : other;
    }

    private static LocalDate later(LocalDate day, LocalDate other) {
      return other == null || day.isAfter(other) ? day : other;
    }

    private static int sum(Map<LocalDate, Integer> replies) {
      return replies.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The day with the most replies, the first of several. */
    public Column peak() {
      return columns.stream().reduce((a, b) -> b.number() > a.number() ? b : a).orElseThrow();
    }

    /** Number of replies after the due day. */
    public int late() {
      return total - inTime;
    }

    public boolean isLate(Column column) {
      return dueOn != null && column.day().isAfter(dueOn);
    }

    /** Whether the name of the due line is written on its left. */
    public boolean isDueOnTheRight() {
      return due > WIDTH / 2;
    }
  }

  record Column(LocalDate day, int number, int x, int width, int height, boolean labelled) {
    public int top() {
      return Days.BASE - height;
    }

    public int middle() {
      return x + width / 2;
    }
  }
}
