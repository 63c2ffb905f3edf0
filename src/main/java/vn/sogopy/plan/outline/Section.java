package vn.sogopy.plan.outline;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import vn.sogopy.platform.text.Text;

/** A section of the outline of one draft. Its lineage identifies it across drafts. */
@Entity
public class Section {
  @Id public UUID id;

  public UUID draftId;

  public UUID lineageId;

  public String code;

  public String codeKey;

  public String title;

  public UUID parentId;

  /** Four digits for each level, in outline order. */
  public String path;

  public String[] responsible;

  public String defaultAssignee;

  /** The comparison key of a code: "MĐ.1", "MD.1" and "md.1" are equal. */
  public static String key(String code) {
    return Text.fold(code);
  }
}
