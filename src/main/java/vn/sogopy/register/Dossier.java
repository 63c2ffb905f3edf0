package vn.sogopy.register;

import java.util.List;
import vn.sogopy.letter.AttachmentView;

/**
 * What goes into the ZIP, read from one snapshot.
 *
 * @param files those of the letters that the reader may see
 */
public record Dossier(Register summary, Register response, List<AttachmentView> files) {}
