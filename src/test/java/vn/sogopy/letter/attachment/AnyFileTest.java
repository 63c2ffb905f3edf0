package vn.sogopy.letter.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.sogopy.letter.SampleFiles;

/** Whatever an office sends has a media type and a risk, or is a program. */
class AnyFileTest {

  @Property(tries = 300)
  void everyFileIsClassified(
      @ForAll("heads") byte[] head, @ForAll byte[] rest, @ForAll("names") String name)
      throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head);
    all.writeBytes(rest);
    byte[] bytes = all.toByteArray();
    Path file = Files.createTempFile("any", null);
    try {
      FileContent content = FileContent.of(Files.write(file, bytes), name);
      assertThat(content.mediaType()).matches("[a-z]+/[A-Za-z0-9.+_-]+").doesNotContain("tika");
      if (Programs.isProgram(bytes)) {
        assertThat(content.risk()).isNull();
      }
      if (content.risk() == null || content.risk() == FileRisk.UNKNOWN) {
        assertThat(content.checked()).isEmpty();
      }
      if (Programs.isNamed(name) && content.risk() != null) {
        assertThat(content.checked()).isPresent();
      }
    } finally {
      Files.delete(file);
    }
  }

  /** The starts of known types, whole files among them. */
  @Provide
  Arbitrary<byte[]> heads() {
    byte[] docx = SampleFiles.docx();
    return Arbitraries.of(
        new byte[0],
        docx,
        Arrays.copyOf(docx, docx.length / 2),
        SampleFiles.ole("WordDocument", "_VBA_PROJECT"),
        HexFormat.of().parseHex("D0CF11E0A1B11AE1"),
        SampleFiles.pdf(300),
        SampleFiles.picture("png"),
        SampleFiles.picture("jpg"),
        SampleFiles.text("<a>"),
        SampleFiles.text("<html>"),
        SampleFiles.text("Message-ID: <1@x.vn>\n"),
        SampleFiles.text("{\\rtf1 "),
        SampleFiles.text("#!/bin/sh\n"),
        SampleFiles.text("MZ"),
        HexFormat.of().parseHex("526172211A0700"));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(
        "a",
        "Góp ý.doc",
        "a.pdf",
        "a.js",
        "a.exe",
        "a.html",
        "a.eml",
        "a.shp",
        "a.",
        ".x",
        "a b.7z");
  }
}
