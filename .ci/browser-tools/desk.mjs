// The desk in Debian's chromium as the five people of the sample: every screen at two widths, then a short week of each;
// in the whole form also weeks with files, conflicts, answers returned, editions, a merger and an ended session.
// Fails on an accessibility violation (axe-core, WCAG 2.1 AA), a page wider than its window, an error in the console
// (also of the content security policy), or an expectation that is not met.
// Usage: node desk.mjs <base URL> <folder of the screenshots> <short or full> [words of a step: only such];
// the codes are in SOGOPY_CODE_*.
import { mkdirSync } from 'node:fs';
import { Person, browser, faults } from './desk-person.mjs';
import { guide, screens, signInScreens } from './desk-screens.mjs';
import * as weeks from './desk-weeks.mjs';
import * as answers from './whole-answers.mjs';
import * as intake from './whole-intake.mjs';
import * as rest from './whole-rest.mjs';

const [, , base, pictures, form, only] = process.argv;
[Person.base, Person.pictures] = [base, pictures];
mkdirSync(Person.pictures, { recursive: true });
const code = name => process.env[`SOGOPY_CODE_${name.toUpperCase()}`];

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
  await step('pictures of the guide', () => guide(code));
  await step('screens of the sign-in', signInScreens);
  for (const name of ['expert', 'coordinator', 'leader', 'submitter', 'admin']) {
    await step(`screens of the ${name}`, () => screens(name, code(name)));
  }
  for (const name of ['expert', 'coordinator', 'submitter', 'admin']) {
    await step(`week of the ${name}`, () => weeks[name](code(name)));
  }
  await step('submission of the coordinator', () => weeks.submission(code('coordinator')));
  await step('week without a script', () => weeks.withoutScript(code('expert')));
  if (form === 'full') {
    await step('whole week: a Word letter', () => intake.wordLetterOf(code('coordinator')));
    await step('whole week: a table with errors', () => intake.tableOf(code('coordinator')));
    await step('whole week: a silent body', () => intake.silentBody(code('coordinator')));
    await step('whole week: answers by keys and by a work-list', () => answers.expertWeek(code('expert')));
    await step('whole week: one point from letter to reaction', () => answers.onePoint(code));
    await step('whole week: editions', () => rest.editions(code('coordinator')));
    await step('whole week: a merger', () => rest.merger(code));
    await step('whole week: an ended session', () => rest.endedSession(code('expert'), true));
    await step('whole week: an ended session without a script', () => rest.endedSession(code('expert'), false));
    await step('whole week: the leader', () => rest.leader(code('leader')));
  }
} finally {
  await browser.close();
}
faults.forEach(fault => console.error(fault));
process.exitCode = faults.length ? 1 : 0;
