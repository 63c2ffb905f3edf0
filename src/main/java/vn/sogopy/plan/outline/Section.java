package vn.sogopy.plan.outline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import vn.sogopy.platform.text.Text;

/** A section of the outline of one draft. Its lineage identifies it across drafts. */
@Entity
public class Section {
  @Id public UUID id;

  @Column(name = "draft_id")
  public UUID draftId;

  @Column(name = "lineage_id")
  public UUID lineageId;

  public String code;

  @Column(name = "code_key")
  public String codeKey;

  public String title;

  @Column(name = "parent_id")
  public UUID parentId;

  /** Four digits for each level, in outline order. */
  public String path;

  public String[] responsible;

  @Column(name = "default_assignee")
  public String defaultAssignee;

  /** The comparison key of a code: "MĐ.1", "MD.1" and "md.1" are equal. */
  public static String key(String code) {
    return Text.fold(code);
  }
}
