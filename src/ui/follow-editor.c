/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-editor.h"

#include "follow-error.h"

/* After the last key: long enough not to save within a word, short enough to be forgotten. */
#define SAVE_AFTER_MS 600

struct _FollowEditor
{
  GObject parent_instance;

  FollowRegister *reg;
  FollowRecord *record;
  guint save_source;
  gboolean has_draft;
  gboolean kept;       /* holds itself: what was typed is nowhere else */
  gboolean refreshing; /* what is set now comes from the register, not from a person */
};

enum
{
  SAVED,
  FAILED,
  INCOMPLETE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FollowEditor, follow_editor, G_TYPE_OBJECT)

static GHashTable *
get_editors (FollowRegister *reg)
{
  GHashTable *editors = g_object_get_data (G_OBJECT (reg), "follow-editors");

  if (editors == NULL)
    {
      editors = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      g_object_set_data_full (G_OBJECT (reg), "follow-editors", editors, (GDestroyNotify) g_hash_table_unref);
    }
  return editors;
}

static gboolean
keep_draft (FollowEditor *self, const GError *reason, GError **error)
{
  if (!follow_register_save_draft (self->reg, self->record, error))
    return FALSE;
  self->has_draft = TRUE;
  g_signal_emit (self, signals[INCOMPLETE], 0, reason);
  return TRUE;
}

static void
drop_draft (FollowEditor *self)
{
  if (self->has_draft)
    follow_register_remove_draft (self->reg, follow_record_get_id (self->record), NULL);
  self->has_draft = FALSE;
}

/* What could be written nowhere lives only here: whoever lets go of the editor must not take it along. */
static void
set_kept (FollowEditor *self, gboolean kept)
{
  if (self->kept == kept)
    return;
  self->kept = kept;
  if (kept)
    g_object_ref (self);
  else
    g_object_unref (self);
}

/* Takes over what the register has now, computed fields too, and leaves alone what is not saved yet. */
static void
refresh (FollowEditor *self)
{
  g_autoptr (FollowRecord) now = NULL;

  if (!follow_record_is_stored (self->record))
    return;
  now = follow_register_get (self->reg, follow_record_get_kind (self->record),
                             follow_record_get_id (self->record), NULL);
  if (now == NULL)
    return;
  self->refreshing = TRUE;
  follow_record_refresh (self->record, now);
  self->refreshing = FALSE;
}

static gboolean
has_nothing_to_save (FollowEditor *self)
{
  return !follow_record_is_changed (self->record) ||
         (!follow_record_is_stored (self->record) && follow_record_is_blank (self->record));
}

static gboolean
save (FollowEditor *self, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (has_nothing_to_save (self))
    {
      if (self->has_draft || self->kept) /* what could not be saved was taken back by hand */
        g_signal_emit (self, signals[SAVED], 0);
      drop_draft (self);
      set_kept (self, FALSE);
      return TRUE;
    }
  if (follow_register_save (self->reg, self->record, &failure))
    {
      drop_draft (self);
      refresh (self);
      g_signal_emit (self, signals[SAVED], 0);
      set_kept (self, FALSE);
      return TRUE;
    }
  if (g_error_matches (failure, FOLLOW_ERROR, FOLLOW_ERROR_INVALID))
    {
      g_autoptr (GError) reason = g_steal_pointer (&failure);

      if (keep_draft (self, reason, &failure))
        {
          set_kept (self, FALSE);
          return TRUE;
        }
    }
  set_kept (self, TRUE);
  g_signal_emit (self, signals[FAILED], 0, failure);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
pause_ended_cb (gpointer data)
{
  FollowEditor *self = FOLLOW_EDITOR (data);

  self->save_source = 0;
  save (self, NULL);
  return G_SOURCE_REMOVE;
}

static void
record_notify_cb (FollowEditor *self)
{
  if (self->refreshing)
    return;
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (SAVE_AFTER_MS, pause_ended_cb, self);
}

static void
register_changed_cb (FollowEditor *self, GHashTable *touched)
{
  refresh (self);
}

static void
follow_editor_dispose (GObject *object)
{
  FollowEditor *self = FOLLOW_EDITOR (object);

  if (self->reg != NULL)
    {
      gint64 id = follow_record_get_id (self->record);

      g_clear_handle_id (&self->save_source, g_source_remove);
      if (!save (self, NULL))
        return; /* it holds itself now */
      g_hash_table_remove (get_editors (self->reg), &id);
    }
  g_clear_object (&self->record);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (follow_editor_parent_class)->dispose (object);
}

static void
follow_editor_class_init (FollowEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_editor_dispose;

  signals[SAVED] =
      g_signal_new ("saved", FOLLOW_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", FOLLOW_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[INCOMPLETE] = g_signal_new ("incomplete", FOLLOW_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                      NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
follow_editor_init (FollowEditor *self)
{
}

FollowEditor *
follow_editor_get (FollowRegister *reg, FollowRecord *record)
{
  gint64 id = follow_record_get_id (record);
  FollowEditor *self = g_hash_table_lookup (get_editors (reg), &id);

  if (self != NULL)
    return g_object_ref (self);
  self = g_object_new (FOLLOW_TYPE_EDITOR, NULL);
  self->reg = g_object_ref (reg);
  self->record = follow_record_copy (record);
  self->has_draft = follow_record_is_changed (record); /* a draft that is taken up again */
  g_signal_connect_object (self->record, "notify", G_CALLBACK (record_notify_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reg, "changed", G_CALLBACK (register_changed_cb), self, G_CONNECT_SWAPPED);
  g_hash_table_insert (get_editors (reg), g_memdup2 (&id, sizeof id), self);
  return self;
}

FollowRegister *
follow_editor_get_register (FollowEditor *self)
{
  return self->reg;
}

FollowRecord *
follow_editor_get_record (FollowEditor *self)
{
  return self->record;
}

gboolean
follow_editor_flush (FollowEditor *self, GError **error)
{
  g_clear_handle_id (&self->save_source, g_source_remove);
  return save (self, error);
}

void
follow_editor_discard (FollowEditor *self)
{
  const FollowKind *kind = follow_record_get_kind (self->record);

  g_clear_handle_id (&self->save_source, g_source_remove);
  self->refreshing = TRUE;
  for (guint i = 0; i < kind->n_fields; i++)
    if (!(kind->fields[i].flags & FOLLOW_FIELD_COMPUTED))
      follow_record_set_value (self->record, i, follow_record_get_base (self->record, i));
  self->refreshing = FALSE;
  drop_draft (self);
  set_kept (self, FALSE);
}

gboolean
follow_editor_flush_all (FollowRegister *reg, GError **error)
{
  GList *editors = g_hash_table_get_values (get_editors (reg));
  gboolean ok = TRUE;

  /* Whoever hears of a saved one may let go of another. */
  g_list_foreach (editors, (GFunc) (void (*) (void)) g_object_ref, NULL);
  for (GList *l = editors; l != NULL; l = l->next)
    ok = follow_editor_flush (l->data, ok ? error : NULL) && ok;
  g_list_free_full (editors, g_object_unref);
  return ok;
}
