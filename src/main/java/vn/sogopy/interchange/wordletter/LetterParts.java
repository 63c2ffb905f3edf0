package vn.sogopy.interchange.wordletter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import vn.sogopy.interchange.wordletter.ProposedParts.Skipped;
import vn.sogopy.interchange.wordletter.ProposedParts.Skipped.Reason;
import vn.sogopy.letter.Position;

/** Divides a letter into head, points, signature and annexes. */
final class LetterParts {
  /** The addressee is expected among this number of first paragraphs and tables. */
  private static final int HEAD = 60;

  /** Characters of the title of an annex. */
  private static final int MAX_ANNEX = 200;

  private enum Part {
    HEAD,
    RECIPIENTS,
    OPENING,
    BODY,
    END
  }

  private final List<ProposedPoint> points = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();
  private final boolean addressed;
  private final PointTree tree = new PointTree("", points, skipped);
  private TableHeadings headings;
  private Part part = Part.HEAD;
  private boolean agrees;
  private boolean disagrees;

  private LetterParts(List<Block> blocks) {
    addressed = blocks.stream().limit(HEAD).anyMatch(block -> any(block, LetterParts::isRecipient));
  }

  /**
   * @param outline the sections of the draft, in their order
   */
  static ProposedParts propose(List<Block> blocks, List<ProposedParts.Candidate> outline) {
    LetterParts parts = new LetterParts(blocks);
    for (Block block : blocks) {
      if (block instanceof Block.Paragraph paragraph) {
        parts.paragraph(paragraph, "đoạn " + paragraph.number());
      } else if (block instanceof Block.Table table) {
        parts.table(table);
      }
    }
    parts.tree.end();
    SectionGuess sections = new SectionGuess(outline);
    List<ProposedParts.Item> items =
        parts.points.stream()
            .flatMap(point -> point.fitting().stream())
            .map(point -> point.item(sections))
            .toList();
    return new ProposedParts(items, parts.skipped, parts.position());
  }

  /** The position on the draft as a whole; null = unknown. */
  private Position position() {
    if (disagrees) {
      return Position.DISAGREES;
    }
    if (agrees || skipped.stream().anyMatch(text -> text.reason() == Reason.AGREEMENT)) {
      return points.isEmpty() ? Position.AGREES : Position.AGREES_WITH_COMMENTS;
    }
    return points.isEmpty() ? null : Position.COMMENTS;
  }

  private void skip(Block.Paragraph paragraph, Reason reason, String place) {
    skipped.add(new Skipped(paragraph.whole(), reason, place));
  }

  private void paragraph(Block.Paragraph paragraph, String place) {
    String text = paragraph.text();
    switch (part) {
      case HEAD -> head(paragraph, place);
      case RECIPIENTS -> {
        if (Marker.of(paragraph) != null && !Words.isRequest(text)) {
          skip(paragraph, Reason.RECIPIENT, place);
        } else {
          part = Part.OPENING;
          paragraph(paragraph, place);
        }
      }
      case OPENING, BODY -> body(paragraph, place);
      case END -> {
        if (text.length() < MAX_ANNEX && Words.begins(Words.ANNEX, text)) {
          part = Part.BODY;
          skip(paragraph, Reason.HEADING, place);
        } else {
          skip(paragraph, Reason.SIGNATURE, place);
        }
      }
    }
  }

  private void head(Block.Paragraph paragraph, String place) {
    if (isRecipient(paragraph.text())) {
      skip(paragraph, Reason.RECIPIENT, place);
      String text = paragraph.text().strip();
      part = text.endsWith(":") || text.endsWith(";") ? Part.RECIPIENTS : Part.OPENING;
    } else if (addressed || Words.begins(Words.HEAD, paragraph.text())) {
      skip(paragraph, Reason.LETTERHEAD, place);
    } else {
      part = Part.OPENING;
      paragraph(paragraph, place);
    }
  }

  private void body(Block.Paragraph paragraph, String place) {
    String text = paragraph.text();
    boolean marked = Marker.of(paragraph) != null;
    if (!marked && Words.isSignature(text)) {
      end();
      skip(paragraph, Reason.SIGNATURE, place);
      return;
    }
    boolean closes = Words.begins(Words.CLOSING, text);
    boolean opens = !closes && !marked && part == Part.OPENING && Words.isOpening(text);
    boolean agreement = !closes && !marked && Words.isAgreement(text);
    if (part == Part.OPENING && !closes) {
      agrees |= Words.agrees(text);
      disagrees |= Words.disagrees(text);
    }
    if (closes || opens || agreement) {
      tree.end();
      Reason reason = closes ? Reason.CLOSING : agreement ? Reason.AGREEMENT : Reason.OPENING;
      skip(paragraph, reason, place);
    } else {
      part = Part.BODY;
      tree.add(paragraph, place);
    }
    if (text.endsWith("./.") || text.endsWith("./")) { // the mark at the end of official texts
      end();
    }
  }

  /** The distribution list and the signature follow. */
  private void end() {
    tree.end();
    part = Part.END;
  }

  private void table(Block.Table table) {
    TablePoints rows = new TablePoints(table, points, skipped);
    if (rows.hasHeadings() || part != Part.HEAD && rows.continues(headings)) {
      tree.end();
      headings = rows.read(headings);
      part = Part.BODY;
      return;
    }
    headings = null;
    // A table for layout only, such as the foot of every letter.
    boolean layout =
        part == Part.HEAD
            || part == Part.END
            || any(table, text -> Words.isSignature(text) || isRecipient(text));
    for (int i = 0; i < table.rows().size(); i++) {
      String place = TablePoints.place(table, i);
      List<Block.Cell> filled =
          table.rows().get(i).stream().filter(cell -> !cell.paragraphs().isEmpty()).toList();
      if (layout || filled.size() < 2) {
        filled.forEach(cell -> cell.paragraphs().forEach(one -> paragraph(one, place)));
      } else {
        paragraph(line(filled), place);
      }
    }
  }

  /** The cells of a row on one line, a number first. */
  private static Block.Paragraph line(List<Block.Cell> cells) {
    Block.Paragraph first = cells.get(0).paragraphs().get(0);
    String text = cells.get(0).text();
    boolean number = text.matches("[0-9]{1,3}[.)]?");
    String label = number ? text.replaceFirst("[.)]?$", ".") : first.label();
    List<String> texts = cells.stream().skip(number ? 1 : 0).map(Block.Cell::text).toList();
    return new Block.Paragraph(String.join("\n", texts), label, 0, first.heading(), first.number());
  }

  private static boolean isRecipient(String text) {
    return Words.begins(Words.RECIPIENT, text);
  }

  private static boolean any(Block block, Predicate<String> phrase) {
    return block.paragraphs().stream().map(Block.Paragraph::text).anyMatch(phrase);
  }
}
