/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "follow-import-session.h"

G_BEGIN_DECLS

/* The columns of a sheet as the assistant shows it: which of them hold something, how wide each is. */
typedef struct
{
  guint column; /* of the sheet */
  int width;    /* in pixels at normal text size */
} FollowImportShown;

/* More than any tracker has; what lies further right is still taken. */
#define FOLLOW_IMPORT_MOST_COLUMNS 60

/* In pixels at normal text size. */
#define FOLLOW_IMPORT_ROLE_WIDTH 84
#define FOLLOW_IMPORT_NUMBER_WIDTH 44

/* Returns: (transfer full) (element-type FollowImportShown) */
GArray *follow_import_columns_measure (FollowImportSession *session, guint sheet);

/* "A", "AA". */
char *follow_import_columns_name (guint column);
/* "E9". */
char *follow_import_columns_name_cell (guint row, guint column);

/* Above the sheet, over each column: what it means, and its letter. A click on the meaning changes it.
 * @shown: (element-type FollowImportShown) */
GtkWidget *follow_import_columns_header_new (FollowImportSession *session, guint sheet, const GArray *shown);
/* Says anew what they mean. */
void follow_import_columns_header_refresh (GtkWidget *header);
/* Asks for the meaning of the @index-th column that is shown. */
void follow_import_columns_header_ask (GtkWidget *header, guint index);

G_END_DECLS
