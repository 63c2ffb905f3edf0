package vn.sogopy.letter;

import java.time.LocalDate;

/** A letter as the office's book has it. */
public record LetterInput(
    String number,
    LocalDate date,
    String arrivalNumber,
    LocalDate receivedOn,
    Signer signer,
    Position position,
    Channel channel,
    String subject) {

  /** Who signed. */
  public record Signer(String fullName, String position) {}

  /** What a single comment tells of its letter; the position is not known from it. */
  public static LetterInput named(String number, LocalDate date, LocalDate receivedOn) {
    return new LetterInput(number, date, null, receivedOn, null, null, Channel.LETTER, null);
  }
}
