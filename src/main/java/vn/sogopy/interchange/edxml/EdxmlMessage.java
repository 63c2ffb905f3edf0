package vn.sogopy.interchange.edxml;

import java.util.List;
import vn.sogopy.letter.attachment.IncomingFile;

/** A message as it was read: its header and its files, checked like every attached file. */
record EdxmlMessage(EdxmlHeader header, List<IncomingFile> files) {}
