package vn.sogopy.letter;

/** The way a reply came; DOMAIN.md section 5. */
public enum Channel {
  LETTER,
  EDOC,
  EMAIL,
  PORTAL,
  WORKSHOP,
  SURVEY,
  COUNCIL;

  /** Minutes of a meeting are no reply by letter; DOMAIN.md section 6. */
  public boolean isMeeting() {
    return this == WORKSHOP || this == COUNCIL;
  }
}
