package vn.sogopy.plan.outline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import vn.sogopy.platform.text.Text;

/**
 * One place of a draft's outline. It belongs to that draft; its lineage leads through all drafts.
 */
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

  /** Four digits a level, in outline order. */
  public String path;

  public String[] responsible;

  @Column(name = "default_assignee")
  public String defaultAssignee;

  /** How codes are compared: "MĐ.1", "MD.1" and "md.1" are one. */
  public static String key(String code) {
    return Text.fold(code);
  }
}
