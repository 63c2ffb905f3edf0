package vn.sogopy.register.render;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import vn.sogopy.platform.text.Markup;
import vn.sogopy.register.Annex;
import vn.sogopy.register.PageHeadings;
import vn.sogopy.register.Register;
import vn.sogopy.register.RegisterFormat;
import vn.sogopy.register.RegisterRenderer;
import vn.sogopy.register.Seal;
import vn.sogopy.register.Topics;

/** One self-contained page, with anchors to link to. */
@ApplicationScoped
public class HtmlRenderer implements RegisterRenderer {
  @Override
  public RegisterFormat format() {
    return RegisterFormat.HTML;
  }

  @Override
  public void write(Register register, Seal seal, OutputStream out) throws IOException {
    Markup html = Markup.page(out, register.title(), HtmlStyle.CSS);
    contents(html, register);
    if (register.report() != null) {
      new HtmlReport(html, register, seal).write();
    }
    for (Annex annex : PageHeadings.annexes(register)) {
      new HtmlAnnex(html, register, annex).write(seal);
    }
    html.element("p", PageHeadings.last(register, seal), "class", "last");
    html.end();
  }

  private static void contents(Markup html, Register register) throws IOException {
    html.open("nav", "aria-label", "Mục lục").open("ul");
    if (register.report() != null) {
      entry(html, HtmlReport.ANCHOR, PageHeadings.REPORT);
      html.close();
    }
    for (Annex annex : PageHeadings.annexes(register)) {
      entry(
          html,
          HtmlAnnex.anchor(annex),
          register.document().number(annex) + ". " + annex.title(register));
      if (annex == Annex.COMMENTS) {
        html.open("ul");
        if (register.topics() == null) {
          byAgency(html, register);
        } else {
          byTopic(html, register);
        }
        html.close();
      }
      html.close();
    }
    html.close().close();
  }

  private static void byAgency(Markup html, Register register) throws IOException {
    for (Register.Group group : register.groups()) {
      entry(html, AnnexLines.anchor(group), group.index() + ". " + group.title());
      html.open("ul");
      for (Register.Body body : group.bodies()) {
        entry(html, AnnexLines.anchor(body), body.number() + ". " + body.name());
        html.close();
      }
      html.close().close();
    }
  }

  private static void byTopic(Markup html, Register register) throws IOException {
    for (Topics.Topic topic : register.topics()) {
      Register.Row first = topic.rows().get(0).voices().get(0).row();
      entry(html, AnnexLines.anchor(first), topic.heading());
      html.close();
    }
  }

  /** Leaves the entry open. */
  private static void entry(Markup html, String anchor, String text) throws IOException {
    html.open("li").element("a", text, "href", "#" + anchor);
  }
}
