package vn.sogopy.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Pages of comments. */
final class Reads {
  private static final int PAGE = 50;
  private static final int FAR = 1_000;
  private static final int QUESTIONS = 32;
  private static final int LONGEST_PAGE = 200;

  private final Setting in;

  Reads(Setting in) {
    this.in = in;
  }

  /** Open items of each subtree of the outline. */
  List<Call> pages() {
    return in.data()
        .gets(
            Generator.parts().stream()
                .map(part -> comments() + "&open=true&status=RECEIVED&section=" + part)
                .toList());
  }

  /** The first page of all comments of the draft, as often as there are far ones. */
  List<Call> first() {
    return in.data().gets(List.of(comments()));
  }

  /** Pages from the 1,000th on, or the last ones of a draft that has fewer. */
  List<Call> far() {
    List<String> cursors = new ArrayList<>();
    String cursor = null;
    String key = in.data().consultants().get(0);
    int wanted = FAR * PAGE / LONGEST_PAGE;
    for (int i = 0; i < wanted + Generator.parts().size(); i++) {
      JsonNode page =
          in.api()
              .get(
                  in.data().large()
                      + "/comments?limit="
                      + LONGEST_PAGE
                      + (cursor == null ? "" : "&cursor=" + cursor),
                  key);
      if (page.get("next").isNull()) {
        break;
      }
      cursor = page.get("next").asText();
      cursors.add(cursor);
    }
    List<String> last =
        cursors.subList(Math.max(0, cursors.size() - Generator.parts().size()), cursors.size());
    return in.data().gets(last.stream().map(one -> comments() + "&cursor=" + one).toList());
  }

  List<Call> searches() {
    Generator generator = new Generator(1);
    return in.data()
        .gets(
            Stream.generate(generator::question)
                .limit(QUESTIONS)
                .map(q -> comments() + "&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8))
                .toList());
  }

  private String comments() {
    return in.data().large() + "/comments?limit=" + PAGE;
  }

  private Triples besideTheSame(List<Call> calls, int connections) throws Exception {
    List<String> same = in.capture().scripts(calls);
    in.warm(calls, connections);
    return in.triples(calls, same, connections);
  }

  List<Line> page() throws Exception {
    Triples found = besideTheSame(pages(), 16);
    return List.of(
        Line.ratio(found, "GET open items, page of 50", Goal.atLeast(0.28, 0.4)),
        Line.p99(found, "GET open items p99", null));
  }

  /** Its limit is the first page of the same list. */
  List<Line> deep() throws Exception {
    List<Call> far = far();
    List<Call> first = first();
    Wrk wrk = new Wrk(in.service(), in.folder());
    in.warm(far, 16);
    Triples found =
        Triples.run(
            in.options().rounds(),
            () -> wrk.run(first, 16, in.options().seconds()),
            () -> wrk.run(far, 16, in.options().seconds()));
    return List.of(Line.ratio(found, "GET page 1,000 by cursor ÷ page 1", Goal.atLeast(0.8, 0.95)));
  }

  List<Line> search() throws Exception {
    Triples found = besideTheSame(searches(), 4);
    return List.of(
        Line.alone(
            "search p99, two words, 4 connections",
            Stats.of(found.services.stream().map(Load::p99).toList()),
            "ms",
            Goal.atMost(100, 50)),
        Line.p99(found, "search p99 ÷ the SQL alone", Goal.atMost(1.5, 1.5)));
  }
}
