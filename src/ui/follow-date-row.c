/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-date-row.h"

#include <glib/gi18n-lib.h>

#include "follow-date.h"
#include "follow-widgets.h"

struct _FollowDateRow
{
  FollowFieldRow parent_instance;
  char *date;       /* nullable */
  char *browsed;    /* the day the calendar stands on */
  gboolean setting; /* the program changes the text or the calendar, not the person */

  /* Children */
  GtkWidget *entry;
  GtkWidget *button;
  GtkWidget *calendar;
};

enum
{
  PROP_0,
  PROP_DATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FollowDateRow, follow_date_row, FOLLOW_TYPE_FIELD_ROW)

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static GDateTime *
create_day (const char *iso)
{
  int year, month, day;

  sscanf (iso, "%d-%d-%d", &year, &month, &day);
  return g_date_time_new_utc (year, month, day, 0, 0, 0);
}

/* While it is typed only what was understood is said; what was not may still become a day. */
static void
show_hint (FollowDateRow *self, gboolean typing)
{
  FollowFieldRow *row = FOLLOW_FIELD_ROW (self);
  g_autofree char *canonical = follow_date_format_long (self->date);
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *weekday = NULL;
  g_autofree char *hint = NULL;

  if (self->date == NULL)
    {
      gboolean unreadable = !typing && follow_date_row_is_unreadable (self);

      follow_field_row_set_hint (row, unreadable ? _ ("Not a day: kept as typed") : NULL);
      return;
    }
  if (g_str_equal (canonical, follow_date_row_get_text (self)))
    {
      follow_field_row_set_hint (row, NULL);
      return;
    }
  day = create_day (self->date);
  weekday = g_date_time_format (day, "%A");
  hint = g_strdup_printf ("%s %s", weekday, canonical);
  follow_field_row_set_hint (row, hint);
}

static void
set_date (FollowDateRow *self, const char *date)
{
  if (g_strcmp0 (self->date, date) == 0)
    return;
  g_free (self->date);
  self->date = g_strdup (date);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATE]);
}

static void
show_text (FollowDateRow *self, const char *text)
{
  self->setting = TRUE;
  follow_editable_reset (GTK_EDITABLE (self->entry), text);
  self->setting = FALSE;
}

static void
choose (FollowDateRow *self, const char *date)
{
  g_autofree char *text = follow_date_format_long (date);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  if (g_strcmp0 (self->date, date) == 0 && g_str_equal (text, follow_date_row_get_text (self)))
    return;
  show_text (self, text);
  set_date (self, date);
  show_hint (self, FALSE);
  follow_field_row_changed (FOLLOW_FIELD_ROW (self));
}

static void
entry_changed_cb (FollowDateRow *self)
{
  g_autofree char *date = NULL;

  if (self->setting)
    return;
  date = follow_date_parse (follow_date_row_get_text (self));
  set_date (self, date);
  show_hint (self, TRUE);
  follow_field_row_changed (FOLLOW_FIELD_ROW (self));
}

/* Done with typing: what was read is shown as it will be shown from now on. */
static void
tidy (FollowDateRow *self)
{
  g_autofree char *text = follow_date_format_long (self->date);

  if (self->date != NULL && !g_str_equal (text, follow_date_row_get_text (self)))
    show_text (self, text);
  show_hint (self, FALSE);
}

static void
entry_left_cb (FollowDateRow *self)
{
  tidy (self);
}

static void
entry_activated_cb (FollowDateRow *self)
{
  tidy (self);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/* Whether @to is where the arrows of the calendar lead from @from. It selects a day then, too, although
 * nobody chose one. */
static gboolean
is_browsing (const char *from, const char *to)
{
  g_autoptr (GDateTime) old = create_day (from);
  int months[] = { -12, -1, 1, 12 };

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      g_autoptr (GDateTime) moved = g_date_time_add_months (old, months[i]);
      g_autofree char *text = g_date_time_format (moved, "%Y-%m-%d");

      if (g_str_equal (text, to))
        return TRUE;
    }
  return FALSE;
}

static void
day_selected_cb (FollowDateRow *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");
  g_autofree char *before = g_steal_pointer (&self->browsed);

  self->browsed = g_strdup (date);
  if (!self->setting && (before == NULL || !is_browsing (before, date)))
    choose (self, date);
}

static void
calendar_shown_cb (FollowDateRow *self)
{
  g_autofree char *start = self->date != NULL ? g_strdup (self->date) : follow_date_today ();
  g_autoptr (GDateTime) day = create_day (start);

  self->setting = TRUE;
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), day);
  self->setting = FALSE;
  g_free (self->browsed);
  self->browsed = g_steal_pointer (&start);
}

static void
today_clicked_cb (FollowDateRow *self)
{
  g_autofree char *today = follow_date_today ();

  choose (self, today);
}

static void
clear_clicked_cb (FollowDateRow *self)
{
  choose (self, NULL);
}

static void
follow_date_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_DATE)
    g_value_set_string (value, follow_date_row_get_date (FOLLOW_DATE_ROW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
follow_date_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_DATE)
    follow_date_row_set_date (FOLLOW_DATE_ROW (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
follow_date_row_finalize (GObject *object)
{
  FollowDateRow *self = FOLLOW_DATE_ROW (object);

  g_free (self->date);
  g_free (self->browsed);

  G_OBJECT_CLASS (follow_date_row_parent_class)->finalize (object);
}

static void
follow_date_row_class_init (FollowDateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = follow_date_row_get_property;
  object_class->set_property = follow_date_row_set_property;
  object_class->finalize = follow_date_row_finalize;
  properties[PROP_DATE] = g_param_spec_string (
      "date", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GtkWidget *
create_flat_button (const char *label, GCallback callback, FollowDateRow *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static void
create_calendar (FollowDateRow *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->calendar = gtk_calendar_new ();
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  gtk_box_append (GTK_BOX (buttons), create_flat_button (_ ("_Today"), G_CALLBACK (today_clicked_cb), self));
  gtk_box_append (GTK_BOX (buttons), create_flat_button (_ ("_No Day"), G_CALLBACK (clear_clicked_cb), self));
  gtk_box_append (GTK_BOX (box), self->calendar);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (calendar_shown_cb), self);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "in-row");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->button, _ ("Choose a Day"));
  follow_accessible_name (self->button, _ ("Choose a Day"));
}

static void
follow_date_row_init (FollowDateRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = follow_plain_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activated_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (entry_left_cb), self);
  gtk_widget_add_controller (self->entry, focus);
  create_calendar (self);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_widget_add_css_class (GTK_WIDGET (self), "typed");
  follow_field_row_set_child (FOLLOW_FIELD_ROW (self), box, self->entry);
}

GtkWidget *
follow_date_row_new (const char *caption)
{
  return g_object_new (FOLLOW_TYPE_DATE_ROW, "caption", caption, NULL);
}

const char *
follow_date_row_get_date (FollowDateRow *self)
{
  g_return_val_if_fail (FOLLOW_IS_DATE_ROW (self), NULL);

  return self->date;
}

void
follow_date_row_set_date (FollowDateRow *self, const char *date)
{
  g_autofree char *text = follow_date_format_long (date);

  g_return_if_fail (FOLLOW_IS_DATE_ROW (self));

  if (!g_str_equal (text, follow_date_row_get_text (self)))
    show_text (self, text);
  set_date (self, follow_date_is_valid (date) ? date : NULL);
  show_hint (self, FALSE);
}

const char *
follow_date_row_get_text (FollowDateRow *self)
{
  g_return_val_if_fail (FOLLOW_IS_DATE_ROW (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

gboolean
follow_date_row_is_unreadable (FollowDateRow *self)
{
  g_return_val_if_fail (FOLLOW_IS_DATE_ROW (self), FALSE);

  return self->date == NULL && !is_blank (follow_date_row_get_text (self));
}

GtkEntry *
follow_date_row_get_entry (FollowDateRow *self)
{
  g_return_val_if_fail (FOLLOW_IS_DATE_ROW (self), NULL);

  return GTK_ENTRY (self->entry);
}
