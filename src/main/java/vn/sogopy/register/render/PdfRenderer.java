package vn.sogopy.register.render;

import com.lowagie.text.DocumentException;
import com.lowagie.text.ExceptionConverter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import vn.sogopy.register.Register;
import vn.sogopy.register.RegisterFormat;
import vn.sogopy.register.RegisterRenderer;
import vn.sogopy.register.Seal;

/**
 * The document on paper: the portrait report, then the landscape annexes. The same register and
 * seal give the same bytes.
 */
@ApplicationScoped
public class PdfRenderer implements RegisterRenderer {
  @Override
  public RegisterFormat format() {
    return RegisterFormat.PDF;
  }

  @Override
  public void write(Register register, Seal seal, OutputStream out) throws IOException {
    try {
      render(register, seal, out);
    } catch (DocumentException | ExceptionConverter e) {
      throw asThrown(e);
    }
  }

  /** The exception of the stream, which the library wraps more than once. */
  private static IOException asThrown(RuntimeException wrapped) {
    Throwable cause = wrapped;
    while (cause != null && !(cause instanceof IOException)) {
      cause = cause instanceof ExceptionConverter e ? e.getException() : cause.getCause();
    }
    if (cause == null) {
      throw wrapped;
    }
    return (IOException) cause;
  }

  private static void render(Register register, Seal seal, OutputStream out) throws IOException {
    PdfFonts fonts = new PdfFonts(PdfProperties.seed(register, seal));
    PdfPages pages = new PdfPages(register, seal, fonts, out);
    PdfCells cells = new PdfCells(fonts);
    if (register.report() != null) {
      new PdfReport(register, seal, pages, cells).write();
    }
    new PdfAnnexes(register, seal, pages, cells).write();
    pages.close();
  }
}
