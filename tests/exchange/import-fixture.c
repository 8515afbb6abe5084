/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-fixture.h"

#include "exchange-test.h"

FollowImportResult *
import_file (Fixture *fixture, const char *path, const FollowImportOptions *options)
{
  g_autoptr (GError) error = NULL;
  FollowImportResult *result = follow_import_file (fixture->reg, path, options, NULL, &error);

  g_assert_no_error (error);
  return result;
}

char *
write_file (Fixture *fixture, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

FollowImportResult *
import_text (Fixture *fixture, const char *text)
{
  g_autofree char *path = write_file (fixture, "tracker.csv", text);

  return import_file (fixture, path, NULL);
}

void
assert_counts (FollowImportResult *result, const char *kind, guint n_new, guint n_changed, guint n_unchanged)
{
  const FollowImportCount *count = follow_import_result_get_count (result, kind);
  const FollowImportCount none = { NULL };

  if (count == NULL)
    count = &none;
  g_assert_cmpuint (count->n_new, ==, n_new);
  g_assert_cmpuint (count->n_changed, ==, n_changed);
  g_assert_cmpuint (count->n_unchanged, ==, n_unchanged);
}

const FollowImportProblem *
find_problem (FollowImportResult *result, const char *cell)
{
  for (guint i = 0; i < result->problems->len; i++)
    {
      const FollowImportProblem *problem = g_ptr_array_index (result->problems, i);

      if (g_strcmp0 (problem->cell, cell) == 0)
        return problem;
    }
  return NULL;
}

const FollowImportNotTaken *
find_not_taken (FollowImportResult *result, const char *range)
{
  for (guint i = 0; i < result->not_taken->len; i++)
    {
      const FollowImportNotTaken *not_taken = g_ptr_array_index (result->not_taken, i);

      if (g_strcmp0 (not_taken->range, range) == 0)
        return not_taken;
    }
  return NULL;
}

/* The action with this number, wherever it stands. */
FollowRecord *
find_action (Fixture *fixture, const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("action"));
  g_autoptr (GPtrArray) found = NULL;

  follow_query_add_text (query, "number", FOLLOW_TEST_IS, number);
  found = follow_register_load_all (fixture->reg, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  return g_object_ref (g_ptr_array_index (found, 0));
}

GPtrArray *
load_milestones (Fixture *fixture, FollowRecord *action)
{
  return follow_register_load_children (fixture->reg, follow_kind_find ("milestone"),
                                        follow_record_get_id (action), NULL);
}

void
assert_text (FollowRecord *record, const char *field, const char *text)
{
  g_assert_cmpstr (follow_record_get_text (record, field), ==, text);
}

char *
make_book (Fixture *fixture, const char *name, const char *const *words)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "exchange", "make-book.py", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autofree char *output = NULL;

  if (!have_openpyxl ())
    return NULL;
  g_ptr_array_add (arguments, (gpointer) "/usr/bin/python3");
  g_ptr_array_add (arguments, script);
  g_ptr_array_add (arguments, path);
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (arguments, (gpointer) words[i]);
  g_ptr_array_add (arguments, NULL);
  output = run_program ((const char *const *) arguments->pdata);
  return g_steal_pointer (&path);
}
