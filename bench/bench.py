"""Measures the packaged service beside plain Quarkus and plain SQL, in interleaved rounds: docs/performance.md."""

import argparse
import json
import os
import re
import signal
import statistics
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from build import OUT, ROOT, Build, run

# The start command of README.md.
START = re.search(r'^(?:.*&& )?(.*java .*quarkus-run\.jar.*)$', (ROOT / 'README.md').read_text(), re.M)[1]

# Name, connections, script for wrk, its argument, and what it is compared with: plain Quarkus, or a script for pgbench.
PAGE = '{large}/comments?limit=50'
WAYS = [
    ('page of 50', 16, 'get', PAGE, ['plain', 'select']),
    ('page of 50, open items', 16, 'get', PAGE + '&open=true&status=RECEIVED&section={parts}', ['plain']),
    ('search of two words', 4, 'get', PAGE + '&q={questions}', ['search']),
    ('statistics', 1, 'get', '{large}/statistics', []),
    ('coverage', 1, 'get', '{large}/coverage', []),
    *((f'register of 1,000, {format}', 1, 'get', '{small}/register/file?format=' + format, [])
      for format in ('csv', 'docx', 'pdf')),
    ('POST', 16, 'post', '', ['plain', 'insert']),
    ('answer and approval', 16, 'answer', '', ['answer']),
]


def check(build, plain):
    """Fails unless plain Quarkus gives the same JSON as the service. Returns the bytes of a page."""
    def differ(ours, theirs, *but):
        ours, theirs = ({name: one[name] for name in one if name not in but} for one in (ours, theirs))
        if ours != theirs:
            raise RuntimeError(f'The service shows {ours}, plain Quarkus {theirs}')

    path, key = build.data['large'] + '/comments?limit=50', build.data['readers'][0]
    both = [one.api('GET', path, key=key)['items'] for one in (build, plain)]
    for ours, theirs in zip(*both, strict=True):
        differ(ours, theirs)
    body, key = build.data['comments'][0].encode(), build.data['submitters'][0]
    posted = [one.api('POST', build.data['target'] + '/comments', body, key) for one in (build, plain)]
    differ(*posted, 'id', 'receiptNumber', 'letter', 'receivedAt', 'updatedAt')
    return len(json.dumps(both[0], ensure_ascii=False, separators=(',', ':')).encode())


def measure(way, builds, plain, options):
    """Loads all in turn, in every second round in reverse order."""
    name, connections, script, argument, others = way
    loads = {one.name: partial(one.wrk, script, argument, connections) for one in builds}
    for other in others:
        loads[other] = (partial(plain.wrk, script, argument, connections) if other == 'plain' else
                        partial(builds[-1].pgbench, other, connections))
    for who, load in loads.items():
        load(1 if who in others and who != 'plain' else options.warmup)
    rounds = {who: [] for who in loads}
    for number in range(options.rounds):
        for who in list(loads)[::-1 if number % 2 else 1]:
            rounds[who].append(loads[who](options.seconds))
    return {'way': name, 'connections': connections, 'rounds': rounds}


def median(found, who, of):
    return statistics.median(one[of] for one in found['rounds'][who])


def lines(found):
    """A line for each comparison: answers a second, or the median time with one connection; above 1 is faster."""
    rounds, several = found['rounds'], found['connections'] > 1

    def speed(who):
        return f"{median(found, who, 'rate'):,.0f} /s" if several else f"{median(found, who, 'p50'):,.1f} ms"

    def cells(other):
        each = [a['rate'] / b['rate'] if several else b['p50'] / a['p50'] for a, b in zip(rounds['new'], rounds[other])]
        return [other, speed(other), f"{median(found, other, 'p99'):,.1f}",
                f'{statistics.median(each):.2f} ({min(each):.2f}–{max(each):.2f})']

    service = [found['way'], speed('new'), f"{median(found, 'new', 'p99'):,.1f}"]
    others = [cells(who) for who in rounds if who != 'new'] or [[''] * 4]
    return '\n'.join('| ' + ' | '.join(service + other) + ' |' for other in others)


def cost(build, seconds):
    """What one POST costs the database, by its counters, which are up to 10 s late."""
    def counters():
        time.sleep(11)
        rows = build.psql('-f', 'bench/sql/counters.sql').splitlines()
        return {name: int(count) for name, count in (row.split('|') for row in rows)}

    before = counters()
    posts = build.wrk('post', '', 16, seconds)['count']
    each = {name: (count - before[name]) / posts for name, count in counters().items()}
    tables = [name.split()[1] for name, count in each.items() if name.startswith('rows') and count > 0.5]
    indexes = [name.split()[2] for name, count in each.items()
               if name.startswith('index') and name.split()[1] in tables and count > 0.9]
    rows = sum(each['rows ' + table] for table in tables)
    unused = build.psql('-c', f"""select indexrelname from pg_stat_user_indexes
        where idx_scan = 0 and schemaname = 'public' and relname in ('{"', '".join(tables)}') order by 1""").split()
    written = f"{rows:.1f} rows of {', '.join(tables)}, entries of {len(indexes)} indexes"
    return {'one POST writes': f"{each['bytes']:,.0f} bytes of WAL in {each['records']:.0f} records, {written}",
            'indexes of these tables that no query took': ', '.join(unused) or 'none'}


def restarted(build, plain, seconds):
    """The first answer on the existing database, and the memory under a mixed load."""
    plain.stop()
    build.stop()
    first = build.start(keep=True)
    mixed = [('post', '', 8), ('get', PAGE, 8), ('get', '{files}', 1)]
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda load: build.wrk(*load, seconds, repeat=False), mixed))
    return {'first answer on the existing database': f'{first:.1f} s',
            f'resident at most, {seconds} s of pages, POSTs and registers': f'{build.peak()} MB'}


def report(facts, results):
    heads = ['way', 'service', 'p99 ms', 'compared with', 'its speed', 'its p99 ms', 'service ÷ it (least–most)']
    text = [f'- {name}: {value}' for name, value in facts.items()]
    text += ['', '| ' + ' | '.join(heads) + ' |', '|---' * len(heads) + '|', *map(lines, results)]
    (OUT / 'bench.md').write_text('\n'.join(text) + '\n')
    (OUT / 'bench.json').write_text(json.dumps({'facts': facts, 'results': results}, indent=1, ensure_ascii=False))
    print('\n'.join(text))


def arguments():
    parser = argparse.ArgumentParser('bench/run', None, __doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument('--quick', action='store_true', help='5,000 comments, rounds of a second: shows that it runs')
    parser.add_argument('--rows', type=int, default=100_000, help='comments in the database')
    parser.add_argument('--rounds', type=int, default=5, help='rounds of each way')
    parser.add_argument('--seconds', type=int, default=10, help='seconds of each load')
    parser.add_argument('--warmup', type=int, default=90, help='seconds of each way before its rounds')
    parser.add_argument('--only', default='', help='words with commas: the ways whose names contain one of them')
    parser.add_argument('--compare', metavar='OTHER_JAR_DIR', help='an older build, such as another target/quarkus-app')
    parser.add_argument('--few', type=int, metavar='ROWS', help='the same build with so many comments, in turn')
    parser.add_argument('--start', default=START, help='the command that starts the service')
    if '--quick' in sys.argv:
        parser.set_defaults(rows=5_000, seconds=1, warmup=3)
    return parser.parse_args()


def main():
    options = arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    new = Build('new', options.start)
    builds = [new]
    if options.compare:
        builds.insert(0, Build('old', options.start.replace('target/quarkus-app', os.path.abspath(options.compare))))
    if options.few:
        builds.insert(0, Build('few', options.start))
    for build in builds:
        rows = options.few if build.name == 'few' else options.rows
        print(f'{build.name}: start, {rows:,} comments', flush=True)
        build.start()
        build.seed(rows, 800 * (options.warmup + options.rounds * options.seconds))
    plain = new.plain()
    facts = {
        'day': time.strftime('%Y-%m-%d %H:%M'),
        'command': 'bench/run ' + ' '.join(sys.argv[1:]),
        'commit': run(['git', 'describe', '--always', '--dirty']).strip(),
        'machine': f'{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start',
        'database': 'PostgreSQL ' + new.psql('-c', 'show server_version').strip(),
        'service': options.start,
        'page of 50, JSON': f'{check(new, plain):,} bytes'}
    results, failed = [], []

    def attempt(name, work):
        try:
            return work()
        except Exception as e:  # the others still run
            print(f'{name} failed: {e}', file=sys.stderr)
            failed.append(name)

    def one(way):
        results.append(measure(way, builds, plain, options))
        print(lines(results[-1]), flush=True)
        if way[0] in ('page of 50', 'POST'):
            rate = 0.7 * median(results[-1], 'new', 'rate')
            slowest = new.held(way[2], way[1], rate, 3 * options.seconds)
            facts[f'{way[0]}, p99 at {rate:.0f} a second'] = f'{slowest} ms'

    for way in WAYS:
        if any(word in way[0] for word in options.only.split(',')):
            attempt(way[0], lambda: one(way))
    if not options.only:
        facts.update(attempt('cost of a POST', lambda: cost(new, options.seconds)) or {})
        facts.update(attempt('restart', lambda: restarted(new, plain, 6 * options.seconds)) or {})
    facts['failed'] = ', '.join(failed) or 'none'
    report(facts, results)
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
