package vn.sogopy.security.matrix;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.testing.TestPlan;

/**
 * Marks a test's own plan as the sample while the removal of the sample is tested. The real sample,
 * which the other tests need, is not marked meanwhile.
 */
final class OtherSample implements AutoCloseable {
  private final DataSource source;
  private final List<String> marks = new ArrayList<>();

  OtherSample(DataSource source, TestPlan plan) {
    this.source = source;
    unmark("plan", "slug");
    unmark("organization", "code");
    unmark("organization_group", "code");
    unmark("api_key", "id::text");
    Sql.of("update plan set sample = true where slug = ?", plan.slug()).execute(source);
  }

  private void unmark(String table, String name) {
    List<String> marked =
        Sql.of("select " + name + " from " + table + " where sample")
            .list(source, row -> row.getString(1));
    Sql.of("update " + table + " set sample = false where sample").execute(source);
    for (String one : marked) {
      marks.add("update " + table + " set sample = true where " + name + " = '" + one + "'");
    }
  }

  @Override
  public void close() {
    marks.forEach(mark -> Sql.of(mark).execute(source));
  }
}
