package vn.sogopy.security.key;

import java.util.List;
import vn.sogopy.platform.table.TableColumn;

/** The columns of a list of keys. */
enum ApiKeyColumn implements TableColumn {
  NAME("tên", "tên khóa", "tên hệ thống", "name"),
  ROLE("vai trò", "quyền", "role"),
  ORGANIZATION("mã cơ quan", "cơ quan", "mã", "organization", "organization code"),
  CLIENT("client", "phần mềm", "hệ thống"),
  PLANS("quy hoạch", "các quy hoạch", "plans", "plan"),
  EXPIRES_ON("hết hạn", "ngày hết hạn", "hiệu lực đến", "expiresOn", "expires");

  private final List<String> headings;

  ApiKeyColumn(String... headings) {
    this.headings = List.of(headings);
  }

  @Override
  public List<String> headings() {
    return headings;
  }

  @Override
  public String title() {
    return name();
  }
}
