package vn.sogopy.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;

/**
 * The PostgreSQL driver with a recorder of every statement of Hibernate and plain JDBC, below the
 * connection pool. The tests' {@code application.properties} names it.
 */
public final class CountingDriver implements Driver {
  private static final List<String> STATEMENTS = new CopyOnWriteArrayList<>();
  private static volatile boolean listening;

  private final Driver driver = new org.postgresql.Driver();

  /**
   * The statements sent while this runs, in order. Commits and rollbacks are not among them, nor
   * are lookups of keys and plan paths, which recur every few seconds, and statements of jobs.
   */
  public static List<String> statementsDuring(Runnable work) {
    return allDuring(work).stream()
        .filter(statement -> !statement.contains(" from api_key "))
        .filter(statement -> !statement.contains("p1_0.slug=?"))
        .toList();
  }

  /** The number of lookups of keys while this runs. */
  public static long lookupsOfKeysDuring(Runnable work) {
    return allDuring(work).stream()
        .filter(statement -> statement.contains(" from api_key "))
        .count();
  }

  private static List<String> allDuring(Runnable work) {
    STATEMENTS.clear();
    listening = true;
    try {
      work.run();
    } finally {
      listening = false;
    }
    return List.copyOf(STATEMENTS);
  }

  @Override
  public Connection connect(String url, Properties info) throws SQLException {
    Connection connection = driver.connect(url, info);
    return connection == null ? null : wrap(Connection.class, connection, "");
  }

  private static <T> T wrap(Class<T> type, T target, String sql) {
    Object proxy =
        Proxy.newProxyInstance(
            CountingDriver.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> answer(target, sql, method, arguments));
    return type.cast(proxy);
  }

  private static Object answer(Object target, String sql, Method method, Object[] arguments)
      throws Throwable {
    String text = arguments != null && arguments[0] instanceof String given ? given : sql;
    if (listening && method.getName().startsWith("execute") && !isOfJob()) {
      STATEMENTS.add(oneLine(text));
    }
    Object result;
    try {
      result = method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
    if (method.getName().equals("prepareStatement")) {
      return wrap(PreparedStatement.class, (PreparedStatement) result, text);
    }
    return method.getName().equals("createStatement")
        ? wrap(Statement.class, (Statement) result, "")
        : result;
  }

  private static boolean isOfJob() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames.anyMatch(frame -> frame.getClassName().startsWith("io.quarkus.scheduler.")));
  }

  private static String oneLine(String sql) {
    return sql.replaceAll("\\s+", " ").strip();
  }

  @Override
  public boolean acceptsURL(String url) throws SQLException {
    return driver.acceptsURL(url);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
    return driver.getPropertyInfo(url, info);
  }

  @Override
  public int getMajorVersion() {
    return driver.getMajorVersion();
  }

  @Override
  public int getMinorVersion() {
    return driver.getMinorVersion();
  }

  @Override
  public boolean jdbcCompliant() {
    return driver.jdbcCompliant();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }
}
