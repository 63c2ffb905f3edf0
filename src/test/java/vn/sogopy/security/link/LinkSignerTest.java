package vn.sogopy.security.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;
import vn.sogopy.security.link.LinkSigner.LinkPayload;

/** Tokens of links: only what was signed is accepted. */
class LinkSignerTest {
  private static final String TARGET = "/api/v1/plans/a/drafts/1/register?format=docx";
  private static final Instant END = Instant.parse("2026-01-01T00:15:00Z");
  private static final Caller BY_KEY =
      new Caller("A", "a", Role.VIEWER, null, null, "key:0190d2c4-7c1e-7b53-9a4e-3f0f7a1f5c11");
  private static final Caller BY_TOKEN =
      new Caller("Bà B", "web", Role.SUBMITTER, "sxd", Set.of("p", "q"), "oidc:b-1");

  private final LinkSigner signer = new LinkSigner(new byte[32]);

  @Test
  void linkOfAKeyHasItsId() {
    LinkPayload payload = LinkPayload.of(BY_KEY, END, null);
    assertThat(payload.caller()).isNull();
    assertThat(payload.keyId()).hasToString("0190d2c4-7c1e-7b53-9a4e-3f0f7a1f5c11");
    assertThat(signer.read(signer.sign(payload, TARGET), TARGET)).contains(payload);
  }

  @Test
  void linkOfATokenHasTheCaller() {
    LinkPayload payload = LinkPayload.of(BY_TOKEN, END, null);
    assertThat(payload.keyId()).isNull();
    assertThat(signer.read(signer.sign(payload, TARGET), TARGET).orElseThrow().caller())
        .isEqualTo(BY_TOKEN);
  }

  @Test
  void storedLinkHasItsId() {
    UUID id = UUID.randomUUID();
    LinkPayload payload = LinkPayload.of(BY_TOKEN, END, id);
    assertThat(signer.read(signer.sign(payload, TARGET), TARGET).orElseThrow().linkId())
        .isEqualTo(id);
  }

  @Test
  void expiry() {
    LinkPayload payload = LinkPayload.of(BY_KEY, END, null);
    assertThat(payload.expired(END.minusMillis(1))).isFalse();
    assertThat(payload.expired(END)).isTrue();
  }

  @Test
  void otherTargetOrSecretIsRefused() {
    String token = signer.sign(LinkPayload.of(BY_KEY, END, null), TARGET);
    for (String other : new String[] {TARGET + "&public=true", TARGET.toUpperCase(), "", "/"}) {
      assertThat(signer.read(token, other)).as(other).isEmpty();
    }
    byte[] secret = new byte[32];
    secret[31] = 1;
    assertThat(new LinkSigner(secret).read(token, TARGET)).isEmpty();
    assertThat(signer.read("", TARGET)).isEmpty();
    assertThat(signer.read(".", TARGET)).isEmpty();
    assertThat(signer.read(token + "=", TARGET)).isEmpty();
    assertThat(signer.read(token.substring(0, token.length() - 1), TARGET)).isEmpty();
  }

  /** Including the last character, of which base64 uses only some bits. */
  @Property
  void signatureCoversTheToken(
      @ForAll @IntRange(max = 1_000_000) int place, @ForAll char letter, @ForAll boolean byKey) {
    String token = signer.sign(LinkPayload.of(byKey ? BY_KEY : BY_TOKEN, END, null), TARGET);
    int at = place % token.length();
    String altered = token.substring(0, at) + letter + token.substring(at + 1);

    assertThat(signer.read(altered, TARGET).isPresent()).isEqualTo(altered.equals(token));
  }

  @Property
  void signatureCoversTheTarget(@ForAll @IntRange(max = 1_000_000) int place, @ForAll char letter) {
    String token = signer.sign(LinkPayload.of(BY_KEY, END, null), TARGET);
    int at = place % TARGET.length();
    String altered = TARGET.substring(0, at) + letter + TARGET.substring(at + 1);

    assertThat(signer.read(token, altered).isPresent()).isEqualTo(altered.equals(TARGET));
  }
}
