/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-history-button.h"

#include <glib/gi18n.h>

#include "follow-date.h"
#include "follow-history.h"
#include "follow-navigation.h"
#include "follow-widgets.h"

struct _FollowHistoryButton
{
  GtkBox parent_instance;
  FollowRegister *reg;
  gint64 id;

  /* Children */
  GtkWidget *button;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (FollowHistoryButton, follow_history_button, GTK_TYPE_BOX)

static char *
format_day (const char *utc)
{
  g_autoptr (GDateTime) then = utc != NULL ? g_date_time_new_from_iso8601 (utc, NULL) : NULL;
  g_autoptr (GDateTime) local = then != NULL ? g_date_time_to_local (then) : NULL;
  g_autofree char *iso = local != NULL ? g_date_time_format (local, "%Y-%m-%d") : NULL;

  return follow_date_format_long (iso);
}

static void
show_count (FollowHistoryButton *self)
{
  g_autofree char *since = NULL;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;
  guint n = self->id != 0 ? follow_register_count_changes (self->reg, self->id, &since) : 0;

  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  if (n == 0)
    return;
  day = format_day (since);
  /* Translators: how often a record was changed, and since which day */
  text = g_strdup_printf (ngettext ("Changed %u time since %s", "Changed %u times since %s", n), n, day);
  gtk_label_set_text (GTK_LABEL (self->label), text);
  follow_accessible_name (self->button, text);
}

static void
register_changed_cb (FollowHistoryButton *self, GHashTable *touched)
{
  if (touched == NULL || g_hash_table_contains (touched, &self->id))
    show_count (self);
}

static void
clicked_cb (FollowHistoryButton *self)
{
  follow_navigation_show_history (GTK_WIDGET (self), self->id);
}

static void
follow_history_button_dispose (GObject *object)
{
  g_clear_object (&FOLLOW_HISTORY_BUTTON (object)->reg);

  G_OBJECT_CLASS (follow_history_button_parent_class)->dispose (object);
}

static void
follow_history_button_class_init (FollowHistoryButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_history_button_dispose;
}

static void
follow_history_button_init (FollowHistoryButton *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->button = gtk_button_new ();
  self->label = follow_wrapped_label_new (NULL, "small", NULL);
  gtk_box_append (GTK_BOX (content), follow_icon_new ("follow-history-symbolic", NULL));
  gtk_box_append (GTK_BOX (content), self->label);
  gtk_box_append (GTK_BOX (content), follow_icon_new ("go-next-symbolic", NULL));
  gtk_button_set_child (GTK_BUTTON (self->button), content);
  gtk_widget_add_css_class (self->button, "flat");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (self), self->button);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
}

GtkWidget *
follow_history_button_new (FollowRegister *reg)
{
  FollowHistoryButton *self = g_object_new (FOLLOW_TYPE_HISTORY_BUTTON, NULL);

  self->reg = g_object_ref (reg);
  g_signal_connect_object (reg, "changed", G_CALLBACK (register_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
follow_history_button_set_id (FollowHistoryButton *self, gint64 id)
{
  self->id = id;
  show_count (self);
}
