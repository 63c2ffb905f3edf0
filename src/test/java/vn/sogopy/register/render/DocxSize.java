package vn.sogopy.register.render;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.sogopy.register.Register;
import vn.sogopy.register.Registers;

/**
 * Measures, by hand, what a large document costs: {@code java -Xmx512m -cp …
 * vn.sogopy.register.render.DocxSize 20000 large.docx}.
 */
public final class DocxSize {
  private static final String SENTENCE =
      "Đề nghị rà soát, bổ sung số liệu hiện trạng và phương án phát triển của ngành. ";

  private DocxSize() {}

  public static void main(String[] args) throws IOException {
    Register register = Registers.large(Integer.parseInt(args[0]), i -> SENTENCE.repeat(1 + i % 9));
    Path file = Path.of(args[1]);
    long start = System.nanoTime();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      new DocxRenderer().write(register, null, out);
    }
    System.out.printf(
        "%s rows: %d ms, %d bytes%n",
        args[0], (System.nanoTime() - start) / 1_000_000, Files.size(file));
  }
}
