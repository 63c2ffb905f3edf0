package vn.sogopy.register;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Names from the plan's letterhead. */
@Schema(name = "RegisterLetterhead")
public record RegisterLetterhead(
    @Schema(nullable = true) String parentBody,
    @Schema(nullable = true) String issuer,
    @Schema(nullable = true) String abbreviation,
    @Schema(nullable = true) String place,
    @Schema(nullable = true) String addressee,
    @Schema(nullable = true) String signerTitle,
    @Schema(nullable = true) String signerName,
    List<String> recipients,
    @Schema(
            nullable = true,
            description = "Cơ quan ban hành, viết thường · the issuer in normal letters")
        String issuerName) {}
