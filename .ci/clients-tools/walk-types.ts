// The steps of the README with openapi-fetch and the types that openapi-typescript generates.
import createClient from 'openapi-fetch';
import type { paths } from './openapi';

const path = { plan: 'bac-kan-2021-2030', draft: '2' };
const as = (role: string) => createClient<paths>({
  baseUrl: process.env.SOGOPY_URL, headers: { Authorization: `Bearer ${process.env[`SOGOPY_KEY_${role}`]}` },
});
function must<T>(answer: { data?: T; error?: unknown; response: Response }, what: string): T {
  if (answer.data === undefined) throw new Error(`openapi-typescript: ${what}: ${answer.response.status} ${JSON.stringify(answer.error)}`);
  return answer.data;
}
const expect = (ok: boolean, what: string) => {
  if (!ok) throw new Error(`openapi-typescript: ${what}`);
};

async function walk() {
  const sent = must(await as('SGTVT').POST('/api/v1/plans/{plan}/drafts/{draft}/comments', {
    params: { path },
    body: {
      letter: { number: '512/SGTVT-KCHT', date: '2021-08-24' }, section: 'V.1', kind: 'MISSING',
      content: 'Đề nghị bổ sung đường tỉnh 258D, gửi từ openapi-fetch.', locator: { page: 45, paragraph: 3 },
    },
  }), 'step 1');
  expect(sent.status === 'RECEIVED' && sent.answer === null, 'step 1');

  const open = must(await as('CONSULTANT').GET('/api/v1/plans/{plan}/drafts/{draft}/comments', {
    params: { path, query: { open: true, section: 'V', q: 'duong tinh 258D' } },
  }), 'step 2');
  expect(open.items.some(item => item.id === sent.id), 'step 2');

  const answered = must(await as('CONSULTANT').PUT('/api/v1/comments/{id}/answer', {
    params: { path: { id: sent.id }, header: { 'If-Match': `"${sent.version}"` } },
    body: { result: 'ACCEPTED', response: 'Tiếp thu ý kiến.', revision: { section: 'V.1', page: 48 } },
  }), 'step 3');
  expect(answered.status === 'ANSWERED' && answered.answer?.revision?.page === 48, 'step 3');

  const approved = must(await as('COORDINATOR').POST('/api/v1/comments/{id}/approval', {
    params: { path: { id: sent.id }, header: { 'If-Match': `"${answered.version}"` } },
  }), 'step 4');
  expect(approved.status === 'APPROVED', 'step 4');

  const letter = must(await as('COORDINATOR').POST('/api/v1/plans/{plan}/drafts/{draft}/letters', {
    params: { path },
    body: {
      organization: 'sxd', number: '644/SXD-QHKT', date: '2021-09-06', position: 'AGREES_WITH_COMMENTS',
      comments: [{ section: 'IV.1', content: 'Đề nghị rà soát chỉ tiêu đất đô thị.' },
        { content: 'Đề nghị thống nhất số liệu.' }],
    },
  }), 'step 6');
  expect(typeof letter === 'object' && 'numberNormalized' in letter && letter.numberNormalized === '644/SXD-QHKT' && letter.commentCount === 2, 'step 6');

  const statistics = must(await as('VIEWER').GET('/api/v1/plans/{plan}/drafts/{draft}/statistics', { params: { path } }), 'step 8');
  expect(statistics.counts.asked === 69, 'step 8');

  const changes = must(await as('SGTVT').GET('/api/v1/plans/{plan}/changes', {
    params: { path: { plan: path.plan }, query: { limit: 5 } },
  }), 'step 11');
  expect(changes.items.length === 5 && changes.next !== null, 'step 11');

  const readiness = must(await as('COORDINATOR').GET('/api/v1/plans/{plan}/drafts/{draft}/readiness', { params: { path } }), 'step 12');
  expect(readiness.draft === 2, 'step 12');

  const edition = must(await as('COORDINATOR').POST('/api/v1/plans/{plan}/drafts/{draft}/editions', {
    params: { path }, body: { note: 'openapi-fetch', allowUnanswered: true, allowUnplaced: true },
  }), 'step 14');
  expect(edition.issuance === null, 'step 14');
  const file: unknown = must(await as('COORDINATOR').GET('/api/v1/editions/{id}/register/file', {
    params: { path: { id: edition.id }, query: { format: 'docx' } }, parseAs: 'blob',
  }), 'step 14, file');

  const issued = must(await as('COORDINATOR').POST('/api/v1/editions/{id}/issuance', {
    params: { path: { id: edition.id } }, body: { reportNumber: '128', reportDate: '2021-10-05' },
  }), 'step 15');
  expect(issued.issuance?.reportNumber === '128', 'step 15');
  const verify = async (blob: Blob) => must(await as('VIEWER').POST('/api/v1/editions/verifications', {
    body: { file: '' },
    bodySerializer: () => { const form = new FormData(); form.append('file', blob, 'a.docx'); return form; },
  }), 'step 15, verification');
  expect((await verify(file as Blob)).match?.format === 'DOCX', 'step 15, verification');
  expect((await verify(new Blob(['x']))).match === null, 'step 15, another file');
  console.log('openapi-typescript: walked');
}

walk().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
