package vn.sogopy.interchange.wordletter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import vn.sogopy.interchange.wordletter.ProposedParts.Skipped;
import vn.sogopy.interchange.wordletter.ProposedParts.Skipped.Reason;

/** Splits paragraphs into points by their numbers and dashes. */
final class PointTree {
  private static final String PROSE = "prose";
  private static final String TITLE = "title";

  /** Maximum number of characters. */
  private static final int MAX_HEADING = 200;

  /** Deeper levels are an accident of numbering. */
  private static final int MAX_DEPTH = 20;

  private final String context;
  private final List<ProposedPoint> points;
  private final List<Skipped> skipped;

  private final List<Node> roots = new ArrayList<>();
  private final Deque<Node> open = new ArrayDeque<>();

  /**
   * The text under one marker, with the unmarked paragraphs after it.
   *
   * @param first the first line with its marker
   */
  private record Node(
      String kind,
      String first,
      List<String> lines,
      boolean heading,
      String place,
      List<Node> below) {

    Node(String kind, String text, String first, boolean heading, String place) {
      this(kind, first, new ArrayList<>(List.of(text)), heading, place, new ArrayList<>());
    }

    String text() {
      return String.join("\n", lines);
    }

    /** The original text, with its marker. */
    String whole() {
      List<String> all = new ArrayList<>(lines);
      all.set(0, first);
      return String.join("\n", all);
    }

    boolean leads() {
      return lines.size() == 1 && (heading || lines.get(0).endsWith(":"));
    }

    /** The original text with all levels below it. */
    void all(StringBuilder text) {
      for (Node node : below) {
        text.append('\n').append(node.whole());
        node.all(text);
      }
    }
  }

  /**
   * @param context heading of every point; may be empty
   */
  PointTree(String context, List<ProposedPoint> points, List<Skipped> skipped) {
    this.context = context;
    this.points = points;
    this.skipped = skipped;
  }

  void add(Block.Paragraph paragraph, String place) {
    Marker marker = Marker.of(paragraph);
    if (marker != null) {
      String bare = paragraph.text().substring(marker.length());
      open(new Node(marker.kind(), bare, paragraph.whole(), isHeading(paragraph, bare), place));
      return;
    }
    String text = paragraph.text();
    boolean title = isTitle(paragraph);
    if (Words.isFurther(text)) {
      open.clear();
    }
    Node last = open.peek();
    if (title) {
      open(new Node(TITLE, text, text, !text.contains(":") || text.endsWith(":"), place));
    } else if (last == null || last.leads() && last.below.isEmpty()) {
      open(new Node(PROSE, text, text, false, place));
    } else if (last.kind.equals(PROSE) && Words.isRequest(text) && !last.text().endsWith(":")) {
      open(new Node(PROSE, text, text, false, place));
    } else {
      last.lines.add(text);
    }
  }

  private static boolean isHeading(Block.Paragraph paragraph, String bare) {
    boolean isShort = bare.length() <= MAX_HEADING && !Words.isRequest(bare);
    return isShort
        && (paragraph.heading()
            || bare.endsWith(":")
            || Words.isGeneralHeading(bare)
            || bare.indexOf(':') < 0 && namesMatter(bare));
  }

  /** Matches "Về giao thông:" and paragraphs formatted as headings. */
  private static boolean isTitle(Block.Paragraph paragraph) {
    String text = paragraph.text();
    if (text.length() <= MAX_HEADING && paragraph.heading() && !text.endsWith(".")) {
      return true;
    }
    return namesMatter(text);
  }

  /** Matches "Về giao thông", with or without text after a colon. */
  private static boolean namesMatter(String text) {
    if (!Words.fold(text).matches("(?s)^(ve|doi voi|tai|phan|chuong|linh vuc) .*")) {
      return false;
    }
    int colon = text.indexOf(':');
    String heading = colon > 0 ? text.substring(0, colon) : text;
    return heading.length() <= MAX_HEADING
        && !Words.isRequest(heading)
        && (colon > 0 || !Words.isStatement(heading) && !heading.matches("(?s).*[.;,]$"));
  }

  private void open(Node node) {
    Node last = open.peek();
    if (last != null && last.kind.equals(PROSE) && !last.text().endsWith(":")) {
      open.pop(); // text before a list is not its heading
    }
    if (open.stream().anyMatch(one -> one.kind.equals(node.kind))) {
      while (!open.pop().kind.equals(node.kind)) {
        // this node closes the nodes below the one of its kind
      }
    } else if (open.size() == MAX_DEPTH) {
      open.pop();
    }
    Node above = open.peek();
    (above == null ? roots : above.below).add(node);
    open.push(node);
  }

  /** Emits all points so far, in their order, and clears the tree. */
  void end() {
    roots.forEach(root -> emit(root, context));
    roots.clear();
    open.clear();
  }

  private void emit(Node node, String above) {
    String text = node.text();
    if (node.below.isEmpty()) {
      leaf(node, above);
      return;
    }
    if (Words.isGeneralHeading(text)) {
      skip(node, above, Reason.HEADING);
      node.below.forEach(one -> emit(one, above));
      return;
    }
    boolean request = Words.isRequest(text);
    long statements = node.below.stream().filter(PointTree::isStatement).count();
    if (request && statements * 2 <= node.below.size()) {
      StringBuilder list = new StringBuilder(text);
      node.all(list);
      points.add(new ProposedPoint(above, list.toString(), null, "", node.place));
      return;
    }
    String heading = under(above, text);
    boolean leads = text.endsWith(":") || !request;
    if (!leads || heading.length() > ProposedPoint.MAX_CONTEXT) {
      leaf(node, above);
      // For "Tại mục V.1: đề nghị rà soát." the place applies to the dashes below it, too.
      boolean place = text.contains(":") && namesMatter(text);
      heading = place ? under(above, text.substring(0, text.indexOf(':'))) : above;
      heading = heading.length() > ProposedPoint.MAX_CONTEXT ? above : heading;
    }
    for (Node one : node.below) {
      emit(one, heading);
    }
  }

  private static boolean isStatement(Node node) {
    return !node.below.isEmpty() || Words.isStatement(node.text());
  }

  /** A text after the headings above it, if there are any. */
  private static String under(String above, String text) {
    return above.isEmpty() ? text : ProposedPoint.under(above, text);
  }

  private void leaf(Node node, String above) {
    String text = node.text();
    if (Words.isAgreement(text)) {
      skip(node, above, Reason.AGREEMENT);
    } else if (node.leads() && !Words.isRequest(text)) {
      skip(node, above, Reason.HEADING);
    } else {
      points.add(new ProposedPoint(above, text, null, "", node.place));
    }
  }

  /** Also skips the headings above it, which would be lost if they have no other content. */
  private void skip(Node node, String above, Reason reason) {
    skipped.add(new Skipped(under(above, node.whole()), reason, node.place));
  }
}
