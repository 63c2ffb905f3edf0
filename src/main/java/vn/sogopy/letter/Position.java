package vn.sogopy.letter;

/** What a reply says of the draft as a whole; DOMAIN.md section 4. */
public enum Position {
  AGREES,
  AGREES_WITH_COMMENTS,
  COMMENTS,
  DISAGREES
}
