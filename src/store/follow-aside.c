/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-aside.h"

typedef struct
{
  char *path;
  int due_soon_days;
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
  g_free (job);
}

static void
work_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRegister) reg = follow_register_open (job->path, TRUE, &error);
  gpointer answer = NULL;

  if (reg != NULL && !g_cancellable_set_error_if_cancelled (cancellable, &error))
    {
      follow_register_set_due_soon_days (reg, job->due_soon_days);
      answer = job->work (reg, job->data, cancellable, &error);
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
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, callback_data);
  Job *job = g_new (Job, 1);

  *job = (Job){ g_strdup (follow_register_get_path (reg)),
                follow_register_get_due_soon_days (reg),
                work,
                data,
                free_data,
                free_answer };
  g_task_set_source_tag (task, follow_aside_run_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, work_thread);
}

gpointer
follow_aside_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
