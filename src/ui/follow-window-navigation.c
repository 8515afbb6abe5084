/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-window-private.h"

#include <glib/gi18n.h>

#include "follow-editor.h"
#include "follow-pages.h"
#include "follow-places.h"

/* How long a toast is seen. */
#define TELL_SECONDS 5
#define OFFER_SECONDS 10

static FollowWindow *
find_window (GtkWidget *from)
{
  GtkRoot *root = gtk_widget_get_root (from);

  return FOLLOW_IS_WINDOW (root) ? FOLLOW_WINDOW (root) : NULL;
}

FollowPage *
follow_window_get_page (FollowWindow *self)
{
  return g_queue_peek_head (&self->pages);
}

static gboolean
has_focus (GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (widget)));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* Beside a page that takes the whole window the sidebar cannot be brought back either. */
static void
make_room (FollowWindow *self, gboolean whole)
{
  adw_flap_set_locked (self->flap, whole);
  adw_flap_set_swipe_to_open (self->flap, !whole);
  adw_flap_set_swipe_to_close (self->flap, !whole);
  adw_flap_set_fold_policy (self->flap, whole ? ADW_FLAP_FOLD_POLICY_NEVER : ADW_FLAP_FOLD_POLICY_AUTO);
  adw_flap_set_reveal_flap (self->flap, !whole && !adw_flap_get_folded (self->flap));
}

/* Pages underneath stay in the window, unseen: taken out and put back they would lose their actions (GTK 4.8 tells
 * the buttons of a widget that loses its window that its actions are gone, and never that they are back). */
static void
show_only (FollowWindow *self, GtkWidget *page)
{
  GtkWidget *content = GTK_WIDGET (self->content);

  for (GtkWidget *child = gtk_widget_get_first_child (content); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, child == page);
  if (gtk_widget_get_parent (page) == NULL)
    gtk_box_append (self->content, page);
}

static void
show_top (FollowWindow *self)
{
  FollowPage *page = follow_window_get_page (self);

  if (self->whole != follow_page_takes_whole_window (page))
    {
      self->whole = !self->whole;
      make_room (self, self->whole);
    }
  show_only (self, GTK_WIDGET (page));
  follow_sidebar_mark (self->sidebar, follow_page_get_place (page));
  follow_window_update_actions (self);
  if (!has_focus (GTK_WIDGET (self->sidebar))) /* somebody walks through the places: they stay there */
    follow_page_shown (page);
}

/* What is typed is saved before its page goes out of sight; what cannot be saved stays in its editor, and
 * the sidebar says so. */
static void
leave (FollowWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->reg != NULL && !follow_editor_flush_all (self->reg, &error))
    follow_window_show_saved (self, error);
}

void
follow_window_drop_pages (FollowWindow *self)
{
  for (GList *l = self->pages.head; l != NULL; l = l->next)
    gtk_box_remove (self->content, l->data);
  g_queue_clear_full (&self->pages, g_object_unref);
  g_queue_init (&self->pages);
}

void
follow_window_push (FollowWindow *self, FollowPage *page)
{
  leave (self);
  follow_page_set_can_go_back (page, !g_queue_is_empty (&self->pages));
  if (follow_page_get_place (page) == NULL && !g_queue_is_empty (&self->pages))
    follow_page_set_place (page, follow_page_get_place (follow_window_get_page (self)));
  g_queue_push_head (&self->pages, g_object_ref_sink (page));
  show_top (self);
}

void
follow_window_pop (FollowWindow *self)
{
  g_autoptr (FollowPage) left = NULL;

  if (g_queue_get_length (&self->pages) < 2)
    return;
  leave (self);
  left = g_queue_pop_head (&self->pages);
  show_top (self);
  gtk_box_remove (self->content, GTK_WIDGET (left));
}

static FollowPage *
make_place (FollowWindow *self, const char *place)
{
  if (g_strcmp0 (place, "overview") == 0)
    return follow_overview_page_new (self->reg);
  return follow_table_page_new (self->reg, place);
}

void
follow_window_show_place (FollowWindow *self, const char *place)
{
  FollowPage *page = make_place (self, place);

  leave (self);
  follow_window_drop_pages (self);
  g_queue_push_head (&self->pages, g_object_ref_sink (page));
  show_top (self);
}

/* The page on which a record is edited: its parent's for one that is edited inside another. */
static FollowPage *
make_record_page (FollowWindow *self, FollowRecord *record)
{
  const char *kind = follow_record_get_kind (record)->name;

  if (g_strcmp0 (kind, "plan") == 0)
    return follow_plan_page_new (self->reg, follow_record_get_id (record));
  if (g_strcmp0 (kind, "inspection") == 0)
    return follow_inspection_page_new (self->reg, follow_record_get_id (record));
  return follow_record_page_new (self->reg, record);
}

static void
open_record (FollowWindow *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) record = follow_register_find (self->reg, id, &error);
  g_autoptr (FollowRecord) owner = NULL;
  FollowPage *page;

  if (record != NULL && follow_record_get_kind (record)->parent != NULL)
    owner = follow_register_find (self->reg, follow_record_get_parent_id (record), &error);
  if (error != NULL)
    {
      follow_window_tell (self, error->message, FALSE);
      return;
    }
  if (follow_window_get_page (self) != NULL && follow_page_show_record (follow_window_get_page (self), id))
    return;
  page = make_record_page (self, owner != NULL ? owner : record);
  follow_window_push (self, page);
  if (owner != NULL)
    follow_page_show_record (page, id);
}

static void
toast_dismissed_cb (FollowWindow *self, AdwToast *toast)
{
  if (self->toast != toast)
    return;
  self->toast = NULL;
  g_clear_handle_id (&self->toast_source, g_source_remove);
}

static gboolean
toast_ended_cb (gpointer data)
{
  FollowWindow *self = FOLLOW_WINDOW (data);

  self->toast_source = 0;
  adw_toast_dismiss (self->toast);
  return G_SOURCE_REMOVE;
}

/* After another change the newest step is another one: the words stay, the offer goes. */
void
follow_window_withdraw_offer (FollowWindow *self)
{
  if (self->toast != NULL)
    adw_toast_set_button_label (self->toast, NULL);
}

/* There is one toast, which says the newest. Dismissing one to show the next, while it is still coming up,
 * crashes in libadwaita 1.2. */
void
follow_window_tell (FollowWindow *self, const char *text, gboolean undo)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1); /* a toast's title is markup in 1.2 */
  gboolean is_new = self->toast == NULL;

  if (is_new)
    {
      self->toast = adw_toast_new (escaped);
      adw_toast_set_timeout (self->toast, 0);
      g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  else
    adw_toast_set_title (self->toast, escaped);
  adw_toast_set_button_label (self->toast, undo ? _ ("_Undo") : NULL);
  adw_toast_set_action_name (self->toast, undo ? "win.undo" : NULL);
  if (is_new)
    adw_toast_overlay_add_toast (self->toasts, self->toast);
  g_clear_handle_id (&self->toast_source, g_source_remove);
  self->toast_source = g_timeout_add_seconds (undo ? OFFER_SECONDS : TELL_SECONDS, toast_ended_cb, self);
}

void
follow_navigation_show_place (GtkWidget *from, const char *place)
{
  FollowWindow *window = find_window (from);

  if (window != NULL)
    follow_window_show_place (window, place);
}

void
follow_navigation_show_filtered (GtkWidget *from, const FollowFilter *filters, guint n_filters)
{
  FollowWindow *window = find_window (from);

  if (window == NULL)
    return;
  follow_window_show_place (window, "actions");
  for (guint i = 0; i < n_filters; i++)
    follow_table_page_filter (follow_window_get_page (window), filters[i].field, filters[i].test,
                              filters[i].value);
}

void
follow_navigation_show_actions (GtkWidget *from, const char *field, const char *value)
{
  FollowFilter filter = { field, value != NULL ? FOLLOW_TEST_IS : FOLLOW_TEST_EMPTY, value };

  follow_navigation_show_filtered (from, &filter, 1);
}

void
follow_navigation_open_record (GtkWidget *from, gint64 id)
{
  FollowWindow *window = find_window (from);

  if (window != NULL)
    open_record (window, id);
}

void
follow_navigation_show_history (GtkWidget *from, gint64 id)
{
  FollowWindow *window = find_window (from);

  if (window != NULL)
    follow_window_push (window, follow_history_page_new (window->reg, id));
}

void
follow_navigation_push (GtkWidget *from, FollowPage *page)
{
  FollowWindow *window = find_window (from);

  if (window != NULL)
    follow_window_push (window, page);
  else
    g_object_unref (g_object_ref_sink (page));
}

void
follow_navigation_back (GtkWidget *from)
{
  FollowWindow *window = find_window (from);

  if (window != NULL)
    follow_window_pop (window);
}

void
follow_navigation_tell (GtkWidget *from, const char *text, gboolean undo)
{
  FollowWindow *window = find_window (from);

  if (window != NULL)
    follow_window_tell (window, text, undo);
}

void
follow_navigation_add_toast (GtkWidget *from, AdwToast *toast)
{
  FollowWindow *window = find_window (from);

  if (window != NULL)
    adw_toast_overlay_add_toast (window->toasts, toast);
  else
    g_object_unref (toast);
}

void
follow_navigation_report (GtkWidget *from, const GError *error)
{
  follow_navigation_tell (from, error->message, FALSE);
}

void
follow_navigation_report_save (GtkWidget *from, const GError *error)
{
  FollowWindow *window = find_window (from);

  if (window != NULL)
    follow_window_show_saved (window, error);
}

static char *
describe_removed (FollowRegister *reg, GPtrArray *records)
{
  FollowRecord *first = g_ptr_array_index (records, 0);
  const FollowKind *kind = follow_record_get_kind (first);
  const char *number = kind->number != NULL ? follow_record_get_text (first, kind->number) : NULL;
  g_autofree char *title = follow_record_get_title (first);

  if (records->len > 1)
    return g_strdup_printf (
        ngettext ("%u record moved to the bin", "%u records moved to the bin", records->len), records->len);
  if (number != NULL)
    /* Translators: a kind of record and its number: "Action 31" */
    return g_strdup_printf (_ ("%s %s moved to the bin"), follow_kind_get_label (kind), number);
  return g_strdup_printf (_ ("“%s” moved to the bin"), title);
}

void
follow_navigation_remove (GtkWidget *from, GPtrArray *records)
{
  FollowWindow *window = find_window (from);
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowChanges) changes = NULL;
  g_autofree char *text = NULL;

  if (window == NULL || records->len == 0)
    return;
  text = describe_removed (window->reg, records);
  changes = follow_changes_new (text);
  for (guint i = 0; i < records->len; i++)
    follow_changes_remove (changes, g_ptr_array_index (records, i));
  if (follow_register_commit (window->reg, changes, &error))
    follow_window_tell (window, text, TRUE);
  else
    follow_window_tell (window, error->message, FALSE);
}
