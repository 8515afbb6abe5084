/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "follow-read-sheet.h"

G_BEGIN_DECLS

/* A folder of its own for each test, gone afterwards with all that is in it. */
typedef struct
{
  char *folder;
} Folder;

void folder_set_up (Folder *self, gconstpointer data);
void folder_tear_down (Folder *self, gconstpointer data);
/* Returns: (transfer full) */
char *folder_path (Folder *self, const char *name);
/* Says which names are in the folder, sorted and with a blank after each. (transfer full) */
char *folder_names (const char *folder);

/* Runs a program for at most two minutes. Returns: (transfer full): what it printed. The test fails
 * when it fails. */
char *run_program (const char *const *arguments);

/* Whether Debian's Python has openpyxl, and LibreOffice is there; if not, the test is skipped. */
gboolean have_openpyxl (void);
gboolean have_libreoffice (void);
/* Runs a script with the arguments, the last of them NULL. Returns: (transfer full) what it printed. */
char *run_python (const char *script, ...) G_GNUC_NULL_TERMINATED;
/* Converts with a profile of its own. Returns: (transfer full): the path of what was made. */
char *convert_with_libreoffice (Folder *folder, const char *path, const char *ending, const char *filter);

/* Writes a zip of name and content pairs, the last NULL. */
void make_zip (const char *path, ...) G_GNUC_NULL_TERMINATED;

FollowReadBook *read_workbook (const char *path);

#define assert_cell(sheet, row, column, expected) \
  g_assert_cmpstr (follow_read_sheet_text (sheet, row, column), ==, expected)

G_END_DECLS
