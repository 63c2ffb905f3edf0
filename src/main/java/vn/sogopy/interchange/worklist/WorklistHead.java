package vn.sogopy.interchange.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The general data of a work-list.
 *
 * @param plan title of the plan
 * @param title of the draft
 * @param by name of the caller
 * @param coordinator whether it has the columns of the decisions
 * @param filters in Vietnamese; empty = all comments
 * @param comments number of comments in this list
 * @param open number of comments of the draft without a final answer
 * @param total number of comments of the draft that are counted
 * @param dueOn due date of the answers; null = none
 * @param sections of the outline that answers refer to, as "V.1 Giao thông", in its order
 * @param phrases the stock phrases, most used first
 */
record WorklistHead(
    String plan,
    int draft,
    String title,
    Instant at,
    String by,
    boolean coordinator,
    List<String> filters,
    int comments,
    int open,
    int total,
    LocalDate dueOn,
    List<String> sections,
    List<String> phrases) {}
