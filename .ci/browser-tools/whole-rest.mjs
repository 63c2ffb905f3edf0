// Two editions with a signed copy; a merger; a form of an ended session; the week of a leader.
import assert from 'node:assert/strict';
import { DRAFT, Person, text } from './desk-person.mjs';

async function seal(me) {
  const { page } = me;
  await me.open(`${DRAFT}/trinh/chot`);
  for (const box of await page.getByLabel(/Chốt cả khi/).all()) await box.check();
  await page.getByRole('button', { name: /^Chốt số liệu lần/ }).click();
  await me.sees(me.heading(/^Bản chốt số liệu lần/), 'the edition');
  return (await text(page.locator('h1'))).match(/\d+/)[0];
}

/** An answer is approved between two editions: the difference shows it. The signed copy is verified by file and by code. */
export async function editions(code) {
  const me = await Person.enter('coordinator', code);
  const { page } = me;
  const before = await seal(me);
  await me.tab('Duyệt');
  const item = page.locator('#danh-sach > li').first();
  const body = (await text(item.getByRole('heading', { level: 2 }))).split(': ')[1];
  await item.getByLabel('Chọn để duyệt').check();
  await me.press('Duyệt các ý kiến đã chọn');
  await me.sees(page.getByText('Đã duyệt 01 ý kiến.'), 'that one answer was approved');
  const after = await seal(me);
  const edition = page.url();
  const verification = await text(page.locator('dt:text-is("Mã tra cứu") + dd'));

  await me.tab('Trình');
  await page.getByLabel('Bản trước').selectOption(before);
  await page.getByLabel('Bản sau').selectOption(after);
  await me.press('So sánh');
  await me.sees(me.heading(`Thay đổi từ bản chốt số liệu lần ${before} đến lần ${after}`), 'the difference');
  await me.sees(page.getByRole('heading', { name: 'Ý kiến có thay đổi (1)' }), 'one changed point');
  await me.sees(page.getByRole('row').filter({ hasText: body }), 'the point that was approved');
  await me.look('so-sanh');

  await me.open(new URL(edition).pathname);
  await page.getByLabel('Số báo cáo').fill('127');
  await page.getByLabel('Ngày báo cáo').fill(new Date().toISOString().slice(0, 10));
  await me.press('Xem lại trước khi ghi');
  await page.getByRole('button', { name: /hi số, ngày$/ }).click();
  await me.sees(page.getByText('Số 127,'), 'the number of the report');
  const copy = { name: 'bao-cao-127.pdf', mimeType: 'application/pdf', buffer: await page.pdf({ format: 'A4' }) };
  await page.getByLabel('Bản đã ký (PDF)').setInputFiles(copy);
  await me.press('Lưu bản đã ký');
  assert.deepEqual(await me.download(page.getByRole('link', { name: copy.name })), copy.buffer, 'the signed copy is kept byte by byte');

  const ofEdition = page.getByText(new RegExp(`bản chốt số liệu lần ${after}, dự thảo lần 2`));
  await me.open(`${DRAFT}/trinh/tra-cuu`);
  await page.getByLabel('Tệp cần kiểm tra').setInputFiles(copy);
  await me.press('Tra tệp');
  await me.sees(ofEdition, 'which edition the file belongs to');
  await me.sees(page.getByText('Bản đã ký', { exact: true }), 'that it is the signed copy');
  await me.look('tra-cuu-tep');
  await page.getByLabel('Tệp cần kiểm tra').setInputFiles({ ...copy, buffer: Buffer.concat([copy.buffer, Buffer.from(' ')]) });
  await me.press('Tra tệp');
  await me.sees(page.getByText('hoặc đã bị sửa'), 'that a changed file belongs to no edition');
  await page.getByLabel('Mã tra cứu in ở cuối báo cáo').fill(verification.toLowerCase());
  await me.press('Tra mã');
  await me.sees(ofEdition, 'which edition the code belongs to');
  await me.look('tra-cuu-ma');
  await me.leave();
}

/** A body ends; its successor is named where letters are filed, and takes over its place in the consultation. */
export async function merger(codes) {
  const coordinator = await Person.enter('coordinator', codes('coordinator'));
  await coordinator.open(`${DRAFT}/co-quan?loc=im-lang`);
  const link = coordinator.page.locator('tbody th a').filter({ hasText: /^Sở (?!Tài chính|hợp nhất)/ }).first();
  const old = await text(link);
  const address = await link.getAttribute('href');
  const id = address.match(/co-quan\/([^?]+)/)[1];
  const heir = `Sở hợp nhất ${Date.now()}`;

  const me = await Person.enter('admin', codes('admin'));
  const { page } = me;
  await me.open('/quan-tri/co-quan-moi');
  await page.getByLabel('Tên đầy đủ hiện nay').fill(heir);
  await page.getByLabel('Nhóm', { exact: true }).selectOption({ label: 'Sở, ban, ngành và cơ quan Trung ương trên địa bàn' });
  await me.press('Thêm cơ quan');
  await me.sees(page.getByText('Đã ghi.'), 'that the body was added');
  await me.open(`/quan-tri/co-quan/${id}/ket-thuc`);
  await page.getByLabel('Kết thúc hoạt động từ ngày').fill('2025-07-01');
  await page.getByLabel('Cơ quan kế thừa').fill('Sở Vô Danh');
  await page.getByLabel('Căn cứ').fill('Nghị quyết số 202/2025/QH15');
  await me.press('Xem lại');
  await me.sees(page.getByText(/Không tìm thấy cơ quan/), 'that the successor is not known');
  await me.look('ket-thuc-sai', { refused: true });
  await page.getByLabel('Cơ quan kế thừa').fill(heir);
  await me.press('Xem lại');
  await me.sees(me.heading('Xem lại trước khi ghi'), 'the end once more');
  await me.look('ket-thuc-xem-lai');
  await me.press('Ghi kết thúc hoạt động');
  await me.open(`/quan-tri/co-quan?tim=${encodeURIComponent(old)}`);
  await me.sees(page.getByRole('cell', { name: `Kết thúc hoạt động từ ngày 01/7/2025; nay là ${heir}` }), 'what the body is now');

  await coordinator.open(`${DRAFT}/nhap`);
  assert.match(await text(coordinator.page.locator(`#ten-co-quan option[value="${old}"]`)), new RegExp(heir), 'the completion names the successor');
  await coordinator.open(address);
  await coordinator.look('co-quan-ban-giao');
  await coordinator.page.locator('#ly_do_ban_giao').fill('Sắp xếp tổ chức bộ máy');
  await coordinator.press('Bàn giao');
  await coordinator.sees(coordinator.page.getByText('Đã ghi.'), 'that the place was handed over');
  await coordinator.open(`${DRAFT}/co-quan?ten=${encodeURIComponent(heir)}`);
  await coordinator.sees(coordinator.page.getByRole('row').filter({ hasText: heir }).getByText(/Chưa có văn bản trả lời|Quá hạn chưa trả lời/), 'the successor among the silent');
  await coordinator.open(`${DRAFT}/co-quan?ten=${encodeURIComponent(old)}`);
  await coordinator.sees(coordinator.page.getByText('Không có cơ quan nào theo bộ lọc này.'), 'that the old body is asked no more');
  for (const person of [me, coordinator]) await person.leave();
}

/** The session ends in another tab while an answer is typed: the sign-in carries it, and it is sent again. */
export async function endedSession(code, script) {
  const name = script ? 'ended' : 'ended-without-script';
  const me = await Person.enter(name, code, { javaScriptEnabled: script });
  const { page } = me;
  const words = `Gõ dở khi hết phiên ${Date.now()}.\nDòng thứ hai.`;
  const look = screen => script ? me.look(screen, { refused: true }) : me.expectRefusal();
  await me.open(`${DRAFT}/y-kien?open=true`);
  await page.locator('[data-item]').last().click();
  await page.getByLabel('Kết quả', { exact: true }).selectOption({ label: 'Ghi nhận' });
  await page.getByLabel('Nội dung tiếp thu, giải trình').fill(words);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: 'Đăng xuất' }).click();
  await other.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
  await other.close();
  await me.press('Ghi trả lời');
  await me.sees(page.getByText('Nội dung bạn vừa nhập được giữ lại.'), 'that the text is kept');
  await look('het-phien');
  await page.getByLabel('Mã truy cập').fill('sai');
  await me.press('Đăng nhập');
  await me.sees(page.getByText('Mã truy cập không đúng hoặc đã dừng.'), 'that the code is wrong');
  await look('het-phien-sai-ma');
  await page.getByLabel('Mã truy cập').fill(code);
  await me.press('Đăng nhập');
  await me.sees(me.heading('Đã đăng nhập lại'), 'that the form can be sent again');
  assert.equal(await page.locator('textarea').inputValue(), words, 'the typed text is there');
  await look('gui-tiep');
  await me.press('Gửi tiếp');
  await me.sees(page.getByText('Đã ghi.'), 'that the answer was written');
  await me.leave();
}

/** The figures of the leaders agree with their lists; pictures have words; a leader changes nothing. */
export async function leader(code) {
  const me = await Person.enter('leader', code);
  const { page } = me;
  await me.open(`${DRAFT}/lanh-dao`);
  const silent = await me.figure('cơ quan chưa trả lời');
  await me.sees(page.getByRole('heading', { name: `Chưa trả lời (${silent})` }), 'as many silent bodies as counted');
  assert.equal(await page.locator('section:has(#chua-tra-loi) li').count(), silent, 'each silent body is named');
  const pictures = await page.getByRole('img').evaluateAll(all => all.map(one => one.getAttribute('aria-label') ?? one.textContent.trim()));
  assert.equal(pictures.length, 3, 'three pictures');
  pictures.forEach(words => assert.ok(words.length > 40, `a picture has words: ${words}`));
  const comments = await me.figure('ý kiến góp ý');
  await page.locator('.figures a').filter({ hasText: 'ý kiến góp ý' }).click();
  await me.sees(page.getByRole('heading', { name: `Danh sách: ${comments} ý kiến` }), 'as many points as counted');
  await page.locator('[data-item]').first().click();
  await me.sees(page.locator('#diem'), 'a point');
  assert.equal(await page.locator('main form[method=post]').count(), 0, 'no form that changes');
  await me.tab('Trình');
  assert.equal(await page.locator('main form[method=post]').count(), 0, 'no form that changes');
  const paper = await page.request.get(Person.base + await page.getByRole('link', { name: 'xem PDF', exact: true }).first().getAttribute('href'));
  assert.equal((await paper.body()).subarray(0, 5).toString(), '%PDF-', 'the paper opens');
  await me.leave();
}
