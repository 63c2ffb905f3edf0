package vn.sogopy.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for 127.0.0.1 made for one test by the JDK's keytool. */
record SelfMadeCertificate(Path store) {
  static final String PASSWORD = "not-a-secret-of-anything";

  static SelfMadeCertificate in(Path folder) throws IOException, InterruptedException {
    Path store = folder.resolve("tls.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "tls",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes());
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool: " + said);
    }
    return new SelfMadeCertificate(store);
  }

  /** The settings that make the service use it. */
  Map<String, String> settings() {
    return Map.of(
        "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_FILE",
        store.toString(),
        "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_PASSWORD",
        PASSWORD);
  }

  /** Writes the certificate and its key as PEM files. */
  void writePem(Path certificate, Path key) throws IOException, GeneralSecurityException {
    KeyStore keys = load();
    writePem(certificate, "CERTIFICATE", keys.getCertificate("tls").getEncoded());
    writePem(key, "PRIVATE KEY", keys.getKey("tls", PASSWORD.toCharArray()).getEncoded());
  }

  private static void writePem(Path file, String label, byte[] content) throws IOException {
    String base64 = Base64.getMimeEncoder().encodeToString(content);
    Files.writeString(
        file, "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, base64));
  }

  private KeyStore load() throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(store)) {
      keys.load(file, PASSWORD.toCharArray());
    }
    return keys;
  }

  /** A context that trusts only this certificate. */
  SSLContext trusted() throws IOException, GeneralSecurityException {
    KeyStore keys = load();
    KeyStore trust = KeyStore.getInstance("PKCS12");
    trust.load(null, null);
    trust.setCertificateEntry("tls", keys.getCertificate("tls"));
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trust);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }
}
