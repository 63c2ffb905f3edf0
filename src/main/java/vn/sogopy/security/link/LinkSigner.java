package vn.sogopy.security.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.sogopy.security.Caller;

/**
 * Creates and reads the token of a link: {@code base64url(payload).base64url(HMAC-SHA256)}. The
 * signature covers the encoded payload and the target (path and query), so neither can be changed.
 */
final class LinkSigner {
  private static final String ALGORITHM = "HmacSHA256";

  /** Without the methods is…() of {@link Caller}, which are no components. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(MapperFeature.AUTO_DETECT_IS_GETTERS).build();

  private final SecretKeySpec key;

  LinkSigner(byte[] secret) {
    key = new SecretKeySpec(secret, ALGORITHM);
  }

  String sign(LinkPayload payload, String target) {
    try {
      String written = encode(JSON.writeValueAsBytes(payload));
      return written + "." + signature(written, target);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The payload, if the signature is valid for this target. */
  Optional<LinkPayload> read(String token, String target) {
    int dot = token.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    String written = token.substring(0, dot);
    // Compared as text: different Base64 spellings can decode to equal bytes.
    byte[] expected = signature(written, target).getBytes(StandardCharsets.US_ASCII);
    byte[] sent = token.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(expected, sent)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(Base64.getUrlDecoder().decode(written), LinkPayload.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // unreachable: the payload is signed by this service
    }
  }

  private String signature(String written, String target) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return encode(mac.doFinal((written + "\n" + target).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * The payload of a link. It is signed, but not encrypted.
   *
   * @param keyId the API key of the creator, which is looked up when the link is used; null for the
   *     bearer of a token
   * @param caller the bearer of a token, whose rights cannot be looked up later; null for a key
   * @param expires end of validity, exclusive, in seconds since the epoch
   * @param linkId of a stored link; null for one of at most an hour
   */
  record LinkPayload(UUID keyId, Caller caller, long expires, UUID linkId) {
    static LinkPayload of(Caller caller, Instant expires, UUID linkId) {
      boolean key = caller.credential().startsWith(Caller.KEY);
      return new LinkPayload(
          key ? UUID.fromString(caller.credential().substring(Caller.KEY.length())) : null,
          key ? null : caller,
          expires.getEpochSecond(),
          linkId);
    }

    boolean expired(Instant now) {
      return now.getEpochSecond() >= expires;
    }
  }
}
