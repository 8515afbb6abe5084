/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-import.h"
#include "follow-page.h"

G_BEGIN_DECLS

/* The pages the window can show, each in a file of its own name. Returns: (transfer floating) */

/* @place: of the sidebar; the table of its records, beside it the form of the selected one */
FollowPage *follow_table_page_new (FollowRegister *reg, const char *place);
/* Adds a chip to the filter bar of a table. @value: as a script writes it, NULL for the tests for emptiness */
void follow_table_page_filter (FollowPage *page, const char *field, FollowTest test, const char *value);
FollowPage *follow_overview_page_new (FollowRegister *reg);
FollowPage *follow_plan_page_new (FollowRegister *reg, gint64 id);
FollowPage *follow_inspection_page_new (FollowRegister *reg, gint64 id);

/* The form of one record, as a page of its own. @record may be new. */
FollowPage *follow_record_page_new (FollowRegister *reg, FollowRecord *record);

/* @id: a record, or 0 for the whole register */
FollowPage *follow_history_page_new (FollowRegister *reg, gint64 id);

/* The assistant that takes a file into the register.
 * @import: (transfer full)
 * @plan_id: the plan to import into; 0 for the one the file names
 * @is_new: the register was made for this import: giving up deletes it, as long as nothing was written */
FollowPage *follow_import_page_new (FollowRegister *reg,
                                    FollowImport *import,
                                    gint64 plan_id,
                                    gboolean is_new);

/* What was removed, and the way to restore it. */
FollowPage *follow_bin_page_new (FollowRegister *reg);

G_END_DECLS
