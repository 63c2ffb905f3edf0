// The desk in Debian's chromium as the five people of the sample: every screen at two widths, then a short week of each.
// Fails on an accessibility violation (axe-core, WCAG 2.1 AA), a page wider than its window, an error in the console
// (also of the content security policy), or an expectation that is not met.
// Usage: node desk.mjs <base URL> <folder of the screenshots> [words of a step: only such]; the codes are in SOGOPY_CODE_*.
import { mkdirSync } from 'node:fs';
import { Person, browser, faults } from './desk-person.mjs';
import { screens, signInScreens } from './desk-screens.mjs';
import * as weeks from './desk-weeks.mjs';

[Person.base, Person.pictures] = process.argv.slice(2);
mkdirSync(Person.pictures, { recursive: true });
const code = name => process.env[`SOGOPY_CODE_${name.toUpperCase()}`];
const only = process.argv[4];

async function step(name, run) {
  if (only && !name.includes(only)) return;
  const start = Date.now();
  try {
    const screensSeen = await run();
    console.log(`${name}: ${screensSeen ? `${screensSeen} screens, ` : ''}${Math.round((Date.now() - start) / 1000)} s`);
  } catch (error) {
    faults.push(`${name}: ${error.message}`);
    await Person.closeAll();
  }
}

try {
  await step('screens of the sign-in', signInScreens);
  for (const name of ['expert', 'coordinator', 'leader', 'submitter', 'admin']) {
    await step(`screens of the ${name}`, () => screens(name, code(name)));
  }
  for (const name of ['expert', 'coordinator', 'submitter', 'admin']) {
    await step(`week of the ${name}`, () => weeks[name](code(name)));
  }
  await step('submission of the coordinator', () => weeks.submission(code('coordinator')));
  await step('week without a script', () => weeks.withoutScript(code('expert')));
} finally {
  await browser.close();
}
faults.forEach(fault => console.error(fault));
process.exitCode = faults.length ? 1 : 0;
