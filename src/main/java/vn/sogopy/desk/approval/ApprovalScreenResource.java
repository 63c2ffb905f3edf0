package vn.sogopy.desk.approval;

import static vn.sogopy.security.Role.Names.COORDINATOR;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.query.AssigneeReader;
import vn.sogopy.comment.query.AssigneeReader.Assignee;
import vn.sogopy.comment.query.CommentOrder;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.comment.query.CommentReader.CommentScope;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.desk.DeskForm;
import vn.sogopy.desk.DeskWords;
import vn.sogopy.interchange.bulk.BulkItem.ApprovalItem;
import vn.sogopy.interchange.bulk.BulkService;
import vn.sogopy.organization.GroupService;
import vn.sogopy.organization.GroupService.GroupView;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.plan.outline.OutlineService;
import vn.sogopy.plan.outline.SectionView;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.Messages;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.query.QueryValues;
import vn.sogopy.platform.text.Numbers;
import vn.sogopy.security.CurrentCaller;

/** Answers that wait for approval: many are approved at once. */
@Path("/so/{plan}/{draft}/duyet")
@Produces(MediaType.TEXT_HTML)
public class ApprovalScreenResource {
  private static final int PAGE = 50;
  private static final ImportMode MODE = new ImportMode(true, false, false, Messages.VIETNAMESE);

  @Inject CommentReader reader;
  @Inject BulkService bulk;
  @Inject OutlineService outlines;
  @Inject GroupService groups;
  @Inject AssigneeReader assignees;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;

  record Approvals(
      ApprovalQuery query,
      Choices choices,
      Page<CommentView> page,
      Set<UUID> ticked,
      Outcome outcome)
      implements TemplateInstance {}

  /** What the filters offer. */
  record Choices(List<SectionView> sections, List<GroupView> groups, List<Assignee> assignees) {}

  /**
   * What became of the ticked answers.
   *
   * @param failed those that were not approved
   */
  record Outcome(String text, List<Refusal> refusals, Set<UUID> failed) {}

  /** An answer that was not approved, by the name that people know. */
  record Refusal(String label, String reason) {}

  @GET
  @RolesAllowed(COORDINATOR)
  public TemplateInstance list(@BeanParam ApprovalQuery query) {
    return page(query, null);
  }

  /** Shows the list again, with the same filter, and with the ticks of those that failed. */
  @POST
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public TemplateInstance approve(
      @BeanParam ApprovalQuery query, @RestForm("_chon") List<String> ticked) {
    return page(query, approve(ticked.stream().map(ApprovalScreenResource::item).toList()));
  }

  /** A tick is the id and the version, with a dot between them. */
  private static ApprovalItem item(String tick) {
    String[] parts = tick.split("\\.", 2);
    try {
      return new ApprovalItem(QueryValues.pathId(parts[0]), Integer.valueOf(parts[1]));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw ProblemException.notFound();
    }
  }

  private Outcome approve(List<ApprovalItem> items) {
    if (items.isEmpty()) {
      return new Outcome("Chưa chọn ý kiến nào để duyệt.", List.of(), Set.of());
    }
    ImportReport report = bulk.run(caller.actor(), draft.get(), items, MODE);
    Map<UUID, CommentView> points =
        reader.known(caller.get(), items.stream().map(ApprovalItem::id).toList());
    List<Refusal> refusals = new ArrayList<>();
    Set<UUID> failed = new HashSet<>();
    for (ImportReport.Row row : report.rows()) {
      UUID id = items.get(row.row() - 1).id();
      failed.add(id);
      refusals.add(refusal(row.errors().get(0), points.get(id)));
    }
    return new Outcome(text(report), refusals, failed);
  }

  /**
   * @param point null = there is none, or it is not visible
   */
  private static Refusal refusal(ImportReport.Item error, CommentView point) {
    if (point == null) {
      return new Refusal("Một ý kiến", "không có ở dự thảo này.");
    }
    String label = DeskWords.receiptLabel(point) + ", " + point.organization().name();
    if (error.code().equals(FieldCode.UNKNOWN_COMMENT.code())) {
      return new Refusal(label, "không có ở dự thảo này.");
    }
    if (!error.code().equals(FieldCode.VERSION_CONFLICT.code())) {
      return new Refusal(label, error.detail());
    }
    String now =
        point.status() == Status.ANSWERED
            ? "; đọc lại rồi duyệt."
            : ", nay ở trạng thái: " + point.status().label() + ".";
    return new Refusal(label, "đã thay đổi từ lúc mở trang" + now);
  }

  private static String text(ImportReport report) {
    List<String> text = new ArrayList<>();
    add(text, "Đã duyệt %s ý kiến.", report.updated());
    add(text, "Đã được duyệt từ trước: %s ý kiến.", report.unchanged());
    add(text, "Chưa duyệt được %s ý kiến:", report.rejected());
    return String.join(" ", text);
  }

  private static void add(List<String> text, String sentence, int number) {
    if (number > 0) {
      text.add(sentence.formatted(Numbers.prose(number)));
    }
  }

  private Approvals page(ApprovalQuery query, Outcome outcome) {
    Page<CommentView> page =
        reader.list(
            caller.get(),
            new CommentScope(draft.get().planId(), draft.get().id()),
            query.filter(),
            CommentOrder.RECEIVED_AT,
            PAGE,
            query.cursor,
            true);
    Set<UUID> ticked =
        outcome != null
            ? outcome.failed()
            : ApprovalQuery.ALL.equals(query.ticked)
                ? page.items().stream().map(CommentView::id).collect(Collectors.toSet())
                : Set.of();
    return new Approvals(query, choices(), page, ticked, outcome);
  }

  private Choices choices() {
    return new Choices(
        outlines.get(draft.get().id()).items(),
        groups.list().items(),
        assignees.read(caller.get(), draft.get().planId()).items());
  }
}
