package vn.sogopy.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.SchemaValidationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The migrations create the schema that {@code schema/catalogue.txt} lists. */
@QuarkusTest
class SchemaTest {
  @Inject DataSource source;
  @Inject EntityManagerFactory entities;

  private static String resource(String name) throws IOException {
    try (InputStream in = SchemaTest.class.getResourceAsStream("/schema/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void schemaEqualsTheCatalogue() throws IOException, SQLException {
    List<String> objects = new ArrayList<>();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(resource("catalogue.sql"))) {
      while (row.next()) {
        objects.add(row.getString("line"));
      }
    }
    assertThat(objects).containsExactlyElementsOf(resource("catalogue.txt").lines().toList());
  }

  /** Otherwise the development mode logs a failed validation. */
  @Test
  void entitiesFitTheSchema() throws SchemaValidationException {
    entities.getSchemaManager().validate();
  }
}
