package vn.sogopy.register.render;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.sogopy.register.Register;
import vn.sogopy.register.RegisterRenderer;
import vn.sogopy.register.Registers;

/**
 * Measures, by hand, what a large workbook or page costs: {@code java -Xmx512m -cp …
 * vn.sogopy.register.render.XlsxSize 100000 large.xlsx}; the ending tells which.
 */
public final class XlsxSize {
  private static final String SENTENCE =
      "Đề nghị rà soát, bổ sung số liệu hiện trạng và phương án phát triển của ngành. ";

  private XlsxSize() {}

  public static void main(String[] args) throws IOException {
    Register register =
        Registers.large(Integer.parseInt(args[0]), i -> i + " " + SENTENCE.repeat(1 + i % 9));
    Path file = Path.of(args[1]);
    RegisterRenderer renderer = args[1].endsWith(".html") ? new HtmlRenderer() : new XlsxRenderer();
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    long model = runtime.totalMemory() - runtime.freeMemory();
    long start = System.nanoTime();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      renderer.write(register, null, out);
    }
    System.out.printf(
        "%s rows: %d ms, %d bytes; the model alone: %d MB%n",
        args[0], (System.nanoTime() - start) / 1_000_000, Files.size(file), model >> 20);
  }
}
