package vn.sogopy.security;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A key that is good now.
 *
 * @param expiresOn its last day; null = none
 */
record KnownKey(UUID id, Caller caller, LocalDate expiresOn) {}
