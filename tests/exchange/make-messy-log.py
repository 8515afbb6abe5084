#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes an action log as committees keep them: merged titles, two rows of headings, colours without
words, struck out rows, hidden rows and columns, headings again, totals and a key below, comments."""

import sys

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

book = Workbook()
log = book.active
log.title = 'Actions'
for row in (
    ['PROTECTION COMMITTEE – ACTION TRACKER (UPDATED OCTOBER)'],
    ['Kept by the support team', None, None, None, None, None, None, 'OFFICIAL'],
    ['No', 'Agreed action', 'Responsibility', None, 'By when', 'RAG', 'Update', 'Chair’s view'],
    [None, None, 'Lead', 'Agency', None, None, None, None],
    ['3. Children’s views and advocacy'],
    ['Already within improvement plans'],
    ['007', 'Ask every child at the end', 'Children’s Manager', 'Council', '22nd June 2026', 'R', 'Paused'],
    ['Additional improvement actions'],
    ['12', 'Write to all.\nAgree protocol\nImplement protocol', 'CYPPC Member Agencies', 'All',
     'Aug 2026\nQ3 2026/27', 'A', 'Signed 2/9', 'Keep red?'],
    ['13', 'A minute for children', None, 'Third sector', '31/02/2027', 'Compl.', 'First three'],
    [None, 'None.'],
    ['No', 'Agreed action', 'Lead', 'Agency', 'By when', 'RAG', 'Update', 'Chair’s view'],
    ['4. Recognising neglect'],
    ['15', 'One assessment tool', 'CYPCC Members Agencies', 'Council, NHS', 'Dates set'],
    ['16', 'Brief head teachers', 'tbc', 'Council', 'Done by 12 December 2026 if funded', 'Done', 'Booked'],
    ['16', 'Brief head teachers', 'tbc', 'Council', 'Done by 12 December 2026 if funded', 'Done', 'Booked'],
    [None, 'Visit every school', 'Chair'],
    ['17', 'Two leads for one action', 'Police', None, 'May 2026'],
    [None, None, 'Health', None, 'June 2026'],
    [None, None, None, None, None, None, 'A stray remark'],
    ['Total', 9],
    [],
    ['Key'],
    ['Red', 'Off track'],
    ['Amber', 'Some slippage'],
):
    log.append(row)
for area in ('A1:H1', 'C3:D3', 'A5:H5', 'A13:H13', 'C9:C10', 'B18:B19', *(f'{c}3:{c}4' for c in 'ABEFGH')):
    log.merge_cells(area)
log['F14'].fill = PatternFill('solid', fgColor='FFA500')
log['B17'].font = Font(strike=True)
log['B7'].comment = Comment('Is this still wanted?', 'Chair')
log['A1'].comment = Comment('Sent weekly', 'Secretary')
log.row_dimensions[14].hidden = True
log.column_dimensions['H'].hidden = True
closed = book.create_sheet('Closed')
closed.append(['No', 'Action', 'Lead', 'Status'])
closed.append(['1', 'Find a room', 'Chair', 'B'])
closed.append(['2', 'Print the leaflets', 'Chair', 'Signed off'])
old = book.create_sheet('Old')
old.append(['No', 'Action', 'Lead'])
old.append(['9', 'Hidden away', 'Chair'])
old.sheet_state = 'hidden'
book.create_sheet('Sheet4')
book.save(sys.argv[1])
