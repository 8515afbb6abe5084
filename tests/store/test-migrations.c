/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "follow-error.h"
#include "follow-history.h"
#include "follow-register-private.h"

/* A register of every released version stands as SQL text in tests/versions/ and comes to exactly
 * what a new register is. FOLLOW_WRITE_VERSION=FILE writes the text of today's version, for the day
 * it is released. */

/* What tells two schemas apart, one line an object. */
static char *
describe_schema (const char *path)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  GString *text = g_string_new (NULL);

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_prepare_v2 (db,
                          "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce (sql, '') "
                          "FROM sqlite_schema ORDER BY type, name",
                          -1, &statement, NULL),
      ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (text, "%s\n", sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return g_string_free (text, FALSE);
}

static void
load_version (const char *source, const char *path)
{
  g_autofree char *sql = NULL;
  sqlite3 *db = NULL;

  g_assert_true (g_file_get_contents (source, &sql, NULL, NULL));
  g_assert_cmpint (
      sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXCLUSIVE, NULL),
      ==, SQLITE_OK);
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", source, sqlite3_errmsg (db));
  sqlite3_close (db);
}

/* How many files beside the register begin with its name and go on with @middle. */
static guint
count_files (Fixture *fixture, const char *middle)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  g_autofree char *base = g_path_get_basename (fixture->path);
  g_autofree char *start = g_strconcat (base, middle, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, start);
  return n;
}

static void
assert_content (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowQuery) actions = follow_query_new (follow_kind_find ("action"));
  g_autoptr (GPtrArray) records = NULL;
  FollowRecord *action;

  follow_query_set_text (actions, "thresholds");
  records = follow_register_load_all (fixture->reg, actions, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, 1);
  action = records->pdata[0];
  g_assert_cmpstr (follow_record_get_text (action, "number"), ==, "1");
  g_assert_cmpstr (follow_record_get_text (action, "timescale"), ==, "22 June 2026");
  g_assert_cmpstr (follow_record_get_text (action, "due"), ==, "2026-06-22");
  g_assert_cmpstr (follow_record_get_text (action, "status"), ==, "on_track");
  g_assert_cmpstr (follow_record_get_text (action, "last_progress"), ==, "2026-10-01");
  g_assert_cmpstr (follow_register_get_title (fixture->reg, follow_record_get_link (action, "leads")), ==,
                   "Lead Officer");
  g_assert_cmpuint (follow_register_count_changes (fixture->reg, follow_record_get_id (action), NULL), ==, 2);
}

static void
check_version (Fixture *fixture, const char *source, int version)
{
  g_autofree char *new_schema = describe_schema (fixture->path);
  g_autofree char *schema = NULL;
  g_autofree char *name = g_strdup_printf ("old-%d.follow", version);
  Fixture old = { fixture->folder, g_build_filename (fixture->folder, name, NULL), NULL };

  g_test_message ("%s", source);
  load_version (source, old.path);
  fixture_open_again (&old);
  schema = describe_schema (old.path);
  g_assert_cmpstr (schema, ==, new_schema);
  fixture_assert_sound (&old);
  assert_content (&old);
  g_assert_cmpuint (count_files (&old, ".version-"), ==, version < follow_register_newest_version ());
  g_assert_finalize_object (old.reg);
  g_unlink (old.path);
  g_free (old.path);
}

static void
test_every_version (Fixture *fixture, gconstpointer data)
{
  int newest = follow_register_newest_version ();

  for (int version = 1; version <= newest; version++)
    {
      g_autofree char *name = g_strdup_printf ("v%d.sql", version);
      g_autofree char *source = g_test_build_filename (G_TEST_DIST, "versions", name, NULL);

      check_version (fixture, source, version);
    }
}

/* Steps as a later version would have them, tried on today's register. */
static gboolean
take_steps (Fixture *fixture, const char *step, const char *next_step, GError **error)
{
  int newest = follow_register_newest_version ();
  g_autofree const char **steps = g_new0 (const char *, newest + 3);

  for (int i = 0; i < newest; i++)
    steps[i] = "SELECT no_step_is_taken_twice";
  steps[newest] = step;
  steps[newest + 1] = next_step;
  return follow_register_take_steps (fixture->reg, steps, newest + (next_step != NULL ? 2 : 1), error);
}

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (take_steps (fixture, "ALTER TABLE theme ADD COLUMN first TEXT;",
                             "ALTER TABLE theme ADD COLUMN second TEXT; UPDATE theme SET second = first;",
                             &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count_sql (fixture, "PRAGMA user_version"), ==,
                   follow_register_newest_version () + 2);
  g_assert_cmpint (fixture_count_sql (fixture, "PRAGMA application_id"), ==, FOLLOW_REGISTER_APPLICATION_ID);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (second) FROM theme"), ==, 0);
  g_assert_cmpuint (count_files (fixture, ".version-"), ==, 1);
}

/* The backup is the register as it was, and a whole one. */
static void
test_backup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) theme = fixture_add (fixture, "theme", 0, "name", "Neglect", NULL);
  g_autoptr (GDir) dir = NULL;
  g_autofree char *backup = NULL;
  const char *name;
  Fixture old = { fixture->folder, NULL, NULL };

  g_assert_true (take_steps (fixture, "DELETE FROM search; UPDATE theme SET name = 'Lost';", NULL, &error));
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".backup"))
      backup = g_build_filename (fixture->folder, name, NULL);
  g_assert_nonnull (backup);
  old.path = backup;
  fixture_open_again (&old);
  fixture_assert_sound (&old);
  g_assert_cmpint (fixture_count_sql (&old, "SELECT count (*) FROM theme WHERE name = 'Neglect'"), ==, 1);
  g_assert_finalize_object (old.reg);
}

static void
assert_step_fails (Fixture *fixture, const char *step, const char *next_step, FollowError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fixture_hash_file (fixture->path);
  g_autofree char *after = NULL;

  g_test_message ("%s", next_step != NULL ? next_step : step);
  g_assert_false (take_steps (fixture, step, next_step, &error));
  g_assert_error (error, FOLLOW_ERROR, code);
  g_test_message ("%s", error->message);
  after = fixture_hash_file (fixture->path);
  g_assert_cmpstr (before, ==, after);
  fixture_assert_sound (fixture);
}

/* A step that fails leaves every byte as it was, those before it too. */
static void
test_failing_steps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) action = fixture_add_action (fixture, "1", "Agree a protocol", NULL);

  assert_step_fails (fixture, "nonsense;", NULL, FOLLOW_ERROR_DAMAGED);
  assert_step_fails (fixture, "ALTER TABLE theme ADD COLUMN first TEXT; DROP TABLE draft;", "nonsense;",
                     FOLLOW_ERROR_DAMAGED);
  assert_step_fails (fixture, "UPDATE action SET wording = NULL;", NULL, FOLLOW_ERROR_INVALID);
  /* What the file's own links forbid is seen at the end, since steps are taken without them. */
  assert_step_fails (fixture, "DELETE FROM record WHERE kind = 'action';", NULL, FOLLOW_ERROR_DAMAGED);
  g_assert_cmpuint (count_files (fixture, ".version-"), ==, 4);
  follow_record_set_text (action, "status", "complete");
  fixture_save (fixture, action);
  g_assert_cmpint (fixture_count_sql (fixture, "PRAGMA user_version"), ==, follow_register_newest_version ());
}

/* Foreign keys hold again after the steps. */
static void
test_links_hold_after (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) action = fixture_add_action (fixture, "1", "Agree a protocol", NULL);

  g_assert_true (take_steps (fixture, "ALTER TABLE theme ADD COLUMN first TEXT;", NULL, &error));
  follow_record_set_link (action, "plan", 5);
  g_assert_false (follow_register_save (fixture->reg, action, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fixture_hash_file (fixture->path);
  g_autofree char *after = NULL;

  g_assert_finalize_object (g_steal_pointer (&fixture->reg));
  fixture->reg = follow_register_open (fixture->path, TRUE, &error);
  g_assert_no_error (error);
  g_assert_false (take_steps (fixture, "ALTER TABLE theme ADD COLUMN first TEXT;", NULL, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_READ_ONLY);
  g_assert_cmpuint (count_files (fixture, ".version-"), ==, 0);
  after = fixture_hash_file (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

/* Appends what @sql answers, a line a row. */
static void
append_rows (GString *text, sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (text, "%s;\n", sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
}

static void
append_table (const char *table, GString *text, sqlite3 *db)
{
  gboolean is_search = g_str_equal (table, "search");
  g_autofree char *list = g_strdup_printf (
      "SELECT group_concat ('quote (\"' || name || '\")', ' || '', '' || ') FROM pragma_table_info ('%s')",
      table);
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, list, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  sql = g_strdup_printf ("SELECT 'INSERT INTO \"%s\"%s VALUES (' || %s%s || ')' FROM \"%s\"", table,
                         is_search ? " (rowid, text, owner)" : "", is_search ? "rowid || ', ' || " : "",
                         (const char *) sqlite3_column_text (statement, 0), table);
  sqlite3_finalize (statement);
  append_rows (text, db, sql);
}

static char *
dump (const char *path)
{
  GString *text = g_string_new (NULL);
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_string_append_printf (text,
                          "-- A register of version %d, as its program wrote it. Never edited.\nBEGIN;\n",
                          follow_register_newest_version ());
  append_rows (
      text, db,
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search\\_%' ESCAPE '\\'");
  g_assert_cmpint (
      sqlite3_prepare_v2 (db,
                          "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE "
                          "'search\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
                          -1, &statement, NULL),
      ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (tables, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);
  for (guint i = 0; i < tables->len; i++)
    append_table (tables->pdata[i], text, db);
  g_string_append_printf (text, "PRAGMA application_id = %d;\nPRAGMA user_version = %d;\nCOMMIT;\n",
                          FOLLOW_REGISTER_APPLICATION_ID, follow_register_newest_version ());
  sqlite3_close (db);
  return g_string_free (text, FALSE);
}

/* A few records such as every version knows. */
static void
fill (Fixture *fixture)
{
  g_autoptr (FollowRecord) plan = fixture_add (fixture, "plan", 0, "title", "Improvement Plan", NULL);
  g_autoptr (FollowRecord) section =
      fixture_add (fixture, "section", follow_record_get_id (plan), "number", "1", "wording",
                   "Children’s needs are recognised early", NULL);
  g_autoptr (FollowRecord) person = fixture_add (fixture, "person", 0, "post", "Lead Officer", NULL);
  g_autoptr (FollowRecord) action =
      fixture_add_action (fixture, "1", "Agree shared thresholds", "22 June 2026");
  g_autoptr (FollowRecord) gone = fixture_add_action (fixture, "2", "Given up", "Dates set");
  g_autoptr (FollowRecord) note = fixture_add (fixture, "progress_note", follow_record_get_id (action),
                                               "date", "2026-10-01", "text", "First draft shared", NULL);

  follow_record_set_link (action, "plan", follow_record_get_id (plan));
  follow_record_set_link (action, "section", follow_record_get_id (section));
  follow_record_set_link (action, "leads", follow_record_get_id (person));
  follow_record_set_text (action, "status", "on_track");
  fixture_save (fixture, action);
  g_assert_true (follow_register_remove (fixture->reg, gone, NULL));
}

/* What is written today can be read back, so that it will be worth freezing. */
static void
test_dump (Fixture *fixture, gconstpointer data)
{
  const char *wanted = g_getenv ("FOLLOW_WRITE_VERSION");
  g_autofree char *path = g_build_filename (fixture->folder, "version.sql", NULL);
  g_autofree char *sql = NULL;

  follow_register_set_user (fixture->reg, "Committee Officer");
  fill (fixture);
  sql = dump (fixture->path);
  g_assert_true (g_file_set_contents (path, sql, -1, NULL));
  check_version (fixture, path, follow_register_newest_version ());
  if (wanted != NULL)
    g_assert_true (g_file_set_contents (wanted, sql, -1, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/migrations/dump", test_dump);
  fixture_add_test ("/migrations/every-version", test_every_version);
  fixture_add_test ("/migrations/steps", test_steps);
  fixture_add_test ("/migrations/backup", test_backup);
  fixture_add_test ("/migrations/failing-steps", test_failing_steps);
  fixture_add_test ("/migrations/links-hold-after", test_links_hold_after);
  fixture_add_test ("/migrations/read-only", test_read_only);
  return g_test_run ();
}
