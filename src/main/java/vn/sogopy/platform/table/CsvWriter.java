package vn.sogopy.platform.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * CSV as every export writes it: UTF-8 with BOM, RFC 4180, no cell that could run. Straight to
 * bytes: a writer behind a printer, each with its own buffer, took three times as long (ADR 0018).
 */
public final class CsvWriter {
  private static final int BUFFER = 32 * 1024;

  /** What one character takes at most; a pair of surrogates takes as much. */
  private static final int MOST = 4;

  private static final char BOM = '\uFEFF';

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER];
  private int size;

  /** Whether the line has a cell. */
  private boolean begun;

  /**
   * @param out not closed here
   */
  public CsvWriter(OutputStream out) throws IOException {
    this.out = out;
    write(String.valueOf(BOM), false);
  }

  /** One line; null is an empty cell. */
  public void row(List<String> cells) throws IOException {
    for (String cell : cells) {
      cell(cell);
    }
    end();
  }

  /** The next cell of a line; null is an empty one. */
  public void cell(String cell) throws IOException {
    if (begun) {
      put(',');
    }
    if (cell != null) {
      print(neutral(cell), !begun);
    }
    begun = true;
  }

  /** Ends the line. */
  public void end() throws IOException {
    put('\r');
    put('\n');
    begun = false;
  }

  public void flush() throws IOException {
    drain();
    out.flush();
  }

  private void print(String cell, boolean first) throws IOException {
    if (isQuoted(cell, first)) {
      put('"');
      write(cell, true);
      put('"');
    } else {
      write(cell, false);
    }
  }

  /**
   * More than must be, for readers that strip blanks or know comments; and a line that is one empty
   * cell is told from an empty line.
   */
  private static boolean isQuoted(String cell, boolean first) {
    if (cell.isEmpty()) {
      return first;
    }
    return cell.charAt(0) <= '#'
        || cell.charAt(cell.length() - 1) <= ' '
        || cell.indexOf(',') >= 0
        || cell.indexOf('"') >= 0
        || cell.indexOf('\n') >= 0
        || cell.indexOf('\r') >= 0;
  }

  private void write(String text, boolean quoted) throws IOException {
    int length = text.length();
    for (int i = 0; i < length; ) {
      if (size > BUFFER - MOST) {
        drain();
      }
      i = stretch(text, i, Math.min(length, i + (BUFFER - size) / MOST), quoted);
    }
  }

  /**
   * What surely fits, or one more: the second of a pair of surrogates. All in local variables:
   * fields would be written back for each byte.
   *
   * @return where it goes on
   */
  private int stretch(String text, int from, int to, boolean quoted) {
    byte[] bytes = buffer;
    int at = size;
    int i = from;
    while (i < to) {
      char c = text.charAt(i++);
      if (c < 0x80) {
        if (c == '"' && quoted) {
          bytes[at++] = '"';
        }
        bytes[at++] = (byte) c;
      } else if (c < 0x800) {
        bytes[at++] = (byte) (0xC0 | c >> 6);
        bytes[at++] = tail(c);
      } else if (!Character.isSurrogate(c)) {
        bytes[at++] = (byte) (0xE0 | c >> 12);
        bytes[at++] = tail(c >> 6);
        bytes[at++] = tail(c);
      } else if (i < text.length() && Character.isSurrogatePair(c, text.charAt(i))) {
        int point = Character.toCodePoint(c, text.charAt(i++));
        bytes[at++] = (byte) (0xF0 | point >> 18);
        bytes[at++] = tail(point >> 12);
        bytes[at++] = tail(point >> 6);
        bytes[at++] = tail(point);
      } else {
        bytes[at++] = '?';
      }
    }
    size = at;
    return i;
  }

  /** The lowest six bits. */
  private static byte tail(int bits) {
    return (byte) (0x80 | bits & 0x3F);
  }

  private void put(char ascii) throws IOException {
    if (size == BUFFER) {
      drain();
    }
    buffer[size++] = (byte) ascii;
  }

  private void drain() throws IOException {
    out.write(buffer, 0, size);
    size = 0;
  }

  /** A cell that a spreadsheet would run as a formula is made plain text by an apostrophe. */
  static String neutral(String cell) {
    return cell != null && runs(cell) ? "'" + cell : cell;
  }

  /** Whether {@link #neutral} put an apostrophe before it. */
  static boolean isNeutral(String cell) {
    return cell.startsWith("'") && runs(cell.substring(1));
  }

  private static boolean runs(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
  }
}
