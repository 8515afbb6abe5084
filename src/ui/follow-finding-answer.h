/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "follow-register.h"

G_BEGIN_DECLS

/* What may be done about a finding: an action linked or added, an area of the plan made. */

/* A button that opens a chooser: actions there are, found by typing, and a new one.
 * @small: only a plus, where the finding has actions already */
GtkWidget *follow_answer_button_new (FollowRegister *reg, FollowRecord *finding, gboolean small);

/* Makes a section of the inspection's plan from the finding, and the plan too if there is none; tells of it
 * with Undo, and goes there. */
void follow_finding_make_area (GtkWidget *from, FollowRegister *reg, FollowRecord *finding);

G_END_DECLS
