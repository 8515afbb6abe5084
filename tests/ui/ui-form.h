/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "follow-child-list.h"
#include "follow-entry-row.h"
#include "follow-form.h"
#include "follow-text-row.h"
#include "ui-keys.h"

/* A form in a window of its own, and how tests find things in it. */

/* Longer than the pause after which an editor saves. */
#define SAVE_WITHIN_MS 3000

/* The pane beside a table has no more. */
#define FORM_WIDTH 362

typedef struct
{
  GtkWidget *window;
  FollowForm *form;
} Shown;

static inline void
show_form (Shown *shown, FollowRegister *reg, FollowRecord *record)
{
  shown->window = gtk_window_new ();
  shown->form = FOLLOW_FORM (follow_form_new (reg));
  gtk_window_set_child (GTK_WINDOW (shown->window), GTK_WIDGET (shown->form));
  gtk_window_set_default_size (GTK_WINDOW (shown->window), FORM_WIDTH, 800);
  follow_form_set_record (shown->form, record);
  present (shown->window);
}

/* Nothing of the form may live on: it would go on saving. */
static inline void
close_form (Shown *shown)
{
  g_object_add_weak_pointer (G_OBJECT (shown->form), (gpointer *) &shown->form);
  gtk_window_destroy (GTK_WINDOW (shown->window));
  settle ();
  g_assert_null (shown->form);
}

static inline FollowFieldRow *
find_row (GtkWidget *widget, const char *caption)
{
  if (FOLLOW_IS_FIELD_ROW (widget) &&
      g_strcmp0 (follow_field_row_get_caption (FOLLOW_FIELD_ROW (widget)), caption) == 0)
    return FOLLOW_FIELD_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      FollowFieldRow *found = find_row (child, caption);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static inline GtkEditable *
find_entry (Shown *shown, const char *caption)
{
  FollowFieldRow *row = find_row (GTK_WIDGET (shown->form), caption);

  g_assert_nonnull (row);
  return GTK_EDITABLE (follow_entry_row_get_entry (FOLLOW_ENTRY_ROW (row)));
}

static inline GtkTextBuffer *
find_text (Shown *shown, const char *caption)
{
  FollowFieldRow *row = find_row (GTK_WIDGET (shown->form), caption);

  g_assert_nonnull (row);
  return gtk_text_view_get_buffer (follow_text_row_get_view (FOLLOW_TEXT_ROW (row)));
}

/* Returns: (nullable): the button of this label that can be seen */
static inline GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (gtk_button_get_label (GTK_BUTTON (widget)), "_", -1);
      g_autofree char *text = g_strjoinv ("", parts);

      if (g_str_equal (text, label))
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static inline void
click_button (GtkWidget *widget, const char *label)
{
  GtkWidget *button = find_button (widget, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static inline FollowChildList *
find_list (GtkWidget *widget, const char *kind)
{
  if (FOLLOW_IS_CHILD_LIST (widget) &&
      g_str_equal (follow_child_list_get_kind (FOLLOW_CHILD_LIST (widget))->name, kind))
    return FOLLOW_CHILD_LIST (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      FollowChildList *found = find_list (child, kind);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static inline void
choose (GtkWidget *widget, guint position)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_widget (widget, GTK_TYPE_DROP_DOWN)), position);
}

static inline void
wait_for_text (FollowRecord *record, const char *field, const char *text)
{
  gint64 end = g_get_monotonic_time () + SAVE_WITHIN_MS * 1000;

  while (g_strcmp0 (follow_record_get_text (record, field), text) != 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (follow_record_get_text (record, field), ==, text);
}
