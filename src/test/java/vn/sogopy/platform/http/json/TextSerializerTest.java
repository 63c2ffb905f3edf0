package vn.sogopy.platform.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.sogopy.platform.http.json.JsonRules.TextSerializer;

class TextSerializerTest {
  private static final ObjectMapper PLAIN = mapper();
  private static final ObjectMapper OURS =
      mapper().registerModule(new SimpleModule().addSerializer(String.class, new TextSerializer()));

  private static ObjectMapper mapper() {
    return new ObjectMapper()
        .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8.mappedFeature());
  }

  /** Short and long texts with JSON escapes, Vietnamese and supplementary characters. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> sign =
        Arbitraries.oneOf(
            Arbitraries.of("\"", "\\", "\n", "\t", "\u0000", "\u001f", "\u007f", "/", "\u2028"),
            Arbitraries.of("ế", "Đ", "e\u0302\u0301", "😀", "\ud869\uded6", " ", "a", "7"),
            Arbitraries.of("Quy hoạch tỉnh Bắc Kạn thời kỳ 2021 - 2030, tầm nhìn đến năm 2050"));
    return sign.list().ofMaxSize(3_000).map(signs -> String.join("", signs));
  }

  @Property(tries = 300)
  void outputEqualsJackson(@ForAll("texts") String text) throws JsonProcessingException {
    List<String> value = List.of(text, "ngắn", text);
    assertThat(new String(OURS.writeValueAsBytes(value), StandardCharsets.UTF_8))
        .isEqualTo(PLAIN.writeValueAsString(value));
    assertThat(OURS.writeValueAsString(value)).isEqualTo(PLAIN.writeValueAsString(value));
  }
}
