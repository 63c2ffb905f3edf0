// A person at the desk in Debian's chromium: what a page must be, and what it must not do.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
const WIDE = 1280;
/** 1280 px at 200 %. */
const ZOOMED = 640;
const NARROW = 360;

/** What a browser and htmx say about an answer of 400 and above. */
const REFUSED = /the server responded with a status of 4\d\d|Response Status Error Code 4\d\d/;

export const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  // Date fields show the format of the language of the browser (chromium-l10n), not that of the page.
  env: { ...process.env, LANGUAGE: 'vi' },
  args: ['--lang=vi', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

/** What is wrong with the screens; each is looked at before this fails. */
export const faults = [];

/** The draft of the sample that is open for comments. */
export const DRAFT = '/so/bac-kan-2021-2030/2';
export const text = locator => locator.first().textContent().then(words => words.trim());

export class Person {
  static base;
  static pictures;
  static inside = new Set();

  /** @param name for the pictures; null = nobody signs in */
  static async enter(name, code, options = {}) {
    const context = await browser.newContext({ viewport: { width: WIDE, height: 900 }, locale: 'vi-VN', ...options });
    const person = new Person(name, await context.newPage());
    if (code) await person.signIn(code);
    return person;
  }

  constructor(name, page) {
    this.name = name;
    this.page = page;
    this.complaints = [];
    Person.inside.add(this);
    page.setDefaultTimeout(15_000);
    page.on('console', message => message.type() === 'error' && this.complaints.push(message.text()));
    page.on('pageerror', error => this.complaints.push(String(error)));
  }

  async signIn(code) {
    await this.open('/dang-nhap');
    await this.page.getByLabel('Mã truy cập').fill(code);
    await this.page.getByRole('button', { name: 'Đăng nhập' }).click();
    await this.sees(this.page.getByRole('button', { name: 'Đăng xuất' }), 'is signed in');
  }

  open(path) {
    return this.page.goto(Person.base + path);
  }

  tab(name) {
    return this.page.getByRole('navigation', { name: 'Các màn hình' }).getByRole('link', { name, exact: true }).click();
  }

  press(button) {
    return this.page.getByRole('button', { name: button, exact: true }).first().click();
  }

  async signOut() {
    await this.press('Đăng xuất');
    await this.sees(this.heading('Đăng nhập'), 'the sign-in after signing out');
  }

  /** The bytes of the file that this link gives. */
  async download(link) {
    const [file] = await Promise.all([this.page.waitForEvent('download'), link.click()]);
    return readFileSync(await file.path());
  }

  /** The number of points that the list of "Ý kiến" has. */
  async listed() {
    return Number((await text(this.page.getByRole('heading', { name: /^Danh sách: / }))).match(/[\d.]+/)[0].replaceAll('.', ''));
  }

  /** Opens the point with this receipt number. */
  async point(number) {
    await this.open(`${DRAFT}/y-kien?receiptNumber=${number}`);
    await this.page.locator('[data-item]').first().click();
    await this.sees(this.page.locator('#diem').filter({ hasText: `Mã ${number}` }), `point ${number}`);
  }

  /** Answers the point that is shown. */
  async answer(result, words) {
    await this.page.getByLabel('Kết quả', { exact: true }).selectOption({ label: result });
    await this.page.getByLabel('Nội dung tiếp thu, giải trình').fill(words);
    await this.press('Ghi trả lời');
    await this.sees(this.page.getByText('Đã ghi.'), 'that the answer was written');
  }

  heading(name) {
    return this.page.getByRole('heading', { name, level: 1 });
  }

  async sees(locator, what) {
    await locator.first().waitFor().catch(() => assert.fail(`${this.name} does not see: ${what}, at ${this.page.url()}`));
  }

  /** The number of a figure of "Hôm nay". */
  async figure(words) {
    const text = await this.page.locator('.figures a').filter({ hasText: words }).locator('b').first().textContent();
    return Number(text.split('/')[0].replaceAll('.', ''));
  }

  /**
   * Judges the page at both widths, as it is and with all its details open.
   *
   * @param refused whether the page shows an answer of 400 and above
   */
  async look(screen, { refused = false } = {}) {
    const { page } = this;
    const wrong = what => faults.push(`${this.name}, ${screen}: ${what}`);
    for (const width of [WIDE, NARROW]) {
      await page.setViewportSize({ width, height: width === WIDE ? 900 : 740 });
      await this.picture(screen, width);
    }
    await page.evaluate(() => document.querySelectorAll('details').forEach(one => { one.open = true; }));
    for (const width of [NARROW, ZOOMED, WIDE]) {
      await page.setViewportSize({ width, height: width === WIDE ? 900 : 740 });
      const beyond = await page.evaluate(beyondTheWindow);
      if (beyond) wrong(`at ${width} px the page is wider than its window by ${beyond}`);
      if (width === ZOOMED) continue;
      for (const one of await this.violations()) wrong(`at ${width} px ${one}`);
    }
    if (refused) this.expectRefusal();
    this.complaints.splice(0).forEach(wrong);
  }

  /** An answer of 400 and above was meant. */
  expectRefusal() {
    this.complaints = this.complaints.filter(words => !REFUSED.test(words));
  }

  async violations() {
    await this.page.evaluate(AXE);
    return this.page.evaluate(async values => {
      const { violations } = await axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
      return violations.map(({ id, help, nodes }) => `${id} (${help}): ${nodes.slice(0, 3).map(node => node.html.slice(0, 200)).join(' | ')}`);
    }, TAGS);
  }

  picture(screen, width) {
    return this.page.screenshot({ path: `${Person.pictures}/${this.name}-${screen}-${width}.png`, fullPage: true });
  }

  /** Fails if a page complained since the last look. */
  async leave() {
    assert.deepEqual(this.complaints, [], `${this.name}: the pages complain`);
    await this.close();
  }

  close() {
    Person.inside.delete(this);
    return this.page.context().close();
  }

  /** After a failure: a picture of what each person saw last. */
  static async closeAll() {
    for (const person of Person.inside) {
      await person.picture('failed', WIDE).catch(() => {});
      await person.close();
    }
  }
}

function beyondTheWindow() {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return null;
  const widest = [...document.querySelectorAll('main *, header *, nav *')]
    .filter(one => one.getBoundingClientRect().right > clientWidth)
    .filter(one => !one.closest('.scroll > *') || getComputedStyle(one).position === 'absolute')
    .map(one => one.outerHTML.slice(0, 120));
  return `${scrollWidth - clientWidth} px: ${widest.slice(-2).join(' | ')}`;
}
