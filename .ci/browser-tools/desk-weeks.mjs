// Short weeks of the people of the sample, each with the forms of the desk.
import assert from 'node:assert/strict';
import { DRAFT, Person, text } from './desk-person.mjs';

const ENDS_WITHIN_MS = 5_000;
const openPoints = `${DRAFT}/y-kien?open=true`;
export const pointShown = page => text(page.locator('#diem'));
export const focused = page => page.evaluate(() => document.activeElement.id);

export async function otherPoint(page, point, what) {
  await page.waitForFunction(shown => !document.querySelector('#diem')?.textContent.includes(shown), point)
    .catch(() => assert.fail(what));
  await page.waitForLoadState();
}

/** Three answers without the mouse; a text that is not written survives a reload. */
export async function expert(code) {
  const me = await Person.enter('expert', code);
  const { page } = me;
  const { keyboard } = page;
  await me.open(`${DRAFT}/hom-nay`);
  const waiting = await me.figure('câu trả lời đang chờ duyệt');
  await me.open(openPoints);
  await keyboard.press('j');
  await me.sees(page.locator('#diem'), 'the first point after J');
  for (const n of [1, 2, 3]) {
    const point = await pointShown(page);
    await keyboard.press('Enter');
    assert.equal(await focused(page), 'ket_qua', 'Enter leads to the answer');
    await keyboard.type('Ghi');
    await keyboard.press('Tab');
    await keyboard.type(`Ghi nhận, trả lời ${n} bằng bàn phím.`);
    await keyboard.press('Control+Enter');
    await otherPoint(page, point, `Ctrl+Enter leads from ${point} to the next point`);
    await me.sees(page.getByText('Đã ghi.'), `that answer ${n} was written`);
    assert.equal(await focused(page), 'ket_qua', 'the next answer can be typed at once');
    await keyboard.press('Escape');
  }
  const last = await pointShown(page);
  await keyboard.press('j');
  await otherPoint(page, last, 'J leads to the next point');
  await keyboard.press('k');
  await page.locator('#diem').filter({ hasText: last }).waitFor();

  const answer = page.getByLabel('Nội dung tiếp thu, giải trình');
  await page.getByLabel('Kết quả', { exact: true }).selectOption('EXPLAINED');
  await answer.fill('Đang gõ dở, chưa ghi.');
  await page.reload();
  assert.equal(await answer.inputValue(), 'Đang gõ dở, chưa ghi.', 'the text that was being typed is there after a reload');
  await me.sees(page.getByText('được lấy lại'), 'that the text was restored');
  await keyboard.press('Escape');
  await keyboard.press('/');
  assert.equal(await focused(page), 'q', '/ leads to the search');
  await me.tab('Hôm nay');
  assert.equal(await me.figure('câu trả lời đang chờ duyệt'), waiting + 3, 'the three answers wait for approval');
  await me.signOut();
  assert.equal(await page.evaluate(() => sessionStorage.length), 0, 'nothing that was typed stays after signing out');
  await me.leave();
}

/** A letter with a point is filed, answered, approved; the figures of "Hôm nay" follow. */
export async function coordinator(code) {
  const me = await Person.enter('coordinator', code);
  const { page } = me;
  const words = `Ý kiến nhập tại bàn làm việc lúc ${Date.now()}.`;
  await me.open(`${DRAFT}/hom-nay`);
  const received = await me.figure('mới tiếp nhận');
  const waiting = await me.figure('chờ duyệt');

  await me.tab('Nhập văn bản');
  await page.getByLabel('Cơ quan gửi (bắt buộc)').fill('Sở Xây dựng');
  await page.getByLabel('Số, ký hiệu').fill(`${Date.now() % 100000}/SXD`);
  await page.getByLabel('Ngày văn bản').fill('2021-09-10');
  await page.getByLabel('Nội dung góp ý').first().fill(words);
  await page.getByRole('button', { name: 'Ghi tất cả' }).click();
  const filed = page.getByRole('link', { name: 'Xem các ý kiến của văn bản này' });
  await filed.or(page.getByText('bấm “Ghi tất cả” lần nữa')).first().waitFor();
  if (!await filed.isVisible()) await page.getByRole('button', { name: 'Ghi tất cả' }).click();
  await me.sees(filed, 'that the letter was filed');
  await me.tab('Hôm nay');
  assert.equal(await me.figure('mới tiếp nhận'), received + 1, 'the new point is counted');

  await me.tab('Ý kiến');
  await page.getByLabel('Có từ').fill(words);
  await page.getByRole('button', { name: 'Lọc', exact: true }).click();
  await page.locator('[data-item]').first().click();
  await page.getByLabel('Kết quả', { exact: true }).selectOption('NOTED');
  await page.getByLabel('Nội dung tiếp thu, giải trình').fill('Ghi nhận ý kiến.');
  await page.getByRole('button', { name: 'Ghi trả lời' }).click();
  await me.sees(page.getByText('Đã ghi.'), 'that the answer was written');
  assert.equal(await page.getByLabel('Có từ').inputValue(), words, 'the filter is kept after the answer');
  await me.tab('Hôm nay');
  assert.equal(await me.figure('mới tiếp nhận'), received, 'the answered point is new no more');
  assert.equal(await me.figure('chờ duyệt'), waiting + 1, 'the answer waits for approval');

  await me.tab('Duyệt');
  const item = page.getByRole('listitem').filter({ hasText: words });
  while (!await item.count()) await page.getByRole('link', { name: 'Trang sau' }).click();
  await item.getByLabel('Chọn để duyệt').check();
  await page.getByRole('button', { name: 'Duyệt các ý kiến đã chọn' }).first().click();
  await me.sees(page.getByText('Đã duyệt 01 ý kiến.'), 'that one answer was approved');
  assert.equal(await item.count(), 0, 'the approved answer left the list');
  await me.tab('Hôm nay');
  assert.equal(await me.figure('chờ duyệt'), waiting, 'the approved answer waits no more');
  await me.leave();
}

/** The figures are sealed with a second look at what is open; number and date, too, are looked at twice. */
export async function submission(code) {
  const me = await Person.enter('coordinator', code);
  const { page } = me;
  await me.open(`${DRAFT}/trinh`);
  await page.getByRole('link', { name: 'Chốt số liệu…' }).click();
  for (const box of await page.getByLabel(/Chốt cả khi/).all()) await box.check();
  await page.getByRole('button', { name: /^Chốt số liệu lần/ }).click();
  await me.sees(me.heading(/^Bản chốt số liệu lần/), 'the edition');
  await me.look('ban-chot');
  await page.getByLabel('Số báo cáo').fill('126');
  await page.getByLabel('Ngày báo cáo').fill(new Date().toISOString().slice(0, 10));
  await page.getByRole('button', { name: 'Xem lại trước khi ghi' }).click();
  await me.sees(me.heading('Xem lại số, ngày báo cáo'), 'number and date once more');
  await me.look('ban-chot-xem-lai');
  await page.getByRole('button', { name: /hi số, ngày$/ }).click();
  await me.sees(page.getByText('Số 126,'), 'the number of the report');
  await me.look('ban-chot-da-ghi');
  await me.leave();
}

/** A letter is sent; its receipt names a number, with which the point is found again. */
export async function submitter(code) {
  const me = await Person.enter('submitter', code);
  const { page } = me;
  const number = `${Date.now() % 100000}/SGTVT-KH`;
  await me.open(`${DRAFT}/gop-y`);
  await page.getByRole('link', { name: 'Gửi văn bản góp ý' }).click();
  await page.getByLabel('Số, ký hiệu').fill(number);
  await page.getByLabel('Ngày văn bản').fill('2021-09-10');
  await page.getByLabel('Ý kiến trả lời').selectOption({ label: 'Có ý kiến góp ý' });
  await page.getByLabel('Nội dung góp ý').first().fill('Đề nghị bổ sung bến xe khách tại trung tâm huyện.');
  await page.getByRole('button', { name: 'Thêm ý kiến' }).click();
  await page.getByLabel('Nội dung góp ý').nth(1).fill('Đề nghị rà soát quy mô đường tỉnh 254.');
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  await me.sees(me.heading('Phiếu tiếp nhận'), 'the receipt');
  const receipt = await text(page.locator('.receipt'));
  const numbers = receipt.match(/\d+/g);
  assert.ok(receipt.startsWith('Mã tiếp nhận') && numbers, `the receipt names its numbers: ${receipt}`);
  await me.sees(page.getByText(`Số ${number}`), 'the number of the letter on the receipt');
  await me.look('phieu-tiep-nhan');
  await me.tab('Góp ý của cơ quan');
  await page.getByRole('link', { name: `Mã tiếp nhận ${numbers[0]}`, exact: true }).click();
  await me.sees(page.getByText('Chưa có kết quả được duyệt.'), 'what became of the point');
  await me.leave();
}

/** A new person gets a code and signs in; when the code is stopped the session ends. */
export async function admin(code) {
  const me = await Person.enter('admin', code);
  const { page } = me;
  const name = `Chuyên viên thử ${Date.now()}`;
  await me.open('/quan-tri/tai-khoan/moi');
  await page.getByLabel('Họ tên, chức danh').fill(name);
  await page.getByLabel('Vai trò').selectOption({ label: 'Đơn vị tư vấn' });
  await page.getByRole('button', { name: 'Cấp mã' }).click();
  await me.sees(me.heading('Đã cấp mã truy cập'), 'the new code');
  await me.look('tai-khoan-cap');
  const other = await Person.enter('newcomer', await page.getByLabel('Mã truy cập').inputValue());
  await other.open(`${DRAFT}/hom-nay`);
  await other.sees(other.heading('Hôm nay'), 'the screen of the role');

  await page.getByRole('link', { name: 'Đã chép mã, về danh sách' }).click();
  await page.getByRole('link', { name: `Dừng mã của ${name}` }).click();
  await page.getByRole('button', { name: 'Dừng mã' }).click();
  const stopped = Date.now();
  await me.sees(page.getByText('Đã dừng mã truy cập.'), 'that the code was stopped');
  while (!new URL(other.page.url()).pathname.startsWith('/dang-nhap')) {
    assert.ok(Date.now() - stopped < ENDS_WITHIN_MS, 'the session of a stopped code ends within 5 s');
    await other.page.reload();
  }
  await other.leave();
  await me.leave();
}

/** Without any script: sign in, filter, answer, sign out. */
export async function withoutScript(code) {
  const me = await Person.enter('without-script', code, { javaScriptEnabled: false });
  const { page } = me;
  await me.open(openPoints.replace('?open=true', ''));
  await page.getByLabel('Chỉ ý kiến chưa trả lời xong').check();
  await page.getByRole('button', { name: 'Lọc', exact: true }).click();
  assert.equal(new URL(page.url()).searchParams.get('open'), 'true', 'the filter stands in the address');
  await page.locator('[data-item]').first().click();
  await page.getByLabel('Kết quả', { exact: true }).selectOption('NOTED');
  await page.getByLabel('Nội dung tiếp thu, giải trình').fill('Ghi nhận, trả lời không cần kịch bản.');
  await page.getByRole('button', { name: 'Ghi trả lời' }).click();
  await me.sees(page.getByText('Đã ghi.'), 'that the answer was written');
  assert.equal(new URL(page.url()).searchParams.get('open'), 'true', 'the filter is kept after the answer');
  await me.signOut();
  await me.open(openPoints);
  await me.sees(me.heading('Đăng nhập'), 'the sign-in in place of a page');
  await me.leave();
}
