"""Measures the packaged service by wrk beside plain SQL by pgbench, in interleaved rounds: docs/performance.md."""

import argparse
import json
import os
import re
import signal
import statistics
import sys
import time

from build import OUT, ROOT, Build, run

# docs/operation.md, "On a small machine".
JVM = f'@{ROOT}/src/main/jvm/jvm.options'

# Name, script for wrk, its argument, connections, baseline (a script for pgbench, or COPY of a draft). Writes are last.
PAGE = '{large}/comments?limit=50'
WAYS = [
    ('page of 50 open items', 'get', PAGE + '&open=true&status=RECEIVED&section={parts}', 16, 'page'),
    ('page in the middle by cursor', 'get', PAGE + '&cursor={cursor}', 16, 'deep'),
    ('search of two words', 'get', PAGE + '&q={questions}', 4, 'search'),
    ('statistics', 'get', '{large}/statistics', 1, 'statistics'),
    ('coverage', 'get', '{large}/coverage', 1, 'coverage'),
    ('register CSV', 'get', '{large}/register?format=csv', 1, 'copy large'),
    ('register JSON', 'get', '{large}/register?format=json', 1, 'copy large'),
    ('register XLSX, small draft', 'get', '{small}/register?format=xlsx', 1, 'copy small'),
    ('register DOCX, small draft', 'get', '{small}/register?format=docx', 1, 'copy small'),
    ('register PDF, small draft', 'get', '{small}/register?format=pdf', 1, 'copy small'),
    ('POST', 'post', '', 16, 'post'),
    ('POST, 4 connections', 'post', '', 4, 'post'),
    ('NDJSON import', 'import', '', 1, 'import'),
]


def check(build):
    """Fails if the baselines do not read and write the same rows as the service."""
    def written(work):
        before = build.counts()
        work()
        return {table: count - before[table] for table, count in build.counts().items() if count != before[table]}

    def send(run):
        for body, key in zip(build.data['comments'][:20], build.data['submitters']):
            once = {'Idempotency-Key': f'check-{run}'}
            build.api('POST', build.data['target'] + '/comments', body.encode(), key, **once)

    send(1)  # creates the letters
    service, baseline = written(lambda: send(2)), written(lambda: build.pgbench('post', 1, '-t', '20'))
    if service != baseline:
        raise RuntimeError(f'POST leaves {service}, its baseline {baseline}')
    for script, query in ('page', '&open=true&status=RECEIVED&section=3'), ('deep', '&cursor=' + build.data['cursor']):
        page = build.api('GET', f"{build.data['large']}/comments?limit=50{query}", key=build.data['readers'][0])
        sql = re.sub(r'^\\set .*$', '', (ROOT / f'bench/sql/{script}.sql').read_text(), flags=re.M)
        values = build.vars | {'part': 3}
        found = build.psql('-c', re.sub(r'(?<!:):([a-z]+)', lambda name: f"'{values[name[1]]}'", sql))
        ids = re.findall(r'^([0-9a-f-]{36})\|', found, re.M)
        if ids != [one['id'] for one in page['items']]:
            raise RuntimeError(f'{script}.sql does not find the page of the service')


def measure(way, builds, options):
    """Measures baseline, builds, baseline, builds in reverse order, ... baseline."""
    name, script, argument, connections, baseline = way

    def base():
        if baseline.startswith('copy '):
            return builds[-1].copy(baseline.split()[1])
        return builds[-1].pgbench(baseline, connections, '-T', str(options.seconds))

    for build in builds:
        build.wrk(script, argument, connections, options.warmup)
    found = {'way': name, 'connections': connections, 'baseline': [base()], **{build.name: [] for build in builds}}
    for number in range(options.rounds):
        for build in builds[::-1] if number % 2 else builds:
            found[build.name].append(build.wrk(script, argument, connections, options.seconds))
        found['baseline'].append(base())
    return found


def ratio(found, above, below, of):
    """The median of all rounds and its range. The baseline of a round is the mean of those before and after it."""
    def values(name):
        all = [one[of] for one in found[name]]
        return [(a + b) / 2 for a, b in zip(all, all[1:])] if name == 'baseline' else all

    each = [a / b for a, b in zip(values(above), values(below))]
    return f'{statistics.median(each):.2f} ({min(each):.2f}–{max(each):.2f})'


def line(found, names):
    """Speeds are responses per second, or the median time for one connection. A ratio above 1 is faster."""
    several = found['connections'] > 1

    def speed(name):
        median = statistics.median(one['rate' if several else 'p50'] for one in found[name])
        return f'{median:,.0f} /s' if several else f'{median:,.1f} ms'

    def faster(name, than):
        return ratio(found, name, than, 'rate') if several else ratio(found, than, name, 'p50')

    cells = [found['way'], speed('baseline'), *map(speed, names), *(faster(name, 'baseline') for name in names)]
    if len(names) > 1:
        cells.append(faster('new', 'old'))
    cells.append(ratio(found, 'new', 'baseline', 'p99') if several else '')
    return '| ' + ' | '.join(cells) + ' |'


def report(names, facts, results):
    heads = ['way', 'baseline', *names, *(f'{name} ÷ baseline' for name in names)]
    heads += ['new ÷ old', 'p99 new ÷ baseline'] if len(names) > 1 else ['p99 new ÷ baseline']
    text = [f'- {name}: {value}' for name, value in facts.items()]
    text += ['', '| ' + ' | '.join(heads) + ' |', '|---' * len(heads) + '|']
    text += [line(found, names) for found in results]
    (OUT / 'bench.md').write_text('\n'.join(text) + '\n')
    (OUT / 'bench.json').write_text(json.dumps({'facts': facts, 'results': results}, indent=1, ensure_ascii=False))
    return '\n'.join(text)


def arguments():
    form = argparse.ArgumentDefaultsHelpFormatter
    parser = argparse.ArgumentParser(prog='bench/run', description=__doc__, formatter_class=form)
    parser.add_argument('--quick', action='store_true', help='5,000 comments, rounds of a second: shows that it runs')
    parser.add_argument('--rows', type=int, default=100_000, help='comments in the database')
    parser.add_argument('--rounds', type=int, default=5, help='rounds of each way, 5 at least')
    parser.add_argument('--seconds', type=int, default=10, help='seconds of each load')
    parser.add_argument('--warmup', type=int, default=30, help='seconds of each way before its rounds')
    parser.add_argument('--only', default='', help='words with commas: the ways whose names contain one of them')
    parser.add_argument('--compare', metavar='OTHER_JAR_DIR', help='an older build, such as another target/quarkus-app')
    parser.add_argument('--jvm', default=JVM, help='arguments of the JVM')
    if '--quick' in sys.argv:
        parser.set_defaults(rows=5_000, seconds=1, warmup=3)
    options = parser.parse_args()
    if options.rounds < 5 or options.rows < 1_000:
        parser.error('5 rounds and 1,000 comments at least')
    return options


def main():
    options = arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    new = Build('new', ROOT / 'target/quarkus-app')
    builds = [Build('old', options.compare), new] if options.compare else [new]
    names = [build.name for build in builds]
    for build in builds:
        print(f'{build.name}: start, {options.rows:,} comments', flush=True)
        build.start(options.jvm)
        build.seed(options.rows)
    check(new)
    facts = {
        'day': time.strftime('%Y-%m-%d'),
        'command': 'bench/run ' + ' '.join(sys.argv[1:]),
        'commit': run(['git', 'describe', '--always', '--dirty']).strip(),
        'machine': f'{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start',
        'database': 'PostgreSQL ' + new.psql('-c', 'show server_version').strip(),
        'JVM': options.jvm}
    results, failed = [], []
    for way in WAYS:
        if not any(word in way[0] for word in options.only.split(',')):
            continue
        try:
            results.append(measure(way, builds, options))
            print(line(results[-1], names), flush=True)
        except Exception as e:  # the other ways still run
            print(f'{way[0]} failed: {e}', file=sys.stderr)
            failed.append(way[0])
    facts['resident at most'] = ', '.join(f'{build.name} {build.peak()} MB' for build in builds)
    facts['failed'] = ', '.join(failed) or 'none'
    print(report(names, facts, results))
    sys.exit(1 if failed else 0)


main()
