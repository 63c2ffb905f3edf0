package vn.sogopy.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

/** A plan that is consulted on, draft by draft. */
@Entity
public class Plan {
  /** Printed on every export of sample data. */
  public static final String SAMPLE_MARK = "DỮ LIỆU MẪU";

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  public UUID id;

  public String slug;
  public String title;

  @JdbcTypeCode(SqlTypes.JSON)
  public Letterhead letterhead;

  /** Sample data: every export says so, and the whole plan may be removed. Never changes. */
  public boolean sample;

  @Version public int version;
}
