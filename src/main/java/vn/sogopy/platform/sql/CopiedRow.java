package vn.sogopy.platform.sql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/**
 * A row as COPY sends it in its binary format: columns are taken one after the other, in the order
 * of the SELECT, as far as they are wanted. A text that was taken of the same column before is the
 * same object.
 */
public final class CopiedRow {
  /** Days of dates are counted from here. */
  private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);

  /** Signature, flags and length of an extension that is not there. */
  private static final int HEADER = 19;

  private static final int NULL = -1;

  private byte[] bytes = {};
  private ByteBuffer row = ByteBuffer.wrap(bytes);
  private boolean begun;
  private int column;

  /** Where the bytes of each column's last text lie. */
  private byte[][] within = {};

  private int[] from = {};
  private int[] lengths = {};
  private String[] texts = {};

  /** Turns the row at hand into a value. */
  @FunctionalInterface
  public interface Mapper<T> {
    T map(CopiedRow row);
  }

  CopiedRow() {}

  /**
   * On to the next message, which is one row.
   *
   * @return false at the end
   */
  boolean take(byte[] message) {
    bytes = message;
    row = ByteBuffer.wrap(bytes);
    if (!begun) {
      row.position(HEADER);
      begun = true;
    }
    int columns = row.getShort();
    if (columns > texts.length) {
      within = new byte[columns][];
      from = new int[columns];
      lengths = new int[columns];
      texts = new String[columns];
    }
    column = -1;
    return columns >= 0;
  }

  private int length() {
    column++;
    return row.getInt();
  }

  public String text() {
    int length = length();
    if (length == NULL) {
      texts[column] = null;
      return null;
    }
    int at = row.position();
    row.position(at + length);
    if (texts[column] == null
        || !Arrays.equals(
            bytes, at, at + length, within[column], from[column], from[column] + lengths[column])) {
      texts[column] = new String(bytes, at, length, StandardCharsets.UTF_8);
    }
    within[column] = bytes;
    from[column] = at;
    lengths[column] = length;
    return texts[column];
  }

  /** Passes over a column that is there for the order of the rows alone. */
  public void skip() {
    int length = length();
    row.position(row.position() + Math.max(length, 0));
  }

  public UUID uuid() {
    return length() == NULL ? null : new UUID(row.getLong(), row.getLong());
  }

  public Integer integer() {
    return length() == NULL ? null : Integer.valueOf(row.getInt());
  }

  public Long bigint() {
    return length() == NULL ? null : Long.valueOf(row.getLong());
  }

  public Boolean flag() {
    return length() == NULL ? null : Boolean.valueOf(row.get() != 0);
  }

  public LocalDate date() {
    return length() == NULL ? null : EPOCH.plusDays(row.getInt());
  }

  public <E extends Enum<E>> E constant(Class<E> type) {
    String name = text();
    return name == null ? null : Enum.valueOf(type, name);
  }
}
