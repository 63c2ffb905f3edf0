package vn.sogopy.platform.http.paging;

/**
 * The page that is asked for.
 *
 * @param question distinguishes the list and its filters from all others
 * @param cursor null = the first page
 * @param count whether all rows are counted
 */
public record PageRequest(String question, int limit, String cursor, boolean count) {}
