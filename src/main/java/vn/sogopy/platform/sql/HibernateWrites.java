package vn.sogopy.platform.sql;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** What Hibernate sends; an UPDATE of its own that touches no row has lost its race and fails. */
@PersistenceUnitExtension
public class HibernateWrites implements StatementInspector {
  @Override
  public String inspect(String sql) {
    Writes.after(sql, true);
    return sql;
  }
}
