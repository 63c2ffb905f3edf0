package vn.sogopy.interchange.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a work-list says of itself.
 *
 * @param plan title of the plan
 * @param title title of the draft
 * @param by who asked for it
 * @param coordinator whether it has the columns of the decisions
 * @param filters which comments were asked for, in Vietnamese; empty = all
 * @param comments in this list
 * @param open of all comments of the draft, those without a final answer
 * @param total all comments of the draft that count
 * @param dueOn the answers are due; null = no date was set
 * @param sections "V.1 Giao thông" of the outline that answers name, in its order
 * @param phrases the office's stock phrases, the most used first
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
