/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-pages.h"

#include <glib/gi18n.h>

#include "follow-date.h"
#include "follow-history-row.h"
#include "follow-navigation.h"
#include "follow-text-scale.h"
#include "follow-widgets.h"
#include "follow-width-bin.h"

/* How many entries are read at a time. */
#define STEP 300

/* At text scale 1: with less, time and field stand above the values. */
#define ROOM_FOR_COLUMNS 560

#define FOLLOW_TYPE_HISTORY_PAGE (follow_history_page_get_type ())
G_DECLARE_FINAL_TYPE (FollowHistoryPage, follow_history_page, FOLLOW, HISTORY_PAGE, FollowPage)

/* What happened to a record, or to the whole register: by day, the newest first. Values are put back by a new
 * change; nothing is ever erased. */
struct _FollowHistoryPage
{
  FollowPage parent_instance;

  gint64 record_id; /* 0: the whole register */
  GPtrArray *changes;
  guint limit;
  FollowWidthBin *width;

  /* Template children */
  GtkBox *root;
  GtkEditable *entry;
  AdwClamp *clamp;
  GtkBox *days;
  GtkWidget *no_match;
  GtkWidget *earlier;
};

G_DEFINE_FINAL_TYPE (FollowHistoryPage, follow_history_page, FOLLOW_TYPE_PAGE)

/* The day of a time in UTC, here. */
static char *
get_day (const char *utc)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_iso8601 (utc, NULL);
  g_autoptr (GDateTime) local = then != NULL ? g_date_time_to_local (then) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d") : g_strdup ("");
}

static char *
describe_day (FollowHistoryPage *self, const char *day)
{
  if (g_strcmp0 (day, follow_register_get_today (follow_page_get_register (FOLLOW_PAGE (self)))) == 0)
    return g_strdup (_ ("Today"));
  return follow_date_format_long (day);
}

static void
put_back_cb (FollowHistoryPage *self, FollowHistoryRow *row)
{
  g_autoptr (GError) error = NULL;
  const FollowChange *change = follow_history_row_get_change (row);
  g_autofree char *text = NULL;

  if (change->type == FOLLOW_CHANGE_SET)
    text = g_strdup_printf (_ ("%s is put back"), follow_field_get_label (change->field));
  else if (change->type == FOLLOW_CHANGE_REMOVED)
    text = g_strdup_printf (_ ("%s restored"), follow_kind_get_label (change->kind));
  else
    text = g_strdup_printf (_ ("%s moved to the bin"), follow_kind_get_label (change->kind));
  if (follow_register_put_back (follow_page_get_register (FOLLOW_PAGE (self)), change, &error))
    follow_navigation_tell (GTK_WIDGET (self), text, TRUE);
  else
    follow_navigation_report (GTK_WIDGET (self), error);
}

/* Which record a change is about, where that is not plain: on the page of one record only its parts. */
static char *
describe_subject (FollowHistoryPage *self, const FollowChange *change)
{
  FollowRegister *reg = follow_page_get_register (FOLLOW_PAGE (self));
  const char *number = follow_register_get_number (reg, change->record_id);
  const char *title = follow_register_get_title (reg, change->record_id);

  if (change->record_id == self->record_id)
    return NULL;
  if (change->type != FOLLOW_CHANGE_SET)
    return g_strdup_printf ("%s%s%s", number != NULL ? number : "", number != NULL ? "  " : "", title);
  return g_strdup_printf ("%s%s%s: %s", follow_kind_get_label (change->kind), number != NULL ? " " : "",
                          number != NULL ? number : "", title);
}

/* The values a record was added with stand in the row that says it was added. */
static GPtrArray *
take_first_values (FollowHistoryPage *self, const FollowChange *added)
{
  GPtrArray *values = g_ptr_array_new ();

  for (guint i = self->changes->len; i > 0; i--)
    {
      const FollowChange *change = g_ptr_array_index (self->changes, i - 1);

      if (change->set_id == added->set_id && change->record_id == added->record_id &&
          change->type == FOLLOW_CHANGE_SET)
        g_ptr_array_add (values, (gpointer) change);
    }
  return values;
}

static char *
make_added_key (const FollowChange *change)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, change->set_id, change->record_id);
}

static GHashTable *
find_added (FollowHistoryPage *self)
{
  GHashTable *added = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->changes->len; i++)
    {
      const FollowChange *change = g_ptr_array_index (self->changes, i);

      if (change->type == FOLLOW_CHANGE_ADDED)
        g_hash_table_add (added, make_added_key (change));
    }
  return added;
}

static GtkWidget *
append_day (FollowHistoryPage *self, const char *day)
{
  g_autofree char *title = describe_day (self, day);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  follow_accessible_name (list, title);
  gtk_box_append (GTK_BOX (box), follow_heading_new (title));
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (self->days, box);
  return list;
}

static gboolean
is_for_people (const FollowChange *change)
{
  return change->type != FOLLOW_CHANGE_SET || !(change->field->flags & FOLLOW_FIELD_INTERNAL);
}

static void
append_rows (FollowHistoryPage *self)
{
  FollowRegister *reg = follow_page_get_register (FOLLOW_PAGE (self));
  g_autoptr (GHashTable) added = find_added (self);
  g_autofree char *last_day = NULL;
  GtkWidget *list = NULL;

  for (guint i = 0; i < self->changes->len; i++)
    {
      const FollowChange *change = g_ptr_array_index (self->changes, i);
      g_autofree char *key = make_added_key (change);
      g_autofree char *day = get_day (change->at);
      g_autofree char *subject = describe_subject (self, change);
      g_autoptr (GPtrArray) values = NULL;
      GtkWidget *row;

      if (!is_for_people (change) ||
          (change->type == FOLLOW_CHANGE_SET && g_hash_table_contains (added, key)))
        continue;
      if (list == NULL || g_strcmp0 (day, last_day) != 0)
        list = append_day (self, day);
      g_free (last_day);
      last_day = g_steal_pointer (&day);
      if (change->type == FOLLOW_CHANGE_ADDED)
        values = take_first_values (self, change);
      row = follow_history_row_new (reg, change, values, subject);
      follow_history_row_set_narrow (FOLLOW_HISTORY_ROW (row), follow_width_bin_is_narrow (self->width));
      g_signal_connect_swapped (row, "put-back", G_CALLBACK (put_back_cb), self);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
}

static void
filter (FollowHistoryPage *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  gboolean any = FALSE;

  for (GtkWidget *day = gtk_widget_get_first_child (GTK_WIDGET (self->days)); day != NULL;
       day = gtk_widget_get_next_sibling (day))
    {
      gboolean any_here = FALSE;

      for (GtkWidget *row = gtk_widget_get_first_child (gtk_widget_get_last_child (day)); row != NULL;
           row = gtk_widget_get_next_sibling (row))
        {
          gboolean matches =
              *text == '\0' ||
              g_str_match_string (text, follow_history_row_get_text (FOLLOW_HISTORY_ROW (row)), TRUE);

          gtk_widget_set_visible (row, matches);
          any_here |= matches;
        }
      gtk_widget_set_visible (day, any_here);
      any |= any_here;
    }
  gtk_widget_set_visible (self->no_match, !any);
}

static void
load (FollowHistoryPage *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *changes = follow_register_load_history (follow_page_get_register (FOLLOW_PAGE (self)),
                                                     self->record_id, TRUE, self->limit, &error);

  if (changes == NULL)
    {
      follow_navigation_report (GTK_WIDGET (self), error);
      return;
    }
  follow_clear_children (GTK_WIDGET (self->days));
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  self->changes = changes;
  append_rows (self);
  gtk_widget_set_visible (self->earlier, changes->len == self->limit);
  filter (self);
}

static void
narrow_changed_cb (FollowHistoryPage *self)
{
  for (GtkWidget *day = gtk_widget_get_first_child (GTK_WIDGET (self->days)); day != NULL;
       day = gtk_widget_get_next_sibling (day))
    for (GtkWidget *row = gtk_widget_get_first_child (gtk_widget_get_last_child (day)); row != NULL;
         row = gtk_widget_get_next_sibling (row))
      follow_history_row_set_narrow (FOLLOW_HISTORY_ROW (row), follow_width_bin_is_narrow (self->width));
}

static void
search_changed_cb (FollowHistoryPage *self)
{
  filter (self);
}

static void
earlier_clicked_cb (FollowHistoryPage *self)
{
  self->limit += STEP;
  load (self);
}

static void
follow_history_page_find (FollowPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (FOLLOW_HISTORY_PAGE (page)->entry));
}

static gboolean
follow_history_page_escape (FollowPage *page)
{
  FollowHistoryPage *self = FOLLOW_HISTORY_PAGE (page);

  if (*gtk_editable_get_text (self->entry) == '\0')
    return FALSE;
  gtk_editable_set_text (self->entry, "");
  return TRUE;
}

static void
follow_history_page_dispose (GObject *object)
{
  FollowHistoryPage *self = FOLLOW_HISTORY_PAGE (object);

  /* The bin would let go once more of what the template has let go of. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOLLOW_TYPE_HISTORY_PAGE);
  g_clear_pointer (&self->changes, g_ptr_array_unref);

  G_OBJECT_CLASS (follow_history_page_parent_class)->dispose (object);
}

static void
follow_history_page_class_init (FollowHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = follow_history_page_dispose;
  FOLLOW_PAGE_CLASS (klass)->find = follow_history_page_find;
  FOLLOW_PAGE_CLASS (klass)->shown = follow_history_page_find;
  FOLLOW_PAGE_CLASS (klass)->escape = follow_history_page_escape;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/followthrough/FollowThrough/follow-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FollowHistoryPage, root);
  gtk_widget_class_bind_template_child (widget_class, FollowHistoryPage, entry);
  gtk_widget_class_bind_template_child (widget_class, FollowHistoryPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, FollowHistoryPage, days);
  gtk_widget_class_bind_template_child (widget_class, FollowHistoryPage, no_match);
  gtk_widget_class_bind_template_child (widget_class, FollowHistoryPage, earlier);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, earlier_clicked_cb);
}

static void
follow_history_page_init (FollowHistoryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->limit = STEP;
  follow_keep_px (G_OBJECT (self->clamp), "maximum-size", 900);
  follow_accessible_name (GTK_WIDGET (self->entry), _ ("Filter by field, person or text"));
}

static char *
describe_record (FollowRegister *reg, gint64 id)
{
  const FollowKind *kind = follow_register_get_kind (reg, id);
  const char *number = follow_register_get_number (reg, id);

  if (kind == NULL)
    return follow_register_get_name (reg);
  if (number != NULL)
    return g_strdup_printf ("%s %s", follow_kind_get_label (kind), number);
  return g_strdup (follow_register_get_title (reg, id));
}

FollowPage *
follow_history_page_new (FollowRegister *reg, gint64 id)
{
  g_autofree char *subtitle = describe_record (reg, id);
  FollowHistoryPage *self =
      g_object_new (FOLLOW_TYPE_HISTORY_PAGE, "reg", reg, "title", _ ("History"), "subtitle", subtitle, NULL);

  self->record_id = id;
  gtk_box_prepend (self->root, follow_page_header_new (FOLLOW_PAGE (self)));
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->width = FOLLOW_WIDTH_BIN (follow_width_bin_new (GTK_WIDGET (self->root), ROOM_FOR_COLUMNS));
  g_signal_connect_swapped (self->width, "notify::narrow", G_CALLBACK (narrow_changed_cb), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->width));
  g_signal_connect_object (reg, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  return FOLLOW_PAGE (self);
}
