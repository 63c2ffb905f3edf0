package vn.sogopy.letter.attachment;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import vn.sogopy.security.Actor;

/** A file as it was sent or made; immutable. */
@MappedSuperclass
public abstract class FiledFile {
  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  public UUID id;

  public String fileName;

  public String mediaType;

  /** Bytes. */
  public long size;

  public byte[] sha256;

  public Instant createdAt;

  public String createdBy;

  protected FiledFile() {}

  protected FiledFile(Actor actor, IncomingFile file) {
    this(actor, file.name(), file.mediaType(), file.upload().size(), file.upload().sha256());
  }

  protected FiledFile(Actor actor, String name, String mediaType, long size, byte[] sha256) {
    fileName = name;
    this.mediaType = mediaType;
    this.size = size;
    this.sha256 = sha256;
    createdAt = actor.at();
    createdBy = actor.caller().name();
  }

  /** SHA-256 in hex. */
  public String hash() {
    return HexFormat.of().formatHex(sha256);
  }
}
