/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "follow-window.h"
#include "ui-keys.h"

/* The program's window with the example register in a folder of its own. */
typedef struct
{
  char *folder;
  FollowWindow *window;
  FollowRegister *reg;
} PageFixture;

void page_fixture_set_up (PageFixture *fixture, gconstpointer data);
void page_fixture_tear_down (PageFixture *fixture, gconstpointer data);

/* Runs the main loop until @ready says so. */
void wait_until (gboolean (*ready) (PageFixture *fixture), PageFixture *fixture);
void wait_for_ms (guint ms);

/* Returns: (nullable): the first widget of @type whose accessible name is @name, as far as it is seen */
GtkWidget *find_named (GtkWidget *within, GType type, const char *name);

/* The same, whose text begins so; for labels and rows that are named by what they hold. */
GtkWidget *find_label (GtkWidget *within, const char *text);

/* The record of @kind with @title. */
FollowRecord *find_titled (FollowRegister *reg, const char *kind, const char *beginning);
