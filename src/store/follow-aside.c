/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-aside.h"

#include "follow-register-private.h"

typedef struct
{
  char *path;
  int due_soon_days;
  char *user;    /* NULL: for reading */
  char *marking; /* nullable */
  GArray *steps; /* of gint64: what was written, for Undo */
  FollowAsideWork work;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_answer;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->free_data != NULL)
    job->free_data (job->data);
  g_free (job->path);
  g_free (job->user);
  g_free (job->marking);
  g_array_unref (job->steps);
  g_free (job);
}

static FollowRegister *
open_register (Job *job, GError **error)
{
  FollowRegister *reg = follow_register_open (job->path, job->user == NULL, error);

  if (reg == NULL)
    return NULL;
  follow_register_set_due_soon_days (reg, job->due_soon_days);
  if (job->user != NULL)
    {
      follow_register_set_user (reg, job->user);
      follow_register_set_marking (reg, job->marking);
    }
  return reg;
}

static void
work_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRegister) reg = open_register (job, &error);
  gpointer answer = NULL;

  if (reg != NULL && !g_cancellable_set_error_if_cancelled (cancellable, &error))
    {
      answer = job->work (reg, job->data, cancellable, &error);
      g_array_append_vals (job->steps, reg->undo->data, reg->undo->len);
    }
  if (error != NULL)
    {
      if (answer != NULL)
        job->free_answer (answer);
      g_task_return_error (task, g_steal_pointer (&error));
    }
  else
    g_task_return_pointer (task, answer, job->free_answer);
}

static void
run (FollowRegister *reg,
     gboolean writes,
     FollowAsideWork work,
     gpointer data,
     GDestroyNotify free_data,
     GDestroyNotify free_answer,
     GCancellable *cancellable,
     GAsyncReadyCallback callback,
     gpointer callback_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, callback_data);
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (follow_register_get_path (reg));
  job->due_soon_days = follow_register_get_due_soon_days (reg);
  job->user = writes ? g_strdup (follow_register_get_user (reg)) : NULL;
  job->marking = g_strdup (reg->marking);
  job->steps = g_array_new (FALSE, FALSE, sizeof (gint64));
  job->work = work;
  job->data = data;
  job->free_data = free_data;
  job->free_answer = free_answer;
  /* What was written is told, though it was to be given up a moment too late. */
  g_task_set_check_cancellable (task, !writes);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, work_thread);
}

void
follow_aside_run_async (FollowRegister *reg,
                        FollowAsideWork work,
                        gpointer data,
                        GDestroyNotify free_data,
                        GDestroyNotify free_answer,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer callback_data)
{
  run (reg, FALSE, work, data, free_data, free_answer, cancellable, callback, callback_data);
}

gpointer
follow_aside_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
follow_aside_write_async (FollowRegister *reg,
                          FollowAsideWork work,
                          gpointer data,
                          GDestroyNotify free_data,
                          GDestroyNotify free_answer,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer callback_data)
{
  run (reg, TRUE, work, data, free_data, free_answer, cancellable, callback, callback_data);
}

gpointer
follow_aside_write_finish (FollowRegister *reg, GAsyncResult *result, GError **error)
{
  const Job *job = g_task_get_task_data (G_TASK (result));

  if (job->steps->len > 0)
    {
      g_array_append_vals (reg->undo, job->steps->data, job->steps->len);
      g_array_set_size (reg->redo, 0);
      follow_register_poll (reg);
    }
  return g_task_propagate_pointer (G_TASK (result), error);
}
