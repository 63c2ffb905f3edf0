/**
 * The work-list: an export of comments as a workbook that experts fill in offline, and its import
 * by a three-way merge. An import never overwrites a change that its sender has not seen.
 */
package vn.sogopy.interchange.worklist;
