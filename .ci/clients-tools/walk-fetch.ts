// The steps of the README with the client that openapi-generator generates for typescript-fetch.
import {
  ChangesApi, CommentsApi, Configuration, ConsultationApi, EditionsApi, LettersApi, RegisterApi,
} from './typescript-fetch';

const at = { plan: 'bac-kan-2021-2030', draft: '2' };
const as = (role: string) => new Configuration({
  basePath: process.env.SOGOPY_URL, accessToken: process.env[`SOGOPY_KEY_${role}`],
});
const expect = (ok: boolean, what: string) => {
  if (!ok) throw new Error(`typescript-fetch: ${what}`);
};

async function walk() {
  const sent = await new CommentsApi(as('SGTVT')).createComment({
    ...at,
    commentInput: {
      letter: { number: '511/SGTVT-KCHT', date: new Date('2021-08-24') }, section: 'V.1', kind: 'MISSING',
      content: 'Đề nghị bổ sung đường tỉnh 258C, gửi từ TypeScript.', locator: { page: 45, paragraph: 3 },
    },
  });
  expect(sent.status === 'RECEIVED' && sent.answer === null, 'step 1');

  const open = await new CommentsApi(as('CONSULTANT')).listComments({ ...at, open: true, section: 'V', q: 'duong tinh 258C' });
  expect(open.items.some(item => item.id === sent.id), 'step 2');

  const answered = await new CommentsApi(as('CONSULTANT')).answerComment({
    id: sent.id, ifMatch: `"${sent.version}"`,
    answerInput: { result: 'ACCEPTED', response: 'Tiếp thu ý kiến.', revision: { section: 'V.1', page: 48 } },
  });
  expect(answered.status === 'ANSWERED' && answered.answer?.revision?.page === 48, 'step 3');

  const approved = await new CommentsApi(as('COORDINATOR')).approveComment({ id: sent.id, ifMatch: `"${answered.version}"` });
  expect(approved.status === 'APPROVED', 'step 4');

  const letter = await new LettersApi(as('COORDINATOR')).createLetter({
    ...at,
    letterInput: {
      organization: 'sxd', number: '643/SXD-QHKT', date: new Date('2021-09-06'), position: 'AGREES_WITH_COMMENTS',
      comments: [{ section: 'IV.1', content: 'Đề nghị rà soát chỉ tiêu đất đô thị.' }, { content: 'Đề nghị thống nhất số liệu.' }],
    },
  });
  expect(letter.numberNormalized === '643/SXD-QHKT' && letter.commentCount === 2, 'step 6');

  const statistics = await new ConsultationApi(as('VIEWER')).getStatistics(at);
  expect(statistics.counts.asked === 69, 'step 8');

  const changes = await new ChangesApi(as('SGTVT')).listChanges({ plan: at.plan, limit: 5 });
  expect(changes.items.length === 5 && changes.next !== null, 'step 11');

  const readiness = await new RegisterApi(as('COORDINATOR')).getReadiness(at);
  expect(readiness.draft === 2, 'step 12');

  const edition = await new EditionsApi(as('COORDINATOR')).sealEdition({
    ...at, editionInput: { note: 'TypeScript', allowUnanswered: true, allowUnplaced: true },
  });
  expect(edition.issuance === null, 'step 14');
  const file = await new EditionsApi(as('COORDINATOR')).exportEditionRegister({ id: edition.id, format: 'docx' });

  const issued = await new EditionsApi(as('COORDINATOR')).issueEdition({
    id: edition.id, issuanceInput: { reportNumber: '127', reportDate: new Date('2021-10-05') },
  });
  expect(issued.issuance?.reportNumber === '127', 'step 15');
  const verified = await new EditionsApi(as('VIEWER')).verifyFile({ file });
  expect(verified.match?.format === 'DOCX', 'step 15, verification');
  const other = await new EditionsApi(as('VIEWER')).verifyFile({ file: new Blob(['x']) });
  expect(other.match === null, 'step 15, another file');
  console.log('typescript-fetch: walked');
}

walk().catch(async error => {
  console.error(error, error.response ? await error.response.text() : '');
  process.exitCode = 1;
});
