// Opens the Swagger UI at two widths. It is collapsed by tag and no wider than the window. Authorizes as Sở Giao thông
// vận tải and sends a comment. Usage: node swagger-ui.mjs <base URL> <screenshot.png>; the key is in SOGOPY_KEY_SGTVT.
import { chromium } from 'playwright-core';

const [base, screenshot] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

async function look(page, width, what) {
  await page.screenshot({ path: screenshot.replace('.png', `-${width}-${what}.png`) });
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (beyond > 0) throw new Error(`${what}: the page is ${beyond} px wider than its window of ${width} px`);
}

async function sendAComment(width) {
  const context = await browser.newContext({ viewport: { width, height: width < 600 ? 740 : 1600 } });
  const page = await context.newPage();
  const problems = [];
  page.on('console', message => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', error => problems.push(String(error)));
  await page.goto(`${base}/q/swagger-ui`);
  const tags = page.locator('h3.opblock-tag');
  await tags.first().waitFor();
  if (await tags.first().getAttribute('data-tag') !== 'comments') throw new Error('the first tag is not comments');
  if (await page.locator('.opblock').count()) throw new Error('an operation is shown before its tag is opened');
  await look(page, width, 'collapsed');
  await tags.first().scrollIntoViewIfNeeded();
  await tags.first().click();
  const operation = page.locator('[id$="-createComment"]');
  await operation.scrollIntoViewIfNeeded();
  await look(page, width, 'comments');

  await page.locator('button.authorize').first().click();
  const dialog = page.locator('.dialog-ux');
  await dialog.locator('input').first().fill(process.env.SOGOPY_KEY_SGTVT);
  await look(page, width, 'authorize');
  await dialog.locator('button.authorize').first().click();
  await dialog.locator('button.btn-done').first().click();

  await operation.locator('.opblock-summary').click();
  const tryOut = operation.locator('button.try-out__btn');
  if ((await tryOut.textContent()).includes('Try')) await tryOut.click();
  await operation.locator('.body-param textarea').fill(JSON.stringify({
    content: 'Đề nghị rà soát lỗi chính tả, gửi từ Swagger UI.', kind: 'EDITORIAL' }));
  await operation.locator('tr[data-param-name="Idempotency-Key"] input').fill(`swagger-ui-${width}`);
  await operation.scrollIntoViewIfNeeded();
  await look(page, width, 'form');
  await operation.locator('button.execute').click();
  const status = operation.locator('.live-responses-table .response-col_status').nth(1);
  await status.waitFor();
  await status.scrollIntoViewIfNeeded();
  await look(page, width, 'answer');
  const answer = await operation.locator('.live-responses-table').textContent();
  if (!(await status.textContent()).startsWith('201')) throw new Error(`expected 201, got: ${answer}`);
  if (!answer.includes('Sở Giao thông vận tải')) throw new Error('the answer lost its diacritics');
  if (problems.length) throw new Error(`the page complains: ${problems.join('\n')}`);
  await context.close();
}

try {
  for (const width of [1280, 360]) await sendAComment(width);
  console.log('a comment was sent from the Swagger UI at 1280 and at 360 px: 201');
} finally {
  await browser.close();
}
