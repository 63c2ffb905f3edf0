package vn.sogopy.setup.start;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A database that lets in whoever says the user's name, behind a service that other machines reach.
 *
 * @param outside whether it listens on more than this machine
 * @param takesAnyPassword tries a wrong password; asked only where it matters
 */
record TrustedDatabase(boolean outside, BooleanSupplier takesAnyPassword) implements StartCheck {
  @Override
  public String name() {
    return "trusted-database";
  }

  @Override
  public Optional<String> refusal() {
    if (!outside || !takesAnyPassword.getAsBoolean()) {
      return Optional.empty();
    }
    return Optional.of(
        "The database takes any password (trust in pg_hba.conf) while the service listens for other machines. "
            + "Set scram-sha-256 there, or QUARKUS_HTTP_HOST=127.0.0.1, or, where it asks for something else than a password, SOGOPY_START_ALLOW=trusted-database.");
  }
}
