package vn.sogopy.security.key;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sogopy.platform.table.Headings;

/** The columns of a list of keys, by their headings in Vietnamese and English. */
enum ApiKeyColumn {
  NAME("tên", "tên khóa", "tên hệ thống", "name"),
  ROLE("vai trò", "quyền", "role"),
  ORGANIZATION("mã cơ quan", "cơ quan", "mã", "organization", "organization code"),
  CLIENT("client", "phần mềm", "hệ thống"),
  PLANS("quy hoạch", "các quy hoạch", "plans", "plan"),
  EXPIRES_ON("hết hạn", "ngày hết hạn", "hiệu lực đến", "expiresOn", "expires");

  private final Set<String> keys;

  ApiKeyColumn(String... headings) {
    keys = Arrays.stream(headings).map(Headings::key).collect(Collectors.toUnmodifiableSet());
  }

  static Optional<ApiKeyColumn> of(String heading) {
    String key = Headings.key(heading);
    return Arrays.stream(values()).filter(column -> column.keys.contains(key)).findFirst();
  }

  /** The column that a wrong field of a key stood in. */
  static ApiKeyColumn ofPointer(String pointer) {
    String field = pointer.split("/")[1];
    return of(field).orElseThrow();
  }
}
