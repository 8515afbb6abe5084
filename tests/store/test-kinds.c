/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "follow-error.h"
#include "follow-history.h"

/* Walks every kind of the program through the register, with values made from the fields' types: a
 * new kind or field is tested by being described. */

/* A record of each kind, for others to link to. */
typedef struct
{
  Fixture *fixture;
  gint64 *ids; /* by the kind's place */
} Walk;

/* A word nothing else holds. */
static char *
make_word (const FollowKind *kind, const FollowField *field, guint seed)
{
  g_autofree char *word = g_strdup_printf ("zq%s%s%u", kind->name, field->name, seed);
  g_auto (GStrv) parts = g_strsplit (word, "_", -1);

  return g_strjoinv ("", parts);
}

static FollowValue *
make_text (const FollowKind *kind, const FollowField *field, guint seed)
{
  g_autofree char *word = make_word (kind, field, seed);
  g_autofree char *text = g_strdup_printf ("=%s “quoted” & <b>not bold</b> '); DROP TABLE record; --", word);
  g_autofree char *lines =
      g_strdup_printf ("%s\n\tsecond line – \xf0\x9f\x98\x80 \xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \x01", text);

  return follow_value_new_text (field->type == FOLLOW_FIELD_TEXT ? text : lines);
}

static FollowValue *
make_timescale (const FollowKind *kind, const FollowField *field, guint seed)
{
  g_autofree char *word = make_word (kind, field, seed);
  g_autofree char *first = g_strdup_printf ("2026-0%u-01", seed);
  g_autofree char *last = g_strdup_printf ("2026-0%u-28", seed);
  g_autoptr (FollowTimescale) timescale =
      follow_timescale_restore (word, first, last, FOLLOW_PRECISION_MONTH, FOLLOW_RECURS_MONTHLY);

  return follow_value_new_timescale (timescale);
}

static FollowValue *
make_links (Walk *walk, const FollowField *field)
{
  g_auto (GStrv) names = g_strsplit (field->links_to, " ", -1);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; names[i] != NULL; i++)
    g_array_append_val (ids, walk->ids[follow_kind_get_index (follow_kind_find (names[i]))]);
  return follow_value_new_links ((const gint64 *) (const void *) ids->data, ids->len);
}

static FollowValue *
make_choice (const FollowField *field, guint seed)
{
  guint n_choices = 0;

  while (field->choices[n_choices].id != NULL)
    n_choices++;
  return follow_value_new_text (field->choices[seed % n_choices].id);
}

static FollowValue *
make_value (Walk *walk, const FollowKind *kind, const FollowField *field, guint seed)
{
  g_autofree char *day = g_strdup_printf ("2026-0%u-11", seed);

  switch (field->type)
    {
    case FOLLOW_FIELD_INTEGER:
      return follow_value_new_integer (field->min + seed);
    case FOLLOW_FIELD_NUMBER:
      return follow_value_new_number (seed + 0.1);
    case FOLLOW_FIELD_BOOLEAN:
      return follow_value_new_integer (seed % 2);
    case FOLLOW_FIELD_DATE:
      return follow_value_new_text (day);
    case FOLLOW_FIELD_TIMESCALE:
      return make_timescale (kind, field, seed);
    case FOLLOW_FIELD_CHOICE:
      return make_choice (field, seed);
    case FOLLOW_FIELD_LINK:
    case FOLLOW_FIELD_LINKS:
      return make_links (walk, field);
    case FOLLOW_FIELD_TEXT:
    case FOLLOW_FIELD_LONG_TEXT:
    default:
      return make_text (kind, field, seed);
    }
}

static gboolean
is_kept (const FollowField *field)
{
  return !(field->flags & FOLLOW_FIELD_COMPUTED);
}

static gint64
get_parent (Walk *walk, const FollowKind *kind)
{
  return kind->parent != NULL ? walk->ids[follow_kind_get_index (follow_kind_find (kind->parent))] : 0;
}

/* @links: whether the fields that link are filled too */
static FollowRecord *
make_record (Walk *walk, const FollowKind *kind, guint seed, gboolean links)
{
  FollowRecord *record = follow_record_new (kind, get_parent (walk, kind));

  for (guint i = 0; i < kind->n_fields; i++)
    if (is_kept (&kind->fields[i]) && (links || !follow_field_is_link (&kind->fields[i])))
      {
        g_autoptr (FollowValue) value = make_value (walk, kind, &kind->fields[i], seed);

        follow_record_set_value (record, i, value);
      }
  return record;
}

static void
begin_walk (Walk *walk, Fixture *fixture)
{
  guint n_kinds;
  const FollowKind *const *kinds = follow_kinds_get (&n_kinds);

  walk->fixture = fixture;
  walk->ids = g_new0 (gint64, n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (FollowRecord) record = make_record (walk, kinds[i], 5, FALSE);

      fixture_save (fixture, record);
      walk->ids[i] = follow_record_get_id (record);
    }
}

static void
assert_same (FollowRecord *a, FollowRecord *b)
{
  const FollowKind *kind = follow_record_get_kind (a);

  g_assert_cmpint (follow_record_get_id (a), ==, follow_record_get_id (b));
  g_assert_cmpint (follow_record_get_parent_id (a), ==, follow_record_get_parent_id (b));
  for (guint i = 0; i < kind->n_fields; i++)
    if (is_kept (&kind->fields[i]))
      {
        g_autofree char *one = follow_value_store (follow_record_get_value (a, i));
        g_autofree char *other = follow_value_store (follow_record_get_value (b, i));

        g_test_message ("%s.%s", kind->name, kind->fields[i].name);
        g_assert_cmpstr (one, ==, other);
        g_assert_true (follow_value_equal (follow_record_get_value (a, i), follow_record_get_value (b, i)));
      }
}

/* What is stored of @record now is what @record holds. */
static void
assert_stored (Fixture *fixture, FollowRecord *record)
{
  g_autoptr (FollowRecord) read =
      fixture_get (fixture, follow_record_get_kind (record)->name, follow_record_get_id (record));

  g_assert_true (follow_record_is_stored (read));
  g_assert_false (follow_record_is_changed (read));
  assert_same (record, read);
}

static gboolean
contains (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static gboolean
is_found (Fixture *fixture, FollowRecord *record, const char *word, gboolean removed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowQuery) query = follow_query_new (follow_record_get_kind (record));
  g_autoptr (GArray) ids = NULL;

  follow_query_set_text (query, word);
  follow_query_set_removed (query, removed);
  ids = follow_register_list (fixture->reg, query, &error);
  g_assert_no_error (error);
  return contains (ids, follow_record_get_id (record));
}

/* Every text field, each by the word only it holds, in lists and in the search of everything. */
static void
assert_searchable (Fixture *fixture, FollowRecord *record, guint seed, gboolean expected)
{
  const FollowKind *kind = follow_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if (follow_field_is_text (&kind->fields[i]))
      {
        g_autofree char *word = make_word (kind, &kind->fields[i], seed);
        g_autoptr (GArray) ids = follow_register_search (fixture->reg, word, 10, NULL);

        g_test_message ("%s", word);
        if (expected) /* else it may be found by what a record inside of it still says */
          g_assert_true (is_found (fixture, record, word, FALSE));
        g_assert_cmpint (contains (ids, follow_record_get_id (record)), ==, expected);
      }
}

static void
walk_save_and_load (Walk *walk, const FollowKind *kind)
{
  g_autoptr (FollowRecord) record = make_record (walk, kind, 1, TRUE);

  fixture_save (walk->fixture, record);
  assert_stored (walk->fixture, record);
  assert_searchable (walk->fixture, record, 1, TRUE);
  fixture_open_again (walk->fixture);
  assert_stored (walk->fixture, record);
}

/* The newest entry of the history for @field. */
static const FollowChange *
find_change (GPtrArray *history, const FollowField *field)
{
  for (guint i = 0; i < history->len; i++)
    if (((const FollowChange *) history->pdata[i])->field == field)
      return history->pdata[i];
  g_assert_not_reached ();
}

static void
assert_noted (Fixture *fixture, FollowRecord *before, FollowRecord *after)
{
  const FollowKind *kind = follow_record_get_kind (after);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history =
      follow_register_load_history (fixture->reg, follow_record_get_id (after), FALSE, 100, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < kind->n_fields; i++)
    if (is_kept (&kind->fields[i]))
      {
        const FollowChange *change = find_change (history, &kind->fields[i]);

        g_test_message ("%s.%s", kind->name, kind->fields[i].name);
        g_assert_cmpint (change->type, ==, FOLLOW_CHANGE_SET);
        g_assert_true (follow_value_equal (change->before, follow_record_get_value (before, i)));
        g_assert_true (follow_value_equal (change->after, follow_record_get_value (after, i)));
      }
}

/* Every field changed, links emptied; noted in the history, undone, redone. */
static void
walk_changes (Walk *walk, const FollowKind *kind)
{
  Fixture *fixture = walk->fixture;
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) before = make_record (walk, kind, 1, TRUE);
  g_autoptr (FollowRecord) values = make_record (walk, kind, 2, FALSE);
  g_autoptr (FollowRecord) after = NULL;

  fixture_save (fixture, before);
  after = follow_record_copy (before);
  follow_record_assign (after, values);
  fixture_save (fixture, after);
  assert_stored (fixture, after);
  assert_noted (fixture, before, after);
  assert_searchable (fixture, after, 2, TRUE);
  assert_searchable (fixture, after, 1, FALSE);

  g_assert_true (follow_register_undo (fixture->reg, NULL, &error));
  g_assert_no_error (error);
  assert_stored (fixture, before);
  assert_searchable (fixture, before, 1, TRUE);
  g_assert_true (follow_register_redo (fixture->reg, NULL, &error));
  g_assert_no_error (error);
  assert_stored (fixture, after);
}

static void
walk_bin (Walk *walk, const FollowKind *kind)
{
  Fixture *fixture = walk->fixture;
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) record = make_record (walk, kind, 3, TRUE);
  g_autoptr (FollowChanges) changes = follow_changes_new (NULL);
  gint64 id = follow_record_get_id (record);

  fixture_save (fixture, record);
  g_assert_true (follow_register_remove (fixture->reg, record, &error));
  g_assert_no_error (error);
  g_assert_true (follow_register_is_removed (fixture->reg, id));
  assert_searchable (fixture, record, 3, FALSE);
  g_assert_false (is_found (fixture, record, NULL, FALSE));
  g_assert_true (is_found (fixture, record, NULL, TRUE));
  assert_stored (fixture, record);

  follow_changes_restore (changes, record);
  g_assert_true (follow_register_commit (fixture->reg, changes, &error));
  g_assert_no_error (error);
  g_assert_false (follow_register_is_removed (fixture->reg, id));
  assert_searchable (fixture, record, 3, TRUE);
  g_assert_true (follow_register_undo (fixture->reg, NULL, &error));
  g_assert_true (follow_register_is_removed (fixture->reg, id));
  g_assert_true (follow_register_undo (fixture->reg, NULL, &error));
  g_assert_false (follow_register_is_removed (fixture->reg, id));
  assert_searchable (fixture, record, 3, TRUE);
  assert_stored (fixture, record);
}

/* What lacks something required is kept all the same, and is a draft no more once it is saved. */
static void
walk_draft (Walk *walk, const FollowKind *kind)
{
  Fixture *fixture = walk->fixture;
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) whole = make_record (walk, kind, 4, TRUE);
  g_autoptr (FollowRecord) record = follow_record_copy (whole);
  g_autoptr (GPtrArray) drafts = NULL;

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & FOLLOW_FIELD_REQUIRED)
      follow_record_set_value (record, i, NULL);
  g_assert_true (follow_register_save_draft (fixture->reg, record, &error));
  fixture_open_again (fixture);
  drafts = follow_register_load_drafts (fixture->reg, kind, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, ==, 1);
  assert_same (record, drafts->pdata[0]);

  follow_record_assign (drafts->pdata[0], whole);
  fixture_save (fixture, drafts->pdata[0]);
  assert_stored (fixture, whole);
  g_clear_pointer (&drafts, g_ptr_array_unref);
  drafts = follow_register_load_drafts (fixture->reg, kind, &error);
  g_assert_cmpuint (drafts->len, ==, 0);
}

static void
walk_kinds (Fixture *fixture, void (*step) (Walk *walk, const FollowKind *kind))
{
  Walk walk;
  guint n_kinds;
  const FollowKind *const *kinds = follow_kinds_get (&n_kinds);

  begin_walk (&walk, fixture);
  for (guint i = 0; i < n_kinds; i++)
    step (&walk, kinds[i]);
  fixture_assert_sound (fixture);
  g_free (walk.ids);
}

static void
test_save_and_load (Fixture *fixture, gconstpointer data)
{
  walk_kinds (fixture, walk_save_and_load);
}

static void
test_changes (Fixture *fixture, gconstpointer data)
{
  walk_kinds (fixture, walk_changes);
}

static void
test_bin (Fixture *fixture, gconstpointer data)
{
  walk_kinds (fixture, walk_bin);
}

static void
test_drafts (Fixture *fixture, gconstpointer data)
{
  walk_kinds (fixture, walk_draft);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/kinds/save-and-load", test_save_and_load);
  fixture_add_test ("/kinds/changes", test_changes);
  fixture_add_test ("/kinds/bin", test_bin);
  fixture_add_test ("/kinds/drafts", test_drafts);
  return g_test_run ();
}
