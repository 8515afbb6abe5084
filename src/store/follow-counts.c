/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-counts.h"

typedef struct
{
  char *path;
  int due_soon_days;
  GPtrArray *queries;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->path);
  g_ptr_array_unref (question->queries);
  g_free (question);
}

static void
count_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Question *question = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRegister) reg = follow_register_open (question->path, TRUE, &error);
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));

  if (reg != NULL)
    follow_register_set_due_soon_days (reg, question->due_soon_days);
  for (guint i = 0; error == NULL && i < question->queries->len; i++)
    {
      guint count = 0;

      if (!g_cancellable_set_error_if_cancelled (cancellable, &error))
        count = follow_register_count (reg, g_ptr_array_index (question->queries, i), &error);
      g_array_append_val (counts, count);
    }
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&counts), (GDestroyNotify) g_array_unref);
}

void
follow_counts_run_async (FollowRegister *reg,
                         GPtrArray *queries,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Question *question = g_new0 (Question, 1);

  question->path = g_strdup (follow_register_get_path (reg));
  question->due_soon_days = follow_register_get_due_soon_days (reg);
  question->queries = g_ptr_array_new_with_free_func ((GDestroyNotify) follow_query_free);
  for (guint i = 0; i < queries->len; i++)
    g_ptr_array_add (question->queries, follow_query_copy (g_ptr_array_index (queries, i)));
  g_task_set_source_tag (task, follow_counts_run_async);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, count_thread);
}

GArray *
follow_counts_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
