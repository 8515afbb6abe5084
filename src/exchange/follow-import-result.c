/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-private.h"

static void
problem_free (gpointer data)
{
  FollowImportProblem *problem = data;

  g_free (problem->sheet);
  g_free (problem->cell);
  g_free (problem->message);
  g_free (problem);
}

static void
not_taken_free (gpointer data)
{
  FollowImportNotTaken *not_taken = data;

  g_free (not_taken->sheet);
  g_free (not_taken->range);
  g_free (not_taken->reason);
  g_free (not_taken);
}

/* As a spreadsheet names it: A1, AA30. */
static void
append_cell_name (GString *name, guint row, guint column)
{
  char letters[8];
  gsize i = sizeof letters;

  for (guint rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters[--i] = 'A' + (rest - 1) % 26;
  g_string_append_len (name, letters + i, sizeof letters - i);
  g_string_append_printf (name, "%u", row + 1);
}

static char *
name_area (const FollowImportArea *area)
{
  g_autoptr (GString) name = g_string_new (NULL);

  append_cell_name (name, area->row, area->column);
  if (area->last_row != area->row || area->last_column != area->column)
    {
      g_string_append_c (name, ':');
      append_cell_name (name, area->last_row, area->last_column);
    }
  return g_string_free (g_steal_pointer (&name), FALSE);
}

const char *
follow_severity_to_id (FollowSeverity severity)
{
  switch (severity)
    {
    case FOLLOW_SEVERITY_WARNING:
      return "warning";
    case FOLLOW_SEVERITY_ERROR:
      return "error";
    case FOLLOW_SEVERITY_NOTE:
    default:
      return "note";
    }
}

FollowImportResult *
follow_import_result_new (void)
{
  FollowImportResult *self = g_new0 (FollowImportResult, 1);

  self->counts = g_array_new (FALSE, FALSE, sizeof (FollowImportCount));
  self->problems = g_ptr_array_new_with_free_func (problem_free);
  self->not_taken = g_ptr_array_new_with_free_func (not_taken_free);
  return self;
}

void
follow_import_result_free (FollowImportResult *self)
{
  g_array_unref (self->counts);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->not_taken);
  g_free (self);
}

static FollowImportCount *
find_count (FollowImportResult *self, const char *kind)
{
  for (guint i = 0; i < self->counts->len; i++)
    {
      FollowImportCount *count = &g_array_index (self->counts, FollowImportCount, i);

      if (g_str_equal (count->kind->name, kind))
        return count;
    }
  return NULL;
}

const FollowImportCount *
follow_import_result_get_count (FollowImportResult *self, const char *kind)
{
  return find_count (self, kind);
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const FollowImportCount *one = a;
  const FollowImportCount *other = b;

  return (int) follow_kind_get_index (one->kind) - (int) follow_kind_get_index (other->kind);
}

void
follow_import_result_count (FollowImportResult *self, const FollowKind *kind, FollowImportOutcome outcome)
{
  FollowImportCount *count = find_count (self, kind->name);

  if (count == NULL)
    {
      FollowImportCount none = { .kind = kind };

      g_array_append_val (self->counts, none);
      g_array_sort (self->counts, compare_counts);
      count = find_count (self, kind->name);
    }
  if (outcome == FOLLOW_IMPORT_NEW)
    count->n_new++;
  else if (outcome == FOLLOW_IMPORT_CHANGED)
    count->n_changed++;
  else
    count->n_unchanged++;
}

void
follow_import_result_add_problem (FollowImportResult *self,
                                  const char *sheet,
                                  const FollowImportArea *cell,
                                  FollowSeverity severity,
                                  char *message)
{
  FollowImportProblem *problem = g_new0 (FollowImportProblem, 1);

  problem->sheet = g_strdup (sheet);
  problem->cell = cell != NULL ? name_area (cell) : NULL;
  problem->severity = severity;
  problem->message = message;
  problem->row = cell != NULL ? cell->row : G_MAXUINT;
  problem->column = cell != NULL ? cell->column : G_MAXUINT;
  g_ptr_array_add (self->problems, problem);
}

void
follow_import_result_add_not_taken (FollowImportResult *self,
                                    const char *sheet,
                                    const FollowImportArea *area,
                                    const char *reason)
{
  FollowImportNotTaken *not_taken = g_new0 (FollowImportNotTaken, 1);

  not_taken->sheet = g_strdup (sheet);
  not_taken->range = name_area (area);
  not_taken->reason = g_strdup (reason);
  not_taken->row = area->row;
  not_taken->column = area->column;
  g_ptr_array_add (self->not_taken, not_taken);
}

static int
compare_places (guint row, guint column, guint other_row, guint other_column)
{
  if (row != other_row)
    return row < other_row ? -1 : 1;
  return column < other_column ? -1 : column > other_column;
}

static int
compare_problems (gconstpointer a, gconstpointer b)
{
  const FollowImportProblem *one = *(FollowImportProblem *const *) a;
  const FollowImportProblem *other = *(FollowImportProblem *const *) b;

  return compare_places (one->row, one->column, other->row, other->column);
}

static int
compare_not_taken (gconstpointer a, gconstpointer b)
{
  const FollowImportNotTaken *one = *(FollowImportNotTaken *const *) a;
  const FollowImportNotTaken *other = *(FollowImportNotTaken *const *) b;

  return compare_places (one->row, one->column, other->row, other->column);
}

void
follow_import_result_sort (FollowImportResult *self)
{
  g_ptr_array_sort (self->problems, compare_problems);
  g_ptr_array_sort (self->not_taken, compare_not_taken);
}
