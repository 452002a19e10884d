"""What the tests of fact files share: a fact of the test's own, running tongji, counting checks."""
import json
import subprocess
import sys


class Checks:
    def __init__(self, tongji):
        self.tongji, self.count, self.failed = tongji, 0, 0

    def that(self, good, words):
        self.count += 1
        if not good:
            self.failed += 1
            print('FAILED', words)

    def run(self, *args, status=0, says=(), stdin=None):
        """Runs tongji; checks how it ends and what standard error holds; returns (stdout, stderr)."""
        done = subprocess.run([self.tongji, *map(str, args)], capture_output=True, input=stdin, timeout=120)
        out, err = done.stdout.decode('utf-8'), done.stderr.decode('utf-8')
        self.that(done.returncode == status, f'{args}: ended with {done.returncode}, not {status}: {err[:400]}')
        for words in [says] if isinstance(says, str) else says:
            self.that(words in err, f'{args}: {words!r} is not in {err[:600]!r}')
        return out, err

    def end(self):
        print(f'{self.count} checks, {self.failed} failed')
        sys.exit(self.failed > 0)


def fact(id, **changes):
    record = {'id': id, 'doc': '公报.txt', 'title': '统计公报', 'date': '2024-03-05', 'start': 10, 'end': 20,
              'source_start': 10, 'source_end': 20, 'text': '100亿元', 'measure': 'level', 'value': '10000000000',
              'unit': 'CNY', 'bound': 'eq', 'indicator': '地区生产总值', 'indicator_raw': '生产总值',
              'indicator_code': 'gdp', 'region': '桂林市', 'region_code': '450300', 'period': '2023',
              'status': 'actual', 'basis': '', 'confidence': 0.9, 'sentence': '2023年，全市生产总值100亿元。'}
    record.update(changes)
    return {k: v for k, v in record.items() if v is not None}


def write_facts(path, facts):
    with open(path, 'w', encoding='utf-8') as f:
        for record in facts:
            f.write(json.dumps(record, ensure_ascii=False) + '\n')


def read_facts(path):
    with open(path, encoding='utf-8') as f:
        return {record['id']: record for record in map(json.loads, f)}
