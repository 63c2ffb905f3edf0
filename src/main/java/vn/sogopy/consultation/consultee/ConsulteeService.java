package vn.sogopy.consultation.consultee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.sogopy.consultation.consultee.ConsulteeHistoryEntry.ConsulteeAction;
import vn.sogopy.consultation.round.ReplyState;
import vn.sogopy.organization.OrganizationRepository;
import vn.sogopy.organization.SuccessionReader;
import vn.sogopy.organization.Successions;
import vn.sogopy.organization.Successions.Body;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftRepository;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
import vn.sogopy.platform.http.json.BoundedLists;
import vn.sogopy.platform.http.json.MergePatch;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Actor;

/**
 * Manages the consultees of a draft in any state. Consultees can be added before the draft opens
 * and after it closed.
 */
@ApplicationScoped
public class ConsulteeService {
  @Inject ConsulteeStore store;
  @Inject ConsulteeReader reader;
  @Inject OrganizationRepository organizations;
  @Inject SuccessionReader bodies;
  @Inject DraftRepository drafts;

  /**
   * @throws ProblemException 400 for an unknown organization, 422 for one that had ended on the day
   *     of the request, 409 if it is a consultee already
   */
  @Transactional
  public ConsulteeView add(Actor actor, DraftRef draft, ConsulteeInput input) {
    store.lock(draft.id());
    store.insert(actor, draft.id(), resolve(actor, draft, List.of(input), false), null);
    return reader.written(actor.caller(), draft, input.organization());
  }

  /** Like {@link #add}, all or nothing. The pointers of errors begin with the index of the item. */
  @Transactional
  public ImportReport addAll(
      Actor actor, DraftRef draft, List<ConsulteeInput> inputs, Locale locale) {
    BoundedLists.requireBulk(inputs);
    store.lock(draft.id());
    store.insert(actor, draft.id(), resolve(actor, draft, inputs, true), null);
    ImportReport.Builder report = new ImportReport.Builder(locale, false);
    for (int i = 0; i < inputs.size(); i++) {
      report.add(i + 1, ImportReport.Status.CREATED, inputs.get(i).organization(), List.of());
    }
    return report.build();
  }

  /** The problem of existing consultees lists all of them. Location refers to the first one. */
  private Map<UUID, ConsulteeData> resolve(
      Actor actor, DraftRef draft, List<ConsulteeInput> inputs, boolean many) {
    Map<String, UUID> known =
        organizations.ids(inputs.stream().map(ConsulteeInput::organization).toList());
    Set<UUID> asked = store.all(draft.id()).keySet();
    List<FieldError> errors = new ArrayList<>();
    Map<String, FieldError> again = new LinkedHashMap<>();
    Map<UUID, ConsulteeData> wanted = new LinkedHashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      String at = many ? "/" + i : "";
      String code = inputs.get(i).organization();
      UUID id = known.get(code);
      ConsulteeData data = inputs.get(i).data();
      FieldError used = FieldError.pointer(at + "/organization", FieldCode.ALREADY_USED, code);
      checkLetters(at, data, errors);
      if (id == null) {
        errors.add(FieldError.pointer(at + "/organization", FieldCode.UNKNOWN_ORGANIZATION, code));
      } else if (wanted.put(id, data) != null) {
        errors.add(used);
      } else if (asked.contains(id)) {
        again.put(code, used);
      }
    }
    ProblemException.requireNone(errors);
    requireExisting(actor, inputs, known, many);
    if (!again.isEmpty()) {
      List<String> codes = List.copyOf(again.keySet());
      throw ProblemException.conflict(
              ProblemCode.ALREADY_EXISTS, List.copyOf(again.values()), String.join(", ", codes))
          .header("Location", ConsulteeResource.path(draft, codes.get(0)));
    }
    return wanted;
  }

  private void requireExisting(
      Actor actor, List<ConsulteeInput> inputs, Map<String, UUID> known, boolean many) {
    Successions ended = bodies.read();
    LocalDate today = actor.today();
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      UUID id = known.get(inputs.get(i).organization());
      if (inputs.get(i).data().isAskedAfter(ended.endOf(id), today, null)) {
        errors.add(ended.error((many ? "/" + i : "") + "/organization", id, today));
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemException.conflict(
          ProblemCode.ORGANIZATION_ENDED, errors, errors.get(0).arguments().toArray());
    }
  }

  private static void checkLetters(String at, ConsulteeData data, List<FieldError> errors) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < data.requestLetters().size(); i++) {
      RequestLetter letter = data.requestLetters().get(i);
      if (!seen.add(letter.key())) {
        errors.add(
            FieldError.pointer(
                at + "/requestLetters/" + i + "/number", FieldCode.ALREADY_USED, letter.number()));
      }
    }
  }

  /**
   * Copies the consultees of another draft with their contacts, without due dates and request
   * letters. The successors of an ended organization take its place, each once. Existing consultees
   * do not change.
   */
  @Transactional
  public ImportReport copy(Actor actor, DraftRef to, int from, Locale locale) {
    UUID earlier =
        drafts
            .byNumber(to.planId(), from)
            .map(draft -> draft.id)
            .filter(id -> !id.equals(to.id()))
            .orElseThrow(() -> ProblemException.parameter("from", FieldCode.UNKNOWN_DRAFT, from));
    store.lock(to.id());
    Set<UUID> here = store.all(to.id()).keySet();
    Map<UUID, ConsulteeData> added = new LinkedHashMap<>();
    ImportReport.Builder report = new ImportReport.Builder(locale, false);
    earlier(earlier, actor.today(), report)
        .forEach(
            (organization, contact) -> {
              boolean known = here.contains(organization);
              report.add(
                  0,
                  known ? ImportReport.Status.UNCHANGED : ImportReport.Status.CREATED,
                  null,
                  List.of());
              if (!known) {
                added.put(organization, new ConsulteeData(null, null, null, contact.orElse(null)));
              }
            });
    store.insert(actor, to.id(), added, "Chép từ dự thảo lần " + from);
    return report.build();
  }

  /**
   * The contacts of the organizations of an earlier draft that exist today, or of their successors.
   *
   * @param report gets those that have ended without a successor
   */
  private Map<UUID, Optional<Contact>> earlier(
      UUID draft, LocalDate today, ImportReport.Builder report) {
    Successions ended = bodies.read();
    Map<UUID, Optional<Contact>> contacts = new LinkedHashMap<>();
    Map<UUID, Consultee> there = store.all(draft);
    there.forEach(
        (organization, consultee) -> {
          if (!ended.isEnded(organization, today)) {
            contacts.put(organization, Optional.ofNullable(consultee.data.contact()));
          }
        });
    for (UUID organization : there.keySet()) {
      List<Body> successors = ended.successors(organization, today);
      // A contact of the ended organization may be nobody in the new one.
      successors.forEach(body -> contacts.putIfAbsent(body.id(), Optional.empty()));
      if (successors.isEmpty() && ended.isEnded(organization, today)) {
        FieldError error = ended.error("", organization, today);
        report.add(0, ImportReport.Status.INVALID, null, List.of(CellError.of(null, null, error)));
      }
    }
    return contacts;
  }

  /** Changes fields. A patch without effect writes no history. */
  @Transactional
  public ConsulteeView patch(
      Actor actor, DraftRef draft, String organization, MergePatch patch, IfMatch ifMatch) {
    store.lock(draft.id());
    Consultee stored = store.get(draft, organization);
    ConsulteePatch wanted = patch.on(ConsulteePatch.of(stored.data), ConsulteePatch.class);
    ConsulteeData data = wanted.data();
    List<FieldError> errors = new ArrayList<>();
    checkLetters("", data, errors);
    ProblemException.requireNone(errors);
    UUID id = stored.key.organizationId();
    Successions ended = bodies.read();
    LocalDate today = actor.today();
    if (data.isAskedAfter(ended.endOf(id), today, stored.data)) {
      throw ended.problem("/requestLetters", id, today);
    }
    ifMatch.checkBefore(stored.version);
    if (!stored.data.equals(data)) {
      store.update(actor, stored, data, wanted.reason());
    }
    return reader.written(actor.caller(), draft, organization);
  }

  /** Removes a consultee that was added by mistake. Its history, letters and comments are kept. */
  @Transactional
  public void remove(
      Actor actor, DraftRef draft, String organization, String reason, IfMatch ifMatch) {
    store.lock(draft.id());
    Consultee stored = store.get(draft, organization);
    ifMatch.checkBefore(stored.version);
    store.delete(actor, stored, ConsulteeAction.REMOVED, reason);
  }

  /**
   * Puts the successors of an ended organization on the list in its place, with its request letters
   * and its due date. Successors that are consultees already do not change.
   *
   * @return a row for each successor, with its code
   * @throws ProblemException 409 already-replied, no-successor
   */
  @Transactional
  public ImportReport handOver(
      Actor actor,
      DraftRef draft,
      String organization,
      String reason,
      IfMatch ifMatch,
      Locale locale) {
    store.lock(draft.id());
    Consultee stored = store.get(draft, organization);
    ifMatch.checkBefore(stored.version);
    List<Body> successors = bodies.read().successors(stored.key.organizationId(), actor.today());
    if (successors.isEmpty()) {
      throw new ProblemException(ProblemCode.NO_SUCCESSOR);
    }
    ConsulteeView view = reader.written(actor.caller(), draft, organization);
    if (view.state() != ReplyState.State.NOT_REPLIED) {
      throw new ProblemException(ProblemCode.ALREADY_REPLIED);
    }
    Set<UUID> asked = store.all(draft.id()).keySet();
    ConsulteeData request =
        new ConsulteeData(stored.data.requestLetters(), stored.data.dueOn(), null, null);
    Map<UUID, ConsulteeData> added = new LinkedHashMap<>();
    ImportReport.Builder report = new ImportReport.Builder(locale, true);
    int row = 0;
    for (Body one : successors) {
      boolean known = asked.contains(one.id());
      row++;
      report.add(
          row,
          known ? ImportReport.Status.UNCHANGED : ImportReport.Status.CREATED,
          one.code(),
          List.of());
      if (!known) {
        added.put(one.id(), request);
      }
    }
    store.insert(
        actor, draft.id(), added, "Nhận bàn giao từ " + view.organization().name() + ": " + reason);
    String names = successors.stream().map(Body::name).collect(Collectors.joining(", "));
    store.delete(
        actor, stored, ConsulteeAction.HANDED_OVER, "Bàn giao cho " + names + ": " + reason);
    return report.build();
  }
}
