package vn.sogopy.letter;

/** Actions in the history of a letter. */
public enum LetterAction {
  RECEIVED,
  CORRECTED,
  REPLACED,
  WITHDRAWN,
  ATTACHED
}
