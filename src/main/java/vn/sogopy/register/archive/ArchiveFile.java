package vn.sogopy.register.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipOutputStream;
import vn.sogopy.platform.http.upload.TemporaryFile;
import vn.sogopy.platform.text.Sha256;
import vn.sogopy.register.RegisterFiles;

/** A ZIP whose last entry is a manifest with the SHA-256 of every other entry. */
final class ArchiveFile {
  /** The lines are those of {@code sha256sum}. */
  static final String MANIFEST = "manifest-sha256.txt";

  private final ZipOutputStream zip;
  private final StringBuilder manifest = new StringBuilder();

  /**
   * @param out stays open
   */
  ArchiveFile(OutputStream out) {
    zip = new ZipOutputStream(out);
  }

  /** Adds an entry while its content is written. */
  void add(String name, TemporaryFile.Content content) throws IOException {
    MessageDigest digest = Sha256.digest();
    zip.putNextEntry(RegisterFiles.entry(name));
    DigestOutputStream out = new DigestOutputStream(zip, digest);
    content.write(out);
    out.flush();
    zip.closeEntry();
    manifest
        .append(HexFormat.of().formatHex(digest.digest()))
        .append("  ")
        .append(name)
        .append('\n');
  }

  void end() throws IOException {
    zip.putNextEntry(RegisterFiles.entry(MANIFEST));
    zip.write(manifest.toString().getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    zip.finish();
  }
}
