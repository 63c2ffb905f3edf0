// Files as offices make them: a letter in Word, a table, and what somebody fills into a workbook.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const escaped = text => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);
const plain = xml => xml.replace(/<[^>]+>/g, '')
  .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)))
  .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
  .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');

function packed(main, type, parts) {
  const types = Object.entries({ [main]: `${type}.main+xml`, ...parts.types })
    .map(([part, kind]) => `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${kind}"/>`).join('');
  const all = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="${main}"/></Relationships>`,
    ...parts.files,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(all).map(([name, xml]) => [name, strToU8(xml)]))));
}

/** A file for an input of a page. */
const file = (name, type, buffer) => ({ name, mimeType: `application/vnd.openxmlformats-officedocument.${type}`, buffer });

export function wordLetter(name, paragraphs) {
  const body = paragraphs.map(text => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`).join('');
  return file(name, 'wordprocessingml.document', packed('word/document.xml', 'wordprocessingml.document', {
    files: { 'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>` },
  }));
}

export function table(name, rows) {
  const cells = row => row.map(text => `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`).join('');
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return file(name, 'spreadsheetml.sheet', packed('xl/workbook.xml', 'spreadsheetml.sheet', {
    types: { 'xl/worksheets/sheet1.xml': 'spreadsheetml.worksheet+xml' },
    files: {
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${OFFICE}"><sheets><sheet name="Bảng" sheetId="1" r:id="r1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows.map(row => `<row>${cells(row)}</row>`).join('')}</sheetData></worksheet>`,
    },
  }));
}

/** The words of a Word file. */
export const wordsOf = bytes => plain(strFromU8(unzipSync(bytes)['word/document.xml']).replaceAll('</w:p>', '\n'));

/** The sheet of the comments of a work-list, filled in as by hand. */
export class Worklist {
  static SHEET = 'xl/worksheets/sheet2.xml';

  constructor(bytes) {
    this.parts = unzipSync(bytes);
    this.xml = strFromU8(this.parts[Worklist.SHEET]);
    const shared = [...strFromU8(this.parts['xl/sharedStrings.xml']).matchAll(/<si>(.*?)<\/si>/gs)].map(one => plain(one[1]));
    const cells = [...this.xml.matchAll(/<c r="([A-Z]+)(\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, column, row, kind, content]) => {
      const text = plain(content ?? '');
      return { column, row: Number(row), text: kind.includes('t="s"') ? shared[Number(text)] : text };
    });
    this.columns = new Map(cells.filter(cell => cell.row === 1).map(cell => [cell.text, cell.column]));
    this.headings = new Map([...this.columns].map(([heading, column]) => [column, heading]));
    this.rows = [];
    cells.filter(cell => cell.row > 1).forEach(cell => {
      const row = this.rows[cell.row - 2] ??= { row: cell.row };
      row[this.headings.get(cell.column)] = cell.text;
    });
  }

  /** @return the number of cells that were typed into */
  fill(row, texts) {
    for (const [heading, text] of Object.entries(texts)) {
      const at = this.columns.get(heading) + row.row;
      const cell = new RegExp(`<c r="${at}"([^>]*?)(?:/>|>.*?</c>)`, 's');
      if (!cell.test(this.xml)) throw new Error(`the work-list has no cell ${at}`);
      this.xml = this.xml.replace(cell, (_, kind) => `<c r="${at}"${kind.replace(/ t="\w+"/, '')} t="inlineStr"><is><t>${escaped(text)}</t></is></c>`);
    }
    return Object.keys(texts).length;
  }

  file(name) {
    return file(name, 'spreadsheetml.sheet', Buffer.from(zipSync({ ...this.parts, [Worklist.SHEET]: strToU8(this.xml) })));
  }
}
