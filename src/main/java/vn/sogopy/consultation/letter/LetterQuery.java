package vn.sogopy.consultation.letter;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.Position;
import vn.sogopy.platform.http.json.Params;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.platform.http.problem.FieldCode;

/** The query parameters of the list of letters. */
public class LetterQuery extends PageQuery {
  @QueryParam("organization")
  @Parameter(description = "Mã cơ quan · organization code", schema = @Schema(maxLength = 63))
  public String organization;

  @QueryParam("group")
  @Parameter(description = "Mã nhóm · group code", schema = @Schema(maxLength = 40))
  public String group;

  @QueryParam("position")
  @Parameter(
      description =
          "Quan điểm; lặp lại hoặc cách nhau bằng dấu phẩy · repeatable or comma-separated",
      schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = 20))
  public List<String> position;

  @QueryParam("channel")
  @Parameter(
      description =
          "Hình thức gửi; lặp lại hoặc cách nhau bằng dấu phẩy · repeatable or comma-separated",
      schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = 20))
  public List<String> channel;

  @QueryParam("late")
  @Parameter(
      description = "Đến sau thời hạn · came after the due date",
      schema = @Schema(type = SchemaType.BOOLEAN))
  public String late;

  @QueryParam("withdrawn")
  @Parameter(
      description =
          "true: đã được thay thế hoặc bị rút; false: còn hiệu lực · replaced or withdrawn ones, or those that stand",
      schema = @Schema(type = SchemaType.BOOLEAN))
  public String withdrawn;

  @QueryParam("arrivalNumber")
  @Parameter(
      description = "Số đến, không kể số 0 ở đầu · arrival number, leading zeros do not matter",
      schema = @Schema(maxLength = 50))
  public String arrivalNumber;

  @QueryParam("number")
  @Parameter(
      description =
          "Số, ký hiệu, không phân biệt khoảng trắng và chữ hoa · without regard to blanks and case",
      schema = @Schema(maxLength = 100))
  public String number;

  @QueryParam("q")
  @Parameter(
      description =
          "Tìm từ trong số, ký hiệu, số đến và trích yếu, không phân biệt dấu và chữ hoa; mọi từ phải có · words of number, arrival number and subject without regard to accents and case; all must occur",
      schema = @Schema(maxLength = 500))
  public String q;

  @QueryParam("sort")
  @Parameter(
      description = "Thứ tự · order",
      schema =
          @Schema(
              enumeration = {"receivedOn", "-receivedOn", "date", "-date", "organization"},
              defaultValue = "receivedOn"))
  public String sort;

  LetterFilter filter() {
    return new LetterFilter(
        Params.text("organization", organization),
        Params.text("group", group),
        Params.constants("position", position, Position.class),
        Params.constants("channel", channel, Channel.class),
        Params.bool("late", late),
        Params.bool("withdrawn", withdrawn),
        Params.text("arrivalNumber", arrivalNumber),
        Params.text("number", number),
        Params.text("q", q));
  }

  LetterOrder order() {
    LetterOrder order = sort == null ? LetterOrder.RECEIVED_ON : LetterOrder.of(sort);
    if (order == null) {
      throw Params.wrong("sort", FieldCode.INVALID_ENUM, LetterOrder.parameters());
    }
    return order;
  }
}
