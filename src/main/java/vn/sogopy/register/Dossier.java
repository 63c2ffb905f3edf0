package vn.sogopy.register;

import java.util.List;
import vn.sogopy.letter.attachment.AttachmentView;

/**
 * The content of the ZIP.
 *
 * @param register the whole one, which becomes both reports
 * @param files of its letters, as far as they may be shown
 */
public record Dossier(Register register, List<AttachmentView> files) {}
