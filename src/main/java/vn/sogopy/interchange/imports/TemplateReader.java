package vn.sogopy.interchange.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import javax.sql.DataSource;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Caller;

/** What the template of a draft offers to choose from. */
@ApplicationScoped
public class TemplateReader {
  @Inject SectionNames sections;
  @Inject DataSource source;

  /** A body bound to its key finds its own name filled in, and no other. */
  @Transactional
  CommentTemplate template(Caller caller, DraftRef draft) {
    List<String> places =
        sections.outline(draft).titles().entrySet().stream()
            .map(one -> one.getKey() + " " + one.getValue())
            .toList();
    List<String> names =
        Sql.of(
                "select o.name from organization o join organization_group g on g.code = o.group_code"
                    + " where ?::text is null or o.code = ? order by g.position, o.position, o.code",
                caller.organization(),
                caller.organization())
            .list(source, row -> row.getString("name"));
    return new CommentTemplate(places, names, caller.organization() == null ? null : names.get(0));
  }
}
