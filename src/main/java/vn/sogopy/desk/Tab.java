package vn.sogopy.desk;

import static vn.sogopy.security.Role.ADMIN;
import static vn.sogopy.security.Role.CONSULTANT;
import static vn.sogopy.security.Role.COORDINATOR;
import static vn.sogopy.security.Role.SUBMITTER;
import static vn.sogopy.security.Role.VIEWER;

import java.util.List;
import java.util.Set;
import vn.sogopy.security.Role;

/**
 * A screen in the navigation, with the roles that use it.
 *
 * @param ofDraft whether its path is below that of a draft
 */
public record Tab(String path, String label, boolean ofDraft, Set<Role> roles) {
  private static final List<Tab> ALL =
      List.of(
          new Tab("/hom-nay", "Hôm nay", true, Set.of(COORDINATOR, CONSULTANT)),
          new Tab("/lanh-dao", "Tình hình", true, Set.of(VIEWER, COORDINATOR)),
          new Tab("/gop-y", "Góp ý của cơ quan", true, Set.of(SUBMITTER)),
          new Tab("/nhap", "Nhập văn bản", true, Set.of(COORDINATOR)),
          new Tab("/co-quan", "Cơ quan", true, Set.of(COORDINATOR)),
          new Tab("/y-kien", "Ý kiến", true, Set.of(COORDINATOR, CONSULTANT, VIEWER)),
          new Tab("/duyet", "Duyệt", true, Set.of(COORDINATOR)),
          new Tab("/trinh", "Trình", true, Set.of(COORDINATOR, VIEWER)),
          new Tab("/quan-tri", "Quản trị", false, Set.of(ADMIN, COORDINATOR)));

  static List<Tab> of(Role role) {
    return ALL.stream().filter(tab -> tab.roles.contains(role)).toList();
  }
}
