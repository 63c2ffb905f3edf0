package vn.sogopy.consultation.letter;

import jakarta.ws.rs.DefaultValue;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.Separator;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.Position;
import vn.sogopy.platform.http.paging.PageQuery;

/** The query parameters of the list of letters. */
public class LetterQuery extends PageQuery {
  @RestQuery("organization")
  @Parameter(description = "Mã cơ quan · organization code", schema = @Schema(maxLength = 63))
  public String organization;

  @RestQuery("group")
  @Parameter(description = "Mã nhóm · group code", schema = @Schema(maxLength = 40))
  public String group;

  @RestQuery("position")
  @Separator(",")
  @Parameter(
      description =
          "Quan điểm; lặp lại hoặc cách nhau bằng dấu phẩy · repeatable or comma-separated",
      schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = 20))
  public List<Position> position;

  @RestQuery("channel")
  @Separator(",")
  @Parameter(
      description =
          "Hình thức gửi; lặp lại hoặc cách nhau bằng dấu phẩy · repeatable or comma-separated",
      schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = 20))
  public List<Channel> channel;

  @RestQuery("late")
  @Parameter(description = "Đến sau thời hạn · came after the due date")
  public Boolean late;

  @RestQuery("withdrawn")
  @Parameter(
      description =
          "true: đã được thay thế hoặc bị rút; false: còn hiệu lực · replaced or withdrawn ones, or those that stand")
  public Boolean withdrawn;

  @RestQuery("arrivalNumber")
  @Parameter(
      description = "Số đến, không kể số 0 ở đầu · arrival number, leading zeros do not matter",
      schema = @Schema(maxLength = 50))
  public String arrivalNumber;

  @RestQuery("number")
  @Parameter(
      description =
          "Số, ký hiệu, không phân biệt khoảng trắng và chữ hoa · without regard to blanks and case",
      schema = @Schema(maxLength = 100))
  public String number;

  @RestQuery("q")
  @Parameter(
      description =
          "Tìm từ trong số, ký hiệu, số đến và trích yếu, không phân biệt dấu và chữ hoa; mọi từ phải có · words of number, arrival number and subject without regard to accents and case; all must occur",
      schema = @Schema(maxLength = 500))
  public String q;

  @RestQuery("sort")
  @DefaultValue("receivedOn")
  @Parameter(description = "Thứ tự · order")
  public LetterOrder sort;

  LetterFilter filter() {
    return new LetterFilter(
        organization, group, position, channel, late, withdrawn, arrivalNumber, number, q);
  }
}
