package vn.sogopy.interchange.wordletter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
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
  private final Consumer<ProposedPoint> points;
  private final Consumer<Skipped> skipped;

  private final List<Node> roots = new ArrayList<>();
  private final Deque<Node> open = new ArrayDeque<>();

  /** The text under one marker, with the unmarked paragraphs after it. */
  private static final class Node {
    final String kind;
    final String place;
    final boolean heading;
    final List<String> lines = new ArrayList<>();
    final List<Node> below = new ArrayList<>();
    final String first;

    Node(String kind, String text, String whole, boolean heading, String place) {
      this.kind = kind;
      this.heading = heading;
      this.place = place;
      this.first = whole;
      lines.add(text);
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
  PointTree(String context, Consumer<ProposedPoint> points, Consumer<Skipped> skipped) {
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
    String said = colon > 0 ? text.substring(0, colon) : text;
    return said.length() <= MAX_HEADING
        && !Words.isRequest(said)
        && (colon > 0 || !Words.isStatement(said) && !said.matches("(?s).*[.;,]$"));
  }

  private void open(Node node) {
    Node last = open.peek();
    if (last != null && last.kind.equals(PROSE) && !last.text().endsWith(":")) {
      open.pop(); // text before a list is not its heading
    }
    if (open.stream().anyMatch(one -> one.kind.equals(node.kind))) {
      while (!open.pop().kind.equals(node.kind)) {
        // nodes that this one closes
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
    roots.forEach(root -> tell(root, context));
    roots.clear();
    open.clear();
  }

  private void tell(Node node, String above) {
    if (node.below.isEmpty()) {
      leaf(node, above);
      return;
    }
    if (Words.isGeneralHeading(node.text())) {
      skipped.accept(new Skipped(whole(node, above), Reason.HEADING, node.place));
      node.below.forEach(one -> tell(one, above));
      return;
    }
    boolean request = Words.isRequest(node.text());
    long statements = node.below.stream().filter(PointTree::says).count();
    boolean list = request && statements * 2 <= node.below.size();
    if (list) {
      StringBuilder all = new StringBuilder(node.text());
      node.all(all);
      points.accept(new ProposedPoint(above, all.toString(), null, "", node.place));
      return;
    }
    String below = above.isEmpty() ? node.text() : joined(above, node.text());
    boolean leads = node.text().endsWith(":") || !request;
    if (!leads || below.length() > ProposedPoint.MAX_CONTEXT) {
      leaf(node, above);
      String under = under(node, above);
      node.below.forEach(one -> tell(one, under));
      return;
    }
    node.below.forEach(one -> tell(one, below));
  }

  /** For "Tại mục V.1: đề nghị rà soát." with dashes below, the place applies to the dashes too. */
  private static String under(Node node, String above) {
    String text = node.text();
    int colon = text.indexOf(':');
    if (colon < 0 || !namesMatter(text)) {
      return above;
    }
    String place = text.substring(0, colon);
    String under = above.isEmpty() ? place : joined(above, place);
    return under.length() > ProposedPoint.MAX_CONTEXT ? above : under;
  }

  private static boolean says(Node node) {
    return !node.below.isEmpty() || Words.isStatement(node.text());
  }

  private static String joined(String above, String heading) {
    return above + (above.endsWith(":") ? " " : ": ") + heading;
  }

  private void leaf(Node node, String above) {
    String text = node.text();
    if (Words.isAgreement(text)) {
      skipped.accept(new Skipped(whole(node, above), Reason.AGREEMENT, node.place));
    } else if (node.leads() && !Words.isRequest(text)) {
      skipped.accept(new Skipped(whole(node, above), Reason.HEADING, node.place));
    } else {
      points.accept(new ProposedPoint(above, text, null, "", node.place));
    }
  }

  /** With the headings above it, which would be lost if they have no other content. */
  private static String whole(Node node, String above) {
    return above.isEmpty() ? node.whole() : joined(above, node.whole());
  }
}
