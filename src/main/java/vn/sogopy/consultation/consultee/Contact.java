package vn.sogopy.consultation.consultee;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.platform.text.Text;

/** The contact person of an organization. */
@Embeddable
@Schema(name = "Contact")
public record Contact(
    @Column(name = "contact_name")
        @Size(min = 1, max = 200)
        @Schema(nullable = true, description = "Đầu mối · who")
        String name,
    @Column(name = "contact_phone")
        @Size(min = 1, max = 100)
        @Pattern(regexp = "[^\\n\\t]*", message = "0209 3870 000")
        @Schema(nullable = true, description = "Điện thoại · telephone")
        String phone,
    @Column(name = "contact_email")
        @Size(min = 3, max = 254)
        @Pattern(regexp = Text.EMAIL, message = Text.EMAIL_EXAMPLE)
        @Schema(nullable = true, description = "Thư điện tử · e-mail", examples = "a@example.org")
        String email) {

  static final Contact NONE = new Contact(null, null, null);

  public static Contact orNone(Contact contact) {
    return contact == null ? NONE : contact;
  }
}
