package vn.sogopy.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A name of an organization with its period; both days inclusive, null = open. */
@Embeddable
public record OrganizationName(
    @NotNull @Size(min = 1, max = 300) String name,
    @Schema(nullable = true) @Column(name = "valid_from") LocalDate from,
    @Schema(nullable = true) @Column(name = "valid_to") LocalDate to) {}
