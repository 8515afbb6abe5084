/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "follow-import.h"

G_BEGIN_DECLS

/* What an import would do, to be read before it is done: how many records, what to look at, what is not taken. */
GtkWidget *follow_import_summary_new (const FollowImportResult *result);

/* Whether the import would write anything. */
gboolean follow_import_summary_has_news (const FollowImportResult *result);

G_END_DECLS
