// Opens the Swagger UI, authorizes as Sở Giao thông vận tải, sends the short example comment, takes a screenshot.
// Usage: node swagger-ui.mjs <base URL> <screenshot.png>; the key is in SOGOPY_KEY_SGTVT.
import { chromium } from 'playwright-core';

const [base, screenshot] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1600 } });
  const problems = [];
  page.on('console', message => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', error => problems.push(String(error)));
  await page.goto(`${base}/q/swagger-ui`);
  await page.locator('button.authorize').first().click();
  const dialog = page.locator('.dialog-ux');
  await dialog.locator('input').first().fill(process.env.SOGOPY_KEY_SGTVT);
  await dialog.locator('button.authorize').first().click();
  await dialog.locator('button.btn-done').first().click();

  const operation = page.locator('[id$="-createComment"]');
  await operation.locator('.opblock-summary').click();
  const tryOut = operation.locator('button.try-out__btn');
  if ((await tryOut.textContent()).includes('Try')) await tryOut.click();
  await operation.locator('.body-param textarea').fill(JSON.stringify({
    content: 'Đề nghị rà soát lỗi chính tả, gửi từ Swagger UI.', kind: 'EDITORIAL' }));
  await operation.locator('tr[data-param-name="Idempotency-Key"] input').fill('swagger-ui-1');
  await operation.locator('button.execute').click();
  const status = operation.locator('.live-responses-table .response-col_status').nth(1);
  await status.waitFor();
  await operation.scrollIntoViewIfNeeded();
  await page.screenshot({ path: screenshot });
  const answer = await operation.locator('.live-responses-table').textContent();
  if (!(await status.textContent()).startsWith('201')) throw new Error(`expected 201, got: ${answer}`);
  if (!answer.includes('Sở Giao thông vận tải')) throw new Error('the answer lost its diacritics');
  if (problems.length) throw new Error(`the page complains: ${problems.join('\n')}`);
  console.log('one comment was sent from the Swagger UI: 201');
} finally {
  await browser.close();
}
