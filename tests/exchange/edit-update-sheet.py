#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""edit-update-sheet.py IN OUT COMMAND…: does to an update sheet what leads and their programs do.

set NUMBER KEY TEXT   writes into the row of an action      cover KEY TEXT   writes on the cover
new KEY TEXT          into the first row below the table    copy NUMBER      puts the row in again below
id NUMBER TEXT        changes a hidden id                   drop NUMBER      takes the row out
reverse               sorts all of the table's rows         reverse-seen     the same, the hidden column left out
column TEXT           a column in front with text in it     rename           other names for all that is seen
no-keys               takes the hidden row out              no-hidden        takes the hidden sheet out
sheet-id TEXT         changes the hidden id of the sheet    comment NUMBER TEXT
bare                  no protection, no properties, as Google Sheets saves it
saved TIME            when it says that it was saved        show             prints what is locked
"""

import shutil
import sys
import zipfile

import openpyxl
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter

KEYS = 'number wording place milestones agreed last was progress status expected reason evidence reassign id'.split()


class Sheet:
    def __init__(self, path):
        self.book = openpyxl.load_workbook(path)
        self.table = next(sheet for sheet in self.book if self.find_top(sheet))
        self.hidden = next(sheet for sheet in self.book if sheet['A1'].value == 'follow-through-update-sheet')
        self.look()

    def find_top(self, sheet):
        for row in sheet.iter_rows():
            if {'id', 'progress', 'status'} <= {cell.value for cell in row}:
                return row[0].row
        return 0

    def look(self):
        self.top = self.find_top(self.table)
        self.columns = {cell.value: cell.column for cell in self.table[self.top]}
        self.rows = {}
        for row in range(self.top + 2, self.table.max_row + 1):
            number = self.cell(row, 'number').value
            if self.cell(row, 'id').value not in (None, '-'):
                self.rows.setdefault(str(number), row)

    def cell(self, row, key):
        return self.table.cell(row, self.columns[key])

    def read_row(self, row):
        return {key: self.cell(row, key).value for key in KEYS}

    def write_row(self, row, values):
        for key, value in values.items():
            self.cell(row, key).value = value


def set_(sheet, number, key, text):
    sheet.cell(sheet.rows[number], key).value = text


def new(sheet, key, text):
    row = max(sheet.rows.values()) + 2
    sheet.cell(row, key).value = text


def cover(sheet, key, text):
    for row in sheet.book.worksheets[0].iter_rows():
        for cell in row:
            if cell.value == key:
                cell.offset(0, -1).value = text


def copy(sheet, number):
    sheet.spare = getattr(sheet, 'spare', max(sheet.rows.values()) + 2) + 1
    sheet.write_row(sheet.spare, sheet.read_row(sheet.rows[number]))


def drop(sheet, number):
    # As people do it: the cells are emptied.
    sheet.write_row(sheet.rows.pop(number), dict.fromkeys(KEYS))


def reverse(sheet, keys=KEYS):
    rows = sorted(sheet.rows.values())
    values = [{key: sheet.read_row(row)[key] for key in keys} for row in rows]
    for row, value in zip(rows, reversed(values)):
        sheet.write_row(row, value)


def column(sheet, text):
    merged = [str(area) for area in sheet.table.merged_cells.ranges]
    for area in merged:
        sheet.table.unmerge_cells(area)
    sheet.table.insert_cols(1)
    sheet.look()
    for row in sheet.rows.values():
        sheet.table.cell(row, 1).value = text


def rename(sheet):
    sheet.table.title = 'My actions'
    sheet.book.worksheets[0].title = 'Cover'
    sheet.hidden.title = 'Blatt3'


def no_keys(sheet):
    for area in [str(area) for area in sheet.table.merged_cells.ranges]:
        sheet.table.unmerge_cells(area)
    sheet.table.delete_rows(sheet.top)


def sheet_id(sheet, text):
    for row in sheet.hidden.iter_rows():
        if row[0].value == 'sheet':
            row[1].value = text


def bare(sheet):
    for one in sheet.book:
        one.protection.sheet = False
    sheet.bare = True


def show(sheet):
    for one in sheet.book:
        print(one.title, one.sheet_state, 'protected' if one.protection.sheet else 'open',
              'password' if one.protection.password else '-', sep='\t')
    print('hidden column', sheet.table.column_dimensions[get_column_letter(sheet.columns['id'])].hidden)
    print('hidden row', sheet.table.row_dimensions[sheet.top].hidden)
    first = min(sheet.rows.values())
    print('unlocked', *(key for key in KEYS if not sheet.cell(first, key).protection.locked))
    print('help', *sorted(rule.promptTitle for rule in sheet.table.data_validations.dataValidation
                          if rule.promptTitle), sep='|')
    print('list', *(rule.formula1 for rule in sheet.table.data_validations.dataValidation if rule.type == 'list'))


COMMANDS = {
    'set': (set_, 3), 'new': (new, 2), 'cover': (cover, 2), 'copy': (copy, 1), 'drop': (drop, 1),
    'id': (lambda sheet, number, text: set_(sheet, number, 'id', text), 2),
    'reverse': (reverse, 0), 'reverse-seen': (lambda sheet: reverse(sheet, KEYS[:-1]), 0),
    'column': (column, 1), 'rename': (rename, 0), 'no-keys': (no_keys, 0),
    'no-hidden': (lambda sheet: sheet.book.remove(sheet.hidden), 0), 'sheet-id': (sheet_id, 1),
    'comment': (lambda sheet, number, text: setattr(sheet.cell(sheet.rows[number], 'progress'), 'comment',
                                                    Comment(text, 'Lead')), 2),
    'bare': (bare, 0), 'show': (show, 0), 'saved': (lambda sheet, text: setattr(sheet, 'saved', text), 1),
}


def rewrite(path, saved, is_bare):
    """Changes the properties, which openpyxl writes as it likes."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(path + '~', 'w', zipfile.ZIP_DEFLATED) as made:
        for name in old.namelist():
            data = old.read(name)
            if name == 'docProps/core.xml':
                if is_bare:
                    continue
                begin = data.index(b'>', data.index(b'<dcterms:modified')) + 1
                data = data[:begin] + saved.encode() + data[data.index(b'<', begin):]
            elif is_bare and name in ('_rels/.rels', '[Content_Types].xml'):
                parts = data.replace(b'/><', b'/>\n<').split(b'\n')
                data = b'\n'.join(part for part in parts if b'core.xml' not in part)
            made.writestr(name, data)
    shutil.move(path + '~', path)


def main():
    path, out, *words = sys.argv[1:]
    sheet = Sheet(path)
    while words:
        function, n_words = COMMANDS[words[0]]
        function(sheet, *words[1:1 + n_words])
        words = words[1 + n_words:]
    if 'show' in sys.argv:
        return
    sheet.book.save(out)
    if hasattr(sheet, 'saved') or hasattr(sheet, 'bare'):
        rewrite(out, getattr(sheet, 'saved', ''), hasattr(sheet, 'bare'))


main()
