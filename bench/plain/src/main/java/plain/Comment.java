package plain;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.UuidGenerator;

@Entity
@Table(indexes = @Index(name = "comment_by_arrival", columnList = "draft_id, received_at, id"))
public class Comment extends PanacheEntityBase {
  @Id @UuidGenerator(style = UuidGenerator.Style.VERSION_7) public UUID id;
  @Generated @Column(columnDefinition = "bigserial") public Long receiptNumber;
  public Integer part;
  public UUID partOf;
  @ManyToOne @JsonUnwrapped public Plan.Draft draft;
  @ManyToOne public Plan.Section section;
  public List<String> alsoSections = List.of();
  @ManyToOne public Plan.Organization organization;
  public Letter letter;
  public Locator locator;
  public Author author;
  public String kind;
  @Column(length = 20_000) public String content, proposal;
  public boolean restricted, late, needsReview;
  public LocalDate answerDueOn;
  public String status = "RECEIVED";
  public String assignee;
  public Answer answer;
  public String returnReason, reaction, escalation, direction, externalId;
  public UUID follows;
  @Transient public List<UUID> sealedIn = List.of(), followedBy = List.of(), waitingFor = List.of();
  public Instant receivedAt = Instant.now();
  public Instant updatedAt = receivedAt;
  @Version public int version;

  @Embeddable
  public record Letter(UUID id, String number, LocalDate date) {}
  @Embeddable
  public record Locator(Integer page, Integer paragraph, String quote) {}
  @Embeddable
  public record Author(String fullName, String position) {}
  @Embeddable
  public record Answer(
      String result, String response, Revision revision, UUID sameAs, String answeredBy, Instant answeredAt) {}
  @Embeddable
  public record Revision(String section, Integer page, String note) {}
}
