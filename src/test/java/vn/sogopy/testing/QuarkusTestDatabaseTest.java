package vn.sogopy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.database.DataDirectory;

/** The database and the data folder of a {@code @QuarkusTest}. */
@QuarkusTest
class QuarkusTestDatabaseTest {

  @Inject DataSource source;
  @Inject DataDirectory directory;

  @ConfigProperty(name = "sogopy.embedded")
  boolean embedded;

  @Test
  void runsOnADatabaseOfItsOwn() throws Exception {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT current_user || '@' || current_database()")) {
      rows.next();
      assertThat(rows.getString(1)).isEqualTo("sogopy@sogopy");
    }
    assertThat(directory.path().toString()).contains("target/test-data/run-");
    assertThat(embedded).isFalse();
  }
}
