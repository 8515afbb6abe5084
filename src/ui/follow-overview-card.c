/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-overview-card.h"

#include <glib/gi18n.h>

#include "follow-widgets.h"

struct _FollowOverviewCard
{
  GtkBox parent_instance;

  FollowRegister *reg;
  FollowOverviewList what;
  char *title;
  char *text; /* what it says now */
  gboolean has_links;

  /* Children */
  GtkWidget *line;
  GtkWidget *count;
  GtkListBox *list;
  GtkWidget *none;
  GtkWidget *all;
};

enum
{
  SHOW_ALL,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FollowOverviewCard, follow_overview_card, GTK_TYPE_BOX)

static void
row_activated_cb (FollowOverviewCard *self, GtkListBoxRow *row)
{
  follow_navigation_open_record (GTK_WIDGET (self),
                                 *(const gint64 *) g_object_get_data (G_OBJECT (row), "follow-id"));
}

static void
all_clicked_cb (FollowOverviewCard *self)
{
  g_signal_emit (self, signals[SHOW_ALL], 0);
}

static void
follow_overview_card_dispose (GObject *object)
{
  FollowOverviewCard *self = FOLLOW_OVERVIEW_CARD (object);

  g_clear_object (&self->reg);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (follow_overview_card_parent_class)->dispose (object);
}

static void
follow_overview_card_class_init (FollowOverviewCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_overview_card_dispose;
  signals[SHOW_ALL] = g_signal_new ("show-all", FOLLOW_TYPE_OVERVIEW_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
}

static void
follow_overview_card_init (FollowOverviewCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
}

static GtkWidget *
make_cut_label (const char *text, const char *style)
{
  GtkWidget *label = follow_label_new (text, style, "figures", NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  follow_label_reveal (GTK_LABEL (label));
  return label;
}

static GtkWidget *
make_second (const FollowOverviewText *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);

  if (text->icon != NULL)
    gtk_box_append (GTK_BOX (line), follow_icon_new (text->icon, "clock", text->style, NULL));
  if (text->head != NULL)
    {
      g_autofree char *rest = g_strconcat ("· ", text->rest, NULL);
      GtkWidget *head = follow_label_new (text->head, "second", "figures", text->style, NULL);

      gtk_box_append (GTK_BOX (line), head);
      gtk_box_append (GTK_BOX (line), make_cut_label (rest, "second"));
    }
  else
    gtk_box_append (GTK_BOX (line), make_cut_label (text->rest, "second"));
  return line;
}

static GtkWidget *
make_row (FollowRecord *record, const FollowOverviewText *text)
{
  const FollowKind *kind = follow_record_get_kind (record);
  const char *number = follow_record_get_text (record, kind->number);
  const char *wording = follow_record_get_text (record, "wording");
  gint64 id = follow_record_get_id (record);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *figure = follow_label_new (number != NULL ? number : "•", "figures", "dim-label", NULL);
  g_autofree char *name = g_strdup_printf (
      "%s %s: %s, %s%s%s", follow_kind_get_label (kind), number != NULL ? number : "", wording,
      text->head != NULL ? text->head : "", text->head != NULL ? ", " : "", text->rest);

  gtk_label_set_width_chars (GTK_LABEL (figure), 3);
  gtk_widget_set_valign (figure, GTK_ALIGN_START);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), make_cut_label (wording, "plain"));
  gtk_box_append (GTK_BOX (texts), make_second (text));
  gtk_box_append (GTK_BOX (line), figure);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), follow_icon_new ("go-next-symbolic", "dim-label", "chevron", NULL));
  gtk_widget_add_css_class (line, "compact-check");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  g_object_set_data_full (G_OBJECT (row), "follow-id", g_memdup2 (&id, sizeof id), g_free);
  follow_accessible_name (row, name);
  return row;
}

static void
make_link (GtkWidget *button)
{
  gtk_widget_set_css_classes (button, (const char *[]){ "flat", "link-row", "small", NULL });
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
}

GtkWidget *
follow_overview_card_new (FollowRegister *reg, FollowOverviewList list, const char *title, const char *style)
{
  FollowOverviewCard *self = g_object_new (FOLLOW_TYPE_OVERVIEW_CARD, NULL);
  GtkWidget *heading = follow_heading_new (title);
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->reg = g_object_ref (reg);
  self->what = list;
  self->title = g_strdup (title);
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  self->count = follow_label_new (NULL, "count", style, NULL);
  self->all = gtk_button_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->none = follow_label_new (_ ("None."), "gap", "pad", NULL);
  gtk_label_set_ellipsize (GTK_LABEL (heading), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (self->count, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (space, TRUE);
  gtk_widget_set_size_request (self->line, -1, 28);
  make_link (self->all);
  g_signal_connect_swapped (self->all, "clicked", G_CALLBACK (all_clicked_cb), self);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_list_box_set_placeholder (self->list, self->none);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_box_append (GTK_BOX (self->line), heading);
  gtk_box_append (GTK_BOX (self->line), self->count);
  gtk_box_append (GTK_BOX (self->line), space);
  gtk_box_append (GTK_BOX (self->line), self->all);
  gtk_box_append (GTK_BOX (self), self->line);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  follow_overview_card_set (self, 0, NULL);
  return GTK_WIDGET (self);
}

static void
show_count (FollowOverviewCard *self, guint count, guint n_shown)
{
  g_autofree char *figure = g_strdup_printf ("%u", count);
  g_autofree char *all = g_strdup_printf (_ ("Show All %u"), count);
  g_autofree char *name = g_strdup_printf ("%s, %u", self->title, count);
  g_autofree char *all_name = g_strdup_printf (_ ("%s: show all %u"), self->title, count);

  gtk_label_set_text (GTK_LABEL (self->count), figure);
  gtk_widget_set_visible (self->count, count > 0);
  gtk_button_set_label (GTK_BUTTON (self->all), all);
  gtk_widget_set_visible (self->all, count > n_shown && !self->has_links);
  follow_accessible_name (self->all, all_name);
  follow_accessible_name (GTK_WIDGET (self->list), name);
}

/* Rows are made anew only when they say something else, so that the focus stays. */
void
follow_overview_card_set (FollowOverviewCard *self, guint count, GArray *ids)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GString *said = g_string_new (NULL);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (FollowRecord) record =
          follow_register_find (self->reg, g_array_index (ids, gint64, i), NULL);
      FollowOverviewText text;

      if (record == NULL)
        continue;
      text = follow_overview_describe (self->reg, record, self->what);
      g_string_append_printf (said, "%" G_GINT64_FORMAT " %s %s %s\n", g_array_index (ids, gint64, i),
                              follow_record_get_text (record, "wording"), text.head, text.rest);
      g_ptr_array_add (rows, g_object_ref_sink (make_row (record, &text)));
      follow_overview_text_clear (&text);
    }
  show_count (self, count, rows->len);
  if (g_strcmp0 (said->str, self->text) != 0)
    {
      GtkListBoxRow *old;

      while ((old = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
        gtk_list_box_remove (self->list, GTK_WIDGET (old));
      for (guint i = 0; i < rows->len; i++)
        gtk_list_box_append (self->list, rows->pdata[i]);
      g_free (self->text);
      self->text = g_strdup (said->str);
    }
  g_string_free (said, TRUE);
}

GtkWidget *
follow_overview_card_add_link (FollowOverviewCard *self)
{
  GtkWidget *button = gtk_button_new ();

  self->has_links = TRUE;
  make_link (button);
  gtk_box_append (GTK_BOX (self->line), button);
  return button;
}
