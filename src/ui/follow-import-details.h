/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-import-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the file's rows become, the plan they go into, and for delimited text how it is read. */
GtkWidget *follow_import_details_new (FollowImportSession *session, gint64 plan_id);

G_END_DECLS
