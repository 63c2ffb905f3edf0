package vn.sogopy.comment.intake;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.letter.LetterRef;
import vn.sogopy.letter.OnBehalf;
import vn.sogopy.letter.Position;
import vn.sogopy.organization.SuccessionReader;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.outline.Section;
import vn.sogopy.plan.outline.SectionRepository;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Rows;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.Sha256;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;

/**
 * The intake of one or many comments, in a few statements. Requires a transaction. The order of
 * calls is look, check, file.
 */
@ApplicationScoped
public class CommentIntake {
  @Inject CommentReader reader;
  @Inject CommentStore store;
  @Inject SectionRepository outline;
  @Inject SuccessionReader bodies;
  @Inject OnBehalf onBehalf;
  @Inject DataSource source;
  @Inject ObjectMapper json;

  /**
   * Looks up the data that the comments ({@linkplain CommentInput#by with defaults}) refer to. Of
   * two requests with the same externalId, the second waits here and then finds the comment of the
   * first. Locks are taken in sorted order to avoid deadlocks. Between a request and an import the
   * unique index decides, and the loser retries.
   *
   * @param findLetters false if the caller has already found the letter
   */
  public List<Incoming> look(
      Actor actor, DraftRef draft, List<CommentInput> inputs, boolean findLetters) {
    String[] externalIds =
        inputs.stream()
            .map(CommentInput::externalId)
            .filter(Objects::nonNull)
            .map(id -> draft.planId() + actor.caller().client() + id)
            .toArray(String[]::new);
    if (externalIds.length > 0) {
      Sql.of(
              "select pg_advisory_xact_lock(k.id) from (select distinct hashtextextended(i.id, 2) as id"
                  + " from unnest(?) i (id) order by id) k",
              (Object) externalIds)
          .list(source, row -> true);
    }
    return read(actor, draft, inputs, findLetters);
  }

  /**
   * As {@link #look}, without locks on the externalIds. The rows of the draft and of the letters
   * are locked FOR SHARE: the draft does not close and the letters do not change before the end of
   * the transaction.
   *
   * @return in the order of the inputs, and so are their receipt numbers
   */
  List<Incoming> read(Actor actor, DraftRef draft, List<CommentInput> inputs, boolean findLetters) {
    if (inputs.isEmpty()) {
      return List.of();
    }
    // OFFSET 0 forces one index look-up of an externalId for each row. A join might read all
    // comments of the client.
    Caller caller = actor.caller();
    List<Incoming> found =
        Sql.of(
                """
                select d.status, i.n, o.id as organization_id, s.id as section_id, s.default_assignee,
                  l.*, e.id as same_id, e.sent_digest, e.sender, nextval('receipt_number') as receipt_number""")
            .add(named(caller.client(), findLetters).from(inputs))
            .add(
                """
                join draft d on d.id = ?
                left join organization o on o.code = i.organization
                left join section s on s.draft_id = d.id and s.code_key = i.section_key
                left join lateral (
                  select %s from letter l
                  where l.draft_id = d.id and l.organization_id = o.id
                    and l.number_key = i.number_key and l.letter_year = i.letter_year
                  order by l.withdrawn_at desc nulls first limit 1 for share) l on true
                left join lateral ("""
                    .formatted(LetterRef.COLUMNS),
                draft.id())
            .add(sameExternalId(caller))
            .add(") e on true order by i.n for share of d")
            .list(
                source,
                row -> {
                  CommentInput input = inputs.get(row.getInt("n") - 1);
                  // The same content as that of a predecessor, which named itself.
                  String sender = row.getString("sender");
                  CommentInput sent = sender == null ? input : input.of(sender);
                  return new Incoming(actor, draft, input, digest(draft, sent), assignee(row), row);
                });
    if (found.isEmpty()) {
      throw ProblemException.notFound();
    }
    // The database may have numbered the rows in another order.
    long[] numbers = found.stream().mapToLong(one -> one.receiptNumber).sorted().toArray();
    for (int i = 0; i < numbers.length; i++) {
      found.get(i).receiptNumber = numbers[i];
    }
    return found;
  }

  /**
   * The comment of the input {@code i} with the same externalId. One of a predecessor has a sender,
   * and its own comes first.
   */
  private static Sql sameExternalId(Caller caller) {
    String own =
        "from comment e where e.plan_id = d.plan_id and e.external_id = i.external_id and e.client";
    if (caller.body().predecessors().isEmpty()) {
      return Sql.of(
          "select e.id, e.sent_digest, null::text as sender " + own + " = i.client offset 0");
    }
    return Sql.of(
            "select e.id, e.sent_digest, (select p.code from organization p"
                + " where p.id = e.organization_id and p.code = any(?)) as sender",
            (Object) caller.body().predecessors().toArray(String[]::new))
        .add(own + " = any(?)", (Object) caller.clients().toArray(String[]::new))
        .add("order by e.client <> i.client limit 1");
  }

  /** An assignee that is an ended organization is replaced by its successors. */
  private String assignee(ResultSet row) throws SQLException {
    String named = row.getString("default_assignee");
    return named == null
        ? null
        : bodies.current().assignee(named, VietnamTime.dayOf(Instant.now()));
  }

  private static Rows<CommentInput> named(String client, boolean findLetters) {
    return new Rows<CommentInput>()
        .with("organization", "text", CommentInput::organization)
        .with("section_key", "text", i -> i.section() == null ? null : Section.key(i.section()))
        .with("number_key", "text", i -> findLetters ? Incoming.numberKey(i.letter()) : null)
        .with("letter_year", "int", i -> findLetters ? Incoming.year(i.letter()) : null)
        .with("external_id", "text", CommentInput::externalId)
        .with("client", "text", i -> client);
  }

  private byte[] digest(DraftRef draft, CommentInput input) {
    byte[] number = String.valueOf(draft.number()).getBytes(StandardCharsets.US_ASCII);
    return Sha256.of(number, JsonInput.bytes(json, input.compared()));
  }

  /**
   * Checks the references of the comments: sections, followed comments, repeated externalIds.
   *
   * @param pointer to the comment of this index
   */
  public List<FieldError> check(List<Incoming> batch, IntFunction<String> pointer) {
    List<FieldError> errors = new ArrayList<>();
    Set<String> externalIds = new HashSet<>();
    checkEach(batch, pointer);
    for (int i = 0; i < batch.size(); i++) {
      errors.addAll(batch.get(i).errors);
      String externalId = batch.get(i).input.externalId();
      if (externalId != null && !externalIds.add(externalId)) {
        errors.add(
            FieldError.pointer(
                pointer.apply(i) + "/externalId", FieldCode.ALREADY_USED, externalId));
      }
    }
    return errors;
  }

  /**
   * Checks the organization and the letter.
   *
   * @param reply whether it is a reply without comments
   */
  static void checkSender(Incoming comment, boolean reply) {
    String organization = comment.input.organization();
    if (organization == null) {
      comment.errors.add(FieldError.pointer("/organization", FieldCode.REQUIRED));
    } else if (comment.organizationId == null) {
      comment.errors.add(
          FieldError.pointer("/organization", FieldCode.UNKNOWN_ORGANIZATION, organization));
    }
    if (comment.letter != null) {
      (reply ? comment.letter.closed("/letter") : comment.letter.refusal("/letter"))
          .ifPresent(comment.errors::add);
    }
    CommentInput.Letter named = comment.input.letter();
    if (!reply && named != null && named.position() == Position.AGREES) {
      comment.errors.add(FieldError.pointer("/letter/position", FieldCode.LETTER_AGREES));
    }
  }

  /** As {@link #check}, but the errors stay with their comments, and without externalIds. */
  void checkEach(List<Incoming> batch, IntFunction<String> pointer) {
    if (batch.isEmpty()) {
      return;
    }
    DraftRef draft = batch.get(0).draft;
    Map<UUID, CommentView> followed =
        reader.known(
            batch.get(0).actor.caller(),
            batch.stream()
                .map(one -> one.input.follows())
                .filter(Objects::nonNull)
                .collect(toSet()));
    Sections sections =
        Sections.read(
            outline,
            draft.id(),
            draft.number(),
            batch.stream()
                .map(one -> one.input.alsoSections())
                .filter(Objects::nonNull)
                .flatMap(List::stream));
    for (int i = 0; i < batch.size(); i++) {
      Incoming one = batch.get(i);
      CommentInput input = one.input;
      String at = pointer.apply(i);
      one.errors.addAll(onBehalf.check(input.onBehalfOf(), "/letter/onBehalfOf"));
      if (input.section() != null && one.sectionId == null) {
        one.errors.add(
            FieldError.pointer(
                at + "/section", FieldCode.UNKNOWN_SECTION, input.section(), draft.number()));
      }
      one.alsoSections = sections.find(input.alsoSections(), at + "/alsoSections", one.errors);
      one.alsoSections.remove(one.sectionId);
      if (input.follows() != null) {
        checkFollowed(one, followed.get(input.follows()), at + "/follows");
      }
    }
  }

  /**
   * A comment can follow one of the same organization, or of one that has ended and that it
   * follows, in an earlier draft, unless that is settled.
   */
  private void checkFollowed(Incoming comment, CommentView before, String pointer) {
    boolean known = before != null && before.plan().equals(comment.draft.plan());
    boolean followable =
        known
            && isOf(comment.input.organization(), before.organization().code())
            && before.draft() < comment.draft.number()
            && Status.LIVE.contains(before.status());
    if (!followable) {
      comment.errors.add(
          FieldError.pointer(
              pointer,
              known ? FieldCode.NOT_FOLLOWABLE : FieldCode.UNKNOWN_COMMENT,
              comment.input.follows().toString()));
    }
  }

  private boolean isOf(String organization, String sender) {
    LocalDate today = VietnamTime.dayOf(Instant.now());
    return sender.equals(organization)
        || bodies.current().predecessors(organization, today).contains(sender);
  }

  /**
   * Checks comments of a letter of their own: none of them may exist already.
   *
   * @param pointer to the comment of this index
   * @throws ProblemException 409 external-id-conflict
   */
  public void requireNew(List<Incoming> batch, IntFunction<String> pointer) {
    for (int i = 0; i < batch.size(); i++) {
      if (batch.get(i).sameExternalId != null) {
        throw conflict(batch.get(i))
            .at(
                FieldError.pointer(
                    pointer.apply(i) + "/externalId", FieldCode.EXTERNAL_ID_CONFLICT));
      }
    }
  }

  /** With the Location of the other comment; 404 if that is not visible to the caller. */
  ProblemException conflict(Incoming comment) {
    CommentView known = reader.get(comment.actor.caller(), comment.sameExternalId);
    return new ProblemException(
            ProblemCode.EXTERNAL_ID_CONFLICT, String.valueOf(known.receiptNumber()))
        .header("Location", CommentView.PATH + "/" + known.id());
  }

  /**
   * Writes the comments of a letter and the first entries of each one's history.
   *
   * @param letter null = without letter
   */
  public void file(List<Incoming> batch, LetterRef letter) {
    batch.forEach(one -> one.letter = letter);
    store.keep(batch);
  }
}
