/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-session.h"

#include "follow-aside.h"

/* Several choices in a row are tried once. */
#define TRY_AFTER_MS 60

struct _FollowImportSession
{
  GObject parent_instance;

  FollowRegister *reg;
  FollowImport *import;
  FollowImportResult *result; /* nullable */
  GError *error;              /* nullable */
  GCancellable *trying;       /* nullable: while what would happen is worked out */
  guint source;
};

enum
{
  CHANGED,
  TRIED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FollowImportSession, follow_import_session, G_TYPE_OBJECT)

static gpointer
try_aside (FollowRegister *reg, gconstpointer data, GCancellable *cancellable, GError **error)
{
  return follow_import_try ((FollowImport *) data, reg, cancellable, error);
}

static void
tried_cb (GObject *source, GAsyncResult *answer, gpointer data)
{
  g_autoptr (FollowImportSession) self = FOLLOW_IMPORT_SESSION (data);
  g_autoptr (GError) error = NULL;
  FollowImportResult *result = follow_aside_run_finish (answer, &error);

  /* Another choice was made meanwhile, and is being tried. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->source != 0 ||
      self->trying == NULL || g_cancellable_is_cancelled (self->trying))
    {
      g_clear_pointer (&result, follow_import_result_free);
      return;
    }
  g_clear_object (&self->trying);
  g_clear_error (&self->error);
  g_clear_pointer (&self->result, follow_import_result_free);
  self->result = result;
  self->error = g_steal_pointer (&error);
  g_signal_emit (self, signals[TRIED], 0);
}

static gboolean
try_cb (gpointer data)
{
  FollowImportSession *self = FOLLOW_IMPORT_SESSION (data);

  self->source = 0;
  self->trying = g_cancellable_new ();
  follow_aside_run_async (self->reg, try_aside, follow_import_copy (self->import),
                          (GDestroyNotify) follow_import_free, (GDestroyNotify) follow_import_result_free,
                          self->trying, tried_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
stop_trying (FollowImportSession *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->trying != NULL)
    g_cancellable_cancel (self->trying);
  g_clear_object (&self->trying);
}

static void
follow_import_session_dispose (GObject *object)
{
  FollowImportSession *self = FOLLOW_IMPORT_SESSION (object);

  stop_trying (self);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (follow_import_session_parent_class)->dispose (object);
}

static void
follow_import_session_finalize (GObject *object)
{
  FollowImportSession *self = FOLLOW_IMPORT_SESSION (object);

  g_clear_pointer (&self->import, follow_import_free);
  g_clear_pointer (&self->result, follow_import_result_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (follow_import_session_parent_class)->finalize (object);
}

static void
follow_import_session_class_init (FollowImportSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_import_session_dispose;
  G_OBJECT_CLASS (klass)->finalize = follow_import_session_finalize;
  signals[CHANGED] = g_signal_new ("changed", FOLLOW_TYPE_IMPORT_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[TRIED] = g_signal_new ("tried", FOLLOW_TYPE_IMPORT_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
follow_import_session_init (FollowImportSession *self)
{
}

FollowImportSession *
follow_import_session_new (FollowRegister *reg, FollowImport *import)
{
  FollowImportSession *self = g_object_new (FOLLOW_TYPE_IMPORT_SESSION, NULL);

  self->reg = g_object_ref (reg);
  self->import = import;
  /* What the register holds decides what is new. */
  g_signal_connect_object (reg, "changed", G_CALLBACK (follow_import_session_touch), self, G_CONNECT_SWAPPED);
  follow_import_session_touch (self);
  return self;
}

FollowRegister *
follow_import_session_get_register (FollowImportSession *self)
{
  return self->reg;
}

FollowImport *
follow_import_session_get_import (FollowImportSession *self)
{
  return self->import;
}

void
follow_import_session_touch (FollowImportSession *self)
{
  stop_trying (self);
  self->source = g_timeout_add (TRY_AFTER_MS, try_cb, self);
  g_signal_emit (self, signals[CHANGED], 0);
}

guint
follow_import_session_find_first_sheet (FollowImportSession *self)
{
  for (guint i = 0; i < follow_import_get_n_sheets (self->import); i++)
    if (follow_import_get_sheet (self->import, i)->chosen)
      return i;
  return 0;
}

FollowImportResult *
follow_import_session_get_result (FollowImportSession *self)
{
  return self->result;
}

const GError *
follow_import_session_get_error (FollowImportSession *self)
{
  return self->error;
}

gboolean
follow_import_session_is_busy (FollowImportSession *self)
{
  return self->source != 0 || self->trying != NULL;
}

gboolean
follow_import_session_has_news (FollowImportSession *self)
{
  for (guint i = 0; self->result != NULL && i < self->result->counts->len; i++)
    {
      const FollowImportCount *count = &g_array_index (self->result->counts, FollowImportCount, i);

      if (count->n_new > 0 || count->n_changed > 0)
        return TRUE;
    }
  return FALSE;
}

static gpointer
commit_aside (FollowRegister *reg, gconstpointer data, GCancellable *cancellable, GError **error)
{
  return follow_import_commit ((FollowImport *) data, reg, cancellable, error);
}

void
follow_import_session_commit_async (FollowImportSession *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data)
{
  stop_trying (self);
  follow_aside_write_async (self->reg, commit_aside, follow_import_copy (self->import),
                            (GDestroyNotify) follow_import_free, (GDestroyNotify) follow_import_result_free,
                            cancellable, callback, data);
}

FollowImportResult *
follow_import_session_commit_finish (FollowImportSession *self, GAsyncResult *result, GError **error)
{
  FollowImportResult *done;

  /* What comes in now is the import itself. */
  g_signal_handlers_block_by_func (self->reg, follow_import_session_touch, self);
  done = follow_aside_write_finish (self->reg, result, error);
  g_signal_handlers_unblock_by_func (self->reg, follow_import_session_touch, self);
  if (done == NULL)
    follow_import_session_touch (self);
  return done;
}
