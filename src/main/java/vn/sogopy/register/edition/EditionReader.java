package vn.sogopy.register.edition;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftRepository;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageRequest;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.Warning;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.register.RegisterFormat;
import vn.sogopy.security.Caller;

/** Reads editions for responses. */
@ApplicationScoped
public class EditionReader {
  private static final Keyset<Edition> BY_NUMBER =
      Keyset.ascending(new Keyset.Key<>("e.number", Keyset.Type.NUMBER, edition -> edition.number));

  private static final Pattern CODE = Pattern.compile("[0-9A-Fa-f]{16}");

  @Inject EntityManager entities;
  @Inject EditionRepository editions;
  @Inject EditionFileRepository files;
  @Inject DraftRepository drafts;

  /** An edition visible to the caller, and its draft. */
  record Known(Edition edition, DraftRef draft) {}

  /**
   * @throws ProblemException 404 if there is no such edition for this caller
   */
  @Transactional
  Known known(Caller caller, UUID id) {
    Edition edition = editions.findByIdOptional(id).orElseThrow(ProblemException::notFound);
    DraftRef draft = draft(edition.draftId);
    caller.requirePlan(draft.plan());
    return new Known(edition, draft);
  }

  private DraftRef draft(UUID id) {
    return drafts.refs(Set.of(id)).get(id);
  }

  /** Reads all its bytes to verify that it is intact. */
  @Transactional
  public EditionView get(Caller caller, UUID id) {
    Known known = known(caller, id);
    return view(known.edition().isClosedTo(caller), known.edition(), known.draft());
  }

  /**
   * The editions visible to the caller, in no order, without a verification.
   *
   * @param damaged editions that were changed at the last verification
   */
  @Transactional
  public List<EditionView> known(Caller caller, Collection<UUID> ids, Collection<UUID> damaged) {
    List<Edition> found = ids.isEmpty() ? List.of() : editions.list("id in ?1", ids);
    Map<UUID, DraftRef> drafts =
        this.drafts.refs(found.stream().map(edition -> edition.draftId).collect(toSet()));
    Map<UUID, List<EditionFile>> made = files.ofEditions(ids);
    return found.stream()
        .filter(edition -> caller.mayKnowPlan(drafts.get(edition.draftId).plan()))
        .map(
            edition ->
                view(
                    edition.isClosedTo(caller),
                    edition,
                    drafts.get(edition.draftId),
                    made.getOrDefault(edition.id, List.of()),
                    file -> !damaged.contains(edition.id)))
        .toList();
  }

  /** The editions of a draft, in ascending order. */
  @Transactional
  public Page<EditionView> list(
      Caller caller, DraftRef draft, int limit, String cursor, boolean count) {
    return BY_NUMBER
        .page(
            entities,
            Edition.class,
            new PageRequest("editions " + draft.id(), limit, cursor, count),
            "select e",
            Hql.of("from Edition e where e.draftId = ?", draft.id()))
        .map(edition -> view(edition.isClosedTo(caller), edition, draft));
  }

  /**
   * All editions of a draft, in ascending order, without a verification.
   *
   * @param damaged editions that were changed at the last verification
   */
  @Transactional
  public List<EditionView> ofDraft(Caller caller, DraftRef draft, Collection<UUID> damaged) {
    List<UUID> ids = editions.list("draftId", draft.id()).stream().map(one -> one.id).toList();
    return known(caller, ids, damaged).stream()
        .sorted(Comparator.comparingInt(EditionView::number))
        .toList();
  }

  private EditionView view(boolean open, Edition edition, DraftRef draft) {
    List<EditionFile> made =
        files.ofEditions(List.of(edition.id)).getOrDefault(edition.id, List.of());
    return view(open, edition, draft, made, files::isIntact);
  }

  /**
   * @param open whether to give only the counts and files of the public form
   */
  private EditionView view(
      boolean open,
      Edition edition,
      DraftRef draft,
      List<EditionFile> made,
      Predicate<EditionFile> isIntact) {
    List<EditionView.File> shown = new ArrayList<>();
    boolean sealed = false;
    boolean intact = true;
    for (EditionFile file : made) {
      boolean whole = isIntact.test(file);
      intact &= whole;
      sealed |= isSealed(edition, file);
      if (file.form.publicForm() || !open) {
        shown.add(EditionView.File.of(file, whole));
      }
    }
    return new EditionView(
        edition.id,
        draft.plan(),
        draft.number(),
        edition.number,
        edition.note,
        edition.allowUnanswered,
        edition.allowUnplaced,
        edition.comments - (open ? edition.restricted : 0),
        edition.unanswered - (open ? edition.restrictedUnanswered : 0),
        edition.unplaced - (open ? edition.restrictedUnplaced : 0),
        edition.restricted > 0,
        edition.digestHex(),
        edition.code(),
        edition.sealedAt,
        edition.sealedBy,
        edition.issuance,
        edition.corrections == 0 ? List.of() : corrections(edition),
        edition.isIssued() ? warnings(edition, draft, edition.issuance) : List.of(),
        intact && sealed,
        shown,
        edition.version);
  }

  private List<EditionView.Correction> corrections(Edition edition) {
    return Hql.of("select c.reportNumber, c.reportDate, c.at, c.byName, c.reason")
        .add("from IssuanceCorrection c where c.editionId = ? order by c.id", edition.id)
        .list(entities, EditionView.Correction.class);
  }

  /** The warnings that an edition would have with this number and date. */
  @Transactional
  public List<Warning> warnings(Caller caller, UUID id, String reportNumber, LocalDate reportDate) {
    Known known = known(caller, id);
    EditionView.Issuance wanted = new EditionView.Issuance(reportNumber, reportDate, null, null);
    return warnings(known.edition(), known.draft(), wanted);
  }

  private List<Warning> warnings(Edition edition, DraftRef draft, EditionView.Issuance issuance) {
    List<IssuanceChecks.Other> others =
        Hql.of("select d.number, e.number, e.issuance.reportNumber, e.issuance.reportDate")
            .add(
                "from Edition e join Draft d on d.id = e.draftId where d.planId = ?",
                draft.planId())
            .add("and e.id <> ? and e.issuance.reportNumber is not null", edition.id)
            .add("order by d.number, e.number")
            .list(entities, IssuanceChecks.Other.class);
    return IssuanceChecks.of(
        issuance, VietnamTime.dayOf(edition.sealedAt), VietnamTime.today(), others);
  }

  /** Whether the file's digest is the digest of the edition. */
  private static boolean isSealed(Edition edition, EditionFile file) {
    return file.kind == EditionFile.Kind.REGISTER && Arrays.equals(file.sha256, edition.digest);
  }

  @Transactional
  Optional<EditionFile> file(UUID edition, EditionFile.Form form) {
    return files.register(edition, form);
  }

  /**
   * @throws ProblemException 404 if the edition has no such signed copy
   */
  @Transactional
  EditionFile signedCopy(UUID edition, UUID id) {
    return files
        .findByIdOptional(id)
        .filter(file -> file.editionId.equals(edition))
        .filter(file -> file.kind == EditionFile.Kind.SIGNED_COPY)
        .orElseThrow(ProblemException::notFound);
  }

  /** The edition of a file, if the edition is visible to the caller. */
  @Transactional
  public Verification verify(Caller caller, byte[] sha256) {
    for (EditionFile file : files.bySha256(sha256)) {
      Edition edition = editions.findById(file.editionId);
      DraftRef draft = draft(edition.draftId);
      if (caller.mayKnowPlan(draft.plan())) {
        return new Verification(Verification.Match.of(edition, draft, file));
      }
    }
    return new Verification(null);
  }

  /**
   * The edition with this printed code, if it is visible to the caller.
   *
   * @param code the first bytes of the digest as hexadecimal digits, with hyphens or without
   * @throws ProblemException 400 for anything else
   */
  @Transactional
  public Verification verifyCode(Caller caller, String code) {
    String digits = code.replaceAll("[\\s\u2010-\u2015-]", "");
    if (!CODE.matcher(digits).matches()) {
      throw ProblemException.parameter("code", FieldCode.INVALID_FORMAT, "3F2A-9C10-77DE-B4E1");
    }
    byte[] start = HexFormat.of().parseHex(digits);
    return Hql.of("from Edition e where")
        .add("cast(sql('substring(? from 1 for 8) = ?', e.digest, ?) as Boolean) = true", start)
        .add("order by e.sealedAt, e.id")
        .list(entities, Edition.class)
        .stream()
        .map(edition -> Verification.Match.of(edition, draft(edition.draftId), null))
        .filter(match -> caller.mayKnowPlan(match.plan()))
        .findFirst()
        .map(Verification::new)
        .orElse(new Verification(null));
  }

  /** The editions with a changed byte. */
  @Transactional
  List<UUID> damaged() {
    return editions.listAll().stream()
        .filter(edition -> !view(false, edition, draft(edition.draftId)).intact())
        .map(edition -> edition.id)
        .toList();
  }

  /** Whether a file or a code is that of an edition. */
  @Schema(name = "Verification")
  public record Verification(
      @Schema(nullable = true, description = "null: không phải của bản chốt nào · of no edition")
          Match match) {

    /** The edition, and the form of the file; the form is null for a code. */
    @Schema(name = "VerificationMatch")
    public record Match(
        UUID edition,
        String plan,
        int draft,
        int number,
        @Schema(nullable = true, description = "null khi tra bằng mã · null for a code")
            RegisterFormat format,
        @Schema(nullable = true, description = "organization, section") String view,
        @Schema(nullable = true) Boolean publicForm,
        @Schema(nullable = true) Boolean signedCopy,
        Instant sealedAt,
        String sealedBy,
        @Schema(nullable = true, description = "Số báo cáo hiện nay · the number of the report now")
            String reportNumber,
        @Schema(nullable = true) LocalDate reportDate) {

      /**
       * @param file null for a code
       */
      static Match of(Edition edition, DraftRef draft, EditionFile file) {
        return new Match(
            edition.id,
            draft.plan(),
            draft.number(),
            edition.number,
            file == null ? null : file.form.format(),
            file == null ? null : file.form.view(),
            file == null ? null : file.form.publicForm(),
            file == null ? null : file.kind == EditionFile.Kind.SIGNED_COPY,
            edition.sealedAt,
            edition.sealedBy,
            edition.isIssued() ? edition.issuance.reportNumber() : null,
            edition.isIssued() ? edition.issuance.reportDate() : null);
      }
    }
  }
}
