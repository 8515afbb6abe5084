/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-timescale-entry.h"

#include <glib/gi18n-lib.h>

#include "follow-date.h"
#include "follow-widgets.h"

#define SOON 30 /* days */

struct _FollowTimescaleEntry
{
  GtkBox parent_instance;
  FollowTimescale *timescale; /* nullable */
  FollowTimescale *given;     /* nullable: as it was set, for when its words are typed again */
  gboolean closed;
  gboolean setting; /* the program changes the text, not the person */

  /* Children */
  GtkWidget *entry;
  GtkWidget *line;
  GtkWidget *clock;
  GtkWidget *read_as;
  GtkWidget *distance;
};

enum
{
  PROP_0,
  PROP_TIMESCALE,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FollowTimescaleEntry, follow_timescale_entry, GTK_TYPE_BOX)

/* “Read as **August 2026** – due by 31 August 2026”: what stands after the words of the template, up to the
 * dash. By attributes and not by markup, since pieces of what was typed stand in it. */
static PangoAttrList *
create_emphasis (const char *text)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  const char *template = _ ("Read as %s");
  const char *place = strstr (template, "%s");
  gsize start = place != NULL ? place - template : 0;
  const char *dash;
  PangoAttribute *bold;

  if (start == 0 || strncmp (text, template, start) != 0)
    return attributes;
  dash = strstr (text + start, " – ");
  bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  bold->start_index = start;
  bold->end_index = dash != NULL ? dash - text : strlen (text);
  pango_attr_list_insert (attributes, bold);
  return attributes;
}

/* How far off what comes round is depends on what was reported, which the entry does not know: its words
 * say when it was due first.
 *
 * Returns: (nullable): the style class for how far off it is */
static const char *
show_distance (FollowTimescaleEntry *self)
{
  const char *last = self->timescale != NULL ? follow_timescale_get_last (self->timescale) : NULL;
  g_autofree char *today = follow_date_today ();
  g_autofree char *words = NULL;
  int days;

  gtk_label_set_text (GTK_LABEL (self->distance), "");
  if (last == NULL || self->closed ||
      follow_recurs_get_months (follow_timescale_get_recurs (self->timescale)) > 0)
    return NULL;
  days = follow_date_days_between (today, last);
  if (days > SOON)
    return NULL;
  words = follow_date_describe_distance (last, today);
  gtk_label_set_text (GTK_LABEL (self->distance), words);
  return days < 0 ? "late" : "soon";
}

static void
show_line (FollowTimescaleEntry *self)
{
  g_autofree char *text = follow_timescale_describe (self->timescale);
  g_autoptr (PangoAttrList) emphasis = create_emphasis (text);
  gboolean understood =
      self->timescale != NULL && (follow_timescale_get_last (self->timescale) != NULL ||
                                  follow_timescale_get_recurs (self->timescale) != FOLLOW_RECURS_NEVER);
  const char *state = show_distance (self);
  const char *distance = gtk_label_get_text (GTK_LABEL (self->distance));
  const char *sign = state == NULL ? "" : strstr (text, " – ") != NULL ? "," : " –";
  g_autofree char *shown = g_strconcat (text, sign, NULL); /* the distance follows */
  g_autofree char *spoken = NULL;

  gtk_label_set_text (GTK_LABEL (self->read_as), shown);
  gtk_label_set_attributes (GTK_LABEL (self->read_as), emphasis);
  gtk_widget_set_css_classes (self->distance, (const char *[]){ state != NULL ? state : "second", NULL });
  gtk_widget_set_css_classes (self->clock, (const char *[]){ state != NULL ? state : "second", NULL });
  gtk_image_set_from_icon_name (GTK_IMAGE (self->clock), g_strcmp0 (state, "late") == 0
                                                             ? "follow-overdue-symbolic"
                                                             : "follow-due-soon-symbolic");
  gtk_widget_set_visible (self->clock, state != NULL);
  gtk_widget_set_visible (self->distance, state != NULL);
  gtk_widget_set_visible (self->line, *text != '\0');
  if (understood)
    gtk_widget_remove_css_class (self->read_as, "gap");
  else
    gtk_widget_add_css_class (self->read_as, "gap");
  spoken = state != NULL ? g_strdup_printf ("%s, %s", text, distance) : g_strdup (text);
  follow_accessible_description (self->entry, spoken);
}

static void
take_timescale (FollowTimescaleEntry *self, FollowTimescale *timescale)
{
  gboolean same = follow_timescale_equal (self->timescale, timescale);

  g_clear_pointer (&self->timescale, follow_timescale_unref);
  self->timescale = timescale != NULL ? follow_timescale_ref (timescale) : NULL;
  show_line (self);
  if (!same)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMESCALE]);
}

static void
entry_changed_cb (FollowTimescaleEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (FollowTimescale) timescale = NULL;

  if (self->setting)
    return;
  if (self->given != NULL && g_str_equal (text, follow_timescale_get_wording (self->given)))
    timescale = follow_timescale_ref (self->given);
  else
    timescale = follow_timescale_parse (text);
  take_timescale (self, timescale);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
follow_timescale_entry_map (GtkWidget *widget)
{
  /* It may be another day than when it was last seen. */
  show_line (FOLLOW_TIMESCALE_ENTRY (widget));

  GTK_WIDGET_CLASS (follow_timescale_entry_parent_class)->map (widget);
}

static gboolean
follow_timescale_entry_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (FOLLOW_TIMESCALE_ENTRY (widget)->entry, direction);
}

static gboolean
follow_timescale_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (FOLLOW_TIMESCALE_ENTRY (widget)->entry);
}

static void
follow_timescale_entry_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_TIMESCALE)
    g_value_set_boxed (value, FOLLOW_TIMESCALE_ENTRY (object)->timescale);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
follow_timescale_entry_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_TIMESCALE)
    follow_timescale_entry_set_timescale (FOLLOW_TIMESCALE_ENTRY (object), g_value_get_boxed (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
follow_timescale_entry_finalize (GObject *object)
{
  FollowTimescaleEntry *self = FOLLOW_TIMESCALE_ENTRY (object);

  g_clear_pointer (&self->timescale, follow_timescale_unref);
  g_clear_pointer (&self->given, follow_timescale_unref);

  G_OBJECT_CLASS (follow_timescale_entry_parent_class)->finalize (object);
}

static void
follow_timescale_entry_class_init (FollowTimescaleEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = follow_timescale_entry_get_property;
  object_class->set_property = follow_timescale_entry_set_property;
  object_class->finalize = follow_timescale_entry_finalize;
  widget_class->map = follow_timescale_entry_map;
  widget_class->focus = follow_timescale_entry_focus;
  widget_class->grab_focus = follow_timescale_entry_grab_focus;
  properties[PROP_TIMESCALE] =
      g_param_spec_boxed ("timescale", NULL, NULL, FOLLOW_TYPE_TIMESCALE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", FOLLOW_TYPE_TIMESCALE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
follow_timescale_entry_init (FollowTimescaleEntry *self)
{
  GtkWidget *words = follow_wrap_box_new (6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  self->entry = follow_plain_entry_new ();
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->clock = follow_icon_new ("follow-due-soon-symbolic", NULL);
  self->read_as = follow_wrapped_label_new (NULL, NULL);
  self->distance = follow_label_new (NULL, NULL);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_add_css_class (self->line, "read-as-line");
  gtk_widget_set_valign (self->clock, GTK_ALIGN_START);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), self->read_as);
  gtk_box_append (GTK_BOX (words), self->distance);
  gtk_box_append (GTK_BOX (self->line), self->clock);
  gtk_box_append (GTK_BOX (self->line), words);
  gtk_box_append (GTK_BOX (self), self->entry);
  gtk_box_append (GTK_BOX (self), self->line);
  show_line (self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
}

GtkWidget *
follow_timescale_entry_new (const char *name)
{
  FollowTimescaleEntry *self = g_object_new (FOLLOW_TYPE_TIMESCALE_ENTRY, NULL);

  follow_accessible_name (self->entry, name);
  return GTK_WIDGET (self);
}

FollowTimescale *
follow_timescale_entry_get_timescale (FollowTimescaleEntry *self)
{
  g_return_val_if_fail (FOLLOW_IS_TIMESCALE_ENTRY (self), NULL);

  return self->timescale;
}

void
follow_timescale_entry_set_timescale (FollowTimescaleEntry *self, FollowTimescale *timescale)
{
  const char *wording = timescale != NULL ? follow_timescale_get_wording (timescale) : "";

  g_return_if_fail (FOLLOW_IS_TIMESCALE_ENTRY (self));

  g_clear_pointer (&self->given, follow_timescale_unref);
  self->given = timescale != NULL ? follow_timescale_ref (timescale) : NULL;
  if (!g_str_equal (wording, gtk_editable_get_text (GTK_EDITABLE (self->entry))))
    {
      self->setting = TRUE;
      follow_editable_reset (GTK_EDITABLE (self->entry), wording);
      self->setting = FALSE;
    }
  take_timescale (self, timescale);
}

void
follow_timescale_entry_set_closed (FollowTimescaleEntry *self, gboolean closed)
{
  g_return_if_fail (FOLLOW_IS_TIMESCALE_ENTRY (self));

  self->closed = closed;
  show_line (self);
}

const char *
follow_timescale_entry_get_read_as (FollowTimescaleEntry *self)
{
  g_return_val_if_fail (FOLLOW_IS_TIMESCALE_ENTRY (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->read_as));
}

const char *
follow_timescale_entry_get_distance (FollowTimescaleEntry *self)
{
  g_return_val_if_fail (FOLLOW_IS_TIMESCALE_ENTRY (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->distance));
}

GtkEntry *
follow_timescale_entry_get_entry (FollowTimescaleEntry *self)
{
  g_return_val_if_fail (FOLLOW_IS_TIMESCALE_ENTRY (self), NULL);

  return GTK_ENTRY (self->entry);
}
