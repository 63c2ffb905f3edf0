package vn.sogopy.security.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.table.CsvWriter;
import vn.sogopy.security.key.ApiKeyService.NewApiKey;

/** New keys as a table for letters to their owners (mail merge). */
@ApplicationScoped
public class ApiKeyList {
  static final String NAME = "khoa-api.csv";

  private static final List<String> HEADINGS =
      List.of("Mã cơ quan", "Cơ quan", "Tên khóa", "Phần đầu", "Khóa");

  @Inject EntityManager entities;

  record Named(String code, String name) {}

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
    List<String> codes =
        keys.stream().map(key -> key.view().organization()).filter(Objects::nonNull).toList();
    // By the entity's name: the package of organizations depends on this one.
    return Hql.of("select o.code, o.name from Organization o where o.code in ?", codes)
        .list(entities, Named.class)
        .stream()
        .collect(Collectors.toMap(Named::code, Named::name));
  }
}
