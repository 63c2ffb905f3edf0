// Twenty answers by keys and twenty by the work-list, with their figures; conflicts of a work-list; an answer returned.
import assert from 'node:assert/strict';
import { DRAFT, Person, text } from './desk-person.mjs';
import { focused, otherPoint, pointShown } from './desk-weeks.mjs';
import { Worklist } from './office-files.mjs';
import { TABLE } from './whole-intake.mjs';

const ANSWERS = 20;
const LIST = `${DRAFT}/y-kien?organization=${encodeURIComponent(TABLE.body)}&open=true`;
const WORDS = ['Ghi nhận ý kiến, sẽ rà soát khi hoàn thiện dự thảo.', 'Ghi nhận, đã chuyển đơn vị tư vấn nghiên cứu.',
  'Ghi nhận; nội dung thuộc kế hoạch thực hiện quy hoạch.', 'Ghi nhận và bổ sung vào danh mục cần rà soát.'];
const told = (written, unchanged) => new RegExp(`(ghi|cập nhật) ${written}, không đổi ${unchanged}, không (ghi|nhận) 0`);
const words = n => WORDS[n % WORDS.length];

/** Keys of the Telex way of typing: a mark or a tone is one key more. */
const telex = typed => [...typed.normalize('NFD').replace(/đ/gi, 'dd')].length;

/** Answers by keys alone. Prints the keys and seconds. */
async function byKeys(me) {
  const { page } = me;
  const { keyboard } = page;
  const keys = { steering: 0, text: 0 };
  const press = key => { keys.steering += key.split('+').length; return keyboard.press(key); };
  await me.open(LIST);
  const before = await me.listed();
  const start = Date.now();
  await press('j');
  await me.sees(page.locator('#diem'), 'the first point after J');
  await press('Enter');
  for (let n = 0; n < ANSWERS; n++) {
    const point = await pointShown(page);
    assert.equal(await focused(page), 'ket_qua', `answer ${n + 1} can be typed at once`);
    await keyboard.type('Ghi');
    keys.steering += 'Ghi'.length;
    await press('Tab');
    await keyboard.type(words(n));
    keys.text += telex(words(n));
    await press('Control+Enter');
    await otherPoint(page, point, `Ctrl+Enter leads from ${point} to the next point`);
    await me.sees(page.getByText('Đã ghi.'), `that answer ${n + 1} was written`);
  }
  const seconds = (Date.now() - start) / 1000;
  await me.open(LIST);
  assert.equal(await me.listed(), before - ANSWERS, `${ANSWERS} points fewer are open`);
  console.log(`  ${ANSWERS} answers by keys: ${keys.steering} keys to steer and ${keys.text} for the texts (Telex), `
    + `no mouse, ${seconds.toFixed(1)} s by script`);
}

/**
 * The same by a work-list. Its keys in Excel are counted from the place of the columns: of each row the result (its first
 * letter, which Excel completes) and Tab, the text, Tab to "Đã xong", x, and Enter, which leads back to the result of the
 * next row; the first result in full. The steps around it: the link, the download, opening the file, "Enable editing", the
 * first cell, saving, closing, choosing the file (2), and "Ghi vào sổ".
 */
async function byWorklist(me) {
  const { page } = me;
  await me.open(LIST);
  const listed = await me.listed();
  const start = Date.now();
  await page.getByRole('link', { name: 'Trả lời bằng Excel' }).click();
  const list = new Worklist(await me.download(page.getByRole('link', { name: 'Tải danh sách (Excel)' })));
  assert.equal(list.rows.length, listed, 'the work-list has the filtered points');
  const headings = [...list.columns.keys()];
  const tabs = headings.indexOf('Đã xong') - headings.indexOf('Nội dung trả lời');
  const done = { cells: 0, steering: 'Ghi nhận'.length - 1, text: 0, steps: 10 };
  for (let n = 0; n < ANSWERS; n++) {
    done.cells += list.fill(list.rows[n], { 'Kết quả': 'Ghi nhận', 'Nội dung trả lời': words(n), 'Đã xong': 'x' });
    done.steering += 'g'.length + 1 + tabs + 'x'.length + 1;
    done.text += telex(words(n));
  }
  const file = list.file('danh-sach.xlsx');
  await page.getByLabel('Tệp Excel đã điền').setInputFiles(file);
  await me.press('Xem trước, chưa ghi');
  await me.sees(page.getByText(told(ANSWERS, listed - ANSWERS)), 'what would be written');
  await me.look('excel-xem-truoc');
  await page.goBack();
  await page.getByLabel('Tệp Excel đã điền').setInputFiles(file);
  await me.press('Ghi vào sổ');
  await me.sees(page.getByText(told(ANSWERS, listed - ANSWERS)), 'that the answers were written');
  const seconds = (Date.now() - start) / 1000;
  console.log(`  ${ANSWERS} answers by the work-list: ${done.cells} cells typed, ${done.steering} keys to steer and ${done.text} for the texts `
    + `(Telex), ${done.steps} steps outside the cells, ${seconds.toFixed(1)} s by script with a preview`);
}

/** Two answers change at the desk while a list is filled in: one stays, the other is taken from the list. */
async function conflicts(me) {
  const { page } = me;
  await me.open(LIST);
  await page.getByRole('link', { name: 'Trả lời bằng Excel' }).click();
  const list = new Worklist(await me.download(page.getByRole('link', { name: 'Tải danh sách (Excel)' })));
  const [kept, taken] = list.rows.slice(-2);
  for (const row of [kept, taken]) {
    list.fill(row, { 'Kết quả': 'Ghi nhận', 'Nội dung trả lời': 'Lời trong tệp.', 'Đã xong': 'x' });
    await me.point(row['Mã ý kiến']);
    await me.answer('Giải trình, giữ nguyên dự thảo', 'Lời trong sổ.');
  }
  await me.open(LIST.replace('/y-kien?', '/y-kien/excel?'));
  await page.getByLabel('Tệp Excel đã điền').setInputFiles(list.file('danh-sach.xlsx'));
  await me.press('Ghi vào sổ');
  await me.sees(page.getByRole('heading', { name: 'Xung đột' }), 'the two conflicts');
  await me.look('excel-xung-dot');
  const side = (row, name) => page.getByRole('group', { name: new RegExp(`^Mã ${row['Mã ý kiến']} `) }).getByLabel(name);
  await side(kept, 'Giữ bản trong sổ').check();
  await side(taken, 'Lấy bản trong tệp').check();
  await me.press('Ghi các lựa chọn');
  await me.sees(page.getByText(told(1, 1)), 'that both are decided');
  for (const [row, expected] of [[kept, 'Lời trong sổ.'], [taken, 'Lời trong tệp.']]) {
    await me.point(row['Mã ý kiến']);
    assert.equal(await page.getByLabel('Nội dung tiếp thu, giải trình').inputValue(), expected, `point ${row['Mã ý kiến']} has the chosen words`);
  }
}

export async function expertWeek(code) {
  const me = await Person.enter('expert', code);
  await byKeys(me);
  await byWorklist(me);
  await conflicts(me);
  await me.leave();
}

/** The entry of this point in "Duyệt", on whichever page it is. */
async function toApprove(me, number) {
  await me.tab('Duyệt');
  const item = me.page.locator('#danh-sach > li').filter({ has: me.page.getByRole('heading', { name: new RegExp(`^Mã tiếp nhận ${number}\\b`) }) });
  while (!await item.count()) await me.page.getByRole('link', { name: 'Trang sau' }).click();
  return item;
}

/** A point from its letter to the reaction: answered, returned with a reason, answered again, approved, contradicted. */
export async function onePoint(codes) {
  const submitter = await Person.enter('submitter', codes('submitter'));
  const letter = `${Date.now() % 100000}/SGTVT-KH`;
  await submitter.open(`${DRAFT}/gop-y/gui`);
  await submitter.page.getByLabel('Số, ký hiệu').fill(letter);
  await submitter.page.getByLabel('Ngày văn bản').fill('2021-09-12');
  await submitter.page.getByLabel('Nội dung góp ý').first().fill(`Đề nghị nâng cấp đường tỉnh 257 (văn bản ${letter}).`);
  await submitter.press('Gửi');
  const number = (await text(submitter.page.locator('.receipt'))).match(/\d+/)[0];

  const expert = await Person.enter('expert', codes('expert'));
  await expert.point(number);
  await expert.answer('Giải trình, giữ nguyên dự thảo', 'Chưa cân đối được vốn.');

  const coordinator = await Person.enter('coordinator', codes('coordinator'));
  const reason = `Nêu rõ nguồn vốn và giai đoạn (mã ${number}).`;
  await coordinator.open(`${DRAFT}/hom-nay`);
  const returned = await coordinator.figure('đề nghị hoàn thiện lại');
  const item = await toApprove(coordinator, number);
  await item.getByText(/^Trả lại .* để hoàn thiện$/).click();
  await item.getByLabel('Lý do trả lại').fill(reason);
  await item.getByRole('button', { name: 'Trả lại', exact: true }).click();
  await item.waitFor({ state: 'detached' });
  await coordinator.tab('Hôm nay');
  assert.equal(await coordinator.figure('đề nghị hoàn thiện lại'), returned + 1, 'one more answer is returned');

  await expert.open(`${DRAFT}/y-kien?status=RETURNED`);
  await expert.page.locator('[data-item]').filter({ hasText: `Mã ${number}` }).click();
  await expert.sees(expert.page.getByText(reason), 'why the answer was returned');
  await expert.look('y-kien-tra-lai');
  await expert.answer('Giải trình, giữ nguyên dự thảo', 'Vốn giai đoạn 2026-2030, Nghị quyết số 12.');

  await (await toApprove(coordinator, number)).getByLabel('Chọn để duyệt').check();
  await coordinator.press('Duyệt các ý kiến đã chọn');
  await coordinator.sees(coordinator.page.getByText('Đã duyệt 01 ý kiến.'), 'that the answer was approved');

  await submitter.tab('Góp ý của cơ quan');
  await submitter.page.getByRole('link', { name: `Mã tiếp nhận ${number}`, exact: true }).click();
  await submitter.sees(submitter.page.getByText('Nghị quyết số 12.'), 'the approved answer');
  const objection = 'Đường đã xuống cấp, đề nghị làm trước năm 2026.';
  const reaction = submitter.page.getByRole('group', { name: 'Phản hồi kết quả xử lý' });
  await reaction.getByLabel('Bảo lưu ý kiến').check();
  await submitter.press('Gửi phản hồi');
  await submitter.sees(submitter.page.locator('.error'), 'that a reason is missing');
  await submitter.look('phan-hoi-thieu', { refused: true });
  await submitter.page.goBack();
  await reaction.getByLabel('Bảo lưu ý kiến').check();
  await reaction.getByLabel(/^Lý do/).fill(objection);
  await submitter.press('Gửi phản hồi');
  await submitter.sees(submitter.page.getByRole('heading', { name: 'Phản hồi của cơ quan' }), 'the own reaction');
  await submitter.look('phan-hoi');

  await expert.point(number);
  await expert.sees(expert.page.getByText(objection), 'what the body says to the answer');
  for (const person of [submitter, expert, coordinator]) await person.leave();
}
