/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "follow-reports.h"

G_BEGIN_DECLS

/* Writing a report from the window. It is written on a thread and a connection of its own; what takes a moment
 * shows how far it is, and can be stopped; in the end it can be opened from a toast.
 * @options are copied; their output, progress and cancellable are the export's own. */

/* Asks first where to.
 * @from: any widget inside the window
 * @title: of the file chooser
 * @suggested_name: with its ending, which is added where a person leaves it out */
void follow_export_ask (GtkWidget *from,
                        const char *title,
                        const char *suggested_name,
                        const FollowReport *report,
                        const FollowReportOptions *options);

typedef void (*FollowExportDone) (gboolean written, gpointer data);

/* Writes to @path at once.
 * @done: (nullable): called when it is over */
void follow_export_write (GtkWidget *from,
                          const char *path,
                          const FollowReport *report,
                          const FollowReportOptions *options,
                          FollowExportDone done,
                          gpointer data);

G_END_DECLS
