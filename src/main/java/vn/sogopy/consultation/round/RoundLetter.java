package vn.sogopy.consultation.round;

import java.time.LocalDate;
import java.util.UUID;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.Position;

/**
 * What a round needs to know of a letter.
 *
 * @param receivedOn in Vietnam; null = unknown
 * @param arrivedOn the day of arrival, else that of entry
 * @param position null = unknown
 * @param replacesId the earlier letter that this one replaces, or null
 */
public record RoundLetter(
    UUID id,
    String number,
    LocalDate date,
    LocalDate receivedOn,
    LocalDate arrivedOn,
    Position position,
    Channel channel,
    boolean withdrawn,
    UUID replacesId) {}
