package plain;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.*;
import java.util.UUID;

/** What a comment refers to. */
public interface Plan {
  @Entity(name = "Draft")
  @Table(name = "draft", uniqueConstraints = @UniqueConstraint(columnNames = {"plan", "number"}))
  class Draft extends PanacheEntityBase {
    @Id @JsonIgnore public UUID id;
    public String plan;
    @JsonProperty("draft") public int number;
  }

  @Entity(name = "Section")
  @Table(name = "section", uniqueConstraints = @UniqueConstraint(columnNames = {"draft_id", "code"}))
  class Section extends PanacheEntityBase {
    @Id @JsonIgnore public UUID id;
    @ManyToOne(fetch = FetchType.LAZY) @JsonIgnore public Draft draft;
    public String code;
    public String title;
  }

  @Entity(name = "Organization")
  @Table(name = "organization")
  class Organization extends PanacheEntityBase {
    @Id public String code;
    public String name;
    @JsonProperty("group") public String groupCode;
  }
}
