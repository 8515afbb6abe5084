/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange-test.h"
#include "import-fixture.h"

#include "follow-update-making.h"
#include "follow-update-return.h"

/* A lead who has three actions, made on 2026-11-12 into the folder "out". */
void update_fixture_fill (Fixture *fixture);
/* Makes a round of sheets. Returns: (transfer full): what was made, finished */
FollowUpdateMaking *update_make (Fixture *fixture, const FollowUpdateOptions *options);
/* Returns: (transfer full): the path of the sheet for @recipient in the folder "out" */
char *update_sheet_path (Fixture *fixture, const char *recipient);
/* Fills it in as edit-update-sheet.py says. Returns: (transfer full): the path of @name, beside the
 * register; NULL when openpyxl is missing, and the test is skipped */
char *update_edit (Fixture *fixture, const char *path, const char *name, ...) G_GNUC_NULL_TERMINATED;
/* What the script prints. */
char *update_show (Fixture *fixture, const char *path);

/* Makes the lead's sheet, for a test to fill in. Returns: (transfer full): its path, NULL to skip the test */
char *update_make_sheet (Fixture *fixture);
/* An answer to all three actions. */
char *update_fill (Fixture *fixture, const char *path, const char *name);
void update_assert_filled (Fixture *fixture);
FollowRecord *update_find_sheet (Fixture *fixture);
void assert_action (Fixture *fixture, const char *number, const char *field, const char *text);

FollowImportResult *update_import (Fixture *fixture, const char *path);
/* The sentence that says why not. */
char *update_refuse (Fixture *fixture, const char *path);
/* Returns: the number of problems that hold @words */
guint count_problems (FollowImportResult *result, const char *words);
/* How many records of @kind there are. */
guint count_records (Fixture *fixture, const char *kind);
/* Returns: (transfer full): the newest of an action's records of @kind */
FollowRecord *find_newest (Fixture *fixture, const char *number, const char *kind);
/* Changes a field of the action as somebody in the register does. */
void change_action (Fixture *fixture, const char *number, const char *field, const char *text);
