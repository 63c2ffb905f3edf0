package vn.sogopy.security.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.table.CsvWriter;

/** Keys just made as a table from which letters to their owners are printed (mail merge). */
@ApplicationScoped
public class ApiKeyList {
  static final String NAME = "khoa-api.csv";

  private static final List<String> HEADINGS =
      List.of("Mã cơ quan", "Cơ quan", "Tên khóa", "Phần đầu", "Khóa");

  @Inject DataSource source;

  byte[] csv(List<NewApiKey> keys) {
    Map<String, String> organizations = organizations(keys);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      CsvWriter csv = new CsvWriter(out);
      csv.row(HEADINGS);
      for (NewApiKey made : keys) {
        ApiKeyView key = made.view();
        String name = organizations.get(key.organization());
        csv.row(Arrays.asList(key.organization(), name, key.name(), key.prefix(), made.key()));
      }
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private Map<String, String> organizations(List<NewApiKey> keys) {
    Map<String, String> names = new HashMap<>();
    String[] codes =
        keys.stream()
            .map(key -> key.view().organization())
            .filter(code -> code != null)
            .toArray(String[]::new);
    Sql.of("select code, name from organization where code = any(?)", (Object) codes)
        .list(source, row -> names.put(row.getString("code"), row.getString("name")));
    return names;
  }
}
