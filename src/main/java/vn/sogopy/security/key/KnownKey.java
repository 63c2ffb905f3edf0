package vn.sogopy.security.key;

import java.time.LocalDate;
import java.util.UUID;
import vn.sogopy.security.Caller;

/**
 * A key that is good now.
 *
 * @param expiresOn its last day; null = none
 */
record KnownKey(UUID id, Caller caller, LocalDate expiresOn) {}
