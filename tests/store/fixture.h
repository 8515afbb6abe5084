/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>

#include "follow-register.h"

/* A temporary folder with a register in it, for one test. */
typedef struct
{
  char *folder;
  char *path;
  FollowRegister *reg;
} Fixture;

void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);
FollowRecord *fixture_add (Fixture *fixture, const char *kind, gint64 parent_id, const char *field, ...)
    G_GNUC_NULL_TERMINATED;
FollowRecord *fixture_add_action (Fixture *fixture,
                                  const char *number,
                                  const char *wording,
                                  const char *timescale);
void fixture_open_again (Fixture *fixture);
FollowRecord *fixture_get (Fixture *fixture, const char *kind, gint64 id);
void fixture_save (Fixture *fixture, FollowRecord *record);
void fixture_assert_sound (Fixture *fixture);
char *fixture_hash_file (const char *path);
void fixture_give_to_nobody (Fixture *fixture);
void fixture_run_as_nobody (Fixture *fixture, void (*work) (Fixture *fixture));
gboolean fixture_run_sql (const char *path, const char *sql);
gint64 fixture_count_sql (Fixture *fixture, const char *sql);
void fixture_execute_sql (Fixture *fixture, const char *sql);

#define fixture_add_test(path, function) \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
