package vn.sogopy.register.edition;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.register.RegisterFormat;

/** Whether a file is one of an edition. */
@Schema(name = "Verification")
public record Verification(
    @Schema(nullable = true, description = "null: không phải tệp của bản chốt nào · of no edition")
        Match match) {

  /** The edition and the form of the file. */
  @Schema(name = "VerificationMatch")
  public record Match(
      UUID edition,
      String plan,
      int draft,
      int number,
      RegisterFormat format,
      @Schema(description = "organization, section") String view,
      boolean publicForm,
      boolean signedCopy,
      Instant sealedAt,
      String sealedBy) {}
}
