package vn.sogopy.register.edition;

import static java.util.stream.Collectors.groupingBy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.sogopy.platform.sql.Pieces;
import vn.sogopy.platform.sql.Pieces.Piece;
import vn.sogopy.platform.text.Sha256;
import vn.sogopy.register.edition.EditionFile.Form;

/** The files of editions, with their bytes. */
@ApplicationScoped
public class EditionFileRepository implements PanacheRepositoryBase<EditionFile, UUID> {
  @Inject Pieces pieces;

  @Entity
  @Table(name = "edition_piece")
  static class EditionPiece extends Piece {}

  Optional<EditionFile> register(UUID edition, Form form) {
    return find(
            "editionId = ?1 and kind = ?2 and form = ?3", edition, EditionFile.Kind.REGISTER, form)
        .firstResultOptional();
  }

  /** By edition. */
  public Map<UUID, List<EditionFile>> ofEditions(Collection<UUID> editions) {
    return editions.isEmpty()
        ? Map.of()
        : list("editionId in ?1 order by createdAt, id", editions).stream()
            .collect(groupingBy(file -> file.editionId));
  }

  List<EditionFile> bySha256(byte[] sha256) {
    return list("sha256 = ?1 order by createdAt, id", (Object) sha256);
  }

  /** Stores a file with its bytes in the caller's transaction. */
  void add(EditionFile file, Path content) {
    persistAndFlush(file);
    pieces.write(EditionPiece::new, file.id, content);
  }

  /** See {@link Pieces#read}. */
  public void read(UUID file, long from, long to, OutputStream out) throws IOException {
    pieces.read(EditionPiece.class, file, from, to, out);
  }

  /** Whether the bytes have the digest of the file. */
  boolean isIntact(EditionFile file) {
    MessageDigest digest = Sha256.digest();
    try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      read(file.id, 0, file.size - 1, out);
    } catch (IOException missing) {
      // A piece is missing.
      return false;
    }
    return MessageDigest.isEqual(digest.digest(), file.sha256);
  }
}
