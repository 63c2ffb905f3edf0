package vn.sogopy.register;

import jakarta.ws.rs.DefaultValue;
import java.util.Locale;
import java.util.StringJoiner;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.download.Disposition;

/**
 * The part of a draft that a register shows.
 *
 * @param group code; null = all
 * @param organization code; null = all
 * @param section code, including its subsections; null = all
 * @param publicForm without restricted comments and without the names of persons
 * @param document the document of the dossier
 */
public record RegisterScope(
    String group, String organization, String section, boolean publicForm, DocumentKind document) {

  /** The scope of an edition: the whole draft. */
  public static RegisterScope whole(boolean publicForm) {
    return new RegisterScope(null, null, null, publicForm, DocumentKind.FULL);
  }

  RegisterScope as(DocumentKind kind) {
    return new RegisterScope(group, organization, section, publicForm, kind);
  }

  /**
   * "Bảng tổng hợp ý kiến góp ý - bac-kan-2021-2030 - dự thảo lần 2 - bản chốt số liệu lần 1 - công
   * khai.docx".
   *
   * @param edition its number; null = not sealed
   */
  public String fileName(DraftRef draft, Integer edition, boolean byTopic, RegisterFormat format) {
    StringJoiner name = new StringJoiner(" - ", "", "." + format);
    String title = document.title() + " Ý KIẾN GÓP Ý";
    title = title.charAt(0) + title.substring(1).toLowerCase(Locale.forLanguageTag("vi"));
    name.add(draft.fileName(title));
    if (edition != null) {
      name.add("bản chốt số liệu lần " + edition);
    }
    if (byTopic) {
      name.add("theo nội dung");
    }
    for (String filter : new String[] {group, organization, section}) {
      if (filter != null) {
        name.add(filter);
      }
    }
    if (publicForm) {
      name.add("công khai");
    }
    return name.toString();
  }

  /** The query parameters of the form of a register, without its format. */
  public static class FormQuery {
    @RestQuery("view")
    @DefaultValue("organization")
    @Parameter(description = "Cách xếp: theo cơ quan hoặc theo nội dung · by agency or by topic")
    public Grouping view;

    /** Null: not given. */
    @RestQuery("public")
    @Parameter(
        description =
            "true: bản công khai, không có ý kiến hạn chế và tên người · without restricted comments and persons",
        schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    public Boolean publicForm;

    @RestQuery("disposition")
    @DefaultValue("attachment")
    @Parameter(
        description =
            "inline: html, pdf mở ngay trong trình duyệt · html and pdf open in the browser; other formats: attachment alone")
    public Disposition disposition;

    public boolean byTopic() {
      return view == Grouping.SECTION;
    }

    public boolean publicForm() {
      return Boolean.TRUE.equals(publicForm);
    }
  }

  /** The grouping of the rows of a register. */
  @Schema(
      name = "RegisterGrouping",
      enumeration = {"organization", "section"})
  public enum Grouping {
    ORGANIZATION,
    SECTION;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
