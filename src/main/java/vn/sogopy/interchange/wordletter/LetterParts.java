package vn.sogopy.interchange.wordletter;

import java.util.ArrayList;
import java.util.List;
import vn.sogopy.interchange.wordletter.ProposedParts.Skipped;
import vn.sogopy.interchange.wordletter.ProposedParts.Skipped.Reason;
import vn.sogopy.letter.Position;

/** Divides a letter into head, points, signature and annexes. */
final class LetterParts {
  /** The addressee is expected among this number of first paragraphs and tables. */
  private static final int HEAD = 60;

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
  private PointTree tree = newTree();
  private TableHeadings headings;
  private Part part = Part.HEAD;
  private boolean agrees;
  private boolean disagrees;

  /**
   * @param position on the draft as a whole; null = unknown
   */
  record Found(List<ProposedPoint> points, List<Skipped> skipped, Position position) {}

  private LetterParts(List<Block> blocks) {
    addressed =
        blocks.stream()
            .limit(HEAD)
            .anyMatch(
                block -> paragraphs(block).stream().anyMatch(p -> Words.isRecipient(p.text())));
  }

  static Found of(List<Block> blocks) {
    LetterParts parts = new LetterParts(blocks);
    for (Block block : blocks) {
      if (block instanceof Block.Paragraph paragraph) {
        parts.paragraph(paragraph, "đoạn " + paragraph.number());
      } else if (block instanceof Block.Table table) {
        parts.table(table);
      }
    }
    parts.tree.end();
    List<ProposedPoint> fitting = parts.points.stream().flatMap(p -> p.fitting().stream()).toList();
    return new Found(fitting, parts.skipped, parts.position());
  }

  private Position position() {
    if (disagrees) {
      return Position.DISAGREES;
    }
    if (agrees) {
      return points.isEmpty() ? Position.AGREES : Position.AGREES_WITH_COMMENTS;
    }
    return points.isEmpty() ? null : Position.COMMENTS;
  }

  private PointTree newTree() {
    return new PointTree("", points::add, this::skip);
  }

  private void skip(Skipped text) {
    agrees |= text.reason() == Reason.AGREEMENT;
    skipped.add(text);
  }

  private void skip(Block.Paragraph paragraph, Reason reason, String place) {
    skip(new Skipped(paragraph.whole(), reason, place));
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
        if (Words.isAnnex(text)) {
          part = Part.BODY;
          skip(paragraph, Reason.HEADING, place);
        } else {
          skip(paragraph, Reason.SIGNATURE, place);
        }
      }
    }
  }

  private void head(Block.Paragraph paragraph, String place) {
    if (Words.isRecipient(paragraph.text())) {
      skip(paragraph, Reason.RECIPIENT, place);
      String text = paragraph.text().strip();
      part = text.endsWith(":") || text.endsWith(";") ? Part.RECIPIENTS : Part.OPENING;
    } else if (addressed || Words.isHead(paragraph.text())) {
      skip(paragraph, Reason.LETTERHEAD, place);
    } else {
      part = Part.OPENING;
      paragraph(paragraph, place);
    }
  }

  private void body(Block.Paragraph paragraph, String place) {
    String text = paragraph.text();
    if (Words.isSignature(text) && Marker.of(paragraph) == null) {
      end();
      skip(paragraph, Reason.SIGNATURE, place);
    } else if (Words.isClosing(text)) {
      tree.end();
      skip(paragraph, Reason.CLOSING, place);
      endsAt(text);
    } else if (part == Part.OPENING && Marker.of(paragraph) == null && Words.isOpening(text)) {
      agrees |= Words.agrees(text);
      disagrees |= Words.disagrees(text);
      skip(paragraph, Words.isAgreement(text) ? Reason.AGREEMENT : Reason.OPENING, place);
      endsAt(text);
    } else if (Marker.of(paragraph) == null && Words.isAgreement(text)) {
      tree.end();
      skip(paragraph, Reason.AGREEMENT, place);
      endsAt(text);
    } else {
      agrees |= part == Part.OPENING && Words.agrees(text);
      disagrees |= part == Part.OPENING && Words.disagrees(text);
      part = Part.BODY;
      tree.add(paragraph, place);
      endsAt(text);
    }
  }

  /** "./." ends an official text. The distribution list and the signature follow. */
  private void endsAt(String text) {
    if (text.endsWith("./.") || text.endsWith("./")) {
      end();
    }
  }

  private void end() {
    tree.end();
    part = Part.END;
  }

  private void table(Block.Table table) {
    TablePoints rows = new TablePoints(table, points::add, this::skip);
    boolean known = rows.headingRow() >= 0 || rows.continues(headings);
    if (known && part != Part.HEAD || rows.headingRow() >= 0) {
      tree.end();
      headings = rows.read(headings);
      part = Part.BODY;
      return;
    }
    headings = null;
    boolean layout = part == Part.HEAD || part == Part.END || isLayout(table);
    for (int i = 0; i < table.rows().size(); i++) {
      String place = TablePoints.place(table, i);
      Block.Paragraph line = layout ? null : line(table.rows().get(i));
      if (line != null) {
        paragraph(line, place);
      } else {
        for (Block.Cell cell : table.rows().get(i).cells()) {
          cell.paragraphs().forEach(paragraph -> paragraph(paragraph, place));
        }
      }
    }
  }

  /** A table for layout only, such as the foot of every letter. */
  private static boolean isLayout(Block.Table table) {
    return paragraphs(table).stream()
        .anyMatch(p -> Words.isSignature(p.text()) || Words.isRecipient(p.text()));
  }

  /** The cells of a row on one line, a number first; null for a row of at most one cell. */
  private static Block.Paragraph line(Block.Row row) {
    List<Block.Cell> filled =
        row.cells().stream().filter(cell -> !cell.paragraphs().isEmpty()).toList();
    if (filled.size() < 2) {
      return null;
    }
    Block.Paragraph first = filled.get(0).paragraphs().get(0);
    boolean number = filled.get(0).text().matches("[0-9]{1,3}[.)]?");
    String label = number ? filled.get(0).text().replaceFirst("[.)]?$", ".") : first.label();
    List<String> texts = filled.stream().skip(number ? 1 : 0).map(Block.Cell::text).toList();
    return new Block.Paragraph(String.join("\n", texts), label, 0, first.heading(), first.number());
  }

  private static List<Block.Paragraph> paragraphs(Block block) {
    if (block instanceof Block.Paragraph paragraph) {
      return List.of(paragraph);
    }
    List<Block.Paragraph> all = new ArrayList<>();
    ((Block.Table) block)
        .rows()
        .forEach(row -> row.cells().forEach(cell -> all.addAll(cell.paragraphs())));
    return all;
  }
}
