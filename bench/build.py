"""A packaged service with seeded data, and the load generators for it and its database."""

import atexit
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import time
import urllib.parse
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / 'target/bench'
PLAN_MOST = 100_000
SMALL = 10_000
PAGE_MOST = 200
SYLLABLES = (
    'đề nghị rà soát bổ sung số liệu quy hoạch đường tỉnh cụm công nghiệp nguồn nước rừng phòng hộ khu dân cư huyện '
    'xã phương án phát triển hạ tầng giai đoạn tầm nhìn môi trường chiến lược cấp điện thoát thải giáo dục y tế du '
    'lịch sinh thái khoáng sản đất ở nông thôn thống nhất chỉnh sửa trang bảng biểu phụ lục hồ thủy lợi kết nối liên '
    'vùng cửa khẩu biên giới dân tộc thiểu miền núi chuyển đổi cơ cấu').split()
WEIGHTS = [1 / (i + 3) for i in range(len(SYLLABLES))]
OUTLINE = [{'code': 'BCTH', 'title': 'Báo cáo tổng hợp', 'parent': None}] + [
    {'code': code, 'title': f'Mục {code}', 'parent': code[:-2] if '.' in code else 'BCTH'}
    for part in '1234567' for code in [part, *(f'{part}.{i}' for i in range(1, 10))]]


def comment(rng, body):
    """A comment with a median of 350 characters; one in a hundred is five times as long."""
    length = int(min(1500, max(8, rng.lognormvariate(4.33, 0.75))))
    words = ' '.join(rng.choices(SYLLABLES, WEIGHTS, k=length))
    found = {'kind': rng.choice(['MISSING', 'DATA', 'CHANGE', 'QUESTION', 'OTHER']), 'content': f'Ý kiến {words}.'}
    if rng.random() < 0.8:
        found['letter'] = {'number': f'{rng.randint(100, 107)}/CV-{body}', 'date': '2021-08-24'}
    if rng.random() < 0.85:
        found['section'] = f'{rng.randint(1, 7)}.{rng.randint(1, 9)}'
        found['locator'] = {'page': rng.randint(1, 600)}
    return found


def ndjson(seed, rows, bodies):
    rng = random.Random(seed)
    lines = [comment(rng, body) | {'organization': body} for body in rng.choices(bodies, k=rows)]
    return '\n'.join(json.dumps(line, ensure_ascii=False) for line in lines).encode()


def run(command, **env):
    done = subprocess.run(command, cwd=ROOT, env=os.environ | env, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f'{command[0]}: {done.stdout[-2000:]} {done.stderr[-2000:]}')
    return done.stdout


class Build:
    """A packaged service with its own data folder and port."""

    def __init__(self, name, app):
        self.name, self.app = name, Path(app).resolve()
        self.folder = OUT / name
        self.vars = {}

    def start(self, jvm):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        java = os.path.join(os.environ['JAVA_HOME'], 'bin/java') if 'JAVA_HOME' in os.environ else 'java'
        begin = time.monotonic()
        self.process = subprocess.Popen(
            [java, *jvm.split(), '-jar', str(self.app / 'quarkus-run.jar')], cwd=self.folder,
            stdout=open(self.folder / 'service.log', 'w'), stderr=subprocess.STDOUT,
            env=os.environ | {'MALLOC_ARENA_MAX': '2', 'QUARKUS_HTTP_PORT': '0',
                              'SOGOPY_DATA_DIR': str(self.folder / 'data')})
        atexit.register(self.stop)
        while not self.ready():
            if self.process.poll() is not None or time.monotonic() - begin > 600:
                raise RuntimeError(f'The service did not become ready, see {self.folder}/service.log')
            time.sleep(0.05)
        keys = (self.folder / 'data/sample-keys.env').read_text()
        self.keys = dict(re.findall(r'^SOGOPY_KEY_(\w+)=(\S+)', keys, re.M))
        self.database = {
            'PGHOST': '127.0.0.1', 'PGUSER': 'sogopy', 'PGDATABASE': 'sogopy',
            'PGPORT': (self.folder / 'data/pg/data/postmaster.pid').read_text().split('\n')[3],
            'PGPASSWORD': (self.folder / 'data/pg/password').read_text().strip()}

    def ready(self):
        found = re.search(r'Listening on: (\S+)', (self.folder / 'service.log').read_text())
        if found:
            self.url = found[1]
        return found is not None

    def stop(self):
        self.process.terminate()
        self.process.wait(120)

    def api(self, method, path, body=None, key=None, type='application/json', **headers):
        body = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        headers |= {'Authorization': 'Bearer ' + (key or self.keys['COORDINATOR'])}
        if body is not None:
            headers['Content-Type'] = type
        if method in ('PUT', 'PATCH'):
            headers['If-Match'] = '*'
        request = urllib.request.Request(self.url + path, body, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=1800) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as e:
            raise RuntimeError(f'{method} {path}: {e.code} {e.read().decode()}') from e

    def psql(self, *arguments, **variables):
        settings = [f'--set={name}={value}' for name, value in variables.items()]
        return run(['psql', '-XqAt', '--set=ON_ERROR_STOP=1', *settings, *arguments], **self.database)

    def counts(self):
        """The number of rows of each table."""
        tables = self.psql('-c', "select tablename from pg_tables where schemaname = 'public'").split()
        rows = self.psql('-c', ' union all '.join(f"select '{table}', count(*) from {table}" for table in tables))
        return {table: int(count) for table, count in (line.split('|') for line in rows.split())}

    def draft(self, plan, rows=0):
        """Creates a plan with one open draft and imports comments into it."""
        path = f'/api/v1/plans/bench-{plan}/drafts/1'
        self.api('POST', '/api/v1/plans', {'slug': f'bench-{plan}', 'title': f'Quy hoạch {plan}'})
        self.api('POST', f'/api/v1/plans/bench-{plan}/drafts', {'title': 'Dự thảo'})
        self.api('PUT', path + '/sections', {'items': OUTLINE})
        self.api('PATCH', path, {'status': 'OPEN'})
        if rows:
            lines = ndjson(plan, rows, self.bodies)
            report = self.api('POST', path + '/comment-imports', lines, type='application/x-ndjson')
            assert report['created'] == rows, report
        draft = f"select d.id from draft d join plan p on p.id = d.plan_id where p.slug = 'bench-{plan}'"
        self.vars[plan] = self.psql('-c', draft).strip()
        return path

    def key(self, role, number, organization=None):
        name = f'bench-{role.lower()}-{number}'
        body = {'name': name, 'role': role, 'client': name, 'organization': organization}
        return self.api('POST', '/api/v1/api-keys', body, self.keys['ADMIN'])['key']

    def seed(self, rows):
        """Creates seeded comments, the same in every build, keys, the data for wrk and the variables for pgbench."""
        self.bodies = self.psql('-c', 'select code from organization order by code').split()
        large, small = min(rows, PLAN_MOST), min(rows // 10, SMALL)
        paths = {'large': self.draft('large', large), 'small': self.draft('small', small),
                 'target': self.draft('target'), 'import': self.draft('import'), 'copy': self.draft('copy')}
        for start in range(large, rows, PLAN_MOST):
            self.draft(f'more-{start}', min(PLAN_MOST, rows - start))
        rng = random.Random(64)
        comments = [comment(rng, body) for body in self.bodies]
        questions = [' '.join(rng.sample(SYLLABLES[20:], 2)) for _ in range(32)]
        self.psql('-f', 'bench/sql/setup.sql', comments=json.dumps(comments), questions=json.dumps(questions))
        self.psql('-f', 'bench/sql/answered.sql')
        (self.folder / 'lines.ndjson').write_bytes(ndjson('lines', small, self.bodies))
        cursor, middle = self.walk(paths['large'], large // 2)
        self.vars |= {'comments': len(comments), 'questions': len(questions), 'lines': small, 'middle': middle}
        self.data = paths | {
            'cursor': cursor, 'parts': list('1234567'),
            'lines': str(self.folder / 'lines.ndjson'), 'created': str(small), 'coordinator': self.keys['COORDINATOR'],
            'questions': [urllib.parse.quote(words) for words in questions],
            'comments': [json.dumps(one, ensure_ascii=False) for one in comments],
            'submitters': [self.key('SUBMITTER', n, body) for n, body in enumerate(self.bodies)],
            'readers': [self.key('CONSULTANT', n) for n in range(32)]}
        (self.folder / 'data.lua').write_text('return ' + lua(self.data) + '\n')

    def walk(self, path, far):
        """The cursor of the page after so many comments, and the last comment before it."""
        cursor, left = '', far
        while left > 0:
            query = f'?limit={min(PAGE_MOST, left)}{cursor}'
            page = self.api('GET', f'{path}/comments{query}', key=self.keys['CONSULTANT'])
            left -= len(page['items'])
            last, cursor = page['items'][-1]['id'], '&cursor=' + page['next']
        return cursor.removeprefix('&cursor='), last

    def wrk(self, script, argument, connections, seconds):
        said = run(['wrk', f'-t{min(2, connections)}', f'-c{connections}', f'-d{seconds}s', '--timeout=120s',
                    f'--script=bench/wrk/{script}.lua', self.url,
                    '--', f'{self.folder}/data.lua', str(time.time_ns()), argument])
        found = json.loads(re.search(r'^{.*}$', said, re.M)[0])
        if found['errors']:
            raise RuntimeError('Not every answer was a success: ' + said)
        if not found['count']:  # one response takes longer
            return self.wrk(script, argument, connections, 10 * seconds)
        return found

    def pgbench(self, script, connections, *how_long):
        for log in self.folder.glob('pgbench.*'):
            log.unlink()
        variables = [f'-D{name}={value}' for name, value in self.vars.items()]
        run(['pgbench', '-n', '-M', 'prepared', '-c', str(connections), '-j', str(min(2, connections)), *how_long, '-l',
             f'--log-prefix={self.folder}/pgbench', '-f', f'bench/sql/{script}.sql', *variables], **self.database)
        lines = [line.split() for log in self.folder.glob('pgbench.*') for line in log.read_text().splitlines()]
        if not lines:  # one transaction takes longer
            return self.pgbench(script, connections, how_long[0], str(10 * int(how_long[1])))
        ends = [int(line[4]) + int(line[5]) / 1e6 for line in lines]
        times = sorted(int(line[2]) / 1e3 for line in lines)
        span = max(ends) - min(ends) + times[len(times) // 2] / 1e3 / connections
        return {'rate': len(times) / span, 'p50': statistics.median(times), 'p99': times[int(len(times) * 0.99)]}

    def copy(self, draft):
        said = self.psql(*['-f', 'bench/sql/register.sql'] * 3, draft=f"'{self.vars[draft]}'")
        times = [float(ms) for ms in re.findall(r'^Time: ([\d.]+) ms', said, re.M)]
        return {'p50': statistics.median(times)}

    def peak(self):
        status = Path(f'/proc/{self.process.pid}/status').read_text()
        return int(re.search(r'VmHWM:\s+(\d+)', status)[1]) // 1024


def lua(value):
    """The value as Lua source; strings are written as in JSON."""
    if isinstance(value, dict):
        return '{' + ', '.join(f'["{name}"] = {lua(one)}' for name, one in value.items()) + '}'
    if isinstance(value, list):
        return '{' + ', '.join(map(lua, value)) + '}'
    return json.dumps(value, ensure_ascii=False)
