package vn.sogopy.register.render;

/** The style of the page on a screen, and on A4 paper with landscape annexes. */
final class HtmlStyle {
  static final String CSS =
      """
      :root { color-scheme: light; }
      body { margin: 0 auto; padding: 1rem; max-width: 100rem; color: #111; background: #fff;
        font: 12pt/1.4 "Times New Roman", "Liberation Serif", serif; }
      h1, h2, h3, p { margin: 0 0 .5rem; white-space: pre-wrap; }
      h1, h2, h3 { font-size: 1em; text-align: center; overflow-wrap: anywhere; }
      a { color: #1f4e9e; }
      nav { margin-bottom: 2rem; padding: 1rem; border: 1px solid #bbb; background: #f7f7f7; }
      nav ul { margin: 0; padding-left: 1.5rem; }
      .mark { color: #c00000; font-weight: bold; text-align: center; }
      .note { font-style: italic; text-align: center; }
      .report { max-width: 46rem; margin: 0 auto 3rem; }
      .report p { text-align: justify; }
      .report .mark, .report .note { text-align: center; }
      .report .text { text-indent: 1.27cm; }
      .report .subject { margin-bottom: 1.5rem; font-weight: bold; text-align: center; }
      .report .addressee { margin-bottom: 1rem; text-align: center; }
      .halves { display: flex; gap: 1rem; justify-content: space-between; margin-bottom: 1.5rem; }
      .half { flex: 2; text-align: center; }
      .half + .half { flex: 3; }
      .half p { margin: 0; text-align: center; }
      .half .strong { font-weight: bold; }
      .copies { font-size: 11pt; text-align: left; }
      .copies p { text-align: left; }
      .signer { padding-top: 5rem; font-weight: bold; }
      table { width: 100%; margin: .5rem 0 2rem; border-collapse: collapse; table-layout: fixed; font-size: 11pt; line-height: 1.25; }
      th, td { padding: .2rem .3rem; border: 1px solid #444; vertical-align: top; text-align: left;
        white-space: pre-wrap; overflow-wrap: anywhere; }
      thead th { background: #d9e2f3; vertical-align: middle; text-align: center; }
      .annex thead th { position: sticky; top: 0; box-shadow: 0 1px 0 #444; }
      .c { text-align: center; }
      .group th { background: #e2efda; }
      .agency th { background: #f2f2f2; }
      .sum td { font-weight: bold; }
      [id] { scroll-margin-top: 4rem; }
      :target, :target > td { background: #fff2cc; }
      .last { font-style: italic; }
      @page { size: A4 portrait; margin: 20mm 15mm 20mm 30mm; @top-center { content: counter(page); } }
      @page :first { @top-center { content: none; } }
      @page lying { size: A4 landscape; margin: 20mm 15mm 20mm 30mm; }
      @media print {
        body { padding: 0; max-width: none; }
        nav { display: none; }
        a { color: inherit; text-decoration: none; }
        .report { max-width: none; margin: 0; }
        .annex { page: lying; break-before: page; counter-reset: page 1; }
        .annex:first-of-type { break-before: auto; }
        .report ~ .annex { break-before: page; }
        .annex thead th { position: static; }
        thead { display: table-header-group; }
        th, td { orphans: 3; widows: 3; }
        .group, .agency { break-inside: avoid; break-after: avoid; }
        .halves, h1, h2, h3 { break-inside: avoid; break-after: avoid; }
        table { margin-bottom: .5rem; }
        :target, :target > td { background: none; }
      }
      """;

  private HtmlStyle() {}
}
