package vn.sogopy.platform.sql;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.QueryProducer;

/**
 * An HQL statement with its parameters, built by fragments. Values are always parameters; a
 * collection follows {@code in}.
 */
public final class Hql {
  private final StringBuilder text = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  private Hql() {}

  public static Hql of(String fragment, Object... values) {
    return new Hql().add(fragment, values);
  }

  /** Appends a constant fragment; the values replace its question marks, in order. */
  public Hql add(String fragment, Object... values) {
    text.append(fragment).append('\n');
    this.values.addAll(Arrays.asList(values));
    return this;
  }

  /** Like {@link #add(String, Object...)} for one value; null = the fragment is left out. */
  public Hql addIf(String fragment, Object value) {
    return value == null ? this : add(fragment, value);
  }

  public Hql add(Hql other) {
    text.append(other.text);
    values.addAll(other.values);
    return this;
  }

  /**
   * Reads the rows of a SELECT.
   *
   * @param type an entity, a basic type, or a record with a component for each item of the SELECT
   */
  public <T> List<T> list(EntityManager entities, Class<T> type) {
    return read(entities.unwrap(Session.class), type);
  }

  /** Like {@link #list(EntityManager, Class)}; a stateless session reads entities anew. */
  public <T> List<T> read(QueryProducer session, Class<T> type) {
    TypedQuery<T> query = session.createQuery(numbered(), type);
    bind(query);
    return query.getResultList();
  }

  /** Runs an INSERT, UPDATE or DELETE; returns the number of affected rows. */
  public int execute(EntityManager entities) {
    Query query = entities.createQuery(numbered());
    bind(query);
    return query.executeUpdate();
  }

  /** The first row, if there is one. */
  public <T> Optional<T> first(EntityManager entities, Class<T> type) {
    return list(entities, type).stream().findFirst();
  }

  /** The number of rows of a query that begins with FROM. */
  public int count(EntityManager entities) {
    return Hql.of("select count(*)").add(this).first(entities, Long.class).orElseThrow().intValue();
  }

  private void bind(Query query) {
    for (int i = 0; i < values.size(); i++) {
      query.setParameter(i + 1, values.get(i));
    }
  }

  /** Numbers the question marks outside literals. */
  private String numbered() {
    StringBuilder numbered = new StringBuilder();
    int number = 0;
    boolean literal = false;
    for (char c : text.toString().toCharArray()) {
      numbered.append(c);
      literal ^= c == '\'';
      if (c == '?' && !literal) {
        numbered.append(++number);
      }
    }
    return numbered.toString();
  }
}
