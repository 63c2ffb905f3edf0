package vn.sogopy.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The fields of a draft that can change. */
public record DraftPatch(
    @NotNull @Size(min = 1, max = 300) String title,
    @NotNull
        @Schema(
            description =
                "CONSULTATION lấy ý kiến; APPRAISAL Hội đồng thẩm định: thành viên là cơ quan được lấy ý kiến, ý kiến tại Hội đồng (COUNCIL) là trả lời"
                    + " · APPRAISAL: the members of the council are the consultees, and COUNCIL is a reply")
        DraftKind kind,
    @NotNull @Schema(description = "OPEN mở, CLOSED kết thúc lấy ý kiến · opens, closes")
        DraftStatus status,
    @Schema(nullable = true) LocalDate openedOn,
    @Schema(nullable = true) LocalDate dueOn,
    @Schema(nullable = true) LocalDate answerDueOn,
    @Schema(
            nullable = true,
            description = "Ngày dự kiến chốt số liệu; null = chưa định · the seal's planned day")
        LocalDate sealPlannedFor,
    @Size(min = 1, max = 500)
        @Schema(
            nullable = true,
            description =
                "Phần sau \"Tổng hợp, tiếp thu, giải trình\" trong tên báo cáo; null = theo loại, lần dự thảo và tên quy hoạch"
                    + " · what the report is about; null = by kind, draft and plan",
            examples = "ý kiến của Hội đồng thẩm định Quy hoạch tỉnh Bắc Kạn")
        String reportSubject,
    @Size(min = 1, max = 300)
        @Schema(
            nullable = true,
            description =
                "Kính gửi của báo cáo; null = Hội đồng thẩm định nếu là APPRAISAL, nếu không thì theo quy hoạch"
                    + " · whom the report is for; null = by kind, else as the plan")
        String addressee,
    @Valid
        @Schema(
            nullable = true,
            description =
                "Đăng tải lấy ý kiến rộng rãi: ở đâu, từ ngày, đến ngày · published where, from, to")
        Publication publication,
    @Schema(
            nullable = true,
            description = "Kết thúc dù còn ý kiến chưa xử lý · close in spite of open comments")
        Boolean force) {}
