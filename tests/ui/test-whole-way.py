# SPDX-License-Identifier: GPL-3.0-or-later
"""One whole way through the program, as a secretary goes it with a keyboard: a new register, an inspection with
three findings, a plan with two actions that answers one of them, the workbook of it. Then what of it the
command line can do."""
import csv
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

import openpyxl

from driver import Program, command, run, wait

INSPECTION = 'Joint inspection of services to protect children'
PLAN = 'Improvement plan: ' + INSPECTION
FINDINGS = ('Self-evaluation is not yet joined up', 'Chronologies are uneven', 'Staff do not hear what changed')
FIRST, SECOND = 'Agree one self-evaluation calendar', 'Train those who read case files'
TIMESCALE, READ_AS = 'Sept 2027', 'Read as September 2027 – due by 30 September 2027'
NOTE = 'First draft sent to partners'
FIRST_ROW = f'Action 1, {FIRST}, No status, No lead, {TIMESCALE}, 30 Sep 2027'
SECOND_ROW = f'Action 2, {SECOND}, No status, No lead, No timescale'

ANYTHING = re.compile('')
PLACES = re.compile('^(Overview|Actions|Plans|Inspections)')

folder = tempfile.mkdtemp(prefix='follow-whole-way-')
program = None


def path(name):
    return os.path.join(folder, name)


def save_as(name):
    """Answers the dialog that asks for a file's name."""
    text = program.dialog.find('Name:', 'text')
    program.key('ctrl+a')
    program.type(path(name))
    wait('the name in the dialog', lambda: text.text == path(name))
    program.key('Return')
    wait('the dialog to close', lambda: all(node.role == 'frame' for node in program.root.children))


def go_to(place):
    """Walks through the sidebar by its arrows."""
    program.reach(PLACES, 'list item')
    program.step('Home')
    program.reach(re.compile('^' + place), 'list item', key='Down', steps=9)
    program.key('Return')


def open_only_row():
    """Opens the one record of a table; GTK 4.8 has no name for a row."""
    program.reach(ANYTHING, 'table row')
    program.key('Return')


def leave_form():
    """Escape closes the form; where a toast is still seen the first one takes that away."""
    if program.has(re.compile('added to the plan$')):
        program.key('Escape')
        program.gone(re.compile('added to the plan$'))
    if program.has('New progress note', 'text'):
        program.key('Escape')
        program.gone('New progress note', 'text')


def a_new_register_from_the_welcome_page():
    global program
    program = Program()
    program.press('New Register…')
    save_as('Glen.follow')
    wait('the register in the window', lambda: program.window.name == 'Glen')
    program.find('No Actions Yet')


def an_inspection_with_three_findings():
    go_to('Inspections')
    program.find('No Inspections Yet')
    program.key('ctrl+n')
    program.find('Title', 'text')
    program.reach('Title')
    program.type(INSPECTION)
    program.key('Escape')
    program.gone('Title', 'text')
    open_only_row()
    program.find('Menu of the inspection')
    program.key('ctrl+shift+n')
    program.arrive('Wording of the new finding')
    for number, finding in enumerate(FINDINGS, 1):
        program.type(finding)
        program.key('Return')
        program.find(f'Area for improvement {number}: {finding}', 'list item')
    program.key('Escape')
    program.gone('Wording of the new finding')


def an_area_of_a_plan_with_two_actions():
    program.press(re.compile('^Make an area of the plan'))
    program.find(PLAN)
    program.press('Add Action')
    program.arrive('Wording of action 1')
    program.type(FIRST)
    program.key('ctrl+Return')
    program.arrive('Wording of action 2')
    program.type(SECOND)
    program.key('Escape')
    program.find(SECOND_ROW, 'list item')
    program.find(f'Action 1, {FIRST}, No status, No lead, No timescale', 'list item')


def a_timescale_and_what_it_was_read_as():
    program.reach(SECOND_ROW, 'list item')
    program.step('Up')
    program.key('Return')
    program.arrive('Wording')
    program.reach('Timescale, as agreed')
    program.type(TIMESCALE)
    program.find(READ_AS)
    program.find(FIRST_ROW, 'list item')


def a_progress_note():
    program.reach('New progress note')
    program.type(NOTE)
    program.key('ctrl+Return')
    program.find('1 note')
    program.find(NOTE)


def the_other_action_removed_and_that_undone():
    leave_form()
    program.reach(FIRST_ROW, 'list item')
    program.key('Down')
    program.arrive(SECOND_ROW, 'list item')
    program.key('Delete')
    program.find('Action 2 moved to the bin')
    program.gone(SECOND_ROW, 'list item')
    program.key('ctrl+z')
    program.find(SECOND_ROW, 'list item')


def closed_without_saving():
    """What was typed a moment ago goes with it."""
    program.reach(SECOND_ROW, 'list item')
    program.key('Return')
    program.arrive('Wording')
    program.reach('Intended outcome')
    program.type('Case files are read alike')
    program.close()
    program.end()


def opened_again_all_is_there():
    global program
    program = Program()
    wait('the last register', lambda: program.window.name == 'Glen')
    go_to('Inspections')
    open_only_row()
    for number, finding in enumerate(FINDINGS, 1):
        program.find(f'Area for improvement {number}: {finding}', 'list item')
    go_to('Plans')
    open_only_row()
    program.find(FIRST_ROW, 'list item')
    program.reach(SECOND_ROW, 'list item')
    program.key('Return')
    wait('what was typed last', lambda: program.find('Intended outcome', 'text').text == 'Case files are read alike')
    leave_form()
    program.reach(FIRST_ROW, 'list item')
    program.key('Return')
    wait('the timescale', lambda: program.find('Timescale, as agreed', 'text').text == TIMESCALE)
    program.find(READ_AS)
    program.find(NOTE)
    leave_form()


def the_plan_exported_from_the_window():
    program.key('ctrl+e')
    save_as('Window.xlsx')
    program.find('“Window.xlsx” is written')
    program.close()
    program.end()
    check_workbook('Window.xlsx')


def load(name):
    """The cells of the plan's sheet as rows of text, without the empty ones."""
    sheet = openpyxl.load_workbook(path(name)).worksheets[0]
    rows = ([str(cell) for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True))
    return sheet, [row for row in rows if row]


def check_workbook(name):
    sheet, rows = load(name)
    assert [PLAN] in rows, rows
    heading = next(row for row in rows if 'Improvement Activity' in row)
    assert heading[0] == 'Area for Improvement' and heading[-1] == 'Timescale / Initial Milestone', heading
    texts = [text for row in rows for text in row]
    places = [next(i for i, text in enumerate(texts) if wanted in text) for wanted in (
        FINDINGS[0], 'Already within improvement plans', 'Additional improvement actions', FIRST, TIMESCALE, SECOND)]
    assert places == sorted(places), rows
    assert sheet.merged_cells.ranges, 'the area is one cell beside its actions'
    assert 'OFFICIAL' in sheet.oddHeader.center.text
    check_with_libreoffice(name)


def check_with_libreoffice(name):
    """Every sheet as LibreOffice reads it."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(['soffice', f'-env:UserInstallation=file://{profile}', '--headless', '--convert-to',
                        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1',
                        '--outdir', folder, path(name)], check=True, capture_output=True, timeout=90)
    stem = os.path.splitext(path(name))[0]
    sheets = {file[len(stem) + 1:-len('.csv')]: file for file in glob.glob(glob.escape(stem) + '-*.csv')}
    assert {'Summary', 'Actions', 'Findings', 'Key'} <= set(sheets), sheets
    with open(sheets['Actions'], encoding='utf-8', newline='') as file:
        rows = list(csv.reader(file))
    first, second = (next(row for row in rows if wording in row) for wording in (FIRST, SECOND))
    assert TIMESCALE in first and any(NOTE in text for text in first), first
    assert first[0] == '1' and second[0] == '2', (first, second)
    with open(sheets['Findings'], encoding='utf-8', newline='') as file:
        text = file.read()
    assert all(finding in text for finding in FINDINGS), text


def the_same_from_the_command_line():
    """What the window wrote, listed, shown and exported."""
    register = path('Glen.follow')
    actions = json.loads(command('list', register, 'action', '--children', '--format', 'json'))
    assert [action['wording'] for action in actions] == [FIRST, SECOND]
    assert actions[0]['timescale']['wording'] == TIMESCALE and actions[0]['timescale']['last'] == '2027-09-30'
    assert [note['text'] for note in actions[0]['progress_note']] == [NOTE]
    inspection = json.loads(command('show', register, 'inspection', INSPECTION, '--format', 'json'))
    assert [finding['wording'] for finding in inspection['finding']] == list(FINDINGS), inspection
    command('check', register)
    command('export', register, 'improvement-plan', '--layout', 'areas', '--output', path('Command.xlsx'))
    ours, theirs = load('Command.xlsx')[1], load('Window.xlsx')[1]
    made = re.compile(r'\d\d:\d\d')
    assert [[made.sub('', text) for text in row] for row in ours] == \
        [[made.sub('', text) for text in row] for row in theirs]


def and_begun_from_a_file():
    """A register made and filled from the command line alone, with the same plan."""
    register, source = path('Made.follow'), path(PLAN.replace(':', '') + '.csv')
    with open(source, 'w', encoding='utf-8', newline='') as file:
        csv.writer(file).writerows([
            ['Area for Improvement', 'No', 'Improvement Activity', 'Lead Officer', 'Timescale / Initial Milestone'],
            [FINDINGS[0], '', '', '', ''],
            ['', '', 'Additional improvement actions', '', ''],
            ['', '1', FIRST, '', TIMESCALE],
            ['', '2', SECOND, '', '']])
    command('new', register)
    command('import', register, source, '--as', 'plan')
    actions = json.loads(command('list', register, 'action', '--format', 'json'))
    assert [(action['number'], action['wording'], action['origin']) for action in actions] == [
        ('1', FIRST, 'additional'), ('2', SECOND, 'additional')], actions
    assert actions[0]['timescale']['last'] == '2027-09-30' and actions[1]['timescale'] is None
    command('export', register, 'improvement-plan', '--layout', 'areas', '--output', path('Made.xlsx'))
    texts = [text for row in load('Made.xlsx')[1] for text in row]
    assert FIRST in ' '.join(texts) and TIMESCALE in texts, texts


def main():
    try:
        return run(a_new_register_from_the_welcome_page, an_inspection_with_three_findings,
                   an_area_of_a_plan_with_two_actions, a_timescale_and_what_it_was_read_as, a_progress_note,
                   the_other_action_removed_and_that_undone, closed_without_saving, opened_again_all_is_there,
                   the_plan_exported_from_the_window, the_same_from_the_command_line, and_begun_from_a_file)
    finally:
        if program is not None:
            program.end()
        shutil.rmtree(folder, ignore_errors=True)


sys.exit(main())
