/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "follow-error.h"
#include "follow-history.h"
#include "follow-list-model.h"

static void
test_save_and_open_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) plan = fixture_add (fixture, "plan", 0, "title", "Plan 2026", NULL);
  g_autoptr (FollowRecord) person = fixture_add (fixture, "person", 0, "post", "Lead Officer", NULL);
  g_autoptr (FollowRecord) action = fixture_add_action (fixture, "1", "Agree a protocol", "22 June 2026");
  g_autoptr (FollowRecord) read = NULL;
  gint64 id = follow_record_get_id (action);

  follow_record_set_link (action, "plan", follow_record_get_id (plan));
  follow_record_set_link (action, "leads", follow_record_get_id (person));
  follow_record_set_text (action, "status", "slippage");
  g_assert_true (follow_register_save (fixture->reg, action, &error));
  g_assert_no_error (error);

  g_clear_object (&fixture->reg);
  fixture->reg = follow_register_open (fixture->path, FALSE, &error);
  g_assert_no_error (error);
  read = follow_register_get (fixture->reg, follow_kind_find ("action"), id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (follow_record_get_text (read, "wording"), ==, "Agree a protocol");
  g_assert_cmpstr (follow_record_get_text (read, "timescale"), ==, "22 June 2026");
  g_assert_cmpstr (follow_record_get_text (read, "due"), ==, "2026-06-22");
  g_assert_cmpstr (follow_record_get_text (read, "due_state"), ==, "overdue");
  g_assert_cmpint (follow_record_get_link (read, "plan"), ==, follow_record_get_id (plan));
  g_assert_cmpint (follow_record_get_link (read, "leads"), ==, follow_record_get_id (person));
  g_assert_cmpint (follow_record_get_integer (read, "no_lead"), ==, 0);
  g_assert_cmpstr (follow_register_get_title (fixture->reg, follow_record_get_id (person)), ==,
                   "Lead Officer");
}

static void
test_undo_and_redo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) action = fixture_add_action (fixture, "1", "Agree a protocol", "August 2026");
  g_autoptr (FollowRecord) milestone =
      fixture_add (fixture, "milestone", follow_record_get_id (action), "wording", "Draft", NULL);
  g_autoptr (FollowRecord) live = NULL;
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("milestone"));
  g_autofree char *label = NULL;

  live =
      follow_register_get (fixture->reg, follow_kind_find ("action"), follow_record_get_id (action), &error);
  follow_record_set_text (action, "status", "complete");
  g_assert_true (follow_register_save (fixture->reg, action, &error));
  g_assert_cmpstr (follow_record_get_text (live, "status"), ==, "complete");
  g_assert_true (follow_register_remove (fixture->reg, action, &error));
  g_assert_cmpuint (follow_register_count (fixture->reg, query, &error), ==, 0);

  g_assert_true (follow_register_undo (fixture->reg, &label, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (follow_register_count (fixture->reg, query, &error), ==, 1);
  g_assert_true (follow_register_undo (fixture->reg, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (follow_record_get_text (live, "status"), ==, NULL);
  g_assert_true (follow_register_redo (fixture->reg, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (follow_record_get_text (live, "status"), ==, "complete");
  g_assert_true (follow_register_undo (fixture->reg, NULL, &error));
  g_assert_true (follow_register_undo (fixture->reg, NULL, &error)); /* the milestone */
  g_assert_true (follow_register_undo (fixture->reg, NULL, &error)); /* the action */
  g_assert_false (follow_register_can_undo (fixture->reg));
  g_assert_true (follow_register_redo (fixture->reg, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (follow_register_is_removed (fixture->reg, follow_record_get_id (action)));
}

static void
test_writes_only_what_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) mine = fixture_add_action (fixture, "1", "Agree a protocol", "August 2026");
  g_autoptr (FollowRecord) theirs = follow_record_copy (mine);

  follow_record_set_text (theirs, "status", "on_track");
  g_assert_true (follow_register_save (fixture->reg, theirs, &error));
  follow_record_set_text (mine, "priority", "high");
  g_assert_true (follow_register_save (fixture->reg, mine, &error));
  g_assert_cmpint (
      fixture_count_sql (fixture,
                         "SELECT count (*) FROM action WHERE status = 'on_track' AND priority = 'high'"),
      ==, 1);
}

static void
test_notes_timescale_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) action = fixture_add_action (fixture, "1", "Agree a protocol", "May 2026");
  g_autoptr (GPtrArray) changes = NULL;

  follow_record_set_timescale (action, "timescale", "Aug");
  g_assert_true (follow_register_save (fixture->reg, action, &error));
  follow_record_set_timescale (action, "timescale", "August 2026");
  g_assert_true (follow_register_save (fixture->reg, action, &error));
  changes = follow_register_load_children (fixture->reg, follow_kind_find ("timescale_change"),
                                           follow_record_get_id (action), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpstr (follow_record_get_text (changes->pdata[0], "from"), ==, "May 2026");
  g_assert_cmpstr (follow_record_get_text (changes->pdata[0], "to"), ==, "August 2026");
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    guint n;
  } cases[] = {
    { "proto", 1 },
    { "PROTOCOL agree", 1 },
    { "protocol nothing", 0 },
    { "lead off", 1 },
    { "note 4.10", 1 },
    { "\"", 1 }, /* signs are no words: nothing is asked for yet */
    { "protocol – at", 1 },
    { "cafe", 1 },
    { "*", 1 },
    { "OR AND NOT (", 0 },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) person = fixture_add (fixture, "person", 0, "post", "Lead Officer", NULL);
  g_autoptr (FollowRecord) action = fixture_add_action (fixture, "1", "Agree a protocol at the Café", NULL);
  g_autoptr (FollowRecord) note = fixture_add (fixture, "progress_note", follow_record_get_id (action),
                                               "date", "2026-10-01", "text", "Noted under 4.10", NULL);

  follow_record_set_link (action, "leads", follow_record_get_id (person));
  g_assert_true (follow_register_save (fixture->reg, action, &error));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("action"));

      follow_query_set_text (query, cases[i].text);
      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (follow_register_count (fixture->reg, query, &error), ==, cases[i].n);
      g_assert_no_error (error);
    }
}

/* What is edited inside another record is found by its own words too, not only for that one. */
static void
test_search_inside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) action = fixture_add_action (fixture, "1", "Agree a protocol", NULL);
  g_autoptr (FollowRecord) note = fixture_add (fixture, "progress_note", follow_record_get_id (action),
                                               "date", "2026-10-01", "text", "Noted under 4.10", NULL);
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("progress_note"));

  follow_query_set_text (query, "noted");
  g_assert_cmpuint (follow_register_count (fixture->reg, query, NULL), ==, 1);
  follow_query_set_text (query, "protocol");
  g_assert_cmpuint (follow_register_count (fixture->reg, query, NULL), ==, 0);
}

static void
test_refused_files (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_build_filename (fixture->folder, "text.follow", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_null (follow_register_open (fixture->folder, FALSE, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_FOREIGN);
  g_clear_error (&error);
  g_assert_null (follow_register_open (text, FALSE, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (text, "hello", -1, NULL));
  g_assert_null (follow_register_open (text, FALSE, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_FOREIGN);
  g_clear_error (&error);

  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (text, contents, length / 2, NULL));
  g_assert_null (follow_register_open (text, FALSE, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_DAMAGED);
  g_clear_error (&error);
  contents[63] = 99;
  g_assert_true (g_file_set_contents (text, contents, length, NULL));
  g_assert_null (follow_register_open (text, FALSE, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_TOO_NEW);
  g_clear_error (&error);
  g_assert_null (follow_register_create (fixture->path, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_EXISTS);
}

static void
test_file_removed_under_the_program (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) action = fixture_add_action (fixture, "1", "Agree a protocol", NULL);

  follow_record_set_text (action, "status", "complete");
  g_unlink (fixture->path);
  g_assert_false (follow_register_save (fixture->reg, action, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_NOT_FOUND);
  g_assert_true (follow_record_is_changed (action));
}

static void
log_changes_cb (GListModel *model, guint position, guint removed, guint added, GString *log)
{
  g_string_append_printf (log, "%u-%u+%u ", position, removed, added);
}

/* A view asks for the item of a new row twice, and holds on to it only then. */
static void
test_list_model_reads_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("action"));
  g_autoptr (FollowListModel) model = NULL;
  FollowRecord *first, *second;

  g_object_unref (fixture_add_action (fixture, "1", "A", NULL));
  g_object_unref (fixture_add_action (fixture, "2", "B", NULL));
  model = follow_list_model_new (fixture->reg, query);
  first = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_object_add_weak_pointer (G_OBJECT (first), (gpointer *) &first);
  g_object_unref (first);
  g_assert_nonnull (first);
  second = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_true (second == first);
  g_object_unref (second);
  /* No more than one is kept that nobody looks at. */
  g_object_unref (g_list_model_get_item (G_LIST_MODEL (model), 1));
  g_assert_null (first);
}

static void
test_list_model (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) b = fixture_add_action (fixture, "4.10", "B", NULL);
  g_autoptr (FollowRecord) a = fixture_add_action (fixture, "4.9", "A", NULL);
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("action"));
  g_autoptr (FollowListModel) model = follow_list_model_new (fixture->reg, query);
  g_autoptr (FollowRecord) first = NULL;
  g_autoptr (GString) log = g_string_new (NULL);

  g_signal_connect (model, "items-changed", G_CALLBACK (log_changes_cb), log);
  g_assert_cmpint (follow_list_model_get_id (model, 0), ==, follow_record_get_id (b));
  follow_query_set_sort (query, "number", FALSE);
  g_assert_true (follow_list_model_set_query (model, query, &error));
  g_assert_cmpstr (log->str, ==, "0-2+2 ");
  first = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_cmpstr (follow_record_get_text (first, "wording"), ==, "A");
  g_string_truncate (log, 0);
  g_object_unref (fixture_add_action (fixture, "4.9a", "C", NULL));
  g_assert_cmpstr (log->str, ==, "1-0+1 ");
}

static void
test_drafts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) action = follow_record_new (follow_kind_find ("action"), 0);
  g_autoptr (GPtrArray) drafts = NULL;

  follow_record_set_timescale (action, "timescale", "August 2026");
  g_assert_false (follow_register_save (fixture->reg, action, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (follow_register_save_draft (fixture->reg, action, &error));
  drafts = follow_register_load_drafts (fixture->reg, follow_kind_find ("action"), &error);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (follow_record_get_text (drafts->pdata[0], "timescale"), ==, "August 2026");
  follow_record_set_text (drafts->pdata[0], "wording", "Agree a protocol");
  g_assert_true (follow_register_save (fixture->reg, drafts->pdata[0], &error));
  g_assert_true (follow_register_remove_draft (fixture->reg, follow_record_get_id (action), &error));
  g_assert_no_error (error);
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) action = fixture_add_action (fixture, "1", "Agree a protocol", NULL);
  g_autoptr (GPtrArray) changes = NULL;
  const FollowChange *newest;

  follow_register_set_user (fixture->reg, "Committee Officer");
  follow_record_set_text (action, "wording", "Agree and implement a protocol");
  g_assert_true (follow_register_save (fixture->reg, action, &error));
  changes = follow_register_load_history (fixture->reg, follow_record_get_id (action), TRUE, 100, &error);
  newest = changes->pdata[0];
  g_assert_cmpstr (newest->who, ==, "Committee Officer");
  g_assert_cmpstr (newest->field->name, ==, "wording");
  g_assert_cmpstr (follow_value_get_text (newest->before), ==, "Agree a protocol");
  g_assert_cmpstr (follow_value_get_text (newest->after), ==, "Agree and implement a protocol");
  g_assert_true (follow_register_put_back (fixture->reg, newest, &error));
  g_assert_no_error (error);
  g_assert_cmpint (
      fixture_count_sql (fixture, "SELECT count (*) FROM action WHERE wording = 'Agree a protocol'"), ==, 1);
}

/* The steps of the migrations must arrive at what the kinds describe. */
static void
test_schema (Fixture *fixture, gconstpointer data)
{
  guint n_kinds;
  const FollowKind *const *kinds = follow_kinds_get (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    for (guint j = 0; j < kinds[i]->n_fields; j++)
      {
        const FollowField *field = &kinds[i]->fields[j];
        g_autofree char *sql = g_strdup_printf (
            "SELECT count (*) FROM pragma_table_info ('%s') WHERE name = '%s'", kinds[i]->name, field->name);
        gboolean is_column = !(field->flags & FOLLOW_FIELD_COMPUTED) && field->type != FOLLOW_FIELD_LINKS;

        g_test_message ("%s.%s", kinds[i]->name, field->name);
        g_assert_cmpint (fixture_count_sql (fixture, sql), ==, is_column);
      }
}

/* What is new carries the usual marking, except where another was chosen or the kind has none. */
static void
test_usual_marking (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) before = fixture_add_action (fixture, "1", "Agree a protocol", NULL);
  g_autoptr (FollowRecord) action = NULL;
  g_autoptr (FollowRecord) chosen = NULL;
  g_autoptr (FollowRecord) refused = follow_record_new (follow_kind_find ("action"), 0);

  follow_register_set_marking (fixture->reg, "official_sensitive");
  action = fixture_add_action (fixture, "2", "Use it", NULL);
  chosen = fixture_add (fixture, "plan", 0, "title", "Plan", "marking", "official", NULL);
  g_object_unref (fixture_add (fixture, "theme", 0, "name", "Neglect", NULL));
  g_assert_null (follow_record_get_text (before, "marking"));
  g_assert_cmpstr (follow_record_get_text (action, "marking"), ==, "official_sensitive");
  g_assert_cmpstr (follow_record_get_text (chosen, "marking"), ==, "official");

  /* Taken away by hand it stays away, and what is refused is not altered. */
  follow_record_set_text (action, "marking", NULL);
  fixture_save (fixture, action);
  g_assert_null (follow_record_get_text (action, "marking"));
  follow_record_set_text (refused, "wording", "Agree");
  fixture_execute_sql (fixture, "CREATE TRIGGER refuse BEFORE INSERT ON action "
                                "BEGIN SELECT raise (ABORT, 'no'); END");
  g_assert_false (follow_register_save (fixture->reg, refused, NULL));
  g_assert_null (follow_record_get_text (refused, "marking"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/register/save-and-open-again", test_save_and_open_again);
  fixture_add_test ("/register/undo-and-redo", test_undo_and_redo);
  fixture_add_test ("/register/writes-only-what-changed", test_writes_only_what_changed);
  fixture_add_test ("/register/notes-timescale-changes", test_notes_timescale_changes);
  fixture_add_test ("/register/search", test_search);
  fixture_add_test ("/register/search-inside", test_search_inside);
  fixture_add_test ("/register/refused-files", test_refused_files);
  fixture_add_test ("/register/file-removed-under-the-program", test_file_removed_under_the_program);
  fixture_add_test ("/register/list-model", test_list_model);
  fixture_add_test ("/register/list-model-reads-once", test_list_model_reads_once);
  fixture_add_test ("/register/drafts", test_drafts);
  fixture_add_test ("/register/history", test_history);
  fixture_add_test ("/register/schema", test_schema);
  fixture_add_test ("/register/usual-marking", test_usual_marking);
  return g_test_run ();
}
