package vn.sogopy.register.archive;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.sogopy.letter.attachment.AttachmentReader;
import vn.sogopy.letter.attachment.AttachmentView;
import vn.sogopy.letter.minutes.Minutes;
import vn.sogopy.letter.minutes.MinutesService;
import vn.sogopy.platform.http.upload.TemporaryFile;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.sql.Sql.RowCursor;
import vn.sogopy.platform.table.CsvWriter;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.register.edition.Edition;
import vn.sogopy.register.edition.EditionFile;
import vn.sogopy.register.edition.EditionFileRepository;

/** Reads what the archive of a plan holds, from one snapshot. */
@ApplicationScoped
public class ArchiveReader {
  private static final int MAX_SECONDS = 600;

  @Inject AttachmentReader attachments;
  @Inject MinutesService minutes;
  @Inject EditionFileRepository editions;
  @Inject EntityManager entities;
  @Inject DataSource source;

  /**
   * What the archive holds.
   *
   * @param histories by their names in the archive
   * @param documents in the order of the index
   */
  public record Contents(Map<String, TemporaryFile> histories, List<ArchiveDocument> documents) {}

  /**
   * Reads all but the stored files, which never change.
   *
   * @param spool keeps a history: a slow client must not hold the snapshot
   */
  @Transactional(rollbackOn = Exception.class)
  @TransactionConfiguration(timeout = MAX_SECONDS)
  public Contents read(UUID plan, Function<TemporaryFile.Content, TemporaryFile> spool) {
    Sql.snapshot(source);
    Map<String, TemporaryFile> histories = new LinkedHashMap<>();
    for (HistoryTable table : HistoryTable.values()) {
      histories.put(table.file(), spool.apply(out -> history(table, plan, out)));
    }
    List<ArchiveDocument> documents = new ArrayList<>(letters(plan));
    documents.addAll(minutes(plan));
    documents.addAll(editions(plan));
    return new Contents(histories, documents);
  }

  private void history(HistoryTable table, UUID plan, OutputStream out) throws IOException {
    CsvWriter csv = new CsvWriter(out);
    csv.row(table.headings());
    try (RowCursor<List<String>> rows = table.select(plan).stream(source, table::cells)) {
      for (List<String> row = rows.next(); row != null; row = rows.next()) {
        csv.row(row);
      }
    }
    csv.flush();
  }

  record LetterLine(
      int draft,
      UUID id,
      String number,
      LocalDate date,
      String subject,
      String organization,
      boolean classified,
      Instant withdrawnAt) {

    String note() {
      return classified
          ? "Văn bản mật, lưu hồ sơ riêng"
          : withdrawnAt == null ? null : "Đã rút hoặc được thay thế";
    }
  }

  private List<ArchiveDocument> letters(UUID plan) {
    List<LetterLine> letters =
        Hql.of(
                """
                select d.number, l.id, l.number, l.date, l.subject, o.name, l.classified, l.withdrawnAt
                from Letter l join Draft d on d.id = l.draftId join Organization o on o.id = l.organizationId
                where l.planId = ? order by d.number, l.date, l.id""",
                plan)
            .list(entities, LetterLine.class);
    Map<UUID, List<AttachmentView>> files =
        letters.isEmpty()
            ? Map.of()
            : attachments.of(letters.stream().map(LetterLine::id).toList(), true).stream()
                .collect(Collectors.groupingBy(AttachmentView::letter));
    List<ArchiveDocument> documents = new ArrayList<>();
    int number = 0;
    for (LetterLine letter : letters) {
      number++;
      List<AttachmentView> own = files.getOrDefault(letter.id(), List.of());
      if (own.isEmpty()) {
        documents.add(document(letter, null, null));
      }
      int place = 0;
      for (AttachmentView file : own) {
        place++;
        String path = path(letter.draft(), "Văn bản góp ý", number, place, file.fileName());
        documents.add(document(letter, path, file));
      }
    }
    return documents;
  }

  /**
   * @param file null = it has none
   */
  private ArchiveDocument document(LetterLine letter, String path, AttachmentView file) {
    return new ArchiveDocument(
        letter.draft(),
        letter.number(),
        letter.date(),
        letter.subject() == null ? "Văn bản góp ý" : "Văn bản góp ý: " + letter.subject(),
        letter.organization(),
        path,
        file == null ? null : file.sha256(),
        letter.note(),
        file == null ? null : out -> attachments.copy(file.id(), 0, file.size() - 1, out));
  }

  record MinutesLine(int draft, Minutes minutes) {}

  private List<ArchiveDocument> minutes(UUID plan) {
    List<ArchiveDocument> documents = new ArrayList<>();
    int number = 0;
    for (MinutesLine line :
        Hql.of(
                """
                select d.number, m from Minutes m join Draft d on d.id = m.draftId
                where d.planId = ? order by d.number, m.id""",
                plan)
            .list(entities, MinutesLine.class)) {
      number++;
      Minutes file = line.minutes();
      documents.add(
          new ArchiveDocument(
              line.draft(),
              null,
              null,
              "Biên bản hội nghị, cuộc họp",
              null,
              path(line.draft(), "Biên bản", number, 1, file.fileName),
              file.hash(),
              null,
              out -> minutes.copy(file.id, 0, file.size - 1, out)));
    }
    return documents;
  }

  record EditionLine(int draft, Edition edition) {}

  private List<ArchiveDocument> editions(UUID plan) {
    List<EditionLine> lines =
        Hql.of(
                """
                select d.number, e from Edition e join Draft d on d.id = e.draftId
                where d.planId = ? order by d.number, e.number""",
                plan)
            .list(entities, EditionLine.class);
    Map<UUID, List<EditionFile>> files =
        editions.ofEditions(lines.stream().map(line -> line.edition().id).toList());
    List<ArchiveDocument> documents = new ArrayList<>();
    for (EditionLine line : lines) {
      int place = 0;
      for (EditionFile file : files.getOrDefault(line.edition().id, List.of())) {
        place++;
        documents.add(document(line, file, place));
      }
    }
    return documents;
  }

  private ArchiveDocument document(EditionLine line, EditionFile file, int place) {
    Edition edition = line.edition();
    boolean signed = file.kind == EditionFile.Kind.SIGNED_COPY;
    return new ArchiveDocument(
        line.draft(),
        edition.issuance == null ? null : edition.issuance.reportNumber(),
        edition.issuance == null
            ? VietnamTime.dayOf(edition.sealedAt)
            : edition.issuance.reportDate(),
        "Bản chốt số liệu lần " + edition.number + (signed ? ", bản đã ký" : ""),
        edition.sealedBy,
        path(line.draft(), "Bản chốt số liệu", edition.number, place, file.fileName),
        file.hash(),
        null,
        out -> editions.read(file.id, 0, file.size - 1, out));
  }

  /** "Dự thảo lần 1/Văn bản góp ý/0012-1 Góp ý.pdf": the numbers make the names differ. */
  private static String path(int draft, String folder, int number, int place, String name) {
    return "Dự thảo lần %d/%s/%04d-%d %s".formatted(draft, folder, number, place, name);
  }
}
