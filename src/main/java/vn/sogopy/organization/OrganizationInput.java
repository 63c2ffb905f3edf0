package vn.sogopy.organization;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An organization in a request. */
public record OrganizationInput(
    @NotNull
        @Size(min = 1, max = 63)
        @Pattern(regexp = "(?!file$)[a-z0-9][a-z0-9-]*")
        @Schema(
            description = "Mã, không đổi về sau; không là file · code, never changes; not: file",
            examples = "sgtvt")
        String code,
    @NotNull
        @Size(min = 1, max = 300)
        @Schema(description = "Tên đầy đủ hiện nay · full name of today")
        String name,
    @NotNull
        @Size(min = 1, max = 40)
        @Schema(description = "Mã nhóm · group code", examples = "PROVINCIAL")
        String group,
    @NotNull
        @Min(0)
        @Max(100_000)
        @Schema(description = "Thứ tự trong nhóm · protocol order in the group")
        Integer order,
    @Size(max = 20) @Schema(nullable = true, description = "Tên gọi khác · other names")
        List<@NotNull @Size(min = 1, max = 300) String> aliases,
    @Size(max = MAX_E_IDS)
        @Schema(nullable = true, description = "Mã định danh điện tử · electronic identifiers")
        @JsonProperty("eIds")
        List<@NotNull @Size(min = 1, max = 100) String> eIds,
    @Size(max = 20) @Schema(nullable = true, description = "Tên theo thời gian · names by time")
        List<@NotNull @Valid Name> names) {

  static final int MAX_E_IDS = 10;

  /** A name with its period; both days inclusive, null = open. */
  @Schema(name = "OrganizationName")
  public record Name(
      @NotNull @Size(min = 1, max = 300) String name,
      @Schema(nullable = true) LocalDate from,
      @Schema(nullable = true) LocalDate to) {}
}
