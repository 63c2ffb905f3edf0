package vn.sogopy.platform.http.upload;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import vn.sogopy.platform.text.Sha256;

/**
 * A file that is written once, read, and deleted. It has no name while it is open, so that a killed
 * process leaves no file.
 */
public final class TemporaryFile implements Closeable {
  private static final int PIECE = 64 * 1024;

  private final FileChannel channel;
  private final MessageDigest digest = Sha256.digest();
  private String sha256;

  private TemporaryFile(FileChannel channel) {
    this.channel = channel;
  }

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    void write(OutputStream out) throws IOException;
  }

  /**
   * An open file with this content. The caller closes it.
   *
   * @param folder created if it is absent
   * @throws IOException as the content throws it, and for a full disk
   */
  static TemporaryFile of(Path folder, Content content) throws IOException {
    Files.createDirectories(folder);
    // On POSIX systems DELETE_ON_CLOSE removes the name immediately.
    TemporaryFile file =
        new TemporaryFile(
            FileChannel.open(
                folder.resolve("export-" + UUID.randomUUID()),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE));
    try {
      OutputStream out = new DigestOutputStream(file.stream(), file.digest);
      content.write(out);
      out.flush();
      file.sha256 = HexFormat.of().formatHex(file.digest.digest());
      return file;
    } catch (IOException | RuntimeException | Error e) {
      file.close();
      throw e;
    }
  }

  private OutputStream stream() {
    return new BufferedOutputStream(Channels.newOutputStream(channel), PIECE);
  }

  public long size() {
    try {
      return channel.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In hex, 64 lower-case digits. */
  public String sha256() {
    return sha256;
  }

  /**
   * The bytes from the first one on. Closing the stream does not close the file, and {@link
   * InputStream#reset} returns to the first byte.
   */
  public InputStream open() {
    return new InputStream() {
      private long at;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
          return 0;
        }
        int read = channel.read(ByteBuffer.wrap(bytes, offset, length), at);
        at += Math.max(read, 0);
        return read;
      }

      @Override
      public void reset() {
        at = 0;
      }
    };
  }

  /**
   * @param to the last byte, inclusive
   */
  public void copy(long from, long to, OutputStream out) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate(PIECE);
    for (long at = from; at <= to; ) {
      piece.clear().limit((int) Math.min(PIECE, to - at + 1));
      int read = channel.read(piece, at);
      if (read < 0) {
        throw new IOException("the file ends too early");
      }
      out.write(piece.array(), 0, read);
      at += read;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
