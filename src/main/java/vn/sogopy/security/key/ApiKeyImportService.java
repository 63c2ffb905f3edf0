package vn.sogopy.security.key;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
import vn.sogopy.platform.http.imports.ImportReport.Status;
import vn.sogopy.platform.http.json.BoundedLists;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.table.CsvWriter;
import vn.sogopy.security.Actor;
import vn.sogopy.security.key.ApiKeyService.NewApiKey;

/** Creates the keys of a list, one for each row. */
@ApplicationScoped
public class ApiKeyImportService {
  static final String CSV_NAME = "khoa-api.csv";

  private static final List<String> CSV_HEADINGS =
      List.of("Mã cơ quan", "Cơ quan", "Tên khóa", "Email", "Phần đầu", "Khóa");

  @Inject ApiKeyService service;
  @Inject EntityManager entities;

  /**
   * A key that exists or will be created.
   *
   * @param id null for a key to be created
   */
  private record Known(ApiKeyInput properties, UUID id) {}

  private record Judged(Status status, List<CellError> errors, UUID id) {}

  /**
   * Creates the keys. A key of the same name and properties is not created again, so a list can be
   * sent repeatedly.
   *
   * @param complete whether a sheet that is no list of keys is refused
   * @throws ProblemException 400 for a file that is no table, 403 for a key that the caller may not
   *     make, 422 for bad rows unless partial
   */
  @Transactional
  public NewApiKeys load(Actor actor, Upload file, ImportMode mode, boolean complete) {
    ApiKeyFile table = new ApiKeyFile(file);
    if (complete && !table.ignored().sheets().isEmpty()) {
      throw ProblemException.invalid(
          table.ignored().sheets().stream()
              .map(name -> ApiKeyFile.SCHEMA.missing().in(name, 1, null))
              .toList());
    }
    BoundedLists.requireBulk(table.lines());
    List<Judged> judged = judge(actor, table);
    boolean rejected = judged.stream().anyMatch(one -> one.status.isRejected());
    boolean written = !mode.dryRun() && (mode.partial() || !rejected);
    Map<String, NewApiKey> made = new LinkedHashMap<>();
    ImportReport.Builder report = mode.report(table.ignored());
    for (int i = 0; i < judged.size(); i++) {
      ApiKeyFile.Line line = table.lines().get(i);
      Judged one = judged.get(i);
      String name = line.input().name();
      if (written && one.status == Status.CREATED) {
        made.put(name, service.make(actor, line.input(), KeySecret.generate(), false));
      }
      UUID id =
          one.id == null && !one.status.isRejected() && made.containsKey(name)
              ? made.get(name).view().id()
              : one.id;
      report.add(line.row(), one.status, id == null ? null : id.toString(), one.errors);
    }
    return new NewApiKeys(mode.accept(report.build()), List.copyOf(made.values()));
  }

  private List<Judged> judge(Actor actor, ApiKeyFile table) {
    // A row with errors may lack what decides about the rights; no key is made of it.
    List<ApiKeyInput> inputs =
        table.lines().stream()
            .filter(line -> line.errors().isEmpty())
            .map(ApiKeyFile.Line::input)
            .toList();
    KeyRules rules = service.rules(actor.caller(), inputs);
    Map<String, List<Known>> byName = new HashMap<>();
    service
        .active(actor.caller(), inputs)
        .forEach(key -> named(byName, key.name).add(new Known(key.properties(), key.id)));
    List<Judged> judged = new ArrayList<>();
    for (ApiKeyFile.Line line : table.lines()) {
      List<CellError> errors = new ArrayList<>(line.errors());
      if (errors.isEmpty()) {
        rules.check(line.input()).forEach(error -> errors.add(ApiKeyFile.cellError(line, error)));
      }
      judged.add(
          errors.isEmpty()
              ? judge(line, named(byName, line.input().name()), rules)
              : new Judged(Status.INVALID, errors, null));
    }
    return judged;
  }

  /** Compares the row with the keys of the same name, and adds it to them. */
  private static Judged judge(ApiKeyFile.Line line, List<Known> sameName, KeyRules rules) {
    for (Known key : sameName) {
      if (ApiKeyFile.differences(line, key.properties).isEmpty()) {
        return new Judged(Status.UNCHANGED, List.of(), key.id);
      }
    }
    if (!sameName.isEmpty()) {
      Known first = sameName.get(0);
      return new Judged(Status.CONFLICT, ApiKeyFile.differences(line, first.properties), first.id);
    }
    sameName.add(new Known(line.input(), null));
    if (line.input().client() != null) {
      rules.taken(line.input().client(), line.input().organization());
    }
    return new Judged(Status.CREATED, List.of(), null);
  }

  private static List<Known> named(Map<String, List<Known>> byName, String name) {
    return byName.computeIfAbsent(name, one -> new ArrayList<>());
  }

  /** New keys as a table for letters to their owners (mail merge). */
  byte[] csv(List<NewApiKey> keys) {
    Map<String, String> organizations = organizations(keys);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      CsvWriter csv = new CsvWriter(out);
      csv.row(CSV_HEADINGS);
      for (NewApiKey made : keys) {
        ApiKeyView key = made.view();
        String name = organizations.get(key.organization());
        csv.row(
            Arrays.asList(
                key.organization(), name, key.name(), key.email(), key.prefix(), made.key()));
      }
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  record NamedOrganization(String code, String name) {}

  private Map<String, String> organizations(List<NewApiKey> keys) {
    List<String> codes =
        keys.stream().map(key -> key.view().organization()).filter(Objects::nonNull).toList();
    // By the entity's name: the package of organizations depends on this one.
    return Hql.of("select o.code, o.name from Organization o where o.code in ?", codes)
        .list(entities, NamedOrganization.class)
        .stream()
        .collect(Collectors.toMap(NamedOrganization::code, NamedOrganization::name));
  }

  /** The outcomes of the rows, and the keys. No other response contains their secrets. */
  public record NewApiKeys(
      @JsonUnwrapped ImportReport report,
      @Schema(
              description =
                  "Các khóa vừa cấp, theo thứ tự của tệp; chỉ hiện một lần · the keys made, in the order of the file; shown this once")
          List<NewApiKey> keys) {}
}
