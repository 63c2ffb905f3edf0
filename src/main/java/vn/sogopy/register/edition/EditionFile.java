package vn.sogopy.register.edition;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.letter.attachment.FiledFile;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.download.FileExchange;
import vn.sogopy.register.RegisterFormat;
import vn.sogopy.register.RegisterScope;
import vn.sogopy.security.Actor;

/** A file of an edition. Its bytes are stored in pieces. */
@Entity
public class EditionFile extends FiledFile {
  /** The kind of a file. */
  @Schema(name = "EditionFileKind")
  public enum Kind {
    REGISTER,
    SIGNED_COPY
  }

  /**
   * One form of an edition's register.
   *
   * @param issued with the number and date of the report
   * @param correction how often these had been corrected; 0 unless the form prints them
   */
  @Embeddable
  public record Form(
      @Enumerated(EnumType.STRING) RegisterFormat format,
      boolean byTopic,
      boolean publicForm,
      boolean issued,
      int correction) {

    static final Form SIGNED_COPY = new Form(RegisterFormat.PDF, false, false, true, 0);

    /** The form of the edition as it is now. Some formats print no number and date. */
    static Form of(Edition edition, RegisterFormat format, boolean byTopic, boolean publicForm) {
      boolean issued = edition.isIssued() && format.printsNumber();
      return new Form(format, byTopic, publicForm, issued, issued ? edition.corrections : 0);
    }

    /** The canonical JSON. */
    static Form sealed(boolean publicForm) {
      return new Form(RegisterFormat.JSON, false, publicForm, false, 0);
    }

    String fileName(DraftRef draft, int edition) {
      return RegisterScope.whole(publicForm).fileName(draft, edition, byTopic, format);
    }

    /** The value of the parameter {@code view}. */
    String view() {
      return byTopic ? "section" : "organization";
    }
  }

  public UUID editionId;

  @Enumerated(EnumType.STRING)
  public Kind kind;

  @Embedded public Form form;

  /** Whether a signed copy has a digital signature; null for a register. */
  public Boolean hasSignature;

  EditionFile() {}

  EditionFile(
      Actor actor, UUID edition, Kind kind, Form form, String name, long size, byte[] sha256) {
    super(actor, name, form.format().mediaType(), size, sha256);
    editionId = edition;
    this.kind = kind;
    this.form = form;
  }

  FileExchange.Facts facts() {
    return new FileExchange.Facts(fileName, mediaType, size, hash());
  }
}
