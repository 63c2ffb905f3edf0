package vn.sogopy.desk.admin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import vn.sogopy.organization.OrganizationName;
import vn.sogopy.organization.OrganizationReader.OrganizationView;

/** The fields of the form of a body, and the properties of the service. */
final class OrganizationFields {
  /** The fields by property. */
  static final Map<String, String> OF_FORM =
      Map.of(
          "code", "ma",
          "name", "ten",
          "group", "nhom",
          "order", "thu_tu",
          "aliases", "ten_goi_khac",
          "eIds", "ma_dinh_danh",
          "names", "ten_cu",
          "establishedOn", "ngay_thanh_lap",
          "dissolvedOn", "ngay_thanh_lap");

  private static final String[] NAME_IN_TIME = {"ten_cu", "tu_ngay", "den_ngay"};

  private OrganizationFields() {}

  /** The form filled in. */
  static Typed of(OrganizationView view) {
    Map<String, List<String>> texts = new HashMap<>();
    texts.put("ten", List.of(view.name()));
    texts.put("nhom", List.of(view.group()));
    texts.put("thu_tu", List.of(String.valueOf(view.order())));
    texts.put("ten_goi_khac", List.of(String.join("\n", view.aliases())));
    texts.put("ma_dinh_danh", List.of(String.join("\n", view.eIds())));
    texts.put("ngay_thanh_lap", List.of(text(view.establishedOn())));
    texts.put("ten_cu", view.names().stream().map(OrganizationName::name).toList());
    texts.put("tu_ngay", view.names().stream().map(name -> text(name.from())).toList());
    texts.put("den_ngay", view.names().stream().map(name -> text(name.to())).toList());
    return Typed.of(texts);
  }

  private static String text(LocalDate day) {
    return Objects.toString(day, "");
  }

  /** The names with their first and last day as typed, and an empty row. */
  static List<List<String>> namesInTime(Typed form) {
    List<String> empty = List.of("", "", "");
    return Stream.concat(
            form.rows(NAME_IN_TIME).stream().filter(row -> !row.equals(empty)), Stream.of(empty))
        .toList();
  }

  /** The properties as typed; null = empty. The end of a body has a page of its own. */
  static Map<String, Object> properties(Typed form) {
    List<Map<String, Object>> names = new ArrayList<>();
    for (List<String> row : form.rows(NAME_IN_TIME)) {
      if (row.stream().anyMatch(text -> !text.isBlank())) {
        Map<String, Object> name = new LinkedHashMap<>();
        name.put("name", orNull(row.get(0)));
        name.put("from", orNull(row.get(1)));
        name.put("to", orNull(row.get(2)));
        names.add(name);
      }
    }
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("name", orNull(form.text("ten")));
    properties.put("group", orNull(form.text("nhom")));
    properties.put("order", form.text("thu_tu").isBlank() ? null : form.number("thu_tu"));
    properties.put("aliases", form.lines("ten_goi_khac"));
    properties.put("eIds", form.lines("ma_dinh_danh"));
    properties.put("names", names);
    properties.put("establishedOn", orNull(form.text("ngay_thanh_lap")));
    return properties;
  }

  private static String orNull(String typed) {
    return typed.isBlank() ? null : typed;
  }
}
