package vn.sogopy.register.archive;

import static vn.sogopy.security.Role.Names.COORDINATOR;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.http.download.FileExchange;
import vn.sogopy.platform.http.limit.HeavyGuards;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.TemporaryFile;
import vn.sogopy.platform.table.CsvWriter;
import vn.sogopy.security.CurrentCaller;

/** Handing a whole plan over to the archive. */
@Path("/api/v1/plans/{plan}/archive")
@Tag(name = "plans")
public class ArchiveResource {
  static final String INDEX = "Mục lục hồ sơ.csv";

  @Inject ArchiveReader reader;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject FileExchange files;
  @Inject HeavyGuards streams;
  @Inject RoutingContext context;

  @GET
  @RolesAllowed(COORDINATOR)
  @Operation(
      operationId = "exportArchive",
      summary = "Hồ sơ nộp lưu của cả quy hoạch · The whole plan for the archive",
      description =
          "Một tệp ZIP: tệp của mọi văn bản góp ý, biên bản, bản chốt số liệu, bản đã ký; lịch sử (CSV); Mục lục hồ sơ.csv;"
              + " manifest-sha256.txt có SHA-256 của mọi tệp. Gồm cả ý kiến hạn chế tiếp cận."
              + " Tệp được gửi trong khi lập: không có dung lượng, không tải tiếp được; nếu kết nối ngắt giữa chừng thì phải tải lại từ đầu."
              + " · One ZIP: the files of all letters, minutes, editions, signed copies; the histories as CSV; the index; a manifest with the"
              + " SHA-256 of every entry. It includes restricted comments. It is sent while it is made: no length, no ranges; after a"
              + " broken connection it must be requested again.")
  @APIResponse(responseCode = "200", content = @Content(mediaType = MediaTypes.ZIP))
  public Response get(@PathParam("plan") String plan) {
    if (!caller.get().seesRestricted()) {
      // No link for days is made for the archive. This is the last guard.
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
    UUID id = draft.planId();
    streams.hold(context);
    ArchiveReader.Contents contents = reader.read(id, files::spool);
    return files.stream(
        "Hồ sơ nộp lưu - " + plan + ".zip", MediaTypes.ZIP, out -> write(contents, out));
  }

  private static void write(ArchiveReader.Contents contents, OutputStream out) throws IOException {
    ArchiveFile archive = new ArchiveFile(out);
    for (Map.Entry<String, TemporaryFile> history : contents.histories().entrySet()) {
      archive.add(history.getKey(), copy -> Files.copy(history.getValue().path(), copy));
    }
    archive.add(INDEX, index -> index(contents.documents(), index));
    for (ArchiveDocument document : contents.documents()) {
      if (document.path() != null) {
        archive.add(document.path(), document.content());
      }
    }
    archive.end();
  }

  private static void index(List<ArchiveDocument> documents, OutputStream out) throws IOException {
    CsvWriter csv = new CsvWriter(out);
    csv.row(ArchiveDocument.HEADINGS);
    for (int i = 0; i < documents.size(); i++) {
      csv.row(documents.get(i).cells(i + 1));
    }
    csv.flush();
  }
}
