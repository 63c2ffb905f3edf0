package vn.sogopy.register.render;

/** How the working pages look, on the screen and printed. */
final class PageStyle {
  static final String CSS =
      """
      body { font-family: "Times New Roman", serif; font-size: 14pt; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
      h1 { font-size: 17pt; } h2 { font-size: 15pt; margin-top: 2rem; }
      table { border-collapse: collapse; width: 100%; font-size: 12pt; margin-bottom: 1rem; }
      th, td { border: 1px solid #444; padding: .25rem .4rem; text-align: left; vertical-align: top; min-width: 3em;
        white-space: pre-wrap; overflow-wrap: anywhere; }
      th { background: #eee; } .mark { color: #c00000; font-weight: bold; }
      .good { color: #06602c; font-weight: bold; } .bad { color: #c00000; font-weight: bold; }
      @media print { body { margin: 0; max-width: none; } thead { display: table-header-group; } tr { break-inside: avoid; } }
      """;

  private PageStyle() {}
}
