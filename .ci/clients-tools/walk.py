"""The steps of the README with the client that openapi-generator generates for Python."""
import datetime
import os

import openapi_client as client

PLAN, DRAFT = 'bac-kan-2021-2030', '2'


def as_(role):
    return client.ApiClient(client.Configuration(
        host=os.environ['SOGOPY_URL'], access_token=os.environ['SOGOPY_KEY_' + role]))


sent = client.CommentsApi(as_('SGTVT')).create_comment(plan=PLAN, draft=DRAFT, comment_input=client.CommentInput(
    letter=client.CommentLetterInput(number='513/SGTVT-KCHT', date=datetime.date(2021, 8, 24)), section='V.1',
    kind='MISSING', content='Đề nghị bổ sung đường tỉnh 258E, gửi từ Python.',
    locator=client.Locator(page=45, paragraph=3)))
assert sent.status == 'RECEIVED' and sent.answer is None, 'step 1'

found = client.CommentsApi(as_('CONSULTANT')).list_comments(
    plan=PLAN, draft=DRAFT, open=True, section='V', q='duong tinh 258E')
assert any(item.id == sent.id for item in found.items), 'step 2'

answered = client.CommentsApi(as_('CONSULTANT')).answer_comment(
    id=str(sent.id), if_match=f'"{sent.version}"', answer_input=client.AnswerInput(
        result='ACCEPTED', response='Tiếp thu ý kiến.', revision=client.Revision(section='V.1', page=48)))
assert answered.status == 'ANSWERED' and answered.answer.revision.page == 48, 'step 3'

approved = client.CommentsApi(as_('COORDINATOR')).approve_comment(id=str(sent.id), if_match=f'"{answered.version}"')
assert approved.status == 'APPROVED', 'step 4'

letter = client.LettersApi(as_('COORDINATOR')).create_letter(plan=PLAN, draft=DRAFT, letter_input=client.LetterInput(
    organization='sxd', number='645/SXD-QHKT', date=datetime.date(2021, 9, 6), position='AGREES_WITH_COMMENTS',
    comments=[client.LetterCommentInput(section='IV.1', content='Đề nghị rà soát chỉ tiêu đất đô thị.'),
              client.LetterCommentInput(content='Đề nghị thống nhất số liệu.')]))
assert letter.number_normalized == '645/SXD-QHKT' and letter.comment_count == 2, 'step 6'

statistics = client.ConsultationApi(as_('VIEWER')).get_statistics(plan=PLAN, draft=DRAFT)
assert statistics.counts.asked == 69, 'step 8'

changes = client.ChangesApi(as_('SGTVT')).list_changes(plan=PLAN, limit=5)
assert len(changes.items) == 5 and changes.next, 'step 11'

readiness = client.RegisterApi(as_('COORDINATOR')).get_readiness(plan=PLAN, draft=DRAFT)
assert readiness.draft == 2, 'step 12'

editions = client.EditionsApi(as_('COORDINATOR'))
edition = editions.seal_edition(plan=PLAN, draft=DRAFT, edition_input=client.EditionInput.from_dict(
    {'note': 'Python', 'allowUnanswered': True, 'allowUnplaced': True}))
assert edition.issuance is None, 'step 14'
file = bytes(editions.export_edition_register(id=str(edition.id), format='docx'))

issued = editions.issue_edition(id=str(edition.id), issuance_input=client.IssuanceInput.from_dict(
    {'reportNumber': '129', 'reportDate': '2021-10-05'}))
assert issued.issuance.report_number == '129', 'step 15'
verify = client.EditionsApi(as_('VIEWER')).verify_file
assert verify(file=('a.docx', file)).match.format == 'DOCX', 'step 15, verification'
assert verify(file=('b.txt', b'something else')).match is None, 'step 15, another file'
print('python: walked')
