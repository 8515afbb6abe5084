/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-bin.h"

#include <glib/gi18n.h>

#include "follow-date.h"
#include "follow-navigation.h"
#include "follow-pages.h"
#include "follow-text-scale.h"
#include "follow-widgets.h"

/* How many are shown at a time. */
#define STEP 200

#define FOLLOW_TYPE_BIN_PAGE (follow_bin_page_get_type ())
G_DECLARE_FINAL_TYPE (FollowBinPage, follow_bin_page, FOLLOW, BIN_PAGE, FollowPage)

/* What was removed, the newest first, and the way back. Nothing is ever deleted for good. */
struct _FollowBinPage
{
  FollowPage parent_instance;

  guint limit;
  guint update_source;
  GHashTable *chosen; /* gint64 ids with a tick */

  GtkWidget *stack;
  GtkListBox *list;
  GtkWidget *earlier;
  GtkWidget *restore_chosen;
};

G_DEFINE_FINAL_TYPE (FollowBinPage, follow_bin_page, FOLLOW_TYPE_PAGE)

static FollowRegister *
get_register (FollowBinPage *self)
{
  return follow_page_get_register (FOLLOW_PAGE (self));
}

static char *
describe_record (FollowRegister *reg, gint64 id)
{
  const FollowKind *kind = follow_register_get_kind (reg, id);
  const char *number = follow_register_get_number (reg, id);

  return g_strdup_printf ("%s%s%s", follow_kind_get_label (kind), number != NULL ? " " : "",
                          number != NULL ? number : "");
}

/* @ids: (element-type gint64): restored in one step */
static void
restore (FollowBinPage *self, GArray *ids)
{
  FollowRegister *reg = get_register (self);
  g_autoptr (FollowChanges) changes = follow_changes_new (_ ("Restored from the bin"));
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (FollowRecord) record = follow_register_find (reg, g_array_index (ids, gint64, i), NULL);

      if (record != NULL)
        follow_changes_restore (changes, record);
    }
  if (follow_changes_get_size (changes) == 0)
    return;
  if (!follow_register_commit (reg, changes, &error))
    {
      follow_navigation_report_save (GTK_WIDGET (self), error);
      follow_navigation_report (GTK_WIDGET (self), error);
      return;
    }
  what = describe_record (reg, g_array_index (ids, gint64, 0));
  text = ids->len == 1
             ? g_strdup_printf (_ ("%s restored"), what)
             : g_strdup_printf (ngettext ("%u record restored", "%u records restored", ids->len), ids->len);
  follow_navigation_tell (GTK_WIDGET (self), text, TRUE);
}

static const gint64 *
get_id (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "follow-id");
}

static void
set_id (GtkWidget *widget, gint64 id)
{
  g_object_set_data_full (G_OBJECT (widget), "follow-id", g_memdup2 (&id, sizeof id), g_free);
}

static void
restore_clicked_cb (FollowBinPage *self, GtkWidget *button)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (ids, get_id (button), 1);
  restore (self, ids);
}

static void
restore_chosen_clicked_cb (FollowBinPage *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->chosen);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);
  restore (self, ids);
}

static void
show_chosen (FollowBinPage *self)
{
  guint n = g_hash_table_size (self->chosen);
  g_autofree char *label = g_strdup_printf (_ ("_Restore %u"), n);
  g_autofree char *name = g_strdup_printf (ngettext ("Restore %u record", "Restore %u records", n), n);

  gtk_button_set_label (GTK_BUTTON (self->restore_chosen), label);
  follow_accessible_name (self->restore_chosen, name);
  gtk_widget_set_visible (self->restore_chosen, n > 0);
}

static void
check_toggled_cb (FollowBinPage *self, GtkCheckButton *check)
{
  const gint64 *id = get_id (GTK_WIDGET (check));

  if (gtk_check_button_get_active (check))
    g_hash_table_add (self->chosen, g_memdup2 (id, sizeof *id));
  else
    g_hash_table_remove (self->chosen, id);
  show_chosen (self);
}

static void
row_activated_cb (FollowBinPage *self, GtkListBoxRow *row)
{
  GtkWidget *check = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));

  if (GTK_IS_CHECK_BUTTON (check))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                 !gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
}

/* "Removed 12 November 2026, 10:42, by Committee Officer" */
static char *
describe_removal (const FollowRemoved *removed)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_iso8601 (removed->at, NULL);
  g_autoptr (GDateTime) local = then != NULL ? g_date_time_to_local (then) : NULL;
  g_autofree char *iso = local != NULL ? g_date_time_format (local, "%Y-%m-%d") : NULL;
  g_autofree char *day = follow_date_format_long (iso);
  g_autofree char *clock = local != NULL ? g_date_time_format (local, "%H:%M") : NULL;

  if (removed->who == NULL || *removed->who == '\0')
    return g_strdup_printf (_ ("Removed %s, %s"), day, clock != NULL ? clock : "");
  /* Translators: day, time of day, person */
  return g_strdup_printf (_ ("Removed %s, %s, by %s"), day, clock != NULL ? clock : "", removed->who);
}

/* Where a record edited inside another belongs. */
static char *
describe_owner (FollowRegister *reg, const FollowRemoved *removed)
{
  g_autoptr (FollowRecord) record = NULL;
  g_autofree char *owner = NULL;

  if (removed->kind->parent == NULL || (record = follow_register_find (reg, removed->id, NULL)) == NULL)
    return NULL;
  owner = describe_record (reg, follow_record_get_parent_id (record));
  return g_strdup_printf ("%s, %s", owner,
                          follow_register_get_title (reg, follow_record_get_parent_id (record)));
}

static GtkWidget *
make_texts (FollowRegister *reg, const FollowRemoved *removed, const char *what)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const char *title = follow_register_get_title (reg, removed->id);
  g_autofree char *removal = describe_removal (removed);
  g_autofree char *owner = describe_owner (reg, removed);
  g_autofree char *of = owner != NULL ? g_strdup_printf (_ ("%s of: %s"), what, owner) : NULL;

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), follow_wrapped_label_new (of != NULL ? of : what, "second", NULL));
  gtk_box_append (GTK_BOX (texts), follow_wrapped_label_new (*title != '\0' ? title : _ ("Untitled"), NULL));
  gtk_box_append (GTK_BOX (texts), follow_wrapped_label_new (removal, "second", "figures", NULL));
  return texts;
}

static GtkWidget *
make_check (FollowBinPage *self, gint64 id, const char *name)
{
  g_autofree char *text = g_strdup_printf (_ ("Select %s"), name);
  GtkWidget *check = gtk_check_button_new ();

  set_id (check, id);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_hash_table_contains (self->chosen, &id));
  follow_accessible_name (check, text);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (check_toggled_cb), self);
  return check;
}

static GtkWidget *
make_restore (FollowBinPage *self, gint64 id, const char *name)
{
  g_autofree char *text = g_strdup_printf (_ ("Restore %s"), name);
  GtkWidget *button = gtk_button_new_with_label (_ ("Restore"));

  set_id (button, id);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  follow_accessible_name (button, text);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (restore_clicked_cb), self);
  return button;
}

static GtkWidget *
make_row (FollowBinPage *self, const FollowRemoved *removed)
{
  FollowRegister *reg = get_register (self);
  gboolean writable = !follow_register_is_read_only (reg);
  g_autofree char *what = describe_record (reg, removed->id);
  g_autofree char *name = g_strdup_printf ("%s: %s", what, follow_register_get_title (reg, removed->id));
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *row = gtk_list_box_row_new ();

  if (writable)
    gtk_box_append (GTK_BOX (line), make_check (self, removed->id, name));
  gtk_box_append (GTK_BOX (line), make_texts (reg, removed, what));
  if (writable)
    gtk_box_append (GTK_BOX (line), make_restore (self, removed->id, name));
  gtk_widget_add_css_class (line, "pad");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  follow_accessible_name (row, name);
  return row;
}

static void
forget_restored (FollowBinPage *self)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->chosen);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!follow_register_is_removed (get_register (self), *(gint64 *) id))
      g_hash_table_iter_remove (&iter);
}

static void
update (FollowBinPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) bin = follow_register_load_bin (get_register (self), self->limit, &error);
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;

  if (bin == NULL)
    {
      follow_navigation_report (GTK_WIDGET (self), error);
      return;
    }
  forget_restored (self);
  follow_clear_children (GTK_WIDGET (self->list));
  for (guint i = 0; i < bin->len; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (bin, i)));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), bin->len > 0 ? "rows" : "empty");
  gtk_widget_set_visible (self->earlier, bin->len == self->limit);
  show_chosen (self);
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static gboolean
update_cb (gpointer data)
{
  FOLLOW_BIN_PAGE (data)->update_source = 0;
  update (data);
  return G_SOURCE_REMOVE;
}

static void
register_changed_cb (FollowBinPage *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add (update_cb, self);
}

static void
earlier_clicked_cb (FollowBinPage *self)
{
  self->limit += STEP;
  update (self);
}

static void
follow_bin_page_shown (FollowPage *page)
{
  gtk_widget_child_focus (GTK_WIDGET (FOLLOW_BIN_PAGE (page)->list), GTK_DIR_TAB_FORWARD);
}

static void
follow_bin_page_dispose (GObject *object)
{
  FollowBinPage *self = FOLLOW_BIN_PAGE (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_pointer (&self->chosen, g_hash_table_unref);

  G_OBJECT_CLASS (follow_bin_page_parent_class)->dispose (object);
}

static void
follow_bin_page_class_init (FollowBinPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_bin_page_dispose;
  FOLLOW_PAGE_CLASS (klass)->shown = follow_bin_page_shown;
}

static void
follow_bin_page_init (FollowBinPage *self)
{
  self->limit = STEP;
  self->chosen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static GtkWidget *
make_rows (FollowBinPage *self)
{
  GtkWidget *box =
      g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 12, "margin-start", 18,
                    "margin-end", 18, "margin-top", 15, "margin-bottom", 60, NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "child", box, NULL);

  follow_keep_px (G_OBJECT (clamp), "maximum-size", 900);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  follow_accessible_name (GTK_WIDGET (self->list), _ ("Bin"));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  self->earlier = gtk_button_new_with_mnemonic (_ ("Show _Earlier Ones"));
  gtk_widget_set_halign (self->earlier, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->earlier, "clicked", G_CALLBACK (earlier_clicked_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->earlier);
  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE,
                       "child", clamp, NULL);
}

FollowPage *
follow_bin_page_new (FollowRegister *reg)
{
  FollowBinPage *self = g_object_new (FOLLOW_TYPE_BIN_PAGE, "reg", reg, "title", _ ("Bin"), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = follow_page_header_new (FOLLOW_PAGE (self));
  GtkWidget *empty = adw_status_page_new ();

  self->restore_chosen = gtk_button_new_with_mnemonic ("");
  g_signal_connect_swapped (self->restore_chosen, "clicked", G_CALLBACK (restore_chosen_clicked_cb), self);
  gtk_header_bar_pack_start (GTK_HEADER_BAR (header), self->restore_chosen);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (empty), "user-trash-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (empty), _ ("Nothing in the Bin"));
  adw_status_page_set_description (ADW_STATUS_PAGE (empty),
                                   _ ("What is moved here stays, with its history, and can be restored."));
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), make_rows (self), "rows");
  gtk_stack_add_named (GTK_STACK (self->stack), empty, "empty");
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (reg, "changed", G_CALLBACK (register_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return FOLLOW_PAGE (self);
}
