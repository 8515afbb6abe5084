/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-date.h"
#include "follow-error.h"
#include "follow-example-dates.h"
#include "follow-example-source.h"
#include "follow-example.h"
#include "follow-history.h"

#include "fixture.h"

/* The day the example is told as of, and others: the end of a February, a leap day, far ahead, and
 * before it all. */
static const char *const days[] = { "2026-11-12", "2027-02-28", "2028-02-29", "2031-07-01", "2025-01-01" };

static void
fill (Fixture *fixture, const char *today)
{
  g_autoptr (GError) error = NULL;

  g_setenv ("FOLLOW_TODAY", today, TRUE);
  follow_register_poll (fixture->reg);
  follow_example_fill (fixture->reg, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer today)
{
  fixture_set_up (fixture, NULL);
  fill (fixture, today);
}

static guint
count_all (Fixture *fixture, const char *kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find (kind));
  guint n = follow_register_count (fixture->reg, query, &error);

  g_assert_no_error (error);
  return n;
}

static guint
count (Fixture *fixture, const char *kind, const char *field, const char *is)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find (kind));
  guint n;

  follow_query_add_text (query, field, is != NULL ? FOLLOW_TEST_IS : FOLLOW_TEST_EMPTY, is);
  n = follow_register_count (fixture->reg, query, &error);
  g_assert_no_error (error);
  return n;
}

static guint
count_leadless (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("action"));
  g_autoptr (FollowValue) yes = follow_value_new_integer (1);
  guint n;

  follow_query_add (query, "no_lead", FOLLOW_TEST_IS, yes);
  n = follow_register_count (fixture->reg, query, &error);
  g_assert_no_error (error);
  return n;
}

static FollowRecord *
find_numbered (Fixture *fixture, const char *kind, const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find (kind));
  g_autoptr (GPtrArray) found = NULL;

  follow_query_add_text (query, "number", FOLLOW_TEST_IS, number);
  found = follow_register_load_all (fixture->reg, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  return g_object_ref (g_ptr_array_index (found, 0));
}

static void
check_action (
    Fixture *fixture, const char *number, const char *timescale, int days_overdue, const char *progress)
{
  g_autoptr (FollowRecord) action = find_numbered (fixture, "action", number);
  const char *due = follow_record_get_text (action, "due");

  g_assert_cmpstr (follow_record_get_text (action, "timescale"), ==, timescale);
  g_assert_cmpstr (follow_record_get_text (action, "last_progress"), ==, progress);
  g_assert_true (days_overdue == 0 || due != NULL);
  if (days_overdue != 0)
    g_assert_cmpint (follow_date_days_between (due, "2026-11-12"), ==, days_overdue);
}

/* The state that the pictures of the window show. */
static void
test_pictures (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count (fixture, "action", "status", "complete"), ==, 9);
  g_assert_cmpuint (count (fixture, "action", "status", "on_track"), ==, 17);
  g_assert_cmpuint (count (fixture, "action", "status", "slippage"), ==, 8);
  g_assert_cmpuint (count (fixture, "action", "status", "off_track"), ==, 3);
  g_assert_cmpuint (count (fixture, "action", "status", "not_started"), ==, 8);
  g_assert_cmpuint (count (fixture, "action", "status", "withdrawn"), ==, 2);
  g_assert_cmpuint (count_all (fixture, "plan"), ==, 2);
  g_assert_cmpuint (count_all (fixture, "inspection"), ==, 3);

  check_action (fixture, "1", "June 2025", 0, "2025-08-28");
  check_action (fixture, "5", "Q3 2026/27", -49, "2026-11-02");
  check_action (fixture, "6", "30th November 2026 – rota to be submitted to the Chief Officers Group", -18,
                "2026-10-27");
  check_action (fixture, "7", "Dates set", 0, NULL);
  check_action (fixture, "9", "22nd June 2026", 143, "2026-09-30");
  check_action (fixture, "12", "August 2026", 73, "2026-10-14");
  check_action (fixture, "15", "Sept 2026", 43, "2026-10-08");
  check_action (fixture, "18", NULL, 0, NULL);
  check_action (fixture, "20", "Standing item", 0, "2026-11-12");
  check_action (fixture, "21", "31st October 2026", 12, "2026-10-26");
  check_action (fixture, "22", "Q2 2027/28", -322, NULL);
}

/* On whichever day it is opened, as much of it asks for attention. */
static void
test_counts (Fixture *fixture, gconstpointer today)
{
  g_assert_cmpstr (follow_register_get_today (fixture->reg), ==, today);
  g_assert_cmpuint (count (fixture, "action", "due_state", "overdue"), ==, 7);
  g_assert_cmpuint (count (fixture, "action", "due_state", "due_soon"), ==, 5);
  g_assert_cmpuint (count (fixture, "action", "due_state", "no_date"), ==, 2);
  g_assert_cmpuint (count (fixture, "action", "due_state", "done"), ==, 11);
  g_assert_cmpuint (count_leadless (fixture), ==, 3);
  g_assert_cmpuint (count (fixture, "action", "timescale", NULL), ==, 2);
  g_assert_cmpuint (count_all (fixture, "action"), ==, 47);
}

static void
test_sound (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  guint n_kinds;
  const FollowKind *const *kinds = follow_kinds_get (&n_kinds);

  g_assert_true (follow_register_check (fixture->reg, problems, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  for (guint i = 0; i < n_kinds; i++)
    g_assert_cmpuint (count_all (fixture, kinds[i]->name), >, 0);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM draft"), ==, 0);
  g_assert_false (follow_register_can_undo (fixture->reg));
  g_assert_false (follow_register_can_redo (fixture->reg));
}

static void
check_links (Fixture *fixture, FollowRecord *record)
{
  const FollowKind *kind = follow_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if (follow_field_is_link (&kind->fields[i]))
      {
        guint n;
        const gint64 *ids = follow_value_get_links (follow_record_get_value (record, i), &n);

        for (guint j = 0; j < n; j++)
          {
            const FollowKind *target = follow_register_get_kind (fixture->reg, ids[j]);

            g_assert_nonnull (target);
            g_assert_true (follow_field_links_to (&kind->fields[i], target->name));
            g_assert_false (follow_register_is_removed (fixture->reg, ids[j]));
          }
      }
}

static void
check_text (FollowRecord *record)
{
  const FollowKind *kind = follow_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if (follow_field_is_text (&kind->fields[i]))
      {
        const char *text = follow_value_get_text (follow_record_get_value (record, i));

        g_assert_true (text == NULL || strpbrk (text, "{}|") == NULL);
      }
}

static void
test_links (Fixture *fixture, gconstpointer data)
{
  guint n_kinds;
  const FollowKind *const *kinds = follow_kinds_get (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FollowQuery) query = follow_query_new (kinds[i]);
      g_autoptr (GPtrArray) records = follow_register_load_all (fixture->reg, query, &error);

      g_assert_no_error (error);
      for (guint j = 0; j < records->len; j++)
        {
          check_links (fixture, g_ptr_array_index (records, j));
          check_text (g_ptr_array_index (records, j));
        }
    }
}

/* Only the finding about housing waits for an action; chained findings are judged again. */
static void
test_inspections (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("inspection"));
  g_autoptr (GPtrArray) inspections = follow_register_load_all (fixture->reg, query, &error);
  static const int unanswered[] = { 1, 0, 0 };

  g_assert_no_error (error);
  for (guint i = 0; i < inspections->len; i++)
    {
      FollowRecord *inspection = g_ptr_array_index (inspections, i);

      g_assert_cmpint (follow_record_get_integer (inspection, "unanswered"), ==, unanswered[i]);
      g_assert_cmpint (follow_record_get_link (inspection, "follows") != 0, ==, i < 2);
    }
  g_assert_cmpstr (follow_record_get_text (g_ptr_array_index (inspections, 0), "title"), ==,
                   "Joint inspection of services for children, March 2025");
  for (const FollowChoice *type = follow_kind_find_field (follow_kind_find ("finding"), "type")->choices;
       type->id != NULL; type++)
    g_assert_cmpuint (count (fixture, "finding", "type", type->id), >, 0);
}

static GPtrArray *
load_history (Fixture *fixture, gint64 id, gboolean children)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *history = follow_register_load_history (fixture->reg, id, children, 100000, &error);

  g_assert_no_error (error);
  return history;
}

/* Action 12 has the past that the picture of the history shows. */
static void
test_history (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *day;
    const char *who;
    const char *field;
    const char *after;
  } expected[] = {
    { "2026-10-14", "Committee Officer", "status", "slippage" },
    { "2026-06-11", "Committee Officer", "timescale", "August 2026" },
    { "2026-06-11", "Lead Officer", "wording",
      "Agree and implement a multi-agency protocol so that independent advocacy is offered to every child "
      "before their first planning meeting" },
  };
  g_autoptr (FollowRecord) action = find_numbered (fixture, "action", "12");
  g_autoptr (GPtrArray) history = load_history (fixture, follow_record_get_id (action), FALSE);
  guint n = 0;

  for (guint i = 0; i < history->len && n < G_N_ELEMENTS (expected); i++)
    {
      const FollowChange *change = g_ptr_array_index (history, i);

      if (change->field == NULL || g_strcmp0 (change->field->name, expected[n].field) != 0)
        continue;
      g_assert_true (g_str_has_prefix (change->at, expected[n].day));
      g_assert_cmpstr (change->who, ==, expected[n].who);
      g_assert_cmpstr (follow_value_get_text (change->after), ==, expected[n].after);
      n++;
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM timescale_change t JOIN action a "
                                               "ON a.id = t.parent_id WHERE a.number = '12'"),
                   ==, 1);
}

/* The past has an order, lies behind us and is three years long. */
static void
test_past (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) history = load_history (fixture, 0, FALSE);
  g_autofree char *now = follow_date_now ();
  g_autofree char *first = g_strndup (now, 10);
  const char *later = now;

  for (guint i = 0; i < history->len; i++)
    {
      const FollowChange *change = g_ptr_array_index (history, i);

      if (change->kind == follow_kind_find ("scale") || change->kind == follow_kind_find ("grade") ||
          change->kind == follow_kind_find ("indicator")) /* shipped, when the file was made */
        continue;
      g_assert_cmpstr (change->at, <=, later);
      later = change->at;
    }
  g_free (first);
  first = g_strndup (later, 10);
  g_assert_cmpint (follow_date_days_between (first, follow_register_get_today (fixture->reg)), >, 3 * 365);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM timescale_change WHERE reason IS NULL"),
                   ==, 0);
}

static void
test_settings_stay (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) theme = follow_record_new (follow_kind_find ("theme"), 0);
  g_autoptr (GPtrArray) history = NULL;
  const FollowChange *change;

  follow_register_set_user (fixture->reg, "Clerk");
  fill (fixture, "2026-11-12");
  follow_record_set_text (theme, "name", "Made afterwards");
  follow_register_save (fixture->reg, theme, &error);
  g_assert_no_error (error);

  history = load_history (fixture, follow_record_get_id (theme), FALSE);
  change = g_ptr_array_index (history, 0);
  g_assert_cmpstr (change->who, ==, "Clerk");
  g_assert_true (g_str_has_prefix (change->at, "2026-11-12"));
  g_assert_true (follow_register_can_undo (fixture->reg));
}

static void
check_move (const char *text, const char *today, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *moved =
      follow_example_move_text (text, "2026-11-12", follow_example_days_since ("2026-11-12", today), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (moved, ==, expected);
}

static void
test_dates (void)
{
  const char *all = "{22nd June 2026}, {12 May 2025}, {1 Sept | 2026-09-01}, {12/05/2025}, {31/02/2027}, "
                    "{August 2026}, {Sept 2026}, {Q3 2026/27}, {2026/27}, {2025–27 | 2025-05-12}, {2026}";

  check_move (all, "2026-11-12",
              "22nd June 2026, 12 May 2025, 1 Sept, 12/05/2025, 31/02/2027, August 2026, Sept 2026, "
              "Q3 2026/27, 2026/27, 2025–27, 2026");
  check_move (all, "2027-11-11", /* 52 weeks */
              "21st June 2027, 11 May 2026, 31 Aug, 11/05/2026, 31/02/2028, July 2027, Aug 2027, "
              "Q3 2027/28, 2027/28, 2026–28, 2027");
  check_move ("{August 2026}, {December 2026}", "2026-11-18", "August 2026, December 2026");
  check_move ("{August 2026}, {December 2026}", "2026-11-19", "August 2026, January 2027");
  check_move ("{August 2026}, {December 2026}", "2026-11-11", "July 2026, December 2026");
  check_move ("{Q4 2026/27}", "2027-01-12", "Q1 2027/28");
  check_move ("{June 2021 | 2021-06-15}", "2027-05-01", "November 2021");
  check_move ("{January | 2027-01-11}", "2027-05-01", "June");
  check_move ("no date", "2027-05-01", "no date");
}

static void
check_refused (const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (follow_example_move_text (text, "2026-11-12", 7, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID);
}

static void
test_dates_refused (void)
{
  check_refused ("{}");
  check_refused ("{soon}");
  check_refused ("{31 February 2026}");
  check_refused ("{20 November}");
  check_refused ("{November}");
  check_refused ("{2025–27}");
  check_refused ("{01/13/2026}");
  check_refused ("{June 2021 | June}");
}

static void
check_source_refused (const char *text, const char *place)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (follow_example_source_read ("x.txt", text, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, place));
}

static void
test_source (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowExampleSource) source =
      follow_example_source_read ("x.txt",
                                  "# remark\ntold on 2026-11-12\nmade 2025-01-02 09:00 A: what\n"
                                  "[plan p]\ntitle: One\n  two\n  | three\n+ section 1\nwording: W\n"
                                  "at 2025-02-03 10:00 B\nvision:\n",
                                  &error);
  const FollowExampleEntry *entry;
  const FollowExampleSet *set;

  g_assert_no_error (error);
  g_assert_cmpuint (source->entries->len, ==, 3);
  entry = g_ptr_array_index (source->entries, 0);
  set = g_ptr_array_index (entry->set, 0);
  g_assert_cmpstr (set->text, ==, "One two\nthree");
  g_assert_cmpstr (entry->step.what, ==, "what");
  entry = g_ptr_array_index (source->entries, 1);
  g_assert_cmpstr (entry->key, ==, "p/1");
  g_assert_cmpstr (entry->parent, ==, "p");
  entry = g_ptr_array_index (source->entries, 2);
  g_assert_cmpstr (entry->step.who, ==, "B");
  g_assert_null (entry->step.what);

  check_source_refused ("told on today\n", "x.txt:1:");
  check_source_refused ("told on 2026-11-12\n[plan p]\n", "x.txt:2:");
  check_source_refused ("told on 2026-11-12\nmade 2025-01-02 A\n", "x.txt:2:");
  check_source_refused ("made 2025-01-02 09:00 A\n[plan p]\nname: One\n", "x.txt:3:");
  check_source_refused ("made 2025-01-02 09:00 A\n[plan p]\n+ milestone\n", "x.txt:3:");
  check_source_refused ("made 2025-01-02 09:00 A\n[section p]\n", "x.txt:2:");
  check_source_refused ("  more\n", "x.txt:1:");
  check_source_refused ("made 2025-01-02 09:00 A\n", "x.txt:");
}

static void
add_for_days (const char *name, void (*function) (Fixture *, gconstpointer))
{
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *path = g_strdup_printf ("/example/%s/%s", name, days[i]);

      g_test_add (path, Fixture, days[i], set_up, function, fixture_tear_down);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/example/pictures", Fixture, days[0], set_up, test_pictures, fixture_tear_down);
  g_test_add ("/example/inspections", Fixture, days[0], set_up, test_inspections, fixture_tear_down);
  g_test_add ("/example/history", Fixture, days[0], set_up, test_history, fixture_tear_down);
  add_for_days ("counts", test_counts);
  add_for_days ("sound", test_sound);
  add_for_days ("links", test_links);
  add_for_days ("past", test_past);
  fixture_add_test ("/example/settings-stay", test_settings_stay);
  g_test_add_func ("/example/dates", test_dates);
  g_test_add_func ("/example/dates/refused", test_dates_refused);
  g_test_add_func ("/example/source", test_source);
  return g_test_run ();
}
