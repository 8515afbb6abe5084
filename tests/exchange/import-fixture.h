/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"

#include "follow-import.h"

FollowImportResult *import_file (Fixture *fixture, const char *path, const FollowImportOptions *options);
/* Returns: (transfer full): the path of a file in the test's folder. */
char *write_file (Fixture *fixture, const char *name, const char *text);
/* As the file "tracker.csv". */
FollowImportResult *import_text (Fixture *fixture, const char *text);

void assert_counts (
    FollowImportResult *result, const char *kind, guint n_new, guint n_changed, guint n_unchanged);
const FollowImportProblem *find_problem (FollowImportResult *result, const char *cell);
const FollowImportNotTaken *find_not_taken (FollowImportResult *result, const char *range);
FollowRecord *find_action (Fixture *fixture, const char *number);
GPtrArray *load_milestones (Fixture *fixture, FollowRecord *action);
void assert_text (FollowRecord *record, const char *field, const char *text);
/* Runs make-book.py with the words, the last of them NULL. Returns: (transfer full) (nullable): the path;
 * NULL where openpyxl is missing, and the test is skipped */
char *make_book (Fixture *fixture, const char *name, const char *const *words);
