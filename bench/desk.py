"""Measures the pages of the desk beside a page of 50 comments of the API, in interleaved rounds: docs/performance.md."""

import argparse
import http.cookiejar
import os
import re
import statistics
import time
import urllib.parse
import urllib.request

from bench import START
from build import ANSWER, Build, run

# Person, page below the draft, and its name. {comment} is the first comment with an answer to write.
PAGES = [
    ('COORDINATOR', '/hom-nay', 'Hôm nay'),
    ('CONSULTANT', '/hom-nay', 'Hôm nay (expert)'),
    ('COORDINATOR', '/nhap', 'Nhập văn bản'),
    ('COORDINATOR', '/co-quan', 'Cơ quan'),
    ('COORDINATOR', '/co-quan/{body}', 'Cơ quan, one'),
    ('CONSULTANT', '/y-kien', 'Ý kiến'),
    ('CONSULTANT', '/y-kien?id={comment}', 'Ý kiến, with a point'),
    ('CONSULTANT', '/y-kien?q={words}', 'Ý kiến, search of two words'),
    ('COORDINATOR', '/duyet', 'Duyệt'),
    ('COORDINATOR', '/trinh', 'Trình'),
    ('VIEWER', '/lanh-dao', 'Lãnh đạo'),
    ('SUBMITTER', '/gop-y', 'Cơ quan góp ý'),
]


class Person:
    """A browser without a script: it keeps the cookie and follows redirects."""

    def __init__(self, build, role):
        name = f'bench-{role.lower()}-{time.time():.0f}'
        body = {'name': name, 'role': role, 'person': True, 'email': name + '@example.vn',
                'organization': build.bodies[0] if role == 'SUBMITTER' else None}
        code = build.api('POST', '/api/v1/api-keys', body, build.keys['ADMIN'])['key']
        self.url = build.url
        self.open = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())).open
        self.open(self.url + '/dang-nhap', urllib.parse.urlencode({'ma_truy_cap': code}).encode()).read()

    def get(self, path):
        """Returns ms and bytes of the answer."""
        begin = time.perf_counter()
        with self.open(self.url + path, timeout=600) as answer:
            page = answer.read()
        if '/dang-nhap' in answer.url:
            raise RuntimeError(f'{path}: not signed in')
        return (time.perf_counter() - begin) * 1e3, len(page)


def seed(build, path, rows):
    """A draft in work: all bodies are asked, three comments in five are approved, 500 answers wait for approval."""
    build.draft('large', rows)
    build.answer('large')
    due = time.strftime('%Y-%m-%d', time.localtime(time.time() + 5 * 86_400))
    build.api('POST', path + '/consultees', [{'organization': body, 'dueOn': due} for body in build.bodies])
    build.api('POST', path + '/answers', [{'id': id, 'version': 0} | ANSWER for id in build.received('large')[-500:]])


def main():
    parser = argparse.ArgumentParser('bench/run desk', None, __doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument('--rows', type=int, default=100_000, help='comments of the draft')
    parser.add_argument('--rounds', type=int, default=20, help='rounds, after three that are not counted')
    parser.add_argument('--keep', action='store_true', help='the data of the last run')
    parser.add_argument('--start', default=START, help='the command that starts the service')
    options = parser.parse_args()
    build = Build('desk', options.start)
    build.start(keep=options.keep)
    build.vars = {}
    build.bodies = build.psql('-c', 'select code from organization order by code').split()
    path = '/api/v1/plans/bench-large/drafts/1'
    if not options.keep:
        seed(build, path, options.rows)
    first = build.api('GET', path + '/comments?limit=1&status=RECEIVED')['items'][0]['id']
    words = {'body': build.bodies[0], 'comment': first, 'words': urllib.parse.quote('rừng nước')}
    people = {role: Person(build, role) for role, _, _ in PAGES}
    reader = build.keys['COORDINATOR']
    times, sizes = {}, {}
    for number in range(options.rounds + 3):
        for role, page, name in PAGES:
            took, size = people[role].get('/so/bench-large/1' + page.format(**words))
            if number >= 3:
                times.setdefault(name, []).append(took)
                sizes[name] = size
        begin = time.perf_counter()
        build.api('GET', path + '/comments?limit=50', key=reader)
        if number >= 3:
            times.setdefault('API: page of 50', []).append((time.perf_counter() - begin) * 1e3)
    base = statistics.median(times['API: page of 50'])
    print(f"{run(['git', 'describe', '--always', '--dirty']).strip()}, {options.rows:,} comments, {options.rounds} rounds, "
          f'{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n')
    print('| page | median ms | slowest ms | ÷ page of 50 of the API | kB |\n|---|---|---|---|---|')
    for name, found in times.items():
        middle = statistics.median(found)
        print(f'| {name} | {middle:,.0f} | {max(found):,.0f} | {middle / base:.1f} | {sizes.get(name, 0) / 1e3:,.0f} |')


if __name__ == '__main__':
    main()
