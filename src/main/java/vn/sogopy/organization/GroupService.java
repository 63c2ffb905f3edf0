package vn.sogopy.organization;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.sql.Sql;

/** The groups of the register and their order. */
@ApplicationScoped
public class GroupService {
  @Inject GroupRepository groups;
  @Inject OrganizationRepository organizations;
  @Inject JsonInput input;
  @Inject DataSource source;

  @Transactional
  public Groups list() {
    return new Groups(groups.inOrder().stream().map(g -> new GroupView(g.code, g.title)).toList());
  }

  /** A code made of the title, "UBND_CAC_XA_PHUONG"; null if it has no letter to begin with. */
  public static String codeOf(String title) {
    return GroupTable.codeOf(title);
  }

  /** Replaces the whole list. A group that has organizations cannot be removed. */
  @Transactional
  public Groups replace(Groups wanted, IfMatch ifMatch, boolean sample) {
    if (wanted.items().isEmpty()) {
      throw ProblemException.invalid(FieldError.pointer("/items", FieldCode.REQUIRED));
    }
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < wanted.items().size(); i++) {
      String code = wanted.items().get(i).code();
      if (!codes.add(code)) {
        throw ProblemException.invalid(
            FieldError.pointer("/items/" + i + "/code", FieldCode.ALREADY_USED, code));
      }
    }
    // One writer at a time, since no single row has a version to check.
    Sql.lockName(source, "groups");
    ifMatch.check(list().version());
    removeOthers(codes);
    for (int i = 0; i < wanted.items().size(); i++) {
      GroupView group = wanted.items().get(i);
      OrganizationGroup stored = groups.findById(group.code());
      if (stored == null) {
        stored = new OrganizationGroup();
        stored.code = group.code();
        stored.sample = sample;
      }
      stored.title = group.title();
      stored.position = i + 1;
      groups.persist(stored);
    }
    groups.flush();
    return wanted;
  }

  /**
   * Replaces the whole list by a table; a dry run writes nothing.
   *
   * @throws ProblemException as {@link #replace}, naming rows and columns
   */
  @Transactional
  public ReplacedGroups load(Upload file, IfMatch ifMatch, ImportMode mode) {
    GroupTable table = GroupTable.read(file);
    Sql.lockName(source, "groups");
    Groups before = list();
    Groups wanted = new Groups(table.groups(before.items()));
    Groups now =
        table.located(
            () -> {
              input.validate(wanted);
              return mode.run(source, () -> replace(wanted, ifMatch, false));
            });
    return new ReplacedGroups(
        now.items(),
        table.report(before.items(), now.items(), mode),
        mode.dryRun() ? before.version() : now.version());
  }

  private void removeOthers(Set<String> codes) {
    List<OrganizationGroup> others =
        groups.inOrder().stream().filter(group -> !codes.contains(group.code)).toList();
    for (OrganizationGroup group : others) {
      // No organization can come into the group any more.
      Sql.of("select 1 from organization_group where code = ? for update", group.code)
          .exists(source);
      if (organizations.areIn(group.code)) {
        throw new ProblemException(ProblemCode.STILL_IN_USE, group.code);
      }
      groups.delete(group);
    }
    groups.flush();
  }

  /** The groups of the register, in order. */
  public record Groups(@NotNull @Size(max = 100) List<@NotNull @Valid GroupView> items) {

    /** The hash of the list, since groups have no version of their own. */
    public String version() {
      return Integer.toHexString(items.hashCode());
    }
  }

  /** The new list, and what became of each row of a table. */
  @Schema(name = "ReplacedGroups")
  public record ReplacedGroups(
      List<GroupView> items,
      @Schema(
              nullable = true,
              description =
                  "Kết quả từng dòng của bảng CSV, XLSX; null sau khi gửi JSON · what became of each row of a table; null after JSON")
          ImportReport report,
      @JsonIgnore String version) {}

  /** A group of the register. The order of the list is the order of the register. */
  @Schema(name = "Group")
  public record GroupView(
      @NotNull
          @Size(min = 1, max = 40)
          @Pattern(regexp = "[A-Z][A-Z0-9_]*", message = "COMMUNE")
          @Schema(examples = "PROVINCIAL")
          String code,
      @NotNull @Size(min = 1, max = 300) String title) {}
}
