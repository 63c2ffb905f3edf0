/**
 * The work-list: comments out as a workbook that experts fill in without the service, and back in
 * by a three-way merge. Nothing is overwritten that its writer has not seen.
 */
package vn.sogopy.interchange.worklist;
