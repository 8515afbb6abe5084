#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes or edits a workbook: FILE, then any of
cell SHEET REF TEXT | number SHEET REF NUMBER FORMAT | sheet NAME | strike SHEET REF."""

import os
import sys

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

path, *words = sys.argv[1:]
book = load_workbook(path) if os.path.exists(path) else Workbook()


def take():
    return words.pop(0)


while words:
    verb = take()
    if verb == 'sheet':
        book.create_sheet(take())
        continue
    sheet = book[take()]
    if verb == 'cell':
        cell = sheet[take()]
        cell.value = take()
    elif verb == 'number':
        cell = sheet[take()]
        cell.value = float(take())
        cell.number_format = take()
    elif verb == 'strike':
        sheet[take()].font = Font(strike=True)
    else:
        sys.exit(f'“{verb}” is no edit')
book.save(path)
