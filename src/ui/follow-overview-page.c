/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "follow-bar.h"
#include "follow-navigation.h"
#include "follow-overview-card.h"
#include "follow-pages.h"
#include "follow-pill.h"
#include "follow-places.h"
#include "follow-status.h"
#include "follow-text-scale.h"
#include "follow-widgets.h"
#include "follow-width-bin.h"

/* What is written in a row is counted once. */
#define LOAD_AFTER_MS 150

/* At text scale 1: with less, one column. */
#define ROOM_FOR_TWO 720
#define MINIMUM_WIDTH 320
#define BAR_HEIGHT 12

#define FOLLOW_TYPE_OVERVIEW_PAGE (follow_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (FollowOverviewPage, follow_overview_page, FOLLOW, OVERVIEW_PAGE, FollowPage)

/* What to do today: one bar for the whole, then the lists that need someone. */
struct _FollowOverviewPage
{
  FollowPage parent_instance;

  GCancellable *cancellable;
  guint load_source;

  FollowWidthBin *width;
  GtkWidget *standing;
  GtkWidget *recent;
  FollowBar *bar;
  GtkWidget *counts[FOLLOW_N_STATUSES]; /* the buttons */
  GtkWidget *figures[FOLLOW_N_STATUSES];
  GtkWidget *columns;
  FollowOverviewCard *cards[FOLLOW_N_OVERVIEW_LISTS];
  GtkWidget *no_lead;
  GtkWidget *no_timescale;
};

G_DEFINE_FINAL_TYPE (FollowOverviewPage, follow_overview_page, FOLLOW_TYPE_PAGE)

static const char *
get_status_word (guint status)
{
  const FollowField *field = follow_kind_find_field (follow_kind_find ("action"), "status");

  return follow_field_get_choice_label (field, follow_status_order[status]);
}

static void
show_day (FollowOverviewPage *self)
{
  const char *today = follow_register_get_today (follow_page_get_register (FOLLOW_PAGE (self)));
  g_autofree char *time = g_strconcat (today, "T12:00:00Z", NULL);
  g_autoptr (GDateTime) day = g_date_time_new_from_iso8601 (time, NULL);
  /* Translators: a weekday and a day, "Thursday 12 November 2026" */
  g_autofree char *text = day != NULL ? g_date_time_format (day, _ ("%A %-d %B %Y")) : NULL;

  follow_page_set_subtitle (FOLLOW_PAGE (self), text);
}

static void
show_standing (FollowOverviewPage *self, const FollowOverviewFacts *facts)
{
  g_autofree char *actions =
      g_strdup_printf (ngettext ("%u action", "%u actions", facts->n_actions), facts->n_actions);
  /* Translators: follows the number of actions */
  g_autofree char *plans = g_strdup_printf (ngettext ("%u plan", "%u plans", facts->n_plans), facts->n_plans);
  g_autofree char *standing = g_strdup_printf (_ ("%s in %s"), actions, plans);
  g_autofree char *recent =
      g_strdup_printf (_ ("In the last %d days: %u complete, %u new, %u re-dated"), FOLLOW_RECENT_DAYS,
                       facts->n_complete, facts->n_new, facts->n_redated);

  gtk_label_set_text (GTK_LABEL (self->standing), facts->n_actions > 0 ? standing : _ ("No actions yet"));
  gtk_label_set_text (GTK_LABEL (self->recent), recent);
  follow_bar_clear (self->bar);
  for (guint i = 0; i < FOLLOW_N_STATUSES; i++)
    {
      g_autofree char *figure = g_strdup_printf ("%u", facts->statuses[i]);
      g_autofree char *name = g_strdup_printf ("%s, %u", get_status_word (i), facts->statuses[i]);

      follow_bar_set_count (self->bar, follow_status_order[i], facts->statuses[i], get_status_word (i));
      gtk_label_set_text (GTK_LABEL (self->figures[i]), figure);
      gtk_widget_set_visible (self->counts[i], facts->statuses[i] > 0);
      follow_accessible_name (self->counts[i], name);
    }
}

static void
show_link (GtkWidget *button, const char *text, guint n)
{
  g_autofree char *label = g_strdup_printf ("%s %u", text, n);

  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_widget_set_visible (button, n > 0);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowOverviewFacts) facts = follow_overview_facts_load_finish (result, &error);
  FollowOverviewPage *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) /* the page may be gone */
    return;
  if (facts == NULL)
    {
      follow_navigation_report (GTK_WIDGET (self), error);
      return;
    }
  show_standing (self, facts);
  for (guint i = 0; i < FOLLOW_N_OVERVIEW_LISTS; i++)
    follow_overview_card_set (self->cards[i], facts->counts[i], facts->ids[i]);
  show_link (self->no_lead, _ ("No Lead"), facts->n_no_lead);
  show_link (self->no_timescale, _ ("No Timescale"), facts->n_no_timescale);
}

static void
load (FollowOverviewPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  show_day (self);
  follow_overview_facts_load_async (follow_page_get_register (FOLLOW_PAGE (self)), self->cancellable,
                                    loaded_cb, self);
}

static gboolean
load_cb (gpointer data)
{
  FollowOverviewPage *self = FOLLOW_OVERVIEW_PAGE (data);

  self->load_source = 0;
  load (self);
  return G_SOURCE_REMOVE;
}

static void
register_changed_cb (FollowOverviewPage *self)
{
  g_clear_handle_id (&self->load_source, g_source_remove);
  self->load_source = g_timeout_add (LOAD_AFTER_MS, load_cb, self);
}

static void
status_clicked_cb (FollowOverviewPage *self, GtkWidget *button)
{
  for (guint i = 0; i < FOLLOW_N_STATUSES; i++)
    if (self->counts[i] == button)
      {
        follow_navigation_show_actions (GTK_WIDGET (self), "status", follow_status_order[i]);
        return;
      }
}

static void
show_all_cb (FollowOverviewPage *self, FollowOverviewCard *card)
{
  guint n_filters;
  const FollowFilter *filters = follow_overview_get_impact_filters (&n_filters);

  if (card == self->cards[FOLLOW_OVERVIEW_OVERDUE])
    follow_navigation_show_place (GTK_WIDGET (self), "overdue");
  else if (card == self->cards[FOLLOW_OVERVIEW_DUE_SOON])
    follow_navigation_show_place (GTK_WIDGET (self), "due-soon");
  else if (card == self->cards[FOLLOW_OVERVIEW_IMPACT])
    follow_navigation_show_filtered (GTK_WIDGET (self), filters, n_filters);
  else
    follow_navigation_show_place (GTK_WIDGET (self), "inspections");
}

static void
no_lead_clicked_cb (FollowOverviewPage *self)
{
  follow_navigation_show_place (GTK_WIDGET (self), "no-lead");
}

static void
no_timescale_clicked_cb (FollowOverviewPage *self)
{
  follow_navigation_show_place (GTK_WIDGET (self), "no-timescale");
}

static void
narrow_changed_cb (FollowOverviewPage *self)
{
  gboolean narrow = follow_width_bin_is_narrow (self->width);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (GTK_BOX (self->columns), !narrow);
}

static void
follow_overview_page_shown (FollowPage *page)
{
  gtk_widget_child_focus (FOLLOW_OVERVIEW_PAGE (page)->columns, GTK_DIR_TAB_FORWARD);
}

static void
follow_overview_page_dispose (GObject *object)
{
  FollowOverviewPage *self = FOLLOW_OVERVIEW_PAGE (object);

  g_clear_handle_id (&self->load_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (follow_overview_page_parent_class)->dispose (object);
}

static void
follow_overview_page_class_init (FollowOverviewPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_overview_page_dispose;
  FOLLOW_PAGE_CLASS (klass)->shown = follow_overview_page_shown;
}

static void
follow_overview_page_init (FollowOverviewPage *self)
{
}

static GtkWidget *
make_counts (FollowOverviewPage *self)
{
  GtkWidget *line = follow_wrap_box_new (6);

  for (guint i = 0; i < FOLLOW_N_STATUSES; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

      self->counts[i] = gtk_button_new ();
      self->figures[i] = follow_label_new (NULL, "figures", "strong", NULL);
      gtk_box_append (GTK_BOX (box),
                      follow_pill_new_for_choice ("status", follow_status_order[i], get_status_word (i)));
      gtk_box_append (GTK_BOX (box), self->figures[i]);
      gtk_button_set_child (GTK_BUTTON (self->counts[i]), box);
      gtk_widget_set_css_classes (self->counts[i], (const char *[]){ "flat", "link-row", NULL });
      gtk_widget_set_tooltip_text (self->counts[i], _ ("Show These Actions"));
      gtk_widget_set_visible (self->counts[i], FALSE);
      g_signal_connect_swapped (self->counts[i], "clicked", G_CALLBACK (status_clicked_cb), self);
      gtk_box_append (GTK_BOX (line), self->counts[i]);
    }
  gtk_widget_add_css_class (line, "overview-counts");
  return line;
}

static GtkWidget *
make_standing (FollowOverviewPage *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *line = follow_wrap_box_new (12);

  self->standing = follow_wrapped_label_new (NULL, "title-4", NULL);
  self->recent = follow_wrapped_label_new (NULL, "dim-label", "small", "figures", NULL);
  gtk_widget_set_hexpand (self->standing, TRUE);
  gtk_box_append (GTK_BOX (line), self->standing);
  gtk_box_append (GTK_BOX (line), self->recent);
  self->bar = FOLLOW_BAR (follow_bar_new ());
  follow_bar_set_height (self->bar, BAR_HEIGHT);
  gtk_widget_add_css_class (card, "sheet");
  gtk_widget_add_css_class (card, "pad-l");
  gtk_box_append (GTK_BOX (card), line);
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (card), make_counts (self));
  return card;
}

static void
append_card (FollowOverviewPage *self,
             GtkWidget *column,
             FollowOverviewList list,
             const char *title,
             const char *style)
{
  FollowRegister *reg = follow_page_get_register (FOLLOW_PAGE (self));
  GtkWidget *card = follow_overview_card_new (reg, list, title, style);

  self->cards[list] = FOLLOW_OVERVIEW_CARD (card);
  g_signal_connect_swapped (card, "show-all", G_CALLBACK (show_all_cb), self);
  gtk_box_append (GTK_BOX (column), card);
}

static GtkWidget *
make_columns (FollowOverviewPage *self)
{
  FollowRegister *reg = follow_page_get_register (FOLLOW_PAGE (self));
  g_autofree char *due_soon =
      follow_place_dup_label (follow_place_find ("due-soon"), follow_register_get_due_soon_days (reg));
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *second = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  append_card (self, first, FOLLOW_OVERVIEW_OVERDUE, _ ("Overdue"), "alert");
  append_card (self, first, FOLLOW_OVERVIEW_MISSING, _ ("Missing"), "warn");
  append_card (self, second, FOLLOW_OVERVIEW_DUE_SOON, due_soon, "warn");
  append_card (self, second, FOLLOW_OVERVIEW_IMPACT, _ ("Complete, but impact not known"), "warn");
  append_card (self, second, FOLLOW_OVERVIEW_UNANSWERED, _ ("Findings without an action"), "warn");
  self->no_lead = follow_overview_card_add_link (self->cards[FOLLOW_OVERVIEW_MISSING]);
  self->no_timescale = follow_overview_card_add_link (self->cards[FOLLOW_OVERVIEW_MISSING]);
  show_link (self->no_lead, "", 0);
  show_link (self->no_timescale, "", 0);
  g_signal_connect_swapped (self->no_lead, "clicked", G_CALLBACK (no_lead_clicked_cb), self);
  g_signal_connect_swapped (self->no_timescale, "clicked", G_CALLBACK (no_timescale_clicked_cb), self);
  self->columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  gtk_box_set_homogeneous (GTK_BOX (self->columns), TRUE);
  gtk_box_append (GTK_BOX (self->columns), first);
  gtk_box_append (GTK_BOX (self->columns), second);
  return self->columns;
}

FollowPage *
follow_overview_page_new (FollowRegister *reg)
{
  FollowOverviewPage *self = g_object_new (FOLLOW_TYPE_OVERVIEW_PAGE, "reg", reg, "title", _ ("Overview"),
                                           "place", "overview", NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content =
      g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 18, "margin-start", 18,
                    "margin-end", 18, "margin-top", 15, "margin-bottom", 24, NULL);
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                                      "vexpand", TRUE, "child", content, NULL);

  gtk_box_append (GTK_BOX (content), make_standing (self));
  gtk_box_append (GTK_BOX (content), make_columns (self));
  gtk_box_append (GTK_BOX (box), follow_page_header_new (FOLLOW_PAGE (self)));
  gtk_box_append (GTK_BOX (box), scroller);
  self->width = FOLLOW_WIDTH_BIN (follow_width_bin_new (box, ROOM_FOR_TWO));
  follow_keep_width (GTK_WIDGET (self->width), MINIMUM_WIDTH);
  g_signal_connect_swapped (self->width, "notify::narrow", G_CALLBACK (narrow_changed_cb), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->width));
  g_signal_connect_object (reg, "changed", G_CALLBACK (register_changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
  return FOLLOW_PAGE (self);
}
