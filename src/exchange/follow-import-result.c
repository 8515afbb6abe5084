/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-result-private.h"

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

static void
change_free (gpointer data)
{
  FollowImportChange *change = data;

  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

static void
row_free (gpointer data)
{
  FollowImportRowResult *row = data;

  g_clear_pointer (&row->changes, g_ptr_array_unref);
  g_free (row);
}

static void
answer_free (gpointer data)
{
  FollowImportAnswer *answer = data;

  g_free (answer->id);
  g_free (answer->label);
  g_free (answer);
}

static void
doubt_free (gpointer data)
{
  FollowImportDoubt *doubt = data;

  g_free (doubt->key);
  g_array_unref (doubt->cells);
  g_free (doubt->text);
  g_free (doubt->message);
  g_ptr_array_unref (doubt->answers);
  g_free (doubt->answer);
  g_free (doubt);
}

FollowImportDoubt *
follow_import_doubt_new (const char *key, FollowDoubtType type)
{
  FollowImportDoubt *self = g_new0 (FollowImportDoubt, 1);

  self->key = g_strdup (key);
  self->type = type;
  self->cells = g_array_new (FALSE, FALSE, sizeof (FollowImportPlace));
  self->answers = g_ptr_array_new_with_free_func (answer_free);
  return self;
}

void
follow_import_doubt_add_answer (FollowImportDoubt *self, const char *id, const char *label)
{
  FollowImportAnswer *answer = g_new0 (FollowImportAnswer, 1);

  answer->id = g_strdup (id);
  answer->label = g_strdup (label);
  g_ptr_array_add (self->answers, answer);
}

const char *
follow_import_doubt_get_answer_label (const FollowImportDoubt *self)
{
  for (guint i = 0; i < self->answers->len; i++)
    {
      const FollowImportAnswer *answer = g_ptr_array_index (self->answers, i);

      if (g_str_equal (answer->id, self->answer))
        return answer->label;
    }
  return self->answer;
}

FollowImportResult *
follow_import_result_new (void)
{
  FollowImportResult *self = g_new0 (FollowImportResult, 1);

  self->counts = g_array_new (FALSE, FALSE, sizeof (FollowImportCount));
  self->problems = g_ptr_array_new_with_free_func (problem_free);
  self->not_taken = g_ptr_array_new_with_free_func (not_taken_free);
  self->doubts = g_ptr_array_new_with_free_func (doubt_free);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->fates = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  return self;
}

void
follow_import_result_free (FollowImportResult *self)
{
  g_array_unref (self->counts);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->not_taken);
  g_ptr_array_unref (self->doubts);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->fates);
  g_clear_pointer (&self->doubts_by_cell, g_hash_table_unref);
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
                                  guint sheet,
                                  const char *name,
                                  const FollowImportArea *cell,
                                  FollowSeverity severity,
                                  char *message)
{
  FollowImportProblem *problem = g_new0 (FollowImportProblem, 1);

  problem->sheet = g_strdup (name);
  problem->sheet_index = sheet;
  problem->cell = cell != NULL ? name_area (cell) : NULL;
  problem->severity = severity;
  problem->message = message;
  problem->row = cell != NULL ? cell->row : G_MAXUINT;
  problem->column = cell != NULL ? cell->column : G_MAXUINT;
  g_ptr_array_add (self->problems, problem);
}

void
follow_import_result_add_not_taken (
    FollowImportResult *self, guint sheet, const char *name, const FollowImportArea *area, const char *reason)
{
  FollowImportNotTaken *not_taken = g_new0 (FollowImportNotTaken, 1);

  not_taken->sheet = g_strdup (name);
  not_taken->sheet_index = sheet;
  not_taken->range = name_area (area);
  not_taken->reason = g_strdup (reason);
  not_taken->row = area->row;
  not_taken->column = area->column;
  follow_import_result_mark_area (self, sheet, area, FOLLOW_FATE_NOT_TAKEN);
  g_ptr_array_add (self->not_taken, not_taken);
}

static int
compare_numbers (guint one, guint other)
{
  return (one > other) - (one < other);
}

static int
compare_places (const FollowImportPlace *one, const FollowImportPlace *other)
{
  int order = compare_numbers (one->sheet, other->sheet);

  if (order == 0)
    order = compare_numbers (one->row, other->row);
  return order != 0 ? order : compare_numbers (one->column, other->column);
}

static int
compare_problems (gconstpointer a, gconstpointer b)
{
  const FollowImportProblem *one = *(FollowImportProblem *const *) a;
  const FollowImportProblem *other = *(FollowImportProblem *const *) b;
  const FollowImportPlace place = { one->sheet_index, one->row, one->column };
  const FollowImportPlace other_place = { other->sheet_index, other->row, other->column };

  return compare_places (&place, &other_place);
}

static int
compare_not_taken (gconstpointer a, gconstpointer b)
{
  const FollowImportNotTaken *one = *(FollowImportNotTaken *const *) a;
  const FollowImportNotTaken *other = *(FollowImportNotTaken *const *) b;
  const FollowImportPlace place = { one->sheet_index, one->row, one->column };
  const FollowImportPlace other_place = { other->sheet_index, other->row, other->column };

  return compare_places (&place, &other_place);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const FollowImportRowResult *one = *(FollowImportRowResult *const *) a;
  const FollowImportRowResult *other = *(FollowImportRowResult *const *) b;
  const FollowImportPlace place = { one->sheet, one->row, 0 };
  const FollowImportPlace other_place = { other->sheet, other->row, 0 };

  return compare_places (&place, &other_place);
}

static int
compare_doubts (gconstpointer a, gconstpointer b)
{
  const FollowImportDoubt *one = *(FollowImportDoubt *const *) a;
  const FollowImportDoubt *other = *(FollowImportDoubt *const *) b;

  return compare_places (&g_array_index (one->cells, FollowImportPlace, 0),
                         &g_array_index (other->cells, FollowImportPlace, 0));
}

void
follow_import_result_sort (FollowImportResult *self)
{
  g_ptr_array_sort (self->problems, compare_problems);
  g_ptr_array_sort (self->not_taken, compare_not_taken);
  g_ptr_array_sort (self->rows, compare_rows);
  g_ptr_array_sort (self->doubts, compare_doubts);
}

FollowImportRowResult *
follow_import_result_add_row (FollowImportResult *self, guint sheet, guint row)
{
  FollowImportRowResult *result = g_new0 (FollowImportRowResult, 1);

  result->sheet = sheet;
  result->row = row;
  g_ptr_array_add (self->rows, result);
  return result;
}

void
follow_import_row_result_add_change (
    FollowImportRowResult *self, const FollowKind *kind, const FollowField *field, char *before, char *after)
{
  FollowImportChange *change = g_new0 (FollowImportChange, 1);

  *change = (FollowImportChange){ kind, field, before, after };
  if (self->changes == NULL)
    self->changes = g_ptr_array_new_with_free_func (change_free);
  g_ptr_array_add (self->changes, change);
}

const FollowImportRowResult *
follow_import_result_find_row (FollowImportResult *self, guint sheet, guint row)
{
  const FollowImportRowResult wanted = { .sheet = sheet, .row = row };
  gconstpointer key = &wanted;
  guint low = 0;
  guint high = self->rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = compare_rows (&self->rows->pdata[middle], &key);

      if (order == 0)
        return self->rows->pdata[middle];
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

static guint
hash_place (gconstpointer data)
{
  const FollowImportPlace *place = data;

  return (place->sheet * 31 + place->row) * 16411 + place->column;
}

static gboolean
equal_places (gconstpointer a, gconstpointer b)
{
  return compare_places (a, b) == 0;
}

static void
index_doubts (FollowImportResult *self)
{
  self->doubts_by_cell = g_hash_table_new (hash_place, equal_places);
  for (guint i = 0; i < self->doubts->len; i++)
    {
      FollowImportDoubt *doubt = g_ptr_array_index (self->doubts, i);

      for (guint j = 0; j < doubt->cells->len; j++)
        {
          FollowImportPlace *place = &g_array_index (doubt->cells, FollowImportPlace, j);

          if (!g_hash_table_contains (self->doubts_by_cell, place))
            g_hash_table_insert (self->doubts_by_cell, place, doubt);
        }
    }
}

const FollowImportDoubt *
follow_import_result_find_doubt (FollowImportResult *self, guint sheet, guint row, guint column)
{
  const FollowImportPlace place = { sheet, row, column };

  if (self->doubts_by_cell == NULL)
    index_doubts (self);
  return g_hash_table_lookup (self->doubts_by_cell, &place);
}
