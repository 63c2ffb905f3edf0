package vn.sogopy.platform.http.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownloadTest {

  @ParameterizedTest
  @CsvSource({
    "Văn bản góp ý số 510.pdf, Van_ban_gop_y_so_510.pdf",
    "Đường tỉnh 258B.DOCX, Duong_tinh_258B.DOCX",
    "'a\"; x=\"b.pdf', a_x_b.pdf",
    "..pdf, file.pdf",
    "quy hoạch, quy_hoach",
    "漢字.xml, file.xml",
    "a.b.zip, a.b.zip",
  })
  void asciiNames(String name, String ascii) {
    assertThat(Download.ascii(name)).isEqualTo(ascii);
  }

  @Property
  void namesAreEscapedInTheHeader(@ForAll String name) {
    // Lone surrogates cannot be encoded; names never contain them.
    String encodable = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    String header = Download.disposition(encodable);
    assertThat(header)
        .matches("attachment; filename=\"[A-Za-z0-9._-]+\"; filename\\*=UTF-8''[A-Za-z0-9._%-]*");
    String encoded = header.substring(header.indexOf("UTF-8''") + 7);
    assertThat(URLDecoder.decode(encoded, StandardCharsets.UTF_8)).isEqualTo(encodable);
  }
}
