/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "follow-page.h"

G_BEGIN_DECLS

/* What a page or a form asks of the window it stands in. @from: any widget inside the window. */

/* Goes to a place of the sidebar: "overview", "overdue", "due-soon", "no-lead", "no-timescale", "actions",
 * "plans", "inspections", "update-sheets", "people". */
void follow_navigation_show_place (GtkWidget *from, const char *place);

/* A test that a table's filter bar is to have from the start. @value: as a script writes it; NULL for the tests
 * for emptiness */
typedef struct
{
  const char *field;
  FollowTest test;
  const char *value;
} FollowFilter;

/* Goes to the table of all actions, filtered; NULL for @value asks for those whose @field is empty. */
void follow_navigation_show_actions (GtkWidget *from, const char *field, const char *value);
void follow_navigation_show_filtered (GtkWidget *from, const FollowFilter *filters, guint n_filters);

/* Opens the page of a record: a plan, an inspection; a form for other kinds; for a record edited inside
 * another, that one's page with it in view. */
void follow_navigation_open_record (GtkWidget *from, gint64 id);

/* Opens the history of a record, or with 0 of the whole register. */
void follow_navigation_show_history (GtkWidget *from, gint64 id);

/* Puts @page on top; the way back leads to where @from is. */
void follow_navigation_push (GtkWidget *from, FollowPage *page);
void follow_navigation_back (GtkWidget *from);

/* Says what happened, in a toast; with @undo it offers to undo the last step. */
void follow_navigation_tell (GtkWidget *from, const char *text, gboolean undo);

/* Shows a toast with a button or a course of its own.
 * @toast: (transfer full) */
void follow_navigation_add_toast (GtkWidget *from, AdwToast *toast);

/* Says what could not be done. An error of saving also stands in the sidebar until the next save. */
void follow_navigation_report (GtkWidget *from, const GError *error);
void follow_navigation_report_save (GtkWidget *from, const GError *error);

/* Removes @records (element-type FollowRecord) to the bin in one step and offers Undo in a toast. */
void follow_navigation_remove (GtkWidget *from, GPtrArray *records);

G_END_DECLS
