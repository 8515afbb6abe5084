/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>
#include <sys/stat.h>

#include "follow-error.h"
#include "follow-history.h"

/* Files that are no register, no longer one, or not one to write to: each is told by a sentence of
 * its own, and none is touched. */

#define N_DAMAGED 120

static char *
put (Fixture *fixture, const char *name, const void *contents, gssize length)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, contents, length, NULL));
  return path;
}

static void
assert_refused (const char *path, FollowError code, const char *sentence)
{
  g_autoptr (GError) error = NULL;
  gboolean is_file = g_file_test (path, G_FILE_TEST_IS_REGULAR);
  g_autofree char *before = is_file ? fixture_hash_file (path) : NULL;
  g_autofree char *after = NULL;

  g_test_message ("%s", path);
  g_assert_null (follow_register_open (path, FALSE, &error));
  g_assert_error (error, FOLLOW_ERROR, code);
  g_assert_cmpstr (error->message, ==, sentence);
  after = is_file ? fixture_hash_file (path) : NULL;
  g_assert_cmpstr (before, ==, after);
}

static void
test_each_by_its_sentence (Fixture *fixture, gconstpointer data)
{
  g_autofree char *empty = put (fixture, "empty.follow", "", 0);
  g_autofree char *text = put (fixture, "text.follow", "Minutes of the meeting", -1);
  g_autofree char *xlsx = put (fixture, "plan.xlsx", "PK\3\4 and so on", -1);
  g_autofree char *stub = put (fixture, "stub.follow", "SQLite form", -1);
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.follow", NULL);
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe.follow", NULL);
  g_autofree char *foreign = put (fixture, "photos.db", "", 0);

  assert_refused (empty, FOLLOW_ERROR_FOREIGN, "“empty.follow” is empty, not a register.");
  assert_refused (text, FOLLOW_ERROR_FOREIGN, "“text.follow” is not a register of Follow-through.");
  assert_refused (
      xlsx, FOLLOW_ERROR_FOREIGN,
      "“plan.xlsx” is a workbook or an archive, not a register. Import it into a register instead.");
  assert_refused (stub, FOLLOW_ERROR_DAMAGED,
                  "“stub.follow” is damaged: its end is missing. Go back to a backup.");
  assert_refused (
      missing, FOLLOW_ERROR_NOT_FOUND,
      "“missing.follow” is not there. It may have been moved, or its drive may not be connected.");
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_refused (pipe, FOLLOW_ERROR_FOREIGN, "“pipe.follow” is a device, not a register.");
  g_assert_true (fixture_run_sql (foreign, "CREATE TABLE photo (id INTEGER PRIMARY KEY)"));
  assert_refused (foreign, FOLLOW_ERROR_FOREIGN,
                  "“photos.db” is a database of another program, not a register.");
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "folder.follow", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  assert_refused (folder, FOLLOW_ERROR_FOREIGN, "“folder.follow” is a folder, not a register.");
}

static void
test_newer_and_cut (Fixture *fixture, gconstpointer data)
{
  g_autofree char *contents = NULL;
  g_autofree char *newer = NULL;
  g_autofree char *unversioned = NULL;
  g_autofree char *cut = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  cut = put (fixture, "cut.follow", contents, length - 1);
  contents[63] = 99; /* the end of user_version */
  newer = put (fixture, "newer.follow", contents, length);
  contents[63] = 0;
  unversioned = put (fixture, "zero.follow", contents, length);
  assert_refused (cut, FOLLOW_ERROR_DAMAGED,
                  "“cut.follow” is damaged: its end is missing. Go back to a backup.");
  assert_refused (
      newer, FOLLOW_ERROR_TOO_NEW,
      "“newer.follow” was written by a newer version of Follow-through. Install that version to open it.");
  assert_refused (unversioned, FOLLOW_ERROR_DAMAGED,
                  "“zero.follow” is damaged: its first page was altered. Go back to a backup.");
}

/* A name is never taken for one of SQLite's addresses. */
static void
test_odd_names (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "file:a.follow?mode=memory", ":memory:", "100% – “new”.follow",
                                       "a\nb.follow" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
      g_autofree char *copy = g_strconcat (path, ".backup", NULL);
      FollowRegister *reg = follow_register_create (path, &error);

      g_test_message ("%s", names[i]);
      g_assert_no_error (error);
      g_assert_true (follow_register_backup (reg, copy, &error));
      g_assert_finalize_object (reg);
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
      reg = follow_register_open (copy, FALSE, &error);
      g_assert_no_error (error);
      g_assert_finalize_object (reg);
    }
}

static void
fill (Fixture *fixture)
{
  for (guint i = 0; i < 25; i++)
    {
      g_autofree char *wording = g_strdup_printf ("Agree protocol %u with all agencies – été", i);
      g_autoptr (FollowRecord) action = fixture_add_action (fixture, "1", wording, "August 2026");
      g_autoptr (FollowRecord) note = fixture_add (fixture, "progress_note", follow_record_get_id (action),
                                                   "date", "2026-10-01", "text", wording, NULL);
      g_autoptr (FollowRecord) person = fixture_add (fixture, "person", 0, "post", wording, NULL);

      follow_record_set_link (action, "leads", follow_record_get_id (person));
      fixture_save (fixture, action);
    }
}

/* Errors say that it is damaged, and nothing else; most find nothing or what is left. */
static gboolean
is_told (GError **error)
{
  gboolean told = *error != NULL;

  if (told && !g_error_matches (*error, FOLLOW_ERROR, FOLLOW_ERROR_DAMAGED) &&
      !g_error_matches (*error, FOLLOW_ERROR, FOLLOW_ERROR_NOT_FOUND) &&
      !g_error_matches (*error, FOLLOW_ERROR, FOLLOW_ERROR_FOREIGN) &&
      !g_error_matches (*error, FOLLOW_ERROR, FOLLOW_ERROR_TOO_NEW))
    g_error ("Another sentence than that it is damaged: %s", (*error)->message);
  g_clear_error (error);
  return told;
}

static gboolean
look_at_kind (FollowRegister *reg, const FollowKind *kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowQuery) query = follow_query_new (kind);
  g_autoptr (GPtrArray) records = follow_register_load_all (reg, query, &error);
  g_autoptr (GPtrArray) drafts = NULL;
  gboolean told = is_told (&error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      g_autofree char *title = follow_record_get_title (records->pdata[i]);
      const char *label = follow_register_get_title (reg, follow_record_get_id (records->pdata[i]));

      g_assert_true (g_utf8_validate (title, -1, NULL) && g_utf8_validate (label, -1, NULL));
    }
  follow_query_set_text (query, "agree pro");
  follow_query_set_sort (query, kind->fields[0].name, TRUE);
  g_clear_pointer (&records, g_ptr_array_unref);
  records = follow_register_load_all (reg, query, &error);
  told |= is_told (&error);
  follow_register_count (reg, query, &error);
  told |= is_told (&error);
  drafts = follow_register_load_drafts (reg, kind, &error);
  return is_told (&error) || told;
}

/* Everything that reads; returns whether anything was said to be wrong. */
static gboolean
look_at_all (FollowRegister *reg)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = follow_register_load_history (reg, 0, FALSE, 1000, &error);
  gboolean told = is_told (&error);
  g_autoptr (GArray) found = follow_register_search (reg, "agree", 100, &error);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  guint n_kinds;
  const FollowKind *const *kinds = follow_kinds_get (&n_kinds);

  told |= is_told (&error);
  for (guint i = 0; i < n_kinds; i++)
    told |= look_at_kind (reg, kinds[i]);
  follow_register_poll (reg);
  follow_register_check (reg, problems, &error);
  return is_told (&error) || told || problems->len > 0;
}

static void
damage (GRand *random, char *contents, gsize length, gboolean header)
{
  guint n = g_rand_int_range (random, 1, 60);

  for (guint i = 0; i < n; i++)
    contents[g_rand_int_range (random, header ? 0 : 100, length)] = (char) g_rand_int_range (random, 0, 256);
}

/* Opening, listing and checking a damaged file never fails otherwise than by saying so, and never
 * alters it. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "damaged.follow", NULL);
  g_autofree char *contents = NULL;
  GRand *random = g_rand_new_with_seed (11);
  gsize length;
  guint n_told = 0;

  fill (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  for (guint i = 0; i < N_DAMAGED; i++)
    {
      g_autofree char *copy = g_memdup2 (contents, length);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (FollowRegister) reg = NULL;

      damage (random, copy, length, i % 4 == 0);
      g_assert_true (g_file_set_contents (path, copy, length, NULL));
      before = fixture_hash_file (path);
      reg = follow_register_open (path, FALSE, &error);
      n_told += reg != NULL ? look_at_all (reg) : is_told (&error);
      g_clear_object (&reg);
      after = fixture_hash_file (path);
      g_assert_cmpstr (before, ==, after);
    }
  g_test_message ("%u of %u told", n_told, N_DAMAGED);
  g_assert_cmpuint (n_told, >, N_DAMAGED / 2);
  g_rand_free (random);
}

/* As nobody in particular, who may not do everything. */
static void
make_accessible (Fixture *fixture)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->reg));
  g_assert_cmpint (g_chmod (fixture->folder, 0777), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0666), ==, 0);
}

static void
try_unreadable (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (follow_register_open (fixture->path, FALSE, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_READ_ONLY);
  g_assert_cmpstr (error->message, ==, "“Test.follow” cannot be read. Ask for permission to read it.");
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  make_accessible (fixture);
  g_assert_cmpint (g_chmod (fixture->path, 0), ==, 0);
  fixture_run_as_nobody (fixture, try_unreadable);
}

static void
try_read_only (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRegister) reg = follow_register_open (fixture->path, FALSE, &error);
  g_autoptr (FollowRecord) theme = follow_record_new (follow_kind_find ("theme"), 0);
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("grade"));
  g_autofree char *sentence =
      g_strdup_printf ("Could not save: “%s” is open for reading only.", fixture->path);

  g_assert_no_error (error);
  g_assert_true (follow_register_is_read_only (reg));
  g_assert_cmpuint (follow_register_count (reg, query, &error), ==, 6);
  follow_record_set_text (theme, "name", "Typed");
  g_assert_false (follow_register_save (reg, theme, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_READ_ONLY);
  g_assert_cmpstr (error->message, ==, sentence);
  g_assert_cmpstr (follow_record_get_text (theme, "name"), ==, "Typed");
  g_assert_false (follow_record_is_stored (theme));
}

static void
test_read_only_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = fixture_hash_file (fixture->path);
  g_autofree char *after = NULL;

  make_accessible (fixture);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  fixture_run_as_nobody (fixture, try_read_only);
  after = fixture_hash_file (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_read_only_folder (Fixture *fixture, gconstpointer data)
{
  make_accessible (fixture);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  fixture_run_as_nobody (fixture, try_read_only);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
}

static void
try_create (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "new.follow", NULL);

  g_assert_null (follow_register_create (path, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_READ_ONLY);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_create_where_nobody_may (Fixture *fixture, gconstpointer data)
{
  make_accessible (fixture);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  fixture_run_as_nobody (fixture, try_create);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
}

/* The folder loses its permission, or the share its connection, while the register is open. */
static void
try_folder_closed (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRegister) reg = follow_register_open (fixture->path, FALSE, &error);
  g_autoptr (FollowRecord) theme = follow_record_new (follow_kind_find ("theme"), 0);

  g_assert_no_error (error);
  g_assert_false (follow_register_is_read_only (reg));
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  follow_record_set_text (theme, "name", "Typed");
  g_assert_false (follow_register_save (reg, theme, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  g_assert_true (follow_register_save (reg, theme, &error));
  g_assert_no_error (error);
}

static void
test_folder_closed_meanwhile (Fixture *fixture, gconstpointer data)
{
  make_accessible (fixture);
  fixture_give_to_nobody (fixture);
  fixture_run_as_nobody (fixture, try_folder_closed);
}

static void
assert_not_saved (Fixture *fixture, FollowRecord *record, const char *beginning)
{
  g_autoptr (GError) error = NULL;

  follow_record_set_text (record, "priority", "high");
  g_assert_false (follow_register_save (fixture->reg, record, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, beginning));
  g_assert_true (follow_record_is_changed (record));
}

/* Moved away and back; then another file in its place, as a program that synchronises folders does. */
static void
test_moved_and_replaced (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) action = fixture_add_action (fixture, "1", "Agree a protocol", NULL);
  g_autofree char *elsewhere = g_build_filename (fixture->folder, "elsewhere.follow", NULL);
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.follow", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_cmpint (g_rename (fixture->path, elsewhere), ==, 0);
  assert_not_saved (fixture, action, "Could not save: the register is no longer at “/");
  g_assert_cmpint (g_rename (elsewhere, fixture->path), ==, 0);
  fixture_save (fixture, action);

  g_assert_true (follow_register_backup (fixture->reg, copy, NULL));
  g_assert_cmpint (g_rename (copy, fixture->path), ==, 0);
  before = fixture_hash_file (fixture->path);
  follow_record_set_text (action, "status", "complete");
  assert_not_saved (fixture, action, "Could not save: another file now lies at “/");
  after = fixture_hash_file (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/files/each-by-its-sentence", test_each_by_its_sentence);
  fixture_add_test ("/files/folder", test_folder);
  fixture_add_test ("/files/newer-and-cut", test_newer_and_cut);
  fixture_add_test ("/files/odd-names", test_odd_names);
  fixture_add_test ("/files/damaged", test_damaged);
  fixture_add_test ("/files/unreadable", test_unreadable);
  fixture_add_test ("/files/read-only-file", test_read_only_file);
  fixture_add_test ("/files/read-only-folder", test_read_only_folder);
  fixture_add_test ("/files/create-where-nobody-may", test_create_where_nobody_may);
  fixture_add_test ("/files/folder-closed-meanwhile", test_folder_closed_meanwhile);
  fixture_add_test ("/files/moved-and-replaced", test_moved_and_replaced);
  return g_test_run ();
}
