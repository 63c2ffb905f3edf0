package vn.sogopy.letter;

/** The way a reply came; DOMAIN.md section 5. */
public enum Channel {
  LETTER,
  EDOC,
  EMAIL,
  PORTAL,
  WORKSHOP,
  SURVEY,
  COUNCIL
}
