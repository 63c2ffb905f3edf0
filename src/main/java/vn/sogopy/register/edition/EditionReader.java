package vn.sogopy.register.edition;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftRepository;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageRequest;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.register.RegisterFormat;
import vn.sogopy.security.Caller;

/** Reads editions for responses. */
@ApplicationScoped
public class EditionReader {
  private static final Keyset<Edition> BY_NUMBER =
      Keyset.ascending(new Keyset.Key<>("e.number", Keyset.Type.NUMBER, edition -> edition.number));

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

  private EditionView view(boolean open, Edition edition, DraftRef draft) {
    List<EditionFile> made =
        files.ofEditions(List.of(edition.id)).getOrDefault(edition.id, List.of());
    return view(open, edition, draft, made, files::isIntact);
  }

  /**
   * @param open whether to give only the counts and files of the public form
   */
  private static EditionView view(
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
        intact && sealed,
        shown,
        edition.version);
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
  Verification verify(Caller caller, byte[] sha256) {
    for (EditionFile file : files.bySha256(sha256)) {
      Edition edition = editions.findById(file.editionId);
      DraftRef draft = draft(edition.draftId);
      if (caller.mayKnowPlan(draft.plan())) {
        return new Verification(
            new Verification.Match(
                edition.id,
                draft.plan(),
                draft.number(),
                edition.number,
                file.form.format(),
                file.form.view(),
                file.form.publicForm(),
                file.kind == EditionFile.Kind.SIGNED_COPY,
                edition.sealedAt,
                edition.sealedBy));
      }
    }
    return new Verification(null);
  }

  /** The editions with a changed byte. */
  @Transactional
  List<UUID> damaged() {
    return editions.listAll().stream()
        .filter(edition -> !view(false, edition, draft(edition.draftId)).intact())
        .map(edition -> edition.id)
        .toList();
  }

  /** Whether a file is one of an edition. */
  @Schema(name = "Verification")
  public record Verification(
      @Schema(
              nullable = true,
              description = "null: không phải tệp của bản chốt nào · of no edition")
          Match match) {

    /** The edition and the form of the file. */
    @Schema(name = "VerificationMatch")
    public record Match(
        UUID edition,
        String plan,
        int draft,
        int number,
        RegisterFormat format,
        @Schema(description = "organization, section") String view,
        boolean publicForm,
        boolean signedCopy,
        Instant sealedAt,
        String sealedBy) {}
  }
}
