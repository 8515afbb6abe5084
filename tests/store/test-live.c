/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "follow-error.h"

/* The records somebody holds are as a fresh reading of the file, whatever was written where. Only
 * those that may differ are read again, so this would find one that was forgotten. */

#define N_RECORDS 6
#define N_STEPS 300

static const char *const kinds[] = {
  "action",     "milestone",  "progress_note", "person", "group",
  "membership", "inspection", "finding",       "plan",   "section",
};

typedef struct
{
  Fixture *fixture;
  GRand *random;
  GHashTable *ids; /* kind → GArray of ids */
  GPtrArray *live; /* FollowRecord, owned */
} World;

static gint64
pick (World *world, const char *kind)
{
  GArray *ids = g_hash_table_lookup (world->ids, kind);

  return ids->len > 0 ? g_array_index (ids, gint64, g_rand_int_range (world->random, 0, ids->len)) : 0;
}

static FollowValue *
make_link (World *world, const FollowField *field)
{
  g_auto (GStrv) names = g_strsplit (field->links_to, " ", -1);
  gint64 id = 0;

  /* Chains of a kind may be refused for going round; they are tested elsewhere. */
  if (g_hash_table_contains (world->ids, names[0]) && !g_str_equal (field->name, "parent") &&
      !g_str_equal (field->name, "follows") && !g_str_equal (field->name, "judged_again_as"))
    id = pick (world, names[0]);
  return id != 0 ? follow_value_new_links (&id, 1) : NULL;
}

static FollowValue *
make_value (World *world, const FollowField *field)
{
  static const char *const wordings[] = { "22 June 2026", "30 November 2026", "May 2028", "Dates set",
                                          "monthly" };
  g_autoptr (FollowTimescale) timescale = NULL;
  guint n_choices = 0;

  switch (field->type)
    {
    case FOLLOW_FIELD_CHOICE:
      while (field->choices[n_choices].id != NULL)
        n_choices++;
      return follow_value_new_text (field->choices[g_rand_int_range (world->random, 0, n_choices)].id);
    case FOLLOW_FIELD_TIMESCALE:
      /* Those without one are due when their milestones are. */
      timescale = g_rand_boolean (world->random)
                      ? NULL
                      : follow_timescale_parse (wordings[g_rand_int_range (world->random, 0, 5)]);
      return follow_value_new_timescale (timescale);
    case FOLLOW_FIELD_BOOLEAN:
      return follow_value_new_integer (g_rand_boolean (world->random));
    case FOLLOW_FIELD_LINK:
    case FOLLOW_FIELD_LINKS:
      return make_link (world, field);
    case FOLLOW_FIELD_DATE:
      return follow_value_new_text (g_rand_boolean (world->random) ? "2026-10-01" : "2026-11-01");
    case FOLLOW_FIELD_INTEGER:
    case FOLLOW_FIELD_NUMBER:
      return NULL;
    case FOLLOW_FIELD_TEXT:
    case FOLLOW_FIELD_LONG_TEXT:
    default:
      return follow_value_new_text (g_rand_boolean (world->random) ? "One wording" : "Another");
    }
}

static void
change (World *world, FollowRecord *record)
{
  const FollowKind *kind = follow_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if (!(kind->fields[i].flags & (FOLLOW_FIELD_COMPUTED | FOLLOW_FIELD_INTERNAL)) &&
        (!follow_record_is_stored (record) || g_rand_int_range (world->random, 0, 3) == 0))
      {
        g_autoptr (FollowValue) value = make_value (world, &kind->fields[i]);

        follow_record_set_value (record, i, value);
      }
}

static void
add (World *world, const FollowKind *kind)
{
  gint64 parent = kind->parent != NULL ? pick (world, kind->parent) : 0;
  g_autoptr (FollowRecord) record = follow_record_new (kind, parent);
  gint64 id = follow_record_get_id (record);

  change (world, record);
  fixture_save (world->fixture, record);
  g_array_append_val ((GArray *) g_hash_table_lookup (world->ids, kind->name), id);
  g_ptr_array_add (world->live, follow_register_get (world->fixture->reg, kind, id, NULL));
}

static void
take_step (World *world)
{
  const char *kind = kinds[g_rand_int_range (world->random, 0, G_N_ELEMENTS (kinds))];
  FollowRegister *reg = world->fixture->reg;
  g_autoptr (FollowRecord) record = fixture_get (world->fixture, kind, pick (world, kind));
  g_autoptr (FollowChanges) changes = follow_changes_new (NULL);
  g_autoptr (GError) error = NULL;

  switch (g_rand_int_range (world->random, 0, 8))
    {
    case 0:
      follow_changes_remove (changes, record);
      follow_register_commit (reg, changes, &error);
      break;
    case 1:
      follow_changes_restore (changes, record);
      follow_register_commit (reg, changes, &error);
      break;
    case 2:
      if (follow_register_can_undo (reg))
        follow_register_undo (reg, NULL, NULL);
      break;
    default:
      change (world, record);
      fixture_save (world->fixture, record);
    }
  g_assert_no_error (error);
}

static void
assert_fresh (World *world)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRegister) other = follow_register_open (world->fixture->path, TRUE, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < world->live->len; i++)
    {
      FollowRecord *live = world->live->pdata[i];
      const FollowKind *kind = follow_record_get_kind (live);
      gint64 id = follow_record_get_id (live);
      g_autoptr (FollowRecord) fresh = follow_register_get (other, kind, id, &error);

      g_assert_no_error (error);
      for (guint j = 0; j < kind->n_fields; j++)
        if (!follow_value_equal (follow_record_get_value (live, j), follow_record_get_value (fresh, j)))
          g_error ("“%s” of “%s” is out of date", kind->fields[j].name, kind->name);
      g_assert_cmpstr (follow_register_get_title (world->fixture->reg, id), ==,
                       follow_register_get_title (other, id));
    }
}

static void
test_live_records_are_fresh (Fixture *fixture, gconstpointer data)
{
  World world = { fixture, g_rand_new_with_seed (7), NULL, NULL };

  world.ids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  world.live = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_hash_table_insert (world.ids, (gpointer) kinds[i], g_array_new (FALSE, FALSE, sizeof (gint64)));
  /* What holds children comes first. */
  for (guint round = 0; round < N_RECORDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      add (&world, follow_kind_find (kinds[i]));
  for (guint i = 0; i < N_STEPS; i++)
    {
      take_step (&world);
      assert_fresh (&world);
    }
  g_rand_free (world.random);
  g_ptr_array_unref (world.live);
  g_hash_table_unref (world.ids);
  fixture_assert_sound (fixture);
}

static void
count_notify_cb (FollowRecord *record, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

/* One object a record while anybody holds it; it tells of what is different and of nothing else. */
static void
test_one_object (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) action = fixture_add_action (fixture, "1", "Agree a protocol", NULL);
  const FollowKind *kind = follow_record_get_kind (action);
  gint64 id = follow_record_get_id (action);
  FollowRecord *one = follow_register_get (fixture->reg, kind, id, NULL);
  FollowRecord *two = follow_register_find (fixture->reg, id, NULL);
  guint n = 0;

  g_assert_true (one == two);
  g_assert_true (one != action);
  g_signal_connect (one, "notify", G_CALLBACK (count_notify_cb), &n);
  follow_record_set_text (action, "priority", "high");
  fixture_save (fixture, action);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (follow_record_get_text (one, "priority"), ==, "high");
  g_object_unref (two);
  g_assert_finalize_object (one);
  one = follow_register_get (fixture->reg, kind, id, NULL);
  g_assert_cmpstr (follow_record_get_text (one, "priority"), ==, "high");
  g_assert_finalize_object (one);
}

/* A plan's count follows a milestone of one of its actions. */
static void
test_plan_follows_milestone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) plan = fixture_add (fixture, "plan", 0, "title", "Plan 2026", NULL);
  g_autoptr (FollowRecord) action = fixture_add_action (fixture, "1", "Agree a protocol", NULL);
  g_autoptr (FollowRecord) milestone = fixture_add (fixture, "milestone", follow_record_get_id (action),
                                                    "wording", "Draft", "timescale", "22 June 2026", NULL);
  g_autoptr (FollowRecord) live = NULL;

  follow_record_set_link (action, "plan", follow_record_get_id (plan));
  fixture_save (fixture, action);
  live = follow_register_find (fixture->reg, follow_record_get_id (plan), NULL);
  g_assert_cmpint (follow_record_get_integer (live, "overdue"), ==, 1);
  follow_record_set_timescale (milestone, "timescale", "22 June 2027");
  fixture_save (fixture, milestone);
  g_assert_cmpint (follow_record_get_integer (live, "overdue"), ==, 0);
}

static void
assert_due (FollowRecord *action, const char *due, const char *state)
{
  g_assert_cmpstr (follow_record_get_text (action, "due"), ==, due);
  g_assert_cmpstr (follow_record_get_text (action, "due_state"), ==, state);
}

/* What comes round is overdue until a progress note tells of it, and then due the next time. */
static void
test_comes_round (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) plan = fixture_add (fixture, "plan", 0, "title", "Plan 2026", NULL);
  g_autoptr (FollowRecord) action = fixture_add_action (
      fixture, "1", "Report to Committee", "Six-monthly reporting - first report due October 2009");
  gint64 id = follow_record_get_id (action);
  g_autoptr (FollowRecord) live = NULL;
  g_autoptr (FollowRecord) live_plan = NULL;
  g_autoptr (FollowRecord) note = NULL;

  follow_record_set_link (action, "plan", follow_record_get_id (plan));
  fixture_save (fixture, action);
  live = follow_register_find (fixture->reg, id, NULL);
  live_plan = follow_register_find (fixture->reg, follow_record_get_id (plan), NULL);
  assert_due (live, "2009-10-31", "overdue");
  g_assert_cmpint (follow_record_get_integer (live_plan, "overdue"), ==, 1);

  note = fixture_add (fixture, "progress_note", id, "date", "2026-10-12", "text", "Reported", NULL);
  assert_due (live, "2027-04-30", "later");
  g_assert_cmpint (follow_record_get_integer (live_plan, "overdue"), ==, 0);
  follow_record_set_text (note, "date", "2026-04-12");
  fixture_save (fixture, note);
  assert_due (live, "2026-10-31", "overdue");
  g_assert_cmpint (follow_record_get_integer (live_plan, "overdue"), ==, 1);

  follow_record_set_timescale (action, "timescale", "Standing item from August 2009");
  fixture_save (fixture, action);
  assert_due (live, "2009-08-31", "later");
  follow_record_set_timescale (action, "timescale", "Six-monthly");
  fixture_save (fixture, action);
  assert_due (live, NULL, "later");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/live/records-are-fresh", test_live_records_are_fresh);
  fixture_add_test ("/live/plan-follows-milestone", test_plan_follows_milestone);
  fixture_add_test ("/live/comes-round", test_comes_round);
  fixture_add_test ("/live/one-object", test_one_object);
  return g_test_run ();
}
