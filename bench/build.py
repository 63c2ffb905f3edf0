"""The services that are measured, their seeded data, and the load generators for them and their database."""

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
SYLLABLES = (
    'đề nghị rà soát bổ sung số liệu quy hoạch đường tỉnh cụm công nghiệp nguồn nước rừng phòng hộ khu dân cư huyện '
    'xã phương án phát triển hạ tầng giai đoạn tầm nhìn môi trường chiến lược cấp điện thoát thải giáo dục y tế du '
    'lịch sinh thái khoáng sản đất ở nông thôn thống nhất chỉnh sửa trang bảng biểu phụ lục hồ thủy lợi kết nối liên '
    'vùng cửa khẩu biên giới dân tộc thiểu miền núi chuyển đổi cơ cấu').split()
WEIGHTS = [1 / (i + 3) for i in range(len(SYLLABLES))]
OUTLINE = [{'code': 'BCTH', 'title': 'Báo cáo tổng hợp', 'parent': None}] + [
    {'code': code, 'title': f'Mục {code}', 'parent': code[:-2] if '.' in code else 'BCTH'}
    for part in '1234567' for code in [part, *(f'{part}.{i}' for i in range(1, 10))]]
ANSWER = {'result': 'ACCEPTED', 'revision': {'page': 48},
          'response': 'Tiếp thu ý kiến của quý cơ quan, đơn vị tư vấn đã rà soát và bổ sung vào dự thảo.'}


def comment(rng, body):
    """A comment with a median of 350 characters; one in a hundred is five times as long."""
    length = int(min(1500, max(8, rng.lognormvariate(4.33, 0.75))))
    words = ' '.join(rng.choices(SYLLABLES, WEIGHTS, k=length))
    found = {'organization': body, 'kind': rng.choice(['MISSING', 'DATA', 'CHANGE', 'QUESTION', 'OTHER']),
             'content': f'Ý kiến {words}.'}
    if rng.random() < 0.8:
        found['letter'] = {'number': f'{rng.randint(100, 107)}/CV-{body}', 'date': '2021-08-24'}
    if rng.random() < 0.85:
        found['section'] = f'{rng.randint(1, 7)}.{rng.randint(1, 9)}'
        found['locator'] = {'page': rng.randint(1, 600)}
    return found


def run(command, **env):
    done = subprocess.run(list(map(str, command)), cwd=ROOT, env=os.environ | env, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f'{command[0]}: {done.stdout[-2000:]} {done.stderr[-2000:]}')
    return done.stdout


class Service:
    """A service in a process of its own. The data are a file with the paths, keys and bodies that wrk sends."""

    def __init__(self, name, command, data=None):
        self.name, self.command, self.folder = name, command, OUT / name
        self.lua = data or self.folder / 'data.lua'
        self.answered = 0
        atexit.register(self.stop)

    def start(self, **env):
        self.folder.mkdir(parents=True, exist_ok=True)
        log = self.folder / f'service-{time.time():.0f}.log'
        with log.open('w') as out:
            self.process = subprocess.Popen(['bash', '-c', f'exec env {self.command}'], cwd=ROOT, stdout=out,
                                            stderr=out, env=os.environ | {'QUARKUS_HTTP_PORT': '0'} | env)
        while not (found := re.search(r'Listening on: (\S+)', log.read_text())):
            if self.process.poll() is not None:
                raise RuntimeError(f'The service did not become ready, see {log}')
            time.sleep(0.02)
        self.url = found[1]

    def stop(self):
        if hasattr(self, 'process'):
            self.process.terminate()
            self.process.wait(120)

    def api(self, method, path, body=None, key=None, type='application/json', **headers):
        body = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        headers |= {'Authorization': f"Bearer {key or self.keys['COORDINATOR']}"}
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

    def wrk(self, script, argument, connections, seconds, repeat=True):
        said = run(['wrk', f'-t{min(2, connections)}', f'-c{connections}', f'-d{seconds}s', '--timeout=120s',
                    f'--script=bench/wrk/{script}.lua', self.url, '--', self.lua, time.time_ns(),
                    self.answered if script == 'answer' else argument])
        found = json.loads(re.search(r'^{.*}$', said, re.M)[0])
        if script == 'answer':
            self.answered += found['count'] // 2 + 300
        if found['errors']:
            raise RuntimeError('Not every answer was a success: ' + said)
        if repeat and not found['count']:  # one response takes longer
            return self.wrk(script, argument, connections, 10 * seconds)
        return found

    def peak(self):
        return int(re.search(r'VmHWM:\s+(\d+)', Path(f'/proc/{self.process.pid}/status').read_text())[1]) // 1024


class Build(Service):
    """A packaged Sổ Góp Ý with its own data folder, and its database."""

    def start(self, keep=False):
        """Returns the seconds until the first answer."""
        if not keep:
            shutil.rmtree(self.folder, ignore_errors=True)
        begin = time.monotonic()
        super().start(SOGOPY_DATA_DIR=str(self.folder / 'data'))
        keys = (self.folder / 'data/sample-keys.env').read_text()
        self.keys = dict(re.findall(r'^SOGOPY_KEY_(\w+)=(\S+)', keys, re.M))
        self.api('GET', '/api/v1/plans')
        seconds = time.monotonic() - begin
        self.database = {
            'PGHOST': '127.0.0.1', 'PGUSER': 'sogopy', 'PGDATABASE': 'sogopy',
            'PGPORT': (self.folder / 'data/pg/data/postmaster.pid').read_text().split('\n')[3],
            'PGPASSWORD': (self.folder / 'data/pg/password').read_text().strip()}
        return seconds

    def plain(self):
        """Starts plain Quarkus on the same database, in a schema of its own, and copies the comments to it."""
        port, password = self.database['PGPORT'], self.database['PGPASSWORD']
        plain = Service('plain', 'java -jar bench/plain/target/quarkus-app/quarkus-run.jar', self.lua)
        self.psql('-c', 'create schema plain')
        plain.start(QUARKUS_DATASOURCE_JDBC_URL=f'jdbc:postgresql://127.0.0.1:{port}/sogopy?currentSchema=plain',
                    QUARKUS_DATASOURCE_USERNAME='sogopy', QUARKUS_DATASOURCE_PASSWORD=password)
        self.psql('-f', 'bench/sql/setup.sql', **self.vars)
        self.vars['answered'] = self.psql('-c', 'select count(*) from bench.answered').strip()
        return plain

    def psql(self, *arguments, **variables):
        settings = [f'--set={name}={value}' for name, value in variables.items()]
        return run(['psql', '-XqAt', '--set=ON_ERROR_STOP=1', *settings, *arguments], **self.database)

    def draft(self, plan, rows=0):
        """Creates a plan with one open draft and imports comments, one in ten of them on two sections."""
        path = f'/api/v1/plans/bench-{plan}/drafts/1'
        self.api('POST', '/api/v1/plans', {'slug': f'bench-{plan}', 'title': f'Quy hoạch {plan}'})
        self.api('POST', f'/api/v1/plans/bench-{plan}/drafts', {'title': 'Dự thảo'})
        self.api('PUT', path + '/sections', {'items': OUTLINE})
        self.api('PATCH', path, {'status': 'OPEN'})
        if rows:
            rng = random.Random(plan)
            sent = [comment(rng, body) for body in rng.choices(self.bodies, k=rows)]
            for one in sent[::10]:
                one |= {'section': one.get('section', '1.1'), 'alsoSections': [f'{rng.randint(1, 7)}']}
            lines = '\n'.join(json.dumps(one, ensure_ascii=False) for one in sent).encode()
            report = self.api('POST', path + '/comment-imports', lines, type='application/x-ndjson')
            assert report['created'] == rows, report
        draft = f"select d.id from draft d join plan p on p.id = d.plan_id where p.slug = 'bench-{plan}'"
        self.vars[plan] = self.psql('-c', draft).strip()
        return path

    def received(self, plan):
        return self.psql('-c', f"""select id from comment
            where draft_id = '{self.vars[plan]}' and status = 'RECEIVED' order by received_at, id""").split()

    def answer(self, plan):
        """Splits comments, so that one in twenty is a part, and answers and approves three in five."""
        rng = random.Random(plan)
        for id in self.received(plan)[::38]:
            parts = [{'content': comment(rng, '')['content']} for _ in range(2)]
            self.api('POST', f'/api/v1/comments/{id}/parts', {'parts': parts}, **{'If-Match': '*'})
        ids = [id for n, id in enumerate(self.received(plan)) if n % 5 < 3]
        for start in range(0, len(ids), 1000):
            some = ids[start:start + 1000]
            for what, version, answer in ('answers', 0, ANSWER), ('approvals', 1, {}):
                report = self.api('POST', f'/api/v1/plans/bench-{plan}/drafts/1/{what}',
                                  [{'id': id, 'version': version} | answer for id in some])
                assert report['updated'] == len(some), report

    def key(self, role, number, organization=None):
        name = f'bench-{role.lower()}-{number}'
        body = {'name': name, 'role': role, 'client': name, 'organization': organization}
        return self.api('POST', '/api/v1/api-keys', body, self.keys['ADMIN'])['key']

    def seed(self, rows, fresh):
        """Creates seeded comments, the same in every build, keys, the data for wrk and the variables for pgbench."""
        self.vars = {}
        self.bodies = self.psql('-c', 'select code from organization order by code').split()
        sizes = {'large': min(rows, PLAN_MOST), 'tenth': min(rows // 10, PLAN_MOST // 10), 'small': 1_000,
                 'target': 0, 'fresh': fresh}
        paths = {plan: self.draft(plan, size) for plan, size in sizes.items()}
        for plan in 'large', 'tenth', 'small':
            self.answer(plan)
        for start in range(PLAN_MOST, rows, PLAN_MOST):
            self.draft(f'more{start}', min(PLAN_MOST, rows - start))
        rng = random.Random(64)
        questions = [' '.join(rng.sample(SYLLABLES[20:], 2)) for _ in range(32)]
        self.vars['questions'] = json.dumps(questions)
        (self.folder / 'fresh.txt').write_text('\n'.join(self.received('fresh')))
        file = '{}/register/file?format={}'.format
        self.data = paths | {
            'parts': list('1234567'), 'questions': [urllib.parse.quote(words) for words in questions],
            'files': [file(paths['large'], 'csv'), *(file(paths['tenth'], kind) for kind in ('docx', 'pdf', 'xlsx'))],
            'comments': [json.dumps(comment(rng, body), ensure_ascii=False) for body in self.bodies],
            'answer': json.dumps(ANSWER), 'fresh': str(self.folder / 'fresh.txt'),
            'submitters': [self.key('SUBMITTER', n, body) for n, body in enumerate(self.bodies)],
            'readers': [self.key('CONSULTANT', n) for n in range(32)],
            'coordinators': [self.key('COORDINATOR', n) for n in range(8)]}
        self.lua.write_text('return ' + lua(self.data) + '\n')

    def held(self, script, connections, rate, seconds):
        """Sends pages or POSTs at a rate by autocannon. Returns the 99th percentile in ms."""
        keys, path = self.data['readers'], self.data['large'] + '/comments?limit=50'
        method, headers = 'GET', {}
        if script == 'post':
            keys, path = self.data['submitters'], self.data['target'] + '/comments'
            method, headers = 'POST', {'Content-Type': 'application/json', 'Idempotency-Key': '[<id>]'}
        requests = [{'method': method, 'url': self.url + path, 'postData': {'text': body if headers else ''},
                     'headers': [{'name': name, 'value': value} for name, value in
                                 (headers | {'Authorization': f'Bearer {key}'}).items()]}
                    for key, body in zip(keys, self.data['comments'])]
        har = self.folder / 'held.har'
        har.write_text(json.dumps({'log': {'entries': [{'request': one} for one in requests]}}))
        said = json.loads(run([OUT / 'npm/node_modules/.bin/autocannon', '-j', '-n', '-I', '-c', connections,
                               '-d', seconds, '-R', int(rate), '--har', har, self.url]))
        if said['errors'] or said['non2xx']:
            raise RuntimeError(f'Not every answer was a success: {said}')
        return said['latency']['p99']

    def pgbench(self, script, connections, seconds):
        for log in self.folder.glob('pgbench.*'):
            log.unlink()
        variables = [f'-D{name}={value}' for name, value in self.vars.items() if name != 'questions']
        said = run(['pgbench', '-n', '-Mprepared', f'-c{connections}', f'-j{min(2, connections)}', f'-T{seconds}', '-l',
                    f'--log-prefix={self.folder}/pgbench', f'-fbench/sql/{script}.sql', *variables], **self.database)
        times = sorted(int(line.split()[2]) / 1e3
                       for log in self.folder.glob('pgbench.*') for line in log.read_text().splitlines())
        return {'rate': float(re.search(r'tps = ([\d.]+)', said)[1]), 'p50': statistics.median(times),
                'p99': times[int(len(times) * 0.99)]}


def lua(value):
    """The value as Lua source; strings are written as in JSON."""
    if isinstance(value, dict):
        return '{' + ', '.join(f'["{name}"] = {lua(one)}' for name, one in value.items()) + '}'
    if isinstance(value, list):
        return '{' + ', '.join(map(lua, value)) + '}'
    return json.dumps(value, ensure_ascii=False)
