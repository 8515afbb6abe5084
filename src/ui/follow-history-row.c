/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-history-row.h"

#include <glib/gi18n.h>

#include "follow-pill.h"
#include "follow-status.h"
#include "follow-text-scale.h"
#include "follow-widgets.h"

/* So wide is the column that says what was changed, at text scale 1. */
#define WHAT_WIDTH 190

struct _FollowHistoryRow
{
  GtkListBoxRow parent_instance;

  FollowRegister *reg;
  const FollowChange *change;
  GString *text; /* what the row says, for the filter */
  GtkWidget *body;
};

enum
{
  PUT_BACK,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FollowHistoryRow, follow_history_row, GTK_TYPE_LIST_BOX_ROW)

static void
follow_history_row_finalize (GObject *object)
{
  FollowHistoryRow *self = FOLLOW_HISTORY_ROW (object);

  g_clear_object (&self->reg);
  g_string_free (self->text, TRUE);

  G_OBJECT_CLASS (follow_history_row_parent_class)->finalize (object);
}

static void
follow_history_row_class_init (FollowHistoryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = follow_history_row_finalize;
  signals[PUT_BACK] = g_signal_new ("put-back", FOLLOW_TYPE_HISTORY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
}

static void
follow_history_row_init (FollowHistoryRow *self)
{
  self->text = g_string_new (NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

static void
say (FollowHistoryRow *self, const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (self->text, "%s%s", self->text->len > 0 ? ", " : "", text);
}

static char *
format_clock (const char *utc)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_iso8601 (utc, NULL);
  g_autoptr (GDateTime) local = then != NULL ? g_date_time_to_local (then) : NULL;

  return local != NULL ? g_date_time_format (local, "%H:%M") : g_strdup ("");
}

static GtkWidget *
make_value (FollowHistoryRow *self, const FollowField *field, const FollowValue *value, const char *style)
{
  g_autofree char *text = follow_register_format (self->reg, field, value, "; ");
  GtkWidget *label;

  say (self, text != NULL ? text : _ ("nothing"));
  if (value != NULL && field->type == FOLLOW_FIELD_CHOICE &&
      follow_status_look (field->name, follow_value_get_text (value)) != NULL)
    return follow_pill_new_for_choice (field->name, follow_value_get_text (value), text);
  if (text == NULL)
    return follow_label_new (_ ("nothing"), "gap", NULL);
  label = follow_wrapped_label_new (text, style, NULL);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  return label;
}

static GtkWidget *
make_word (FollowHistoryRow *self, const char *word)
{
  GtkWidget *label = follow_label_new (word, "second", NULL);

  say (self, word);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  return label;
}

static void
append_first_values (FollowHistoryRow *self, GtkWidget *box, GPtrArray *values)
{
  for (guint i = 0; values != NULL && i < values->len; i++)
    {
      const FollowChange *value = g_ptr_array_index (values, i);
      g_autofree char *text = follow_register_format (self->reg, value->field, value->after, "; ");
      g_autofree char *line = NULL;

      if (value->field->flags & FOLLOW_FIELD_INTERNAL || text == NULL)
        continue;
      line = g_strdup_printf (_ ("%s: %s"), follow_field_get_label (value->field), text);
      say (self, line);
      gtk_box_append (GTK_BOX (box), follow_wrapped_label_new (line, "second", NULL));
    }
}

static GtkWidget *
make_values (FollowHistoryRow *self, GPtrArray *values)
{
  const FollowChange *change = self->change;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *line = follow_wrap_box_new (6);

  gtk_box_append (GTK_BOX (box), line);
  switch (change->type)
    {
    case FOLLOW_CHANGE_SET:
      if (change->before != NULL)
        {
          gtk_box_append (GTK_BOX (line), make_value (self, change->field, change->before, "was"));
          gtk_box_append (GTK_BOX (line), make_word (self, _ ("became")));
        }
      else
        gtk_box_append (GTK_BOX (line), make_word (self, _ ("added")));
      gtk_box_append (GTK_BOX (line), make_value (self, change->field, change->after, "became"));
      break;
    case FOLLOW_CHANGE_ADDED:
      gtk_box_append (GTK_BOX (line), make_word (self, _ ("added")));
      append_first_values (self, box, values);
      break;
    case FOLLOW_CHANGE_REMOVED:
      gtk_box_append (GTK_BOX (line), make_word (self, _ ("moved to the bin")));
      break;
    case FOLLOW_CHANGE_RESTORED:
    default:
      gtk_box_append (GTK_BOX (line), make_word (self, _ ("restored from the bin")));
      break;
    }
  if (change->label != NULL && *change->label != '\0')
    {
      say (self, change->label);
      gtk_box_append (GTK_BOX (box), follow_wrapped_label_new (change->label, "second", NULL));
    }
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static void
put_back_clicked_cb (FollowHistoryRow *self)
{
  g_signal_emit (self, signals[PUT_BACK], 0);
}

static GtkWidget *
make_put_back (FollowHistoryRow *self, const char *what)
{
  g_autofree char *name = NULL;
  GtkWidget *button;

  if (self->change->type == FOLLOW_CHANGE_REMOVED)
    name = g_strdup_printf (_ ("Restore %s"), what);
  else if (self->change->type == FOLLOW_CHANGE_SET)
    name = g_strdup_printf (_ ("Put back %s"), what);
  else
    name = g_strdup_printf (_ ("Move %s to the bin"), what);
  button = follow_icon_button_new ("edit-undo-symbolic", name);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (put_back_clicked_cb), self);
  return button;
}

static GtkWidget *
make_what (FollowHistoryRow *self, const char *what, const char *subject)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *field = follow_wrapped_label_new (what, "strong", NULL);
  GtkWidget *who = follow_wrapped_label_new (self->change->who, "second", NULL);

  say (self, what);
  say (self, subject);
  say (self, self->change->who);
  gtk_box_append (GTK_BOX (box), field);
  if (subject != NULL)
    {
      GtkWidget *label = follow_wrapped_label_new (subject, "second", NULL);

      gtk_label_set_lines (GTK_LABEL (label), 2);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_tooltip_text (label, subject);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_box_append (GTK_BOX (box), who);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  follow_keep_px (G_OBJECT (clamp), "maximum-size", WHAT_WIDTH);
  follow_keep_px (G_OBJECT (clamp), "tightening-threshold", WHAT_WIDTH);
  follow_keep_width (clamp, WHAT_WIDTH);
  gtk_widget_set_hexpand (clamp, FALSE);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  return clamp;
}

/* "11 June 2026 11:20" */
static char *
format_moment (const char *utc)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_iso8601 (utc, NULL);
  g_autoptr (GDateTime) local = then != NULL ? g_date_time_to_local (then) : NULL;

  return local != NULL ? g_date_time_format (local, _ ("%-d %B %Y %H:%M")) : g_strdup ("");
}

/* The row for who cannot see it: "Timescale, from May 2026 to August 2026, by Committee Officer, 11 June 2026
 * 11:20" */
static void
name_row (FollowHistoryRow *self, const char *what, const char *subject)
{
  const FollowChange *change = self->change;
  g_autofree char *moment = format_moment (change->at);
  g_autoptr (GString) name = g_string_new (what);

  if (subject != NULL)
    g_string_append_printf (name, ", %s", subject);
  if (change->type == FOLLOW_CHANGE_SET)
    {
      g_autofree char *before = follow_register_format (self->reg, change->field, change->before, "; ");
      g_autofree char *after = follow_register_format (self->reg, change->field, change->after, "; ");

      g_string_append (name, ", ");
      g_string_append_printf (name, _ ("from %s to %s"), before != NULL ? before : _ ("nothing"),
                              after != NULL ? after : _ ("nothing"));
    }
  else if (change->type == FOLLOW_CHANGE_ADDED)
    g_string_append_printf (name, ", %s", _ ("added"));
  else
    g_string_append_printf (name, ", %s",
                            change->type == FOLLOW_CHANGE_REMOVED ? _ ("moved to the bin")
                                                                  : _ ("restored from the bin"));
  g_string_append (name, ", ");
  /* Translators: who and when */
  g_string_append_printf (name, _ ("by %s, %s"), change->who, moment);
  follow_accessible_name (GTK_WIDGET (self), name->str);
}

GtkWidget *
follow_history_row_new (FollowRegister *reg,
                        const FollowChange *change,
                        GPtrArray *values,
                        const char *subject)
{
  FollowHistoryRow *self = g_object_new (FOLLOW_TYPE_HISTORY_ROW, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *clock = format_clock (change->at);
  GtkWidget *time = follow_label_new (clock, "figures", "dim-label", "small", NULL);
  const char *what = change->type == FOLLOW_CHANGE_SET ? follow_field_get_label (change->field)
                                                       : follow_kind_get_label (change->kind);

  self->reg = g_object_ref (reg);
  self->change = change;
  self->body = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_valign (time, GTK_ALIGN_START);
  gtk_widget_set_margin_top (time, 2);
  follow_keep_width (time, 48);
  gtk_widget_add_css_class (line, "compact-check");
  gtk_box_append (GTK_BOX (head), time);
  gtk_box_append (GTK_BOX (head), make_what (self, what, subject));
  gtk_box_append (GTK_BOX (self->body), head);
  gtk_box_append (GTK_BOX (self->body), make_values (self, values));
  gtk_box_append (GTK_BOX (line), self->body);
  say (self, clock);
  if (!follow_register_is_read_only (reg))
    gtk_box_append (GTK_BOX (line), make_put_back (self, what));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), line);
  name_row (self, what, subject);
  return GTK_WIDGET (self);
}

void
follow_history_row_set_narrow (FollowHistoryRow *self, gboolean narrow)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->body),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (self->body), narrow ? 6 : 12);
}

const FollowChange *
follow_history_row_get_change (FollowHistoryRow *self)
{
  return self->change;
}

const char *
follow_history_row_get_text (FollowHistoryRow *self)
{
  return self->text->str;
}
