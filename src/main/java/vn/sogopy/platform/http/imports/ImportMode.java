package vn.sogopy.platform.http.imports;

import java.util.Locale;

/**
 * The options of an import.
 *
 * @param partial accepts the valid rows although others are invalid; else all or nothing
 * @param dryRun only reports the result
 * @param verbose reports every row and not only the rejected ones
 */
public record ImportMode(boolean partial, boolean dryRun, boolean verbose, Locale locale) {}
