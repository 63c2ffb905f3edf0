package vn.sogopy.platform.http.download;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.sogopy.platform.http.problem.FailureProblems;

/**
 * Writes a file. A disk error is a 503; a request body that ends early is an IOException of its
 * reader.
 */
public final class DiskOutput extends FilterOutputStream {
  private final Path file;

  public DiskOutput(Path file) throws IOException {
    super(Files.newOutputStream(file));
    this.file = file;
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw FailureProblems.unwritable(file.getParent(), e);
    }
  }
}
