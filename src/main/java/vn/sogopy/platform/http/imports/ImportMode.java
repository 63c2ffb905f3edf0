package vn.sogopy.platform.http.imports;

import java.util.Locale;

/**
 * How an import is to be done.
 *
 * @param partial takes the good rows though others are bad; else all or nothing
 * @param dryRun only tells what would happen
 * @param verbose tells of every row, not of the rejected alone
 */
public record ImportMode(boolean partial, boolean dryRun, boolean verbose, Locale locale) {}
