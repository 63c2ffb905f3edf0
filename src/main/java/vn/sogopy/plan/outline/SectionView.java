package vn.sogopy.plan.outline;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.organization.Successions;
import vn.sogopy.platform.text.Text;

/** One section of an outline, in requests and responses. */
@Schema(name = "Section")
public record SectionView(
    @NotNull
        @Size(min = 1, max = 40)
        @Pattern(regexp = "[^/\\s\\p{Z}" + Text.INVISIBLE + "]+", message = "V.1")
        @Schema(
            pattern = "^[^\\s/]+$",
            description =
                "Mã mục; không có dấu cách, ngắt dòng, ký tự ẩn, dấu / · no blank, line break, invisible character or slash",
            examples = "V.1")
        String code,
    @NotNull @Size(min = 1, max = 500) @Schema(examples = "Giao thông") String title,
    @Size(min = 1, max = 40)
        @Schema(
            nullable = true,
            description = "Mã mục cha; null = gốc · parent's code; null = a root")
        String parent,
    @Min(1)
        @Max(OutlineBuilder.MAX_LEVEL)
        @Schema(
            nullable = true,
            description =
                "Cấp, tính từ mục cha; khi gửi lên được bỏ qua · derived; ignored in requests")
        Integer level,
    @Size(max = 200)
        @Schema(
            nullable = true,
            description =
                "Mã các cơ quan phụ trách; cơ quan kế thừa thay cơ quan đã kết thúc hoạt động"
                    + " · responsible organizations; successors take the place of ended ones")
        List<@NotNull @Size(min = 1, max = 63) String> responsible,
    @Size(min = 1, max = 200)
        @Schema(
            nullable = true,
            description =
                "Người xử lý mặc định: ý kiến vào mục này được phân công ngay khi tiếp nhận, trạng thái là ASSIGNED · default assignee: a comment received for this section is ASSIGNED to them at once")
        String defaultAssignee,
    @Schema(
            implementation = String.class,
            nullable = true,
            maxLength = 40,
            description =
                "Mã mục của dự thảo trước mà mục này tiếp nối; null = mục mới; khi gửi lên mà bỏ trống trường này: mục cùng mã,"
                    + " trừ khi một mục khác nêu rằng nó tiếp nối mục ấy · code in the earlier draft's outline that this section"
                    + " continues; null = a new section; left out of a request: the one of the same code, unless another"
                    + " section says that it continues that one")
        Continued continues) {

  public SectionView {
    responsible = responsible == null ? List.of() : responsible;
    continues = continues == null ? Continued.SAME_CODE : continues;
  }

  /** The successors in place of responsible bodies and of a default assignee that have ended. */
  SectionView following(Successions bodies, LocalDate day) {
    return new SectionView(
        code,
        title,
        parent,
        level,
        bodies.following(responsible, day),
        bodies.assignee(defaultAssignee, day),
        continues);
  }

  /**
   * The section of the earlier outline that a section continues.
   *
   * @param given false if the field is absent: then the section of the same code, if it exists
   * @param code in the earlier outline; null = a new section
   */
  @JsonDeserialize(using = Continued.Reader.class)
  public record Continued(boolean given, @JsonValue String code) {
    static final Continued SAME_CODE = new Continued(false, null);
    static final Continued NONE = new Continued(true, null);

    static Continued of(String code) {
      return new Continued(true, code);
    }

    /** Distinguishes an absent field from null. */
    static final class Reader extends StdScalarDeserializer<Continued> {
      Reader() {
        super(Continued.class);
      }

      @Override
      public Continued deserialize(JsonParser parser, DeserializationContext context)
          throws IOException {
        return of(context.readValue(parser, String.class));
      }

      @Override
      public Continued getNullValue(DeserializationContext context) {
        return NONE;
      }

      @Override
      public Object getAbsentValue(DeserializationContext context) {
        return SAME_CODE;
      }
    }
  }
}
