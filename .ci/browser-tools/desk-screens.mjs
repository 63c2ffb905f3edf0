// Every screen of the desk that a link leads to, and those that only an error or a key shows.
import assert from 'node:assert/strict';
import { DRAFT, Person, faults } from './desk-person.mjs';

/** Pages of the same kind have the same shape: ids, numbers and codes differ. */
const shape = path => path
  .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
  .replace(/^\/so\/[^/]+\/\d+/, '')
  .replace(/\/\d+(?=\/|$)/g, '/n')
  .replace(/\/co-quan\/(?!dua-vao|moi|bang)[^/]+/, '/co-quan/ma')
  .replace(/^(\/quan-tri\/(?:muc-luc|cau-mau))\/.+/, '$1/quy-hoach')
  .replace(/^\/$/, '/dau')
  .slice(1).replaceAll('/', '-');

/** Follows the links from this page and from the home; of pages of the same shape it looks at the first. */
async function linked(person) {
  const seen = new Set();
  const waiting = [new URL(person.page.url()), new URL(Person.base)];
  while (waiting.length) {
    const at = waiting.shift();
    const screen = shape(at.pathname) + (at.searchParams.has('y') ? '-chon' : '');
    if (seen.has(screen)) continue;
    seen.add(screen);
    const { page } = person;
    const answer = await page.goto(at.href);
    if (!answer.ok()) faults.push(`${person.name}: a link leads to ${at.href}, which answers ${answer.status()}`);
    await person.look(screen, { refused: !answer.ok() });
    const links = await page.locator('a[href]:not([download])').evaluateAll(all => all.map(one => one.href));
    for (const link of links.map(one => new URL(one))) {
      if (link.origin === at.origin && !link.pathname.startsWith('/api/') && !link.pathname.includes('/tep/')) waiting.push(link);
    }
  }
  return seen;
}

/** A letter of a body that is not known, in the style of src/test/resources/edxml/vendor-c.xml. */
const MESSAGE = `<EdXMLEnvelope xmlns="http://www.go.vn/eDoc"><MessageHeader>
  <From><OrganId>H99.1</OrganId><OrganName>Cơ quan lạ</OrganName></From>
  <To><OrganId>H03.98</OrganId><OrganName>Sở Kế hoạch và Đầu tư</OrganName></To>
  <Code><CodeNumber>7</CodeNumber><CodeNotation>7/CQL</CodeNotation></Code>
  <PromulgationInfo><PromulgationDate>2021-09-05T17:00:00.000Z</PromulgationDate></PromulgationInfo>
  <Subject>Góp ý dự thảo Quy hoạch tỉnh. (Minh họa.)</Subject>
</MessageHeader><Manifest/></EdXMLEnvelope>`;

/** The draft that is open for comments. */
async function openDraft(person) {
  await person.open('/');
  await person.page.getByRole('listitem').filter({ hasText: 'Đang lấy ý kiến' }).getByRole('link').first().click();
}

const at = async (person, tab) => {
  await openDraft(person);
  await person.tab(tab);
};

const STATES = {
  async expert(person) {
    const { page } = person;
    await at(person, 'Ý kiến');
    await page.getByRole('button', { name: 'Phím tắt' }).click();
    await person.sees(page.getByRole('heading', { name: 'Phím tắt' }), 'the keys');
    await person.look('y-kien-phim-tat');
    await page.getByRole('button', { name: 'Đóng' }).click();
    await page.getByLabel('Có từ').fill('khôngcóởđâucả');
    await page.keyboard.press('Enter');
    await person.sees(page.getByText('Không có ý kiến nào theo điều kiện lọc.'), 'that nothing was found');
    await person.look('y-kien-trong');

    await at(person, 'Ý kiến');
    await page.getByLabel('Chỉ ý kiến chưa trả lời xong').check();
    await page.getByRole('button', { name: 'Lọc', exact: true }).click();
    await page.locator('[data-item]').first().click();
    await page.getByLabel('Kết quả', { exact: true }).selectOption('NOTED');
    await page.getByLabel('Nội dung tiếp thu, giải trình').fill('Nội dung đã gõ.');
    await page.locator('form.answer [name=_phien]').evaluate(field => { field.value = '0'; });
    await page.getByRole('button', { name: 'Ghi trả lời' }).click();
    await person.sees(page.locator('#loi'), 'why the answer was not written');
    assert.equal(await page.getByLabel('Nội dung tiếp thu, giải trình').inputValue(), 'Nội dung đã gõ.', 'a refused answer keeps its text');
    await person.look('y-kien-tu-choi', { refused: true });
  },

  async coordinator(person) {
    const { page } = person;
    await at(person, 'Nhập văn bản');
    await page.getByRole('button', { name: 'Ghi tất cả' }).click();
    await person.sees(page.getByText('Chưa ghi. Xem lại:'), 'what is missing in the letter');
    await person.look('nhap-thieu', { refused: true });

    await at(person, 'Nhập văn bản');
    const table = 'Số văn bản,Nội dung góp ý,Cơ quan\n1/A,Ý kiến trong bảng,Cơ quan không có\n';
    await page.locator('#file').setInputFiles({ name: 'bang.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await page.getByRole('button', { name: 'Đọc tệp' }).click();
    await person.sees(page.getByRole('heading', { name: 'Bảng ý kiến' }), 'the rows of the table');
    await person.look('nhap-bang', { refused: true });

    await at(person, 'Cơ quan');
    const paper = await page.getByRole('link', { name: /^Công văn xin ý kiến/ }).first().getAttribute('href');
    const letter = await page.request.get(Person.base + paper);
    await at(person, 'Nhập văn bản');
    await page.locator('#file').setInputFiles({ name: 'cong-van.docx', mimeType: letter.headers()['content-type'], buffer: await letter.body() });
    await page.getByRole('button', { name: 'Đọc tệp' }).click();
    await person.sees(page.getByRole('heading', { name: 'Lời văn bản' }), 'the text of the Word letter');
    await person.look('nhap-word');

    await at(person, 'Nhập văn bản');
    await page.locator('#file').setInputFiles({ name: 'thong-diep.xml', mimeType: 'application/xml', buffer: Buffer.from(MESSAGE) });
    await page.getByRole('button', { name: 'Đọc tệp' }).click();
    await person.sees(page.getByRole('heading', { name: 'Thông điệp edXML' }), 'what the edXML message holds');
    await person.look('nhap-edxml');
    await page.getByRole('button', { name: 'Ghi thông điệp' }).click();
    await page.getByRole('link', { name: 'Xem các văn bản chờ vào sổ' }).click();
    await person.sees(page.getByText('Cơ quan lạ').first(), 'the letter that waits for its body');
    await person.look('nhap-cho-xu-ly-co');

    await at(person, 'Cơ quan');
    await page.getByLabel('Tên cơ quan').fill('khôngcóởđâucả');
    await page.getByRole('button', { name: 'Lọc', exact: true }).click();
    await person.sees(page.getByText('Không có cơ quan nào theo bộ lọc này.'), 'that no body was found');
    await person.look('co-quan-trong');

    await at(person, 'Cơ quan');
    await page.locator('tbody th a').first().click();
    await page.locator('#ly_do_han').fill('Lý do đã gõ.');
    await page.locator('form[action$="/han"] [name=_phien]').evaluate(field => { field.value = '999'; });
    await page.getByRole('button', { name: 'Ghi hạn trả lời' }).click();
    await person.sees(page.locator('#loi'), 'why the due day was not written');
    assert.equal(await page.locator('[name=ly_do]').first().inputValue(), 'Lý do đã gõ.', 'a failed form keeps its texts');
    await person.look('loi-gui-lai', { refused: true });

    await at(person, 'Cơ quan');
    await page.getByRole('link', { name: 'Đưa cơ quan vào danh sách' }).click();
    await page.getByLabel('Tên hoặc mã cơ quan, mỗi dòng một cơ quan').fill('Sở Không Có');
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await person.sees(page.getByText('Không tìm thấy cơ quan'), 'that the body is not known');
    await person.look('dua-vao-xem', { refused: true });

    await at(person, 'Duyệt');
    await page.getByRole('button', { name: 'Duyệt các ý kiến đã chọn' }).first().click();
    await person.sees(page.getByText('Chưa chọn ý kiến nào để duyệt.'), 'that nothing was ticked');
    await person.look('duyet-chua-chon');
  },

  async submitter(person) {
    const { page } = person;
    await at(person, 'Góp ý của cơ quan');
    await page.getByRole('link', { name: 'Gửi văn bản góp ý' }).click();
    await page.getByLabel('Số, ký hiệu').fill('1/SGTVT');
    await page.getByLabel('Ngày văn bản').fill('2990-01-01');
    await page.getByLabel('Nội dung góp ý').first().fill('Nội dung đã gõ.');
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    await person.sees(page.locator('#loi'), 'why the letter was not sent');
    assert.equal(await page.getByLabel('Nội dung góp ý').first().inputValue(), 'Nội dung đã gõ.', 'a refused letter keeps its texts');
    await person.look('gop-y-gui-tu-choi', { refused: true });
  },

  async leader(person) {
    await at(person, 'Tình hình');
    const printed = (await person.page.pdf({ format: 'A4' })).toString('latin1');
    assert.match(printed, /\/Type \/Pages\s\/Count 1\s/, 'the page of the leaders is printed on one page');
  },

  async admin(person) {
    const { page } = person;
    await person.open('/quan-tri/tai-khoan/moi');
    await page.getByLabel('Họ tên, chức danh').fill('Người mới');
    await page.getByLabel('Vai trò').selectOption({ label: 'Cơ quan góp ý' });
    await page.getByRole('button', { name: 'Cấp mã' }).click();
    await person.sees(page.getByText('Chưa ghi được'), 'what is missing for a code');
    await person.look('tai-khoan-thieu', { refused: true });
  },
};

/** What each person sees: the linked screens, an address that does not exist, one of another role, and the own states. */
export async function screens(name, code) {
  const person = await Person.enter(name, code);
  if (name !== 'admin') await openDraft(person);
  const seen = await linked(person);
  await person.open('/so/khong-co/1/hom-nay');
  await person.look('loi-khong-co', { refused: true });
  await person.open(name === 'admin' ? `${DRAFT}/gop-y` : '/quan-tri/du-lieu-mau');
  await person.look('loi-khong-duoc', { refused: true });
  await STATES[name](person);
  await person.leave();
  return seen.size;
}

export async function signInScreens() {
  const nobody = await Person.enter('nobody');
  const { page } = nobody;
  await nobody.open('/');
  await nobody.sees(nobody.heading('Đăng nhập'), 'the sign-in');
  await nobody.look('dang-nhap');
  await page.getByLabel('Mã truy cập').fill('sai');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await nobody.sees(page.getByText('Mã truy cập không đúng hoặc đã dừng.'), 'that the code is wrong');
  await nobody.look('dang-nhap-sai', { refused: true });
  await nobody.leave();
}

/** The pictures of docs/images: who sees what. */
const GUIDE = {
  'hom-nay': ['coordinator', '/hom-nay'],
  duyet: ['coordinator', '/duyet'],
  trinh: ['coordinator', '/trinh'],
  'y-kien': ['expert', '/y-kien?open=true'],
  'tinh-hinh': ['leader', '/lanh-dao'],
  'gop-y': ['submitter', '/gop-y'],
};

export async function guide(codes) {
  for (const [name, [who, path]] of Object.entries(GUIDE)) {
    const person = await Person.enter(who, codes(who), { viewport: { width: 1120, height: 760 } });
    await person.open(DRAFT + path);
    if (name === 'y-kien') {
      await person.page.locator('[data-item]').first().click();
      await person.sees(person.page.locator('#diem'), 'a point');
    }
    await person.page.screenshot({ path: `${Person.pictures}/huong-dan-${name}.png` });
    await person.leave();
  }
}
