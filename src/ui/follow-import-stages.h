/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-import-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  FOLLOW_STEP_FILE,
  FOLLOW_STEP_TABLE,
  FOLLOW_STEP_HEADINGS,
  FOLLOW_STEP_VALUES,
  FOLLOW_STEP_OUTCOME,
  FOLLOW_N_STEPS,
} FollowImportStep;

/* "What headings mean"; @question: "What does each heading mean?"; @hint: what to do. All translated. */
const char *follow_import_step_get_title (FollowImportStep step);
const char *follow_import_step_get_question (FollowImportStep step);
const char *follow_import_step_get_hint (FollowImportStep step);

/* The steps, each with what was found, to go to any of them; beneath them the file's sheets.
 *
 * Signals
 * step-chosen (guint step)
 * sheet-chosen (guint sheet): to be shown */
#define FOLLOW_TYPE_IMPORT_STAGES (follow_import_stages_get_type ())
G_DECLARE_FINAL_TYPE (FollowImportStages, follow_import_stages, FOLLOW, IMPORT_STAGES, GtkWidget)

GtkWidget *follow_import_stages_new (FollowImportSession *session);
void follow_import_stages_set_step (FollowImportStages *self, FollowImportStep step);
/* Which sheet is shown. */
void follow_import_stages_set_sheet (FollowImportStages *self, guint sheet);

G_END_DECLS
