// What a coordinator takes in, in full: a Word letter, a letter twice, a table with errors, a body that is silent.
import assert from 'node:assert/strict';
import { DRAFT, Person, text } from './desk-person.mjs';
import { table, wordLetter, wordsOf } from './office-files.mjs';

/** The body whose points the expert answers afterwards, and their number. */
export const TABLE = { body: 'Sở Nội vụ', points: 45 };

const points = page => page.locator('#truong ol.list > li');
const filed = page => page.getByRole('link', { name: 'Xem các ý kiến của văn bản này' });

/** Writes the letter in the form; a second time if its warnings ask for it. */
async function writeAll(me) {
  const { page } = me;
  await me.press('Ghi tất cả');
  await filed(page).or(page.getByText('bấm “Ghi tất cả” lần nữa')).first().waitFor();
  if (!await filed(page).isVisible()) await me.press('Ghi tất cả');
  await me.sees(filed(page), 'that the letter was filed');
}

/** The points of a Word letter are corrected, joined, dropped and placed. The same letter is not filed twice. */
export async function wordLetterOf(code) {
  const me = await Person.enter('coordinator', code);
  const { page } = me;
  const number = `${Date.now() % 100000}/STP`;
  await me.open(`${DRAFT}/nhap`);
  await page.locator('#file').setInputFiles(wordLetter('gop-y.docx', ['UBND TỈNH BẮC KẠN', 'SỞ TƯ PHÁP', `Số: ${number}`,
    'V/v tham gia ý kiến dự thảo Quy hoạch tỉnh', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Bắc Kạn, ngày 10 tháng 9 năm 2021',
    'Kính gửi: Sở Kế hoạch và Đầu tư', 'Sau khi nghiên cứu, Sở Tư pháp có ý kiến như sau:',
    '1. Tại trang 45, mục V.1: đề nghị bổ sung tuyến đường tỉnh ĐT.258B.', '2. Đề nghị rà soát căn cứ pháp lý của dự thảo.',
    '3. Căn cứ đã được thay bằng văn bản mới.', '4. Đề nghị gửi lại hồ sơ khi hoàn thiện.',
    'Trên đây là ý kiến của Sở Tư pháp./.']));
  await me.press('Đọc tệp');
  await me.sees(page.getByRole('heading', { name: 'Lời văn bản' }), 'the text of the letter');
  assert.equal(await page.getByLabel('Số, ký hiệu').inputValue(), number, 'the number is read');
  assert.equal(await page.getByLabel('Cơ quan gửi (bắt buộc)').inputValue(), 'Sở Tư pháp', 'the sender is read');
  assert.equal(await page.getByLabel('Ngày văn bản').inputValue(), '2021-09-10', 'the date is read');
  assert.equal(await points(page).nth(0).getByLabel('Trang').inputValue(), '45', 'the page of the first point is read');
  const corrected = `Đề nghị bổ sung tuyến ĐT.258B vào quy hoạch (${number}).`;
  await points(page).nth(0).getByLabel('Nội dung góp ý').fill(corrected);
  await points(page).nth(1).getByLabel('Mục của dự thảo').selectOption('V.1');
  await points(page).nth(2).getByLabel('Nối vào ý trước').check();
  await points(page).nth(3).getByLabel('Bỏ, không phải ý kiến').check();
  await me.look('nhap-word-da-sua');
  await writeAll(me);
  await me.sees(page.getByText(`số ${number} ngày 10/9/2021 của Sở Tư pháp, 2 ý kiến`), 'that the letter has two points');
  await filed(page).click();
  await me.sees(page.getByRole('heading', { name: 'Danh sách: 2 ý kiến' }), 'the two points');
  await page.locator('[data-item]').filter({ has: page.locator('xpath=..').getByText('V.1') }).first().waitFor();
  await me.sees(page.getByText(corrected), 'the corrected words');
  await page.locator('.list > li').filter({ hasText: 'rà soát căn cứ pháp lý' }).getByRole('link').click();
  const words = await text(page.locator('.point blockquote.words'));
  assert.ok(words.includes('Đề nghị rà soát') && words.includes('thay bằng văn bản mới'), `the third point is joined to the second: ${words}`);
  assert.equal(await page.getByText('gửi lại hồ sơ').count(), 0, 'the fourth point is dropped');

  await me.open(`${DRAFT}/nhap`);
  await page.getByLabel('Cơ quan gửi (bắt buộc)').fill('Sở Tư pháp');
  await page.getByLabel('Số, ký hiệu').fill(number);
  await page.getByLabel('Ngày văn bản').fill('2021-09-10');
  await page.getByLabel('Nội dung góp ý').first().fill('Nội dung đã gõ.');
  await me.press('Ghi tất cả');
  await me.sees(page.getByText('Văn bản này đã có.'), 'that the letter is on file');
  assert.equal(await page.getByLabel('Nội dung góp ý').first().inputValue(), 'Nội dung đã gõ.', 'the typed text is kept');
  await me.look('nhap-trung', { refused: true });
  await page.getByRole('link', { name: 'Xem văn bản đã có' }).click();
  await me.sees(page.getByRole('heading', { name: 'Danh sách: 2 ý kiến' }), 'the points of the letter on file');
  await me.leave();
}

/** Errors of a table are shown first; the corrected table is taken over. */
export async function tableOf(code) {
  const me = await Person.enter('coordinator', code);
  const { page } = me;
  const number = `${Date.now() % 100000}/SNV`;
  const rows = Array.from({ length: TABLE.points }, (_, n) =>
    [TABLE.body, number, '10/9/2021', n % 3 ? 'V.1' : '', `Ý kiến thứ ${n + 1} trong bảng của ${TABLE.body}, văn bản số ${number}.`]);
  const head = ['Cơ quan góp ý', 'Số văn bản', 'Ngày văn bản', 'Mục', 'Nội dung góp ý'];
  const wrong = [['Sở Không Có', ...rows[0].slice(1)], rows[1].with(2, '32/13/2021'), ...rows.slice(2)];
  const take = `Nhận ${TABLE.points} ý kiến mới`;
  const list = `${DRAFT}/y-kien?organization=${encodeURIComponent(TABLE.body)}&open=true`;
  await me.open(list);
  const before = await me.listed();
  await me.open(`${DRAFT}/nhap`);
  await page.locator('#file').setInputFiles(table('bang.xlsx', [head, ...wrong]));
  await me.press('Đọc tệp');
  await me.sees(page.getByRole('button', { name: `Nhận ${TABLE.points - 2} ý kiến mới, bỏ 2 dòng lỗi` }), 'that two rows are wrong');
  await me.sees(page.getByRole('cell', { name: /Sở Không Có/ }), 'the body that is not known');
  await me.sees(page.getByRole('cell', { name: /32\/13\/2021/ }), 'the date that does not exist');
  assert.equal(await page.getByRole('button', { name: take, exact: true }).count(), 0, 'wrong rows are not taken over with the others');
  await me.look('nhap-bang-xlsx');
  await page.locator('#file').setInputFiles(table('bang.xlsx', [head, ...rows]));
  await me.press('Đọc tệp');
  await page.getByRole('button', { name: take, exact: true }).click();
  await me.sees(page.getByText(`Đã nhận ${TABLE.points} ý kiến mới`), 'that the rows were taken over');
  await me.open(list);
  assert.equal(await me.listed(), before + TABLE.points, 'the new points are listed');
  await me.leave();
}

/** A silent body is called, gets more time, and is named in the reminder. */
export async function silentBody(code) {
  const me = await Person.enter('coordinator', code);
  const { page } = me;
  const note = `Đã gọi điện, hẹn gửi văn bản (${Date.now()}).`;
  await me.open(`${DRAFT}/co-quan?loc=qua-han&ten=tài chính`);
  await page.getByRole('link', { name: 'Sở Tài chính', exact: true }).click();
  await page.getByLabel('Nội dung', { exact: true }).fill(note);
  await me.press('Ghi liên hệ');
  await me.sees(page.getByText(note), 'the call in the log');
  const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const printed = day.split('-').reverse().map(part => `0?${Number(part)}`).join('/');
  await page.getByLabel('Hạn riêng').fill(day);
  await page.locator('#ly_do_han').fill('Đang chờ ý kiến của các phòng.');
  await me.press('Ghi hạn trả lời');
  await me.sees(page.getByText('(hạn riêng)'), 'the own due day');
  await page.getByRole('link', { name: 'Về danh sách cơ quan' }).click();
  assert.equal(new URL(page.url()).searchParams.get('loc'), 'qua-han', 'the filter of the list is kept');
  assert.equal(await page.getByRole('link', { name: 'Sở Tài chính', exact: true }).count(), 0, 'the body is overdue no more');
  const paper = wordsOf(await me.download(page.getByRole('link', { name: /^Công văn đề nghị, đôn đốc/ })));
  assert.match(paper, /Kính gửi: Các cơ quan/, 'the reminder is a letter');
  assert.match(paper, new RegExp(`\nSở Tài chính\n[^\n]*\n${printed}\n`), 'the reminder names the body with its own due day');
  await me.leave();
}
