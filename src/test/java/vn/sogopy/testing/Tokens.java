package vn.sogopy.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Forgeries of a valid token. */
public final class Tokens {
  private Tokens() {}

  /** The claims kept, the signature removed: {@code alg: none}. */
  public static String unsigned(String token) {
    return encode("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + token.split("\\.")[1] + ".";
  }

  /** A claim changed, the signature kept. */
  public static String tampered(String token, String old, String changed) {
    String[] parts = token.split("\\.");
    String claims = decode(parts[1]);
    if (!claims.contains(old)) {
      throw new IllegalArgumentException(claims);
    }
    return parts[0] + "." + encode(claims.replace(old, changed)) + "." + parts[2];
  }

  /** Signed by HMAC with the provider's public key as the secret. */
  public static String confused(String token, byte[] publicKey) throws Exception {
    Map<String, Object> header = new TreeMap<>(Json.map(decode(token.split("\\.")[0])));
    header.put("alg", "HS256");
    String signed = encode(Json.text(header)) + "." + token.split("\\.")[1];
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(publicKey, "HmacSHA256"));
    return signed + "." + base64(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
  }

  /** With the id of another key. */
  public static String withKeyId(String token, String keyId) {
    Map<String, Object> header = new TreeMap<>(Json.map(decode(token.split("\\.")[0])));
    header.put("kid", keyId);
    return encode(Json.text(header)) + token.substring(token.indexOf('.'));
  }

  /** The claims of a token, unverified. */
  public static Map<String, Object> claims(String token) {
    return Json.map(decode(token.split("\\.")[1]));
  }

  private static String decode(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  private static String encode(String json) {
    return base64(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
