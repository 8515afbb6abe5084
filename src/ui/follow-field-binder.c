/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-field-binder.h"

#include <glib/gi18n.h>

#include "follow-choice-button.h"
#include "follow-choice-row.h"
#include "follow-date-row.h"
#include "follow-entry-row.h"
#include "follow-links-row.h"
#include "follow-text-row.h"
#include "follow-timescale-row.h"
#include "follow-widgets.h"

typedef struct _Binding Binding;

/* How a kind of row shows a value, and what value it holds. */
typedef struct
{
  void (*show) (Binding *binding, FollowValue *value);
  FollowValue *(*read) (Binding *binding); /* transfer full, nullable */
} Way;

struct _Binding
{
  FollowFieldBinder *binder; /* not owned; NULL when it is gone */
  const FollowField *field;
  GtkWidget *widget; /* not owned: the binding goes with it */
  const Way *way;
  gboolean writing; /* the value comes from this very widget, which must keep what was typed */
};

struct _FollowFieldBinder
{
  GObject parent_instance;
  FollowRegister *reg;
  const FollowKind *kind;
  FollowRecord *record; /* nullable */
  GPtrArray *bindings;  /* of Binding, not owned */
};

G_DEFINE_FINAL_TYPE (FollowFieldBinder, follow_field_binder, G_TYPE_OBJECT)

static void
show_entry (Binding *binding, FollowValue *value)
{
  follow_entry_row_set_text (FOLLOW_ENTRY_ROW (binding->widget), follow_value_get_text (value));
}

static FollowValue *
read_entry (Binding *binding)
{
  return follow_value_new_text (follow_entry_row_get_text (FOLLOW_ENTRY_ROW (binding->widget)));
}

static void
show_text (Binding *binding, FollowValue *value)
{
  follow_text_row_set_text (FOLLOW_TEXT_ROW (binding->widget), follow_value_get_text (value));
}

static FollowValue *
read_text (Binding *binding)
{
  return follow_value_new_text (follow_text_row_get_text (FOLLOW_TEXT_ROW (binding->widget)));
}

static void
show_view (Binding *binding, FollowValue *value)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (binding->widget));
  const char *text = value != NULL ? follow_value_get_text (value) : "";
  g_autofree char *shown = NULL;

  g_object_get (buffer, "text", &shown, NULL);
  if (g_strcmp0 (text, shown) == 0)
    return;
  binding->writing = TRUE;
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_set_enable_undo (buffer, TRUE);
  binding->writing = FALSE;
}

static FollowValue *
read_view (Binding *binding)
{
  g_autofree char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (binding->widget)), "text", &text, NULL);
  return follow_value_new_text (text);
}

static void
show_date (Binding *binding, FollowValue *value)
{
  follow_date_row_set_date (FOLLOW_DATE_ROW (binding->widget), follow_value_get_text (value));
}

/* What is not a day is kept too: as it was typed, in a draft. */
static FollowValue *
read_date (Binding *binding)
{
  FollowDateRow *row = FOLLOW_DATE_ROW (binding->widget);

  return follow_value_new_text (follow_date_row_is_unreadable (row) ? follow_date_row_get_text (row)
                                                                    : follow_date_row_get_date (row));
}

static void
show_timescale (Binding *binding, FollowValue *value)
{
  FollowTimescaleEntry *entry =
      follow_timescale_row_get_timescale_entry (FOLLOW_TIMESCALE_ROW (binding->widget));

  follow_timescale_entry_set_timescale (entry, follow_value_get_timescale (value));
}

static FollowValue *
read_timescale (Binding *binding)
{
  return follow_value_new_timescale (follow_timescale_entry_get_timescale (
      follow_timescale_row_get_timescale_entry (FOLLOW_TIMESCALE_ROW (binding->widget))));
}

static void
show_choice (Binding *binding, FollowValue *value)
{
  follow_choice_row_set_id (FOLLOW_CHOICE_ROW (binding->widget), follow_value_get_text (value));
}

static FollowValue *
read_choice (Binding *binding)
{
  return follow_value_new_text (follow_choice_row_get_id (FOLLOW_CHOICE_ROW (binding->widget)));
}

static void
show_choice_button (Binding *binding, FollowValue *value)
{
  follow_choice_button_set_id (FOLLOW_CHOICE_BUTTON (binding->widget), follow_value_get_text (value));
}

static FollowValue *
read_choice_button (Binding *binding)
{
  return follow_value_new_text (follow_choice_button_get_id (FOLLOW_CHOICE_BUTTON (binding->widget)));
}

static GtkSwitch *
get_switch (Binding *binding)
{
  return GTK_SWITCH (follow_field_row_get_editor (FOLLOW_FIELD_ROW (binding->widget)));
}

static void
show_boolean (Binding *binding, FollowValue *value)
{
  binding->writing = TRUE;
  gtk_switch_set_active (get_switch (binding), follow_value_get_integer (value) != 0);
  binding->writing = FALSE;
}

static FollowValue *
read_boolean (Binding *binding)
{
  return follow_value_new_integer (gtk_switch_get_active (get_switch (binding)) ? 1 : 0);
}

static void
show_number (Binding *binding, FollowValue *value)
{
  g_autofree char *text = follow_field_format (binding->field, value);

  follow_entry_row_set_text (FOLLOW_ENTRY_ROW (binding->widget), text);
  follow_field_row_set_hint (FOLLOW_FIELD_ROW (binding->widget), NULL);
}

/* There is no value for what is not a number: it stays in the row, which says so, and the record keeps the
 * number it had. */
static FollowValue *
read_number (Binding *binding)
{
  const char *text = follow_entry_row_get_text (FOLLOW_ENTRY_ROW (binding->widget));
  FollowValue *value = follow_field_read (binding->field, text, NULL);
  gboolean unreadable = value == NULL && *text != '\0';
  FollowValue *before = follow_record_get (binding->binder->record, binding->field->name);

  follow_field_row_set_hint (FOLLOW_FIELD_ROW (binding->widget),
                             unreadable ? _ ("Not a number: not saved") : NULL);
  if (unreadable && before != NULL)
    return follow_value_ref (before);
  return value;
}

static void
show_links (Binding *binding, FollowValue *value)
{
  follow_links_row_show (FOLLOW_LINKS_ROW (binding->widget), binding->binder->record);
}

static const Way entry_way = { show_entry, read_entry };
static const Way text_way = { show_text, read_text };
static const Way view_way = { show_view, read_view };
static const Way date_way = { show_date, read_date };
static const Way timescale_way = { show_timescale, read_timescale };
static const Way choice_way = { show_choice, read_choice };
static const Way choice_button_way = { show_choice_button, read_choice_button };
static const Way boolean_way = { show_boolean, read_boolean };
static const Way number_way = { show_number, read_number };
static const Way links_way = { show_links, NULL };

static void
show (Binding *binding)
{
  FollowRecord *record = binding->binder->record;

  binding->way->show (binding, record != NULL ? follow_record_get (record, binding->field->name) : NULL);
}

static void
binding_free (Binding *binding)
{
  if (binding->binder != NULL)
    g_ptr_array_remove_fast (binding->binder->bindings, binding);
  g_free (binding);
}

static void
widget_changed_cb (Binding *binding)
{
  g_autoptr (FollowValue) value = NULL;

  if (binding->writing || binding->binder == NULL || binding->binder->record == NULL)
    return;
  value = binding->way->read (binding);
  binding->writing = TRUE;
  follow_record_set (binding->binder->record, binding->field->name, value);
  binding->writing = FALSE;
}

static void
record_notify_cb (FollowFieldBinder *self, GParamSpec *pspec)
{
  const FollowField *changed = follow_kind_find_notified (self->kind, pspec);

  for (guint i = 0; i < self->bindings->len; i++)
    {
      Binding *binding = g_ptr_array_index (self->bindings, i);

      /* What one link may hold, and whether it can be made here, may depend on another. */
      if (!binding->writing &&
          (binding->field == changed || (binding->way == &links_way && follow_field_is_link (changed))))
        show (binding);
    }
}

/* What a link is shown by may have a new name. */
static void
register_changed_cb (FollowFieldBinder *self)
{
  for (guint i = 0; i < self->bindings->len; i++)
    {
      Binding *binding = g_ptr_array_index (self->bindings, i);

      if (binding->way == &links_way && !binding->writing)
        show (binding);
    }
}

static Binding *
bind (FollowFieldBinder *self, const char *field, GtkWidget *widget, const Way *way)
{
  Binding *binding = g_new0 (Binding, 1);

  binding->binder = self;
  binding->field = follow_kind_find_field (self->kind, field);
  binding->widget = widget;
  binding->way = way;
  g_ptr_array_add (self->bindings, binding);
  g_object_set_data_full (G_OBJECT (widget), "follow-binding", binding, (GDestroyNotify) binding_free);
  show (binding);
  return binding;
}

static void
follow_field_binder_dispose (GObject *object)
{
  FollowFieldBinder *self = FOLLOW_FIELD_BINDER (object);

  for (guint i = 0; i < self->bindings->len; i++)
    ((Binding *) g_ptr_array_index (self->bindings, i))->binder = NULL;
  g_ptr_array_set_size (self->bindings, 0);
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_clear_object (&self->record);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (follow_field_binder_parent_class)->dispose (object);
}

static void
follow_field_binder_finalize (GObject *object)
{
  g_ptr_array_unref (FOLLOW_FIELD_BINDER (object)->bindings);

  G_OBJECT_CLASS (follow_field_binder_parent_class)->finalize (object);
}

static void
follow_field_binder_class_init (FollowFieldBinderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_field_binder_dispose;
  G_OBJECT_CLASS (klass)->finalize = follow_field_binder_finalize;
}

static void
follow_field_binder_init (FollowFieldBinder *self)
{
  self->bindings = g_ptr_array_new ();
}

FollowFieldBinder *
follow_field_binder_new (FollowRegister *reg, const FollowKind *kind)
{
  FollowFieldBinder *self = g_object_new (FOLLOW_TYPE_FIELD_BINDER, NULL);

  self->reg = g_object_ref (reg);
  self->kind = kind;
  g_signal_connect_object (reg, "changed", G_CALLBACK (register_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
follow_field_binder_set_record (FollowFieldBinder *self, FollowRecord *record)
{
  g_return_if_fail (record == NULL || follow_record_get_kind (record) == self->kind);

  if (self->record == record)
    return;
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_set_object (&self->record, record);
  if (record != NULL)
    g_signal_connect_object (record, "notify", G_CALLBACK (record_notify_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < self->bindings->len; i++)
    show (g_ptr_array_index (self->bindings, i));
}

FollowRecord *
follow_field_binder_get_record (FollowFieldBinder *self)
{
  return self->record;
}

static GtkWidget *
create_switch_row (const char *caption)
{
  GtkWidget *toggle = gtk_switch_new ();

  gtk_widget_set_halign (toggle, GTK_ALIGN_START);
  return follow_field_row_new (caption, toggle, NULL);
}

static void
append_choices (GtkWidget *row, const FollowField *field)
{
  for (const FollowChoice *choice = field->choices; choice->id != NULL; choice++)
    follow_choice_row_append (FOLLOW_CHOICE_ROW (row), choice->id,
                              follow_field_get_choice_label (field, choice->id));
}

static GtkWidget *
create_widget (FollowFieldBinder *self, const FollowField *field, const char *caption, const Way **way)
{
  GtkWidget *row;

  switch (field->type)
    {
    case FOLLOW_FIELD_LONG_TEXT:
      *way = &text_way;
      return follow_text_row_new (caption);
    case FOLLOW_FIELD_DATE:
      *way = &date_way;
      return follow_date_row_new (caption);
    case FOLLOW_FIELD_TIMESCALE:
      *way = &timescale_way;
      return follow_timescale_row_new (caption);
    case FOLLOW_FIELD_CHOICE:
      *way = &choice_way;
      row = follow_choice_row_new (caption, field->name);
      append_choices (row, field);
      return row;
    case FOLLOW_FIELD_BOOLEAN:
      *way = &boolean_way;
      return create_switch_row (caption);
    case FOLLOW_FIELD_INTEGER:
    case FOLLOW_FIELD_NUMBER:
      *way = &number_way;
      return follow_entry_row_new (caption);
    case FOLLOW_FIELD_LINK:
    case FOLLOW_FIELD_LINKS:
      *way = &links_way;
      return follow_links_row_new (self->reg, field, caption);
    case FOLLOW_FIELD_TEXT:
    default:
      *way = &entry_way;
      return follow_entry_row_new (caption);
    }
}

GtkWidget *
follow_field_binder_create_row (FollowFieldBinder *self, const char *field, const char *caption)
{
  const FollowField *described = follow_kind_find_field (self->kind, field);
  const Way *way = NULL;
  Binding *binding;
  GtkWidget *row;

  g_return_val_if_fail (described != NULL, NULL);

  row = create_widget (self, described, caption != NULL ? caption : follow_field_get_label (described), &way);
  binding = bind (self, field, row, way);
  if (way == &boolean_way)
    g_signal_connect_swapped (get_switch (binding), "notify::active", G_CALLBACK (widget_changed_cb),
                              binding);
  else if (way != &links_way)
    g_signal_connect_swapped (row, "changed", G_CALLBACK (widget_changed_cb), binding);
  return row;
}

GtkWidget *
follow_field_binder_create_choice_button (FollowFieldBinder *self,
                                          const char *field,
                                          const char *name,
                                          const char *none)
{
  const FollowField *described = follow_kind_find_field (self->kind, field);
  GtkWidget *button = follow_choice_button_new (name, field);

  follow_choice_button_append (FOLLOW_CHOICE_BUTTON (button), NULL, none);
  for (const FollowChoice *choice = described->choices; choice->id != NULL; choice++)
    follow_choice_button_append (FOLLOW_CHOICE_BUTTON (button), choice->id,
                                 follow_field_get_choice_label (described, choice->id));
  g_signal_connect_swapped (button, "changed", G_CALLBACK (widget_changed_cb),
                            bind (self, field, button, &choice_button_way));
  return button;
}

GtkWidget *
follow_field_binder_create_text_view (FollowFieldBinder *self, const char *field, const char *name)
{
  GtkWidget *view = follow_text_view_new (name);

  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed",
                            G_CALLBACK (widget_changed_cb), bind (self, field, view, &view_way));
  return view;
}

GtkWidget *
follow_field_binder_get_row (FollowFieldBinder *self, const char *field)
{
  for (guint i = 0; i < self->bindings->len; i++)
    {
      Binding *binding = g_ptr_array_index (self->bindings, i);

      if (g_str_equal (binding->field->name, field))
        return binding->widget;
    }
  return NULL;
}
