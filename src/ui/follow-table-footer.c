/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-table-footer.h"

#include <glib/gi18n.h>

#include "follow-counts.h"
#include "follow-pill.h"
#include "follow-places.h"
#include "follow-status.h"
#include "follow-widgets.h"

/* Counting waits for a pause in typing, and at first until the table is painted. */
#define COUNT_AFTER_MS 200

struct _FollowTableFooter
{
  AdwBin parent_instance;

  FollowRegister *reg;
  const FollowKind *kind;
  guint n_rows;
  GtkWidget *line;
  GtkWidget *total;
  GPtrArray *queries; /* to be counted */
  guint count_source;
  GCancellable *cancellable;
};

enum
{
  COUNT_ACTIVATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FollowTableFooter, follow_table_footer, ADW_TYPE_BIN)

static char *
describe_count (FollowTableFooter *self, const FollowPlace *place, guint count)
{
  int days = follow_register_get_due_soon_days (self->reg);

  if (g_str_equal (place->value, "overdue"))
    return g_strdup_printf (_ ("%u overdue"), count);
  if (g_str_equal (place->value, "due_soon"))
    return g_strdup_printf (ngettext ("%u due in %d day", "%u due in %d days", days), count, days);
  if (g_str_equal (place->value, "no_date"))
    return g_strdup_printf (_ ("%u without a timescale"), count);
  return g_strdup_printf (_ ("%u without a lead"), count);
}

static void
count_clicked_cb (FollowTableFooter *self, GtkWidget *button)
{
  const FollowPlace *place = g_object_get_data (G_OBJECT (button), "follow-place");

  g_signal_emit (self, signals[COUNT_ACTIVATED], 0, place->id);
}

static void
append_count (FollowTableFooter *self, const FollowPlace *place, guint count)
{
  g_autofree char *text = describe_count (self, place, count);
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), follow_label_new (text, "small", "figures", NULL));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "count-link");
  gtk_widget_set_tooltip_text (button, _ ("Show Only These"));
  follow_accessible_name (button, text);
  g_object_set_data (G_OBJECT (button), "follow-place", (gpointer) place);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (count_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->line), follow_label_new ("·", "small", "dim-label", NULL));
  gtk_box_append (GTK_BOX (self->line), button);
}

static void
show_total (FollowTableFooter *self, guint n_all)
{
  g_autofree char *kind = g_utf8_strdown (
      n_all == 1 ? follow_kind_get_label (self->kind) : follow_kind_get_plural (self->kind), -1);
  g_autofree char *text =
      self->n_rows == n_all
          ? g_strdup_printf ("%u %s", n_all, kind)
          /* Translators: how many of all records are shown, and their kind: "31 of 45 actions" */
          : g_strdup_printf (_ ("%u of %u %s"), self->n_rows, n_all, kind);

  gtk_label_set_label (GTK_LABEL (self->total), text);
}

static gboolean
is_shown (FollowTableFooter *self, const FollowPlace *place)
{
  return place->field != NULL && g_strcmp0 (place->kind, self->kind->name) == 0;
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GArray) counts = follow_counts_run_finish (result, NULL);
  FollowTableFooter *self = data;
  guint n_places, next = 1;
  const FollowPlace *places = follow_places_get (&n_places);
  GtkWidget *old;

  if (counts == NULL) /* the footer may be gone */
    return;
  while ((old = gtk_widget_get_next_sibling (self->total)) != NULL)
    gtk_box_remove (GTK_BOX (self->line), old);
  show_total (self, g_array_index (counts, guint, 0));
  for (guint i = 0; i < n_places; i++)
    if (is_shown (self, &places[i]))
      {
        guint count = g_array_index (counts, guint, next++);

        if (count > 0)
          append_count (self, &places[i], count);
      }
}

static GtkWidget *
make_key_button (void)
{
  const FollowField *field = follow_kind_find_field (follow_kind_find ("action"), "status");
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; follow_status_order[i] != NULL; i++)
    gtk_box_append (GTK_BOX (list), follow_pill_new_for_choice (
                                        field->name, follow_status_order[i],
                                        follow_field_get_choice_label (field, follow_status_order[i])));
  gtk_box_append (GTK_BOX (list),
                  follow_wrapped_label_new (_ ("A letter and a word are what somebody declared. A clock is "
                                               "what the program worked out from the timescale."),
                                            "small", "dim-label", NULL));
  gtk_label_set_max_width_chars (GTK_LABEL (gtk_widget_get_last_child (list)), 32);
  gtk_popover_set_child (GTK_POPOVER (popover), list);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Key"));
  gtk_widget_set_tooltip_text (button, _ ("What Each Status Means"));
  follow_accessible_name (button, _ ("Key: what each status means"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "tag-add");
  return button;
}

static void
follow_table_footer_dispose (GObject *object)
{
  FollowTableFooter *self = FOLLOW_TABLE_FOOTER (object);

  g_clear_handle_id (&self->count_source, g_source_remove);
  g_clear_pointer (&self->queries, g_ptr_array_unref);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (follow_table_footer_parent_class)->dispose (object);
}

static void
follow_table_footer_class_init (FollowTableFooterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_table_footer_dispose;
  signals[COUNT_ACTIVATED] = g_signal_new ("count-activated", FOLLOW_TYPE_TABLE_FOOTER, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
follow_table_footer_init (FollowTableFooter *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "bar");
  gtk_widget_add_css_class (GTK_WIDGET (self), "bar-top");
  gtk_widget_add_css_class (GTK_WIDGET (self), "view-pane");
}

GtkWidget *
follow_table_footer_new (FollowRegister *reg, const FollowKind *kind)
{
  FollowTableFooter *self = g_object_new (FOLLOW_TYPE_TABLE_FOOTER, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->reg = g_object_ref (reg);
  self->kind = kind;
  self->line = follow_wrap_box_new (6);
  self->total = follow_label_new (NULL, "small", "figures", NULL);
  gtk_widget_set_hexpand (self->line, TRUE);
  gtk_widget_set_valign (self->line, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->line), self->total);
  gtk_box_append (GTK_BOX (box), self->line);
  if (g_str_equal (kind->name, "action"))
    gtk_box_append (GTK_BOX (box), make_key_button ());
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}

static gboolean
count_cb (gpointer data)
{
  FollowTableFooter *self = FOLLOW_TABLE_FOOTER (data);

  self->count_source = 0;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  follow_counts_run_async (self->reg, self->queries, self->cancellable, counted_cb, self);
  return G_SOURCE_REMOVE;
}

void
follow_table_footer_update (FollowTableFooter *self, const FollowQuery *query, guint n_rows)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func ((GDestroyNotify) follow_query_free);
  guint n_places;
  const FollowPlace *places = follow_places_get (&n_places);

  self->n_rows = n_rows;
  g_ptr_array_add (queries, follow_query_new (self->kind));
  for (guint i = 0; i < n_places; i++)
    if (is_shown (self, &places[i]))
      {
        const FollowField *field = follow_kind_find_field (self->kind, places[i].field);
        g_autoptr (FollowValue) value = follow_field_read (field, places[i].value, NULL);
        FollowQuery *narrowed = follow_query_copy (query);

        follow_query_narrow (narrowed, field->name, value);
        g_ptr_array_add (queries, narrowed);
      }
  g_clear_pointer (&self->queries, g_ptr_array_unref);
  self->queries = queries;
  g_clear_handle_id (&self->count_source, g_source_remove);
  self->count_source = g_timeout_add (COUNT_AFTER_MS, count_cb, self);
}
