# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line, tried on the built program: test-cli.py FOLLOW-THROUGH MAKE-REGISTER."""

import csv
import fcntl
import io
import json
import os
import pty
import shlex
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile
import termios
import threading
import time
import unittest
import zipfile

PROGRAM, MAKE_REGISTER = map(os.path.abspath, sys.argv[1:3])
README = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../../README.md')
ENVIRONMENT = {**os.environ, 'FOLLOW_TODAY': '2026-11-12', 'FOLLOW_USER': 'Tester', 'LC_ALL': 'C'}


def run(*words, env=None, **more):
    """Runs the program. Its answer must be UTF-8 whatever the locale."""
    done = subprocess.run([PROGRAM, *words], capture_output=True, timeout=120, stdin=subprocess.DEVNULL,
                          env={**ENVIRONMENT, **(env or {})}, **more)
    done.out = done.stdout.decode('utf-8')
    done.err = done.stderr.decode('utf-8')
    return done


class Case(unittest.TestCase):
    template = None

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix='follow-cli-')
        self.addCleanup(shutil.rmtree, self.folder)
        self.file = self.path('Register.follow')
        shutil.copy(Case.template, self.file)

    def path(self, name):
        return os.path.join(self.folder, name)

    def ok(self, *words, **more):
        done = run(*words, **more)
        self.assertEqual((done.returncode, done.err), (0, ''), words)
        return done.out

    def json(self, *words, **more):
        return json.loads(self.ok(*words, '--format', 'json', **more))

    def fails(self, status, *words, says=(), **more):
        """The call ends with status, one line on stderr, and has changed nothing in the folder."""
        before = self.look()
        done = run(*words, **more)
        self.assertEqual(done.returncode, status, (words, done.err))
        self.assertEqual(done.out, '', words)
        self.assertRegex(done.err, r'\Afollow-through: [^\n]+\.?\n\Z')
        for word in says:
            self.assertIn(word, done.err)
        self.assertEqual(self.look(), before, words)
        return done.err

    def look(self):
        seen = {}
        for base, _, names in os.walk(self.folder):
            for name in names:
                with open(os.path.join(base, name), 'rb') as file:
                    seen[os.path.join(base, name)] = file.read()
        return seen


class Words(Case):
    def test_help_and_version(self):
        out = self.ok('--help')
        for verb in 'new', 'kinds', 'list', 'show', 'import', 'export', 'reports', 'history', 'check', 'backup':
            self.assertIn(f'follow-through {verb}', out)
            self.assertIn('--help', self.ok(verb, '--help'))
        self.assertRegex(self.ok('--version'), r'\AFollow-through \d+\.\d+\.\d+\n\Z')

    def test_wrong_words(self):
        for words, says in (
                (('lsit', self.file), ['list']),
                (('--formt',), ['--']),
                (('frobnicate',), ['new', 'backup']),
                (('list', self.file), ['KIND']),
                (('list',), ['FILE KIND']),
                (('list', self.file, 'actoin'), ['“action”']),
                (('list', self.file, 'action', 'more'), ['“more”']),
                (('list', self.file, 'action', '--fromat', 'csv'), ['--format']),
                (('list', self.file, 'action', '--format', 'xml'), ['table, csv, json']),
                (('list', self.file, 'action', '--format'), ['--format']),
                (('list', self.file, 'action', '--format', 'csv', '--format', 'json'), ['twice']),
                (('list', self.file, 'action', '--children=yes', '--format', 'json'), ['--children']),
                (('list', self.file, 'action', '--children', '--format', 'csv'), ['--format json']),
                (('--version', 'extra'), ['“extra”']),
                (('--help', 'list'), ['VERB --help']),
                (('export', self.file, 'improvement-plan', '--for', '', '--output', 'x.xlsx'), ['--for']),
                (('list', self.file, 'action', '--search='), ['--search']),
                (('list', self.file, 'action', '--no-guard'), ['--format csv']),
                (('list', self.file, 'action', '--sort', 'positoin'), ['priority']),
                (('list', self.file, 'action', '--sort', '-position'), ['wording']),
                (('list', self.file, 'action', '--where', 'statsu=complete'), ['“status”', 'due_state']),
                (('list', self.file, 'action', '--where', 'status'), ['FIELD=VALUE']),
                (('list', self.file, 'action', '--where', '=x'), ['FIELD=VALUE']),
                (('list', self.file, 'action', '--where', 'status=done'), ['complete', 'withdrawn']),
                (('list', self.file, 'action', '--where', 'due=soonish'), ['YYYY-MM-DD']),
                (('list', self.file, 'action', '--where', 'no_lead=maybe'), ['yes or no']),
                (('list', self.file, 'action', '--where', 'wording<=a'), ['wording']),
                (('list', self.file, 'plan', '--where', 'actions=many'), ['whole number']),
                (('list', self.file, 'section', '--where', 'plan='), ['plan=TITLE']),
                (('list', self.file, 'action', '--where', b'wording=\xff'), ['UTF-8']),
                (('show', self.file, 'action'), ['REF']),
                (('history', self.file, 'action'), ['REF']),
                (('new', ''), ['empty']),
                (('check',), ['FILE']),
                (('backup', self.file), ['DEST'])):
            self.fails(2, *words, says=says)

    def test_today_must_be_a_day(self):
        for today in 'foo', '2023-02-29', '01/02/2020', '2024-01-01 ':
            for words in ('list', self.file, 'action'), ('./' + 'Register.follow',), ():
                self.fails(2, *words, says=['FOLLOW_TODAY', 'YYYY-MM-DD'], env={'FOLLOW_TODAY': today})
        self.ok('--help', env={'FOLLOW_TODAY': 'foo'})
        self.ok('list', self.file, 'action', env={'FOLLOW_TODAY': ''})

    def test_without_a_display(self):
        none = {'DISPLAY': '', 'WAYLAND_DISPLAY': ''}
        for words in (), (self.file,):
            self.fails(1, *words, says=['no display', '--help'], env=none)

    def test_files_that_are_no_registers(self):
        with open(self.path('text.follow'), 'w') as file:
            file.write('not a register')
        with open(self.path('cut.follow'), 'wb') as file, open(self.file, 'rb') as whole:
            file.write(whole.read()[:9000])
        sqlite3.connect(self.path('other.follow')).executescript('CREATE TABLE a (b)').close()
        for name in 'text.follow', 'cut.follow', 'other.follow', 'missing.follow', '.':
            for words in ('list', self.path(name), 'action'), ('check', self.path(name)), \
                    ('backup', self.path(name), self.path('copy')), ('history', self.path(name)), \
                    ('show', self.path(name), 'action', '1'):
                self.fails(1, *words)

    def test_what_is_no_file_at_all(self):
        os.mkfifo(self.path('pipe'))
        for path in self.path('pipe'), '/dev/null':
            done = run('list', path, 'action')
            self.assertEqual((done.returncode, done.out), (1, ''), path)

    def test_a_newer_file_is_refused(self):
        with sqlite3.connect(self.file) as db:
            db.execute('PRAGMA user_version = 9999')
        self.fails(1, 'list', self.file, 'action', says=['newer'])

    def test_full_output(self):
        with open('/dev/full', 'wb') as full:
            done = subprocess.run([PROGRAM, 'kinds'], stdout=full, stderr=subprocess.PIPE, env=ENVIRONMENT)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b'could not be written', done.stderr)


class New(Case):
    def test_makes_a_register(self):
        path = self.path('New.follow')
        self.assertEqual(self.ok('new', path), '')
        self.assertEqual(self.json('list', path, 'action'), [])
        self.assertEqual(len(self.json('list', path, 'grade')), 6)
        self.assertIn('sound', self.ok('check', path))

    def test_makes_the_example(self):
        path = self.path('Example.follow')
        self.assertEqual(self.ok('new', path, '--example'), '')
        self.assertEqual(len(self.json('list', path, 'action', '--where', 'status=complete')), 9)
        self.assertEqual(len(self.json('list', path, 'inspection')), 3)
        self.assertIn('sound', self.ok('check', path))
        self.fails(1, 'new', path, '--example', says=['there already'])

    def test_never_overwrites(self):
        self.fails(1, 'new', self.file, says=['there already'])
        self.fails(1, 'new', self.folder)
        self.fails(1, 'new', self.path('no/folder.follow'), says=['folder'])

    def test_names_like_options(self):
        self.ok('new', '--', '-odd name.follow', cwd=self.folder)
        self.assertIn('sound', self.ok('check', './-odd name.follow', cwd=self.folder))


class Kinds(Case):
    def test_names_kinds_and_fields(self):
        kinds = {kind['name']: kind for kind in self.json('kinds')}
        self.assertEqual(kinds['milestone']['parent'], 'action')
        self.assertIsNone(kinds['action']['parent'])
        for kind in kinds.values():
            # A record is listed with what it belongs to, under the name of that kind.
            self.assertNotIn(kind['parent'], [field['name'] for field in kind['fields']], kind['name'])
        fields = {field['name']: field for field in kinds['action']['fields']}
        self.assertNotIn('position', fields)
        self.assertEqual([choice['id'] for choice in fields['status']['choices']],
                         ['not_started', 'on_track', 'slippage', 'off_track', 'complete', 'withdrawn'])
        self.assertTrue(fields['due_state']['computed'])
        self.assertEqual(fields['leads']['links_to'], ['person', 'group'])
        self.assertEqual(fields['timescale']['type'], 'timescale')
        self.assertIn('due_state', self.ok('kinds'))

    def test_promised_names(self):
        promised = {
            'organisation': 'name short_name sector',
            'person': 'post name organisation email active',
            'group': 'name short_name kind parent',
            'membership': 'person organisation position role from to',
            'inspection': 'title body type follows notified fieldwork_from fieldwork_to published reference',
            'evaluation': 'indicator grade note',
            'finding': 'type number statement wording feedback quotation page',
            'plan': 'title inspection vision approved_by approved_on state',
            'section': 'number wording finding feedback formal',
            'action': 'number wording plan section origin programme leads lead_as_written agencies timescale '
                      'status intended_outcome impact priority marking due_state',
            'milestone': 'wording timescale done_on',
            'progress_note': 'date by text status',
            'timescale_change': 'from to reason',
            'evidence': 'title kind location sha256',
        }
        kinds = {kind['name']: {field['name'] for field in kind['fields']} for kind in self.json('kinds')}
        for kind, fields in promised.items():
            self.assertLessEqual(set(fields.split()), kinds[kind], kind)


class List(Case):
    def numbers(self, *words):
        return [action['number'] for action in self.json('list', self.file, 'action', *words)]

    def test_json(self):
        actions = self.json('list', self.file, 'action')
        first = actions[0]
        self.assertEqual(first['wording'], 'Agree a protocol')
        self.assertEqual(first['plan'], 'Improvement Plan 2025–27')
        self.assertEqual(first['leads'], ['Lead Officer'])
        self.assertEqual(first['section'], '1 Chronologies')
        self.assertEqual(first['status'], 'on_track')
        self.assertEqual(first['timescale'], {'wording': '22 June 2026', 'first': '2026-06-22',
                                              'last': '2026-06-22', 'precision': 'day', 'recurs': None})
        self.assertEqual(first['due'], '2026-06-22')
        self.assertEqual(first['due_state'], 'overdue')
        self.assertIs(first['no_lead'], False)
        self.assertIsNone(first['impact'])
        self.assertNotIn('position', first)
        self.assertNotIn('milestone', first)
        self.assertEqual(actions[3]['wording'],
                         '日本語 \033[31mred\033[0m "quoted", \\ back\nsecond line\ttab 😀')

    def test_children(self):
        actions = self.json('list', self.file, 'action', '--children')
        self.assertEqual(actions[0]['milestone'][0]['wording'], 'Draft\nof the protocol')
        self.assertEqual(actions[0]['progress_note'][0]['date'], '2026-09-01')
        self.assertEqual(actions[1]['milestone'], [])
        lines = self.ok('list', self.file, 'action', '--children').splitlines()
        self.assertIn('  Milestones', lines)
        self.assertLess(lines.index('  Milestones'), [i for i, line in enumerate(lines) if 'training plan' in line][0])
        self.assertIn('    - Milestone: Draft', lines)
        self.assertEqual({section['plan'] for section in self.json('list', self.file, 'section')},
                         {'Improvement Plan 2025–27', 'Older plan'})

    def test_csv(self):
        out = self.ok('list', self.file, 'action', '--format', 'csv')
        rows = list(csv.DictReader(io.StringIO(out, newline='')))
        self.assertEqual(rows[0]['status'], 'On track')
        self.assertEqual(rows[0]['due'], '2026-06-22')
        self.assertEqual(rows[0]['timescale'], '22 June 2026')
        self.assertTrue(rows[2]['wording'].startswith("'="))
        self.assertNotIn('position', rows[0])
        rows = list(csv.DictReader(io.StringIO(
            self.ok('list', self.file, 'action', '--format', 'csv', '--no-guard'), newline='')))
        self.assertEqual(rows[2]['wording'], '=HYPERLINK("http://example.org","x")')
        self.assertEqual(rows[3]['wording'], '日本語 \033[31mred\033[0m "quoted", \\ back\nsecond line\ttab 😀')

    def test_table(self):
        lines = self.ok('list', self.file, 'action').splitlines()
        self.assertEqual(len(lines), 6)
        self.assertIn('Declared status', lines[0])
        self.assertIn('Review the older protocol', lines[5])
        self.assertNotIn('\033', ''.join(lines))

    def test_where(self):
        for condition, numbers in (
                ('status=complete', '2'), ('status=Complete', '2'), ('status!=complete', '1 10 11 1'),
                ('status=', '10 11 1'), ('status!=', '1 2'), ('plan=Improvement Plan 2025–27', '1 2 10 11'),
                ('plan=improvement plan 2025-27', '1 2 10 11'), ('plan=older', '1'),
                ('plan!=Older plan', '1 2 10 11'), ('section=1', '1 2'), ('section=Chronologies', '1 2'),
                ('section=', '10 11 1'), ('leads=lead officer', '1'), ('leads!=lead officer', '2 10 11 1'),
                ('leads=', '2 10 11 1'), ('number=10', '10'), ('wording=AGREE A PROTOCOL', '1'),
                ('wording!=agree a protocol', '2 10 11 1'), ('timescale=dates SET', '11'),
                ('timescale=', '1'), ('due_state=overdue', '1'), ('due_state=No date', '10 11 1'),
                ('no_lead=yes', '10 11 1'), ('due=2026-06-22', '1'), ('due=22/06/2026', '1'),
                ('due<=2026-12-31', '1'), ('due>=2026-06-22', '1 2'), ('due>=2026-12-31', '2'),
                ('lead_as_written=TBC', '11'), ('wording=agree a = b', '')):
            self.assertEqual(' '.join(self.numbers('--where', condition)), numbers, condition)
        self.assertEqual(self.numbers('--where', 'plan=older', '--where', 'number=1'), ['1'])
        self.assertEqual(self.numbers('--where', 'number=10', '--where', 'number=2'), ['2', '10'])
        self.assertEqual(len(self.json('list', self.file, 'section', '--where', 'plan=older')), 1)
        self.assertEqual(len(self.json('list', self.file, 'person', '--where', 'active=no')), 1)
        self.assertEqual(len(self.json('list', self.file, 'person', '--where', 'organisation=ardle council')), 1)
        self.assertEqual(len(self.json('list', self.file, 'plan', '--where', 'actions=4')), 1)
        self.fails(1, 'list', self.file, 'action', '--where', 'plan=Nothing of the kind', says=['plan'])
        self.fails(1, 'list', self.file, 'action', '--where', "plan=' OR 1=1 --")
        self.fails(1, 'list', self.file, 'section', '--where', 'plan=nothing')

    def test_search_and_sort(self):
        self.assertEqual(self.numbers('--search', 'proto'), ['1', '1'])
        self.assertEqual(self.numbers('--search', '" OR * nothing'), [])
        self.assertEqual(self.numbers('--sort', 'number'), ['1', '1', '2', '10', '11'])
        self.assertEqual(self.numbers('--sort', '-number'), ['11', '10', '2', '1', '1'])
        self.assertEqual(self.numbers('--sort=due')[:2], ['1', '2'])

    def test_today(self):
        states = [action['due_state'] for action in
                  self.json('list', self.file, 'action', env={'FOLLOW_TODAY': '2026-06-01'})]
        self.assertEqual(states[0], 'due_soon')

    def test_cut_to_the_terminal(self):
        main, side = pty.openpty()
        fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack('HHHH', 25, 80, 0, 0))
        process = subprocess.Popen([PROGRAM, 'list', self.file, 'action'], stdout=side, env=ENVIRONMENT)
        os.close(side)
        out = b''
        try:
            while piece := os.read(main, 65536):
                out += piece
        except OSError:
            pass
        os.close(main)
        self.assertEqual(process.wait(), 0)
        lines = out.decode('utf-8').splitlines()
        self.assertTrue(all(len(line) <= 80 for line in lines), lines)
        self.assertIn('--format csv', lines[-1])
        self.assertNotIn('--format csv', self.ok('list', self.file, 'action'))
        self.assertIn('…', lines[3])


class Show(Case):
    def test_finds_by_number_reference_and_title(self):
        for kind, ref, field, value in (
                ('action', '2', 'wording', 'Agree a training plan'),
                ('action', 'agree a PROTOCOL', 'number', '1'),
                ('action', 'agree a t', 'number', '2'),
                ('action', '1 agree a protocol', 'number', '1'),
                ('inspection', 'ji/25', 'title', 'Joint inspection 2025'),
                ('plan', 'improvement plan 2025-27', 'state', 'live'),
                ('group', 'CPC', 'name', 'Child Protection Committee'),
                ('organisation', 'Ardle Council', 'short_name', 'Council')):
            self.assertEqual(self.json('show', self.file, kind, ref)[field], value, ref)

    def test_text(self):
        out = self.ok('show', self.file, 'action', 'agree a protocol')
        self.assertIn('Declared status: On track\n', out)
        self.assertIn('\nMilestones\n  - Milestone: Draft\n      of the protocol\n', out)
        self.assertIn('Plan: Older plan', self.ok('show', self.file, 'section', '1', '--where', 'plan=older'))
        self.assertNotIn('\033', self.ok('show', self.file, 'action', '11'))

    def test_json_has_children(self):
        self.assertEqual(len(self.json('show', self.file, 'plan', 'improvement')['section']), 1)

    def test_several_fit(self):
        error = self.fails(1, 'show', self.file, 'action', '1')
        for word in 'Agree a protocol', 'Older plan', 'Improvement Plan 2025–27', '--where':
            self.assertIn(word, error)
        self.assertEqual(self.json('show', self.file, 'action', '1', '--where', 'plan=older')['wording'],
                         'Review the older protocol')
        self.fails(1, 'show', self.file, 'action', 'agree')
        self.fails(1, 'show', self.file, 'action', '99', says=['99'])


class History(Case):
    def test_of_a_record(self):
        entries = self.json('history', self.file, 'action', 'agree a protocol')
        self.assertEqual({entry['who'] for entry in entries}, {'Tester'})
        leads = [entry for entry in entries if entry['field'] == 'leads'][0]
        self.assertEqual((leads['before'], leads['after'], leads['what']), ([], ['Lead Officer'], 'set'))
        self.assertEqual(leads['record'], '1 Agree a protocol')
        self.assertIn('milestone', {entry['kind'] for entry in entries})
        self.assertNotIn('position', {entry['field'] for entry in entries})
        self.assertEqual(entries[-1]['what'], 'added')
        self.assertNotIn('', [entry['doing'] for entry in entries])
        self.assertLess(entries[-1]['at'], entries[0]['at'] + 'Z')

    def test_of_the_register(self):
        entries = self.json('history', self.file)
        rows = list(csv.DictReader(io.StringIO(
            self.ok('history', self.file, '--format', 'csv'), newline='')))
        self.assertEqual(len(rows), len(entries))
        self.assertEqual(rows[0]['what'], entries[0]['what'])
        self.assertEqual(len(self.ok('history', self.file).splitlines()), len(entries) + 1)


class Check(Case):
    def test_sound(self):
        out = self.ok('check', self.file)
        self.assertTrue(out.startswith('The file is sound.\n'), out)
        for line in ('1  action overdue', '3  actions without a lead',
                     '3  actions without a timescale or a date in it',
                     '1  timescale that names a day which does not exist'):
            self.assertIn(line, out)

    def test_unsound(self):
        with sqlite3.connect(self.file) as db:
            db.execute('DELETE FROM search')
        before = self.look()
        done = run('check', self.file)
        self.assertEqual(done.returncode, 1)
        self.assertIn('search', done.out)
        self.assertIn('not sound', done.err)
        self.assertEqual(self.look(), before)


class Damaged(Case):
    def setUp(self):
        super().setUp()
        db = sqlite3.connect(self.file)
        size = db.execute('PRAGMA page_size').fetchone()[0]
        pages = [row[0] for row in db.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name IN ('evidence', 'membership', 'theme')")]
        db.close()
        self.assertEqual(len(pages), 3)
        with open(self.file, 'r+b') as file:
            for page in pages:
                file.seek((page - 1) * size)
                file.write(b'\xaa' * size)

    def test_is_not_backed_up(self):
        self.fails(1, 'backup', self.file, self.path('Copy.follow'), says=['Not backed up', self.file])

    def test_is_told_in_lines_of_their_own(self):
        done = run('check', self.file)
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.out, r'\AThe file is damaged in \d+ places? \([^\n]+\)\.\n')
        self.assertNotIn('***', done.out)
        self.assertIn(self.file, done.err)

    def test_is_named(self):
        self.fails(1, 'list', self.file, 'theme', says=[self.file, 'damaged'])


class Readme(Case):
    def test_its_tour_works_as_typed(self):
        with open(README, encoding='utf-8') as file:
            calls = [shlex.split(line) for line in file if line.startswith('    follow-through ')]
        self.assertGreaterEqual(len(calls), 3)
        for call in calls:
            self.ok(*call[1:], cwd=self.folder, env={'FOLLOW_TODAY': ''})
        self.assertTrue(os.path.exists(self.path('Plan.xlsx')))


class Backup(Case):
    def test_copies(self):
        copy = self.path('Copy.follow')
        self.assertEqual(self.ok('backup', self.file, copy), '')
        self.assertEqual(self.ok('list', copy, 'action', '--format', 'json'),
                         self.ok('list', self.file, 'action', '--format', 'json'))
        self.fails(1, 'backup', self.file, copy, says=['there already'])
        self.fails(1, 'backup', self.file, self.file)
        self.fails(1, 'backup', self.file, self.path('no/folder'))


PLAN = """Outcome Required,No,Actions,Timeframe,Responsibility,Progress
Children are seen,1,Agree a standard,22 June 2026,Lead Officer,
,2,=1+1 is not run,31/02/2026,Nobody known,Begun
Records are good,3,Audit the records,Dates set,,
"""


class Import(Case):
    def setUp(self):
        super().setUp()
        self.source = self.path('A plan.csv')
        with open(self.source, 'w') as file:
            file.write(PLAN)

    def test_takes_a_plan(self):
        before = self.look()
        dry = self.json('import', self.file, self.source, '--as', 'plan', '--dry-run')
        self.assertEqual(self.look(), before)
        done = self.json('import', self.file, self.source)
        self.assertEqual(done, dry)
        self.assertEqual(done['records']['action'], {'new': 3, 'changed': 0, 'unchanged': 0})
        self.assertEqual(done['records']['section'], {'new': 2, 'changed': 0, 'unchanged': 0})
        for problem in done['problems']:
            self.assertEqual(set(problem), {'sheet', 'cell', 'severity', 'message'})
            self.assertIn(problem['severity'], ('note', 'warning', 'error'))
        self.assertIn('D3', [problem['cell'] for problem in done['problems']])
        for left in done['not_taken']:
            self.assertEqual(set(left), {'sheet', 'range', 'reason'})
        actions = self.json('list', self.file, 'action', '--where', 'plan=A plan')
        self.assertEqual([action['wording'] for action in actions],
                         ['Agree a standard', '=1+1 is not run', 'Audit the records'])
        self.assertEqual(actions[0]['leads'], ['Lead Officer'])
        again = self.json('import', self.file, self.source)
        self.assertEqual(again['records']['action'], {'new': 0, 'changed': 0, 'unchanged': 3})
        entries = self.json('history', self.file, 'plan', 'A plan')
        self.assertEqual(entries[0]['who'], 'Tester')

    def test_answers_in_text(self):
        out = self.ok('import', self.file, self.source, '--dry-run')
        self.assertIn('nothing was written', out)
        self.assertRegex(out, r'Actions +3 +0 +0')
        self.assertIn('A plan D3: ', out)
        self.assertIn('Sections', self.ok('import', self.file, self.source))

    def test_maps_headings(self):
        done = self.json('import', self.file, self.source, '--map', 'Progress=', '--map=Timeframe=measure')
        self.assertEqual(done['records'].get('progress_note'), None)
        self.assertEqual(self.json('show', self.file, 'action', 'audit')['measure'], 'Dates set')

    def test_failures(self):
        with open(self.path('other.csv'), 'w') as file:
            file.write('a,b\n1,2\n')
        with open(self.path('broken.xlsx'), 'wb') as file:
            file.write(b'PK\3\4 and no more')
        for name in 'other.csv', 'broken.xlsx', 'missing.csv', 'Register.follow', '.':
            self.fails(1, 'import', self.file, self.path(name))
        self.fails(1, 'import', self.file, self.source, '--sheet', 'Nothing', says=['Nothing'])
        self.fails(1, 'import', self.source, self.source)
        self.fails(2, 'import', self.file, self.source, '--map', 'Progress', says=['Progress'])
        self.fails(2, 'import', self.file, self.source, '--map', 'Progress=nothing', says=['nothing'])
        self.fails(2, 'import', self.file, self.source, '--as', 'pudding', says=['plan'])
        self.fails(2, 'import', self.file, says=['SOURCE'])

    def test_waits_its_turn(self):
        db = sqlite3.connect(self.file, isolation_level=None, check_same_thread=False)
        db.execute('BEGIN IMMEDIATE')
        timer = threading.Timer(0.5, db.execute, ['ROLLBACK'])
        timer.start()
        self.ok('import', self.file, self.source)
        timer.join()
        with open(self.source, 'a') as file:
            file.write(',4,One more action,,,\n')
        before = self.look()
        # From here on the file is not to be opened here: closing it would let go of the lock.
        db.execute('BEGIN IMMEDIATE')
        done = run('import', self.file, self.source)
        db.execute('ROLLBACK')
        db.close()
        self.assertEqual((done.returncode, done.out), (1, ''))
        self.assertIn('holds the register', done.err)
        self.assertEqual(self.look(), before)

    def test_two_at_once(self):
        """What one imports is not new to the other, whichever comes first."""
        db = sqlite3.connect(self.file, isolation_level=None)
        db.execute('BEGIN IMMEDIATE')  # both have read the plan by the time that either may write
        both = [subprocess.Popen([PROGRAM, 'import', self.file, self.source, '--format', 'json'],
                                 stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT)
                for _ in range(2)]
        time.sleep(0.7)
        db.execute('ROLLBACK')
        db.close()
        answers = [process.communicate(timeout=120) for process in both]
        self.assertEqual([(process.returncode, answer[1]) for process, answer in zip(both, answers)],
                         [(0, b'')] * 2)
        self.assertEqual(sorted(json.loads(out)['records']['action']['new'] for out, _ in answers), [0, 3])
        self.assertEqual(len(self.json('list', self.file, 'plan', '--where', 'title=A plan')), 1)
        self.assertEqual(len(self.json('list', self.file, 'action', '--where', 'plan=A plan')), 3)

    def test_takes_any_kind(self):
        with open(self.path('people.csv'), 'w', encoding='utf-16') as file:
            file.write('Post;E-mail\nHead of Audit;audit@example.org\n')
        done = self.json('import', self.file, self.path('people.csv'), '--as', 'person', '--encoding', 'utf-16-le',
                         '--separator', 'semicolon')
        self.assertEqual(done['records'], {'person': {'new': 1, 'changed': 0, 'unchanged': 0}})
        self.assertEqual(self.json('show', self.file, 'person', 'Head of Audit')['email'], 'audit@example.org')
        self.fails(2, 'import', self.file, self.source, '--separator', 'dot', says=['comma'])

    def test_decides_doubts(self):
        with open(self.path('log.csv'), 'w') as file:
            file.write('No,Action,Status,What else\n1,Visit the wards,Compl.,x\n')
        done = self.json('import', self.file, self.path('log.csv'))
        self.assertIn(('C2', 'warning'), [(problem['cell'], problem['severity']) for problem in done['problems']])
        self.assertEqual(self.json('show', self.file, 'action', 'visit')['status'], 'complete')
        self.ok('import', self.file, self.path('log.csv'), '--decide', 'Compl.=Withdrawn', '--map', 'What else=measure')
        self.assertEqual(self.json('show', self.file, 'action', 'visit')['status'], 'withdrawn')
        self.assertEqual(self.json('show', self.file, 'action', 'visit')['measure'], 'x')
        self.fails(2, 'import', self.file, self.path('log.csv'), '--decide', 'Compl.', says=['Compl.'])

    def test_whole_register_comes_back(self):
        self.ok('import', self.file, self.source)
        out = self.path('register.xlsx')
        self.ok('export', self.file, 'register', '--output', out)
        for kind, counts in self.json('import', self.file, out)['records'].items():
            self.assertEqual((counts['new'], counts['changed']), (0, 0), kind)

    def test_comes_back_from_its_own_workbook(self):
        self.ok('import', self.file, self.source)
        for layout in 'outcomes', 'areas':
            out = self.path(layout + '.xlsx')
            self.ok('export', self.file, 'improvement-plan', '--for', 'A plan', '--layout', layout, '--output', out)
            done = self.json('import', self.file, out)
            self.assertEqual(done['records']['action'], {'new': 0, 'changed': 0, 'unchanged': 3}, layout)


class Export(Case):
    def workbook(self, path):
        """The workbook's XML, all parts in one."""
        with zipfile.ZipFile(path) as archive:
            self.assertIsNone(archive.testzip())
            return '\n'.join(archive.read(name).decode('utf-8') for name in archive.namelist()
                             if name.endswith('.xml'))

    def test_reports(self):
        reports = {report['name']: report for report in self.json('reports')}
        self.assertEqual(reports['list']['options'], ['kind', 'where', 'search', 'sort', 'output'])
        self.assertIn('xlsx', reports['list']['endings'])
        self.assertIn('register', self.ok('reports'))

    def test_list(self):
        out = self.path('Actions.xlsx')
        with open(out, 'w') as file:
            file.write('an older file')
        self.assertEqual(self.ok('export', self.file, 'list', '--kind', 'action', '--where', 'plan=improvement',
                                 '--output', out), '')
        book = self.workbook(out)
        self.assertIn('=HYPERLINK', book)
        self.assertIn('日本語', book)
        self.assertNotIn('Review the older protocol', book)
        self.assertNotRegex(book, r'<f>[^<]*HYPERLINK')

    def test_list_as_csv(self):
        words = ['--where', 'plan=improvement']
        self.ok('export', self.file, 'list', '--kind', 'action', *words, '--output', self.path('Actions.CSV'))
        with open(self.path('Actions.CSV'), 'rb') as file:
            self.assertEqual(file.read().decode('utf-8-sig'),
                             self.ok('list', self.file, 'action', *words, '--format', 'csv'))

    def test_register(self):
        self.ok('export', self.file, 'register', '--output', self.path('All.xlsx'))
        book = self.workbook(self.path('All.xlsx'))
        for word in 'Milestones', 'Draft', 'Care Inspectorate', 'Chronologies':
            self.assertIn(word, book)

    def test_wrong_words(self):
        out = ['--output', self.path('Out.xlsx')]
        for words, says in (
                (['lst', '--kind', 'action', *out], ['“list”']),
                (['list', *out], ['--kind']),
                (['list', '--kind', 'actoin', *out], ['“action”']),
                (['list', '--kind', 'action'], ['--output']),
                (['list', '--kind', 'action', '--output', self.path('Out.doc')], ['xlsx']),
                (['list', '--kind', 'action', '--for', '1', *out], ['--for']),
                (['list', '--kind', 'action', '--where', 'x=1', *out], ['wording']),
                (['improvement-plan', '--layout', 'area', *out], ['“areas”']),
                (['improvement-plan', '--where', 'number=1', *out], ['--where']),
                (['register', '--kind', 'action', *out], ['--kind'])):
            self.fails(2, 'export', self.file, *words, says=says)

    def test_what_it_is_about(self):
        out = ['--output', self.path('Plan.xlsx')]
        error = self.fails(1, 'export', self.file, 'improvement-plan', *out)
        for word in 'Older plan', 'Improvement Plan 2025–27', '--for':
            self.assertIn(word, error)
        self.fails(1, 'export', self.file, 'improvement-plan', '--for', 'nothing', *out, says=['nothing'])
        self.ok('export', self.file, 'improvement-plan', '--for', 'older', *out)
        self.assertIn('Review the older protocol', self.workbook(self.path('Plan.xlsx')))
        self.ok('new', self.path('Empty.follow'))
        self.fails(1, 'export', self.path('Empty.follow'), 'improvement-plan', *out)

    def test_failures_leave_what_was_there(self):
        os.mkdir(self.path('folder.xlsx'))
        for out in self.path('folder.xlsx'), self.path('no/Out.xlsx'):
            self.fails(1, 'export', self.file, 'list', '--kind', 'action', '--output', out)
        shutil.copy(self.file, self.path('Register.xlsx'))
        os.symlink('Register.xlsx', self.path('Link.xlsx'))
        for out in 'Register.xlsx', 'Link.xlsx':
            self.fails(1, 'export', self.path('Register.xlsx'), 'register', '--output', self.path(out),
                       says=['register itself'])


class UpdateSheets(Case):
    editor = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../exchange/edit-update-sheet.py')

    def make(self, *words):
        out = self.path('sheets')
        answer = self.ok('export', self.file, 'update-sheets', '--output', out, *words)
        self.assertLessEqual(set(answer.splitlines()), set(os.listdir(out)))
        return out

    def fill(self, sheet, *words):
        try:
            import openpyxl  # noqa: F401
        except ImportError:
            self.skipTest('openpyxl is not there')
        back = self.path('back.xlsx')
        subprocess.run([sys.executable, self.editor, sheet, back, *words], check=True)
        return back

    def test_made(self):
        out = self.make('--deadline', '4 December 2026', '--return-to', 'cpc@example.org', '--note', 'Thank you')
        self.assertEqual(sorted(os.listdir(out)), ['Lead Officer, 2026-11-12.xlsx',
                                                   'List of update sheets, 2026-11-12.xlsx',
                                                   'No lead, 2026-11-12.xlsx'])
        made = self.json('list', self.file, 'update_round')[0]
        self.assertEqual((made['deadline'], made['return_to'], made['unanswered']),
                         ('2026-12-04', 'cpc@example.org', 2))
        sheets = self.json('list', self.file, 'update_sheet')
        self.assertEqual([(sheet['recipient_as_written'], sheet['actions']) for sheet in sheets],
                         [('Lead Officer', 1), ('No lead', 3)])
        self.fails(1, 'export', self.file, 'update-sheets', '--output', out, says=['already'])
        self.make('--replace', '--by', 'agency', '--where', 'status=on_track')
        reports = {report['name']: report for report in self.json('reports')}
        self.assertEqual(reports['update-sheets']['by'], ['lead', 'agency'])

    def test_wrong_words(self):
        out = ['--output', self.path('sheets')]
        for words, says in (
                (['update-sheets', *out, '--by', 'led'], ['“lead”']),
                (['update-sheets', *out, '--deadline', 'soon'], ['YYYY-MM-DD']),
                (['update-sheets', *out, '--kind', 'action'], ['--kind']),
                (['update-sheets', *out, '--where', 'x=1'], ['wording']),
                (['register', '--output', self.path('All.xlsx'), '--by', 'lead'], ['--by']),
                (['register', '--output', self.path('All.xlsx'), '--deadline', '2026-12-04'], ['--deadline'])):
            self.fails(2, 'export', self.file, *words, says=says)
        self.fails(1, 'export', self.file, 'update-sheets', *out, '--deadline', '2026-11-11', says=['passed'])
        self.fails(1, 'export', self.file, 'update-sheets', *out, '--where', 'status=complete', says=['No sheet'])
        self.fails(1, 'export', self.file, 'update-sheets', '--output', self.file, says=['register itself'])
        self.fails(1, 'export', self.file, 'update-sheets', '--output', self.path('no/such'))

    def test_read_back(self):
        out = self.make()
        back = self.fill(os.path.join(out, 'Lead Officer, 2026-11-12.xlsx'), 'set', '1', 'progress', 'Agreed.',
                         'set', '1', 'status', 'B – Complete', 'set', '1', 'expected', 'some day')
        before = self.look()
        dry = self.json('import', self.file, back, '--as', 'update', '--dry-run')
        self.assertEqual(self.look(), before)
        done = self.json('import', self.file, back, '--as', 'update')
        self.assertEqual(done, dry)
        self.assertEqual(done['records']['progress_note'], {'new': 1, 'changed': 0, 'unchanged': 0})
        self.assertEqual(done['records']['action'], {'new': 0, 'changed': 1, 'unchanged': 0})
        self.assertEqual([(problem['cell'], problem['severity']) for problem in done['problems']],
                         [('J5', 'warning')])
        action = self.json('list', self.file, 'action', '--where', 'leads=Lead Officer', '--children')[0]
        self.assertEqual(action['status'], 'complete')
        self.assertEqual(action['timescale']['wording'], '22 June 2026')
        note = action['progress_note'][0]
        self.assertEqual((note['text'], note['by'], note['date']), ('Agreed.', 'Lead Officer', '2026-11-12'))
        # Again, and in a folder with those that nobody has filled in: nothing.
        shutil.move(back, out)
        before = self.look()
        again = self.json('import', self.file, out, '--as', 'update')
        self.assertEqual(self.look(), before)
        self.assertNotIn('progress_note', again['records'])
        self.assertEqual(self.json('list', self.file, 'update_round')[0]['answered'], 1)

    def test_refused(self):
        source = self.path('Plan.xlsx')
        self.ok('export', self.file, 'list', '--kind', 'action', '--output', source)
        self.fails(1, 'import', self.file, source, '--as', 'update', says=['no update sheet'])
        self.fails(1, 'import', self.file, self.file, '--as', 'update')
        self.fails(1, 'import', self.file, self.path('nothing'), '--as', 'update')
        self.fails(2, 'import', self.file, source, '--as', 'updates', says=['“update”'])

    def test_action_log(self):
        out = ['--output', self.path('Log.xlsx')]
        report = {report['name']: report for report in self.json('reports')}['action-log']
        self.assertEqual((report['options'], report['for']), (['for', 'since', 'output'], 'group'))
        self.assertEqual(self.ok('export', self.file, 'action-log', '--since', '1 Sept 2026', *out), '')
        with zipfile.ZipFile(self.path('Log.xlsx')) as book:
            self.assertIn('Since 1 Sep 2026', book.read('xl/worksheets/sheet1.xml').decode())
        self.fails(2, 'export', self.file, 'action-log', '--since', 'lately', *out, says=['--since YYYY-MM-DD'])
        self.fails(1, 'export', self.file, 'action-log', '--since', '2026-11-13', *out, says=['still to come'])
        self.fails(1, 'export', self.file, 'action-log', '--for', 'nobody', *out, says=['nobody'])
        self.fails(2, 'export', self.file, 'register', '--since', '2026-11-01', *out, says=['--since'])


class Sharing(Case):
    def test_reads_while_another_writes(self):
        db = sqlite3.connect(self.file, isolation_level=None)
        db.execute('BEGIN IMMEDIATE')
        db.execute("UPDATE action SET priority = 'low'")
        before = self.json('list', self.file, 'action')
        self.assertEqual(before[0]['priority'], 'high')
        self.ok('backup', self.file, self.path('Copy.follow'))
        db.execute('ROLLBACK')
        db.close()

    def test_waits_for_a_write_that_ends(self):
        db = sqlite3.connect(self.file, isolation_level=None, check_same_thread=False)
        db.execute('BEGIN EXCLUSIVE')
        timer = threading.Timer(0.5, db.execute, ['COMMIT'])
        timer.start()
        self.assertEqual(len(self.json('list', self.file, 'action')), 5)
        timer.join()
        db.close()

    def test_reads_a_file_that_cannot_be_written(self):
        os.chmod(self.file, 0o400)
        os.chmod(self.folder, 0o500)
        self.addCleanup(os.chmod, self.folder, 0o700)
        self.assertEqual(len(self.json('list', self.file, 'action')), 5)

    def test_rolls_back_what_a_killed_program_left(self):
        db = sqlite3.connect(self.file, isolation_level=None)
        db.executescript('PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE;'
                         "UPDATE change_set SET label = printf ('%1000d', 1);"
                         "UPDATE action SET priority = 'low';")
        if not os.path.exists(self.file + '-journal'):
            self.skipTest('SQLite kept the change in memory')
        os.mkdir(self.path('killed'))
        for ending in '', '-journal':
            shutil.copy(self.file + ending, self.path('killed/Register.follow') + ending)
        db.execute('ROLLBACK')
        db.close()
        self.assertEqual(self.json('list', self.path('killed/Register.follow'), 'action')[0]['priority'], 'high')


class Tap(unittest.TestResult):
    """Says in TAP how each test went."""

    def say(self, test, ok, remark='', detail=''):
        print('ok' if ok else 'not ok', self.testsRun, '-', test.id().removeprefix('__main__.') + remark)
        for line in detail.splitlines():
            print('#', line.encode('ascii', 'backslashreplace').decode())
        sys.stdout.flush()

    def addSuccess(self, test):
        self.say(test, True)

    def addError(self, test, err):
        super().addError(test, err)
        self.say(test, False, detail=self.errors[-1][1])

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.say(test, False, detail=self.failures[-1][1])

    def addSkip(self, test, reason):
        self.say(test, True, f' # SKIP {reason}')


def main():
    with tempfile.TemporaryDirectory(prefix='follow-cli-') as folder:
        Case.template = os.path.join(folder, 'Template.follow')
        subprocess.run([MAKE_REGISTER, Case.template], check=True, env=ENVIRONMENT)
        suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules[__name__])
        print(f'1..{suite.countTestCases()}')
        return not suite.run(Tap()).wasSuccessful()


if __name__ == '__main__':
    sys.exit(main())
