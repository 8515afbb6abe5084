/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-child-row.h"

#include <glib/gi18n.h>

#include "follow-child-list.h"
#include "follow-field-binder.h"
#include "follow-form.h"
#include "follow-record-text.h"
#include "follow-widgets.h"

struct _FollowChildRow
{
  AdwExpanderRow parent_instance;
  FollowRegister *reg;
  FollowRecord *record; /* of the register, or new */
  FollowEditor *editor; /* NULL until it is opened */
  FollowFieldBinder *binder;
  const char *const *fields; /* nullable: all */
  GHashTable *captions;      /* name of a field → caption */

  /* Children */
  GtkWidget *first;
};

G_DEFINE_FINAL_TYPE (FollowChildRow, follow_child_row, ADW_TYPE_EXPANDER_ROW)

static void
show_lines (FollowChildRow *self)
{
  FollowRecord *record = self->editor != NULL ? follow_editor_get_record (self->editor) : self->record;
  g_autofree char *title = follow_record_dup_row_title (self->reg, record);
  g_autofree char *summary = follow_record_dup_row_summary (self->reg, record);

  follow_child_row_set_lines (self, title, summary);
}

static FollowChildList *
find_list (FollowChildRow *self)
{
  return FOLLOW_CHILD_LIST (gtk_widget_get_ancestor (GTK_WIDGET (self), FOLLOW_TYPE_CHILD_LIST));
}

static void
remove_activated_cb (FollowChildRow *self)
{
  FollowChildList *list = find_list (self);

  if (!follow_record_is_stored (follow_editor_get_record (self->editor)))
    follow_editor_discard (self->editor);
  if (list != NULL)
    follow_child_list_remove (list, follow_record_get_id (self->record));
}

static void
add_field (FollowChildRow *self, const FollowField *field)
{
  GtkWidget *row;

  if (field->flags & (FOLLOW_FIELD_INTERNAL | FOLLOW_FIELD_COMPUTED))
    return;
  row = follow_field_binder_create_row (self->binder, field->name,
                                        g_hash_table_lookup (self->captions, field->name));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  if (self->first == NULL)
    self->first = row;
}

static void
add_remove_row (FollowChildRow *self)
{
  GtkWidget *row = adw_action_row_new ();

  g_object_set (row, "title", _ ("Move to the Bin"), "activatable", TRUE, NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), follow_icon_new ("user-trash-symbolic", NULL));
  g_signal_connect_swapped (row, "activated", G_CALLBACK (remove_activated_cb), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

/* What was typed here once and could not be saved is taken up again. */
static void
take_up_draft (FollowChildRow *self)
{
  g_autoptr (GPtrArray) drafts = NULL;

  if (!follow_record_is_stored (self->record))
    return;
  drafts = follow_register_load_drafts (self->reg, follow_record_get_kind (self->record), NULL);
  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    if (follow_record_get_id (drafts->pdata[i]) == follow_record_get_id (self->record))
      follow_record_assign (follow_editor_get_record (self->editor), drafts->pdata[i]);
}

static void
build (FollowChildRow *self)
{
  const FollowKind *kind = follow_record_get_kind (self->record);

  self->editor = follow_editor_get (self->reg, self->record);
  take_up_draft (self);
  follow_form_watch (GTK_WIDGET (self), self->editor);
  self->binder = follow_field_binder_new (self->reg, kind);
  follow_field_binder_set_record (self->binder, follow_editor_get_record (self->editor));
  for (guint i = 0; self->fields == NULL && i < kind->n_fields; i++)
    add_field (self, &kind->fields[i]);
  for (guint i = 0; self->fields != NULL && self->fields[i] != NULL; i++)
    add_field (self, follow_kind_find_field (kind, self->fields[i]));
  add_remove_row (self);
}

static void
expanded_cb (FollowChildRow *self)
{
  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)) && self->editor == NULL)
    build (self);
}

static void
focus_mapped_cb (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (widget, focus_mapped_cb, NULL);
  gtk_widget_grab_focus (widget);
}

static void
follow_child_row_dispose (GObject *object)
{
  FollowChildRow *self = FOLLOW_CHILD_ROW (object);

  g_clear_object (&self->binder);
  g_clear_object (&self->editor);
  g_clear_object (&self->record);
  g_clear_object (&self->reg);
  g_clear_pointer (&self->captions, g_hash_table_unref);

  G_OBJECT_CLASS (follow_child_row_parent_class)->dispose (object);
}

static void
follow_child_row_class_init (FollowChildRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_child_row_dispose;
}

static void
follow_child_row_init (FollowChildRow *self)
{
  self->captions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_object_set (self, "use-markup", FALSE, NULL);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

GtkWidget *
follow_child_row_new (FollowRegister *reg, FollowRecord *record)
{
  FollowChildRow *self = g_object_new (FOLLOW_TYPE_CHILD_ROW, NULL);

  self->reg = g_object_ref (reg);
  self->record = g_object_ref (record);
  return GTK_WIDGET (self);
}

gint64
follow_child_row_get_id (FollowChildRow *self)
{
  return follow_record_get_id (self->record);
}

void
follow_child_row_set_fields (FollowChildRow *self, const char *const *fields)
{
  self->fields = fields;
}

void
follow_child_row_set_caption (FollowChildRow *self, const char *field, const char *caption)
{
  g_hash_table_insert (self->captions, g_strdup (field), g_strdup (caption));
}

void
follow_child_row_update (FollowChildRow *self, FollowRecord *record)
{
  g_set_object (&self->record, record);
  show_lines (self);
}

void
follow_child_row_set_lines (FollowChildRow *self, const char *title, const char *summary)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), summary);
}

void
follow_child_row_open (FollowChildRow *self)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  if (self->first != NULL)
    follow_focus_soon (self->first);
}

void
follow_child_row_flush (FollowChildRow *self)
{
  if (self->editor != NULL)
    follow_editor_flush (self->editor, NULL);
}

void
follow_focus_soon (GtkWidget *widget)
{
  if (gtk_widget_get_mapped (widget))
    gtk_widget_grab_focus (widget);
  else
    g_signal_connect (widget, "map", G_CALLBACK (focus_mapped_cb), NULL);
}
