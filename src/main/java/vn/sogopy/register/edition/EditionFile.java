package vn.sogopy.register.edition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.UuidGenerator;
import vn.sogopy.platform.http.download.FileExchange;
import vn.sogopy.register.RegisterFormat;
import vn.sogopy.security.Actor;

/** A file of an edition. Its bytes are stored in pieces. */
@Entity
@Table(name = "edition_file")
public class EditionFile {
  /** The kind of a file. */
  @Schema(name = "EditionFileKind")
  public enum Kind {
    REGISTER,
    SIGNED_COPY
  }

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  public UUID id;

  @Column(name = "edition_id")
  public UUID editionId;

  @Enumerated(EnumType.STRING)
  public Kind kind;

  @Enumerated(EnumType.STRING)
  public RegisterFormat format;

  @Column(name = "by_topic")
  public boolean byTopic;

  @Column(name = "public_form")
  public boolean publicForm;

  /** Whether the file has the number and date of the report. */
  public boolean issued;

  @Column(name = "file_name")
  public String fileName;

  @Column(name = "media_type")
  public String mediaType;

  /** Bytes. */
  public long size;

  public byte[] sha256;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "created_by")
  public String createdBy;

  /** A file of an edition that is not stored yet. */
  static EditionFile of(
      Actor actor,
      UUID edition,
      Kind kind,
      SealedForm form,
      String name,
      long size,
      byte[] sha256) {
    EditionFile file = new EditionFile();
    file.editionId = edition;
    file.kind = kind;
    file.format = form.format();
    file.byTopic = form.byTopic();
    file.publicForm = form.publicForm();
    file.issued = form.issued();
    file.fileName = name;
    file.mediaType = form.format().mediaType();
    file.size = size;
    file.sha256 = sha256;
    file.createdAt = actor.at();
    file.createdBy = actor.caller().name();
    return file;
  }

  /** The value of the parameter {@code view}. */
  String view() {
    return byTopic ? "section" : "organization";
  }

  FileExchange.Facts facts() {
    return new FileExchange.Facts(fileName, mediaType, size, hash());
  }

  String hash() {
    return HexFormat.of().formatHex(sha256);
  }
}
