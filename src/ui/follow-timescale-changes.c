/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-timescale-changes.h"

#include <glib/gi18n.h>

#include "follow-child-row.h"
#include "follow-date.h"

struct _FollowTimescaleChanges
{
  FollowChildList parent_instance;
};

G_DEFINE_FINAL_TYPE (FollowTimescaleChanges, follow_timescale_changes, FOLLOW_TYPE_CHILD_LIST)

static const char *
get_wording (FollowRecord *record, const char *field)
{
  FollowTimescale *timescale = follow_value_get_timescale (follow_record_get (record, field));

  return timescale != NULL ? follow_timescale_get_wording (timescale) : _ ("none");
}

static void
show_lines (FollowChildRow *row, FollowRecord *record)
{
  const char *reason = follow_record_get_text (record, "reason");
  const char *agreed_by = follow_record_get_text (record, "agreed_by");
  g_autofree char *day = follow_date_format_short (follow_record_get_text (record, "on"));
  /* Translators: a timescale was changed from one wording to another */
  g_autofree char *title =
      g_strdup_printf (_ ("%s became %s"), get_wording (record, "from"), get_wording (record, "to"));
  const char *parts[] = { reason != NULL ? reason : _ ("No reason noted yet"), agreed_by,
                          *day != '\0' ? day : NULL };
  g_autoptr (GString) summary = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (summary, "%s%s", summary->len > 0 ? " · " : "", parts[i]);
  follow_child_row_set_lines (row, title, summary->str);
}

static GtkWidget *
follow_timescale_changes_create_row (FollowChildList *list, FollowRecord *record)
{
  static const char *const fields[] = { "reason", "agreed_by", "on", NULL };
  FollowRegister *reg = follow_child_list_get_register (list);
  GtkWidget *row = follow_child_row_new (reg, record);
  g_autofree char *question =
      /* Translators: %s is the wording of a timescale: "Timescale changed from May 2026 – why?" */
      g_strdup_printf (_ ("Timescale changed from %s – why?"), get_wording (record, "from"));

  follow_child_row_set_fields (FOLLOW_CHILD_ROW (row), fields);
  follow_child_row_set_caption (FOLLOW_CHILD_ROW (row), "reason", question);
  return row;
}

static void
follow_timescale_changes_update_row (FollowChildList *list, GtkWidget *row, FollowRecord *record)
{
  follow_child_row_update (FOLLOW_CHILD_ROW (row), record);
  show_lines (FOLLOW_CHILD_ROW (row), record);
}

/* One that was made today and has no reason yet asks for it. */
static void
follow_timescale_changes_rows_changed (FollowChildList *list)
{
  const char *today = follow_register_get_today (follow_child_list_get_register (list));

  for (guint i = 0; i < follow_child_list_get_n_rows (list); i++)
    {
      FollowRecord *record = follow_child_list_get_record (list, i);

      if (follow_record_get_text (record, "reason") == NULL &&
          g_strcmp0 (follow_record_get_text (record, "on"), today) == 0)
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (follow_child_list_get_row (list, i)), TRUE);
    }
}

static void
follow_timescale_changes_class_init (FollowTimescaleChangesClass *klass)
{
  FOLLOW_CHILD_LIST_CLASS (klass)->create_row = follow_timescale_changes_create_row;
  FOLLOW_CHILD_LIST_CLASS (klass)->update_row = follow_timescale_changes_update_row;
  FOLLOW_CHILD_LIST_CLASS (klass)->rows_changed = follow_timescale_changes_rows_changed;
}

static void
follow_timescale_changes_init (FollowTimescaleChanges *self)
{
}

GtkWidget *
follow_timescale_changes_new (FollowRegister *reg)
{
  return follow_child_list_new (FOLLOW_TYPE_TIMESCALE_CHANGES, reg, follow_kind_find ("timescale_change"),
                                NULL);
}
