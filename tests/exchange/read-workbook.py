#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what openpyxl finds in a workbook, a line a cell: sheet, cell, text; tabs and line ends
escaped. Merged areas stand as "merged"."""

import datetime
import sys

import openpyxl


def as_text(value):
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return str(value)


def escape(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def main():
    book = openpyxl.load_workbook(sys.argv[1])
    for sheet in book:
        for area in sheet.merged_cells.ranges:
            print(sheet.title, str(area), "merged", sep="\t")
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    print(sheet.title, cell.coordinate, escape(as_text(cell.value)), sep="\t")
        print(sheet.title, "header", escape(str(sheet.oddHeader.center.text).removeprefix("&B")), sep="\t")
        print(sheet.title, "charts", len(sheet._charts), sep="\t")
        print(sheet.title, "tables", len(sheet.tables), sep="\t")
        print(sheet.title, "repeated", sheet.print_title_rows or "", sep="\t")


main()
