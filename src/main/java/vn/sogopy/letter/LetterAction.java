package vn.sogopy.letter;

/** What the history of a letter records. */
public enum LetterAction {
  RECEIVED,
  CORRECTED,
  REPLACED,
  WITHDRAWN,
  ATTACHED
}
