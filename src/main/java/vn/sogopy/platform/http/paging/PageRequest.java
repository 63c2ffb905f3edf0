package vn.sogopy.platform.http.paging;

/**
 * The parameters of a page.
 *
 * @param question identifies the list and its filters
 * @param cursor null = the first page
 * @param count whether to count all rows
 */
public record PageRequest(String question, int limit, String cursor, boolean count) {}
