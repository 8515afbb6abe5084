/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-error.h"
#include "follow-record.h"

/* Records: their properties, what they report, what they take over and what they refuse; and their
 * fields as people write and read them. */

static FollowRecord *
make (const char *kind)
{
  return follow_record_new (follow_kind_find (kind), 0);
}

static const FollowField *
field_of (const char *kind, const char *field)
{
  const FollowField *found = follow_kind_find_field (follow_kind_find (kind), field);

  g_assert_nonnull (found);
  return found;
}

static void
log_notify_cb (FollowRecord *record, GParamSpec *pspec, GString *log)
{
  g_string_append_printf (log, "%s ", pspec->name);
}

static void
test_new (void)
{
  g_autoptr (FollowRecord) action = make ("action");
  g_autoptr (FollowRecord) other = make ("action");

  g_assert_cmpint (follow_record_get_id (action), >, 0);
  g_assert_cmpint (follow_record_get_id (action), !=, follow_record_get_id (other));
  g_assert_false (follow_record_is_stored (action));
  g_assert_false (follow_record_is_changed (action));
  g_assert_true (follow_record_is_blank (action));
  g_assert_true (G_OBJECT_TYPE (action) == G_OBJECT_TYPE (other));
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (action), ==, "FollowKindAction");
}

/* A property a field, also where the name has several words. */
static void
test_properties (void)
{
  guint n_kinds;
  const FollowKind *const *kinds = follow_kinds_get (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (FollowRecord) record = follow_record_new (kinds[i], 1);

      for (guint j = 0; j < kinds[i]->n_fields; j++)
        {
          g_autoptr (FollowValue) value = follow_value_new_text ("kept");
          g_autoptr (FollowValue) read = NULL;

          g_object_set (record, kinds[i]->fields[j].name, value, NULL);
          g_object_get (record, kinds[i]->fields[j].name, &read, NULL);
          g_assert_true (read == value);
          g_assert_true (follow_record_get_value (record, j) == value);
        }
      g_assert_finalize_object (g_steal_pointer (&record));
    }
}

static void
test_notifies_once (void)
{
  g_autoptr (FollowRecord) action = make ("action");
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (GString) one = g_string_new (NULL);

  g_signal_connect (action, "notify", G_CALLBACK (log_notify_cb), log);
  g_signal_connect (action, "notify::lead-as-written", G_CALLBACK (log_notify_cb), one);
  follow_record_set_text (action, "lead_as_written", "Sub-group Chair");
  follow_record_set_text (action, "lead_as_written", "Sub-group Chair");
  g_assert_cmpstr (log->str, ==, "lead-as-written ");
  g_assert_cmpstr (one->str, ==, "lead-as-written ");
  follow_record_set_text (action, "lead_as_written", "");
  follow_record_set_text (action, "lead_as_written", NULL);
  g_assert_cmpstr (log->str, ==, "lead-as-written lead-as-written ");
}

static void
test_assign (void)
{
  g_autoptr (FollowRecord) from = make ("action");
  g_autoptr (FollowRecord) to = make ("action");
  g_autoptr (GString) log = g_string_new (NULL);

  follow_record_set_text (from, "wording", "Agree a protocol");
  follow_record_set_text (from, "status", "on_track");
  follow_record_set_text (to, "status", "on_track");
  follow_record_set_text (to, "number", "1");
  g_signal_connect (to, "notify", G_CALLBACK (log_notify_cb), log);
  follow_record_assign (to, from);
  g_assert_cmpstr (log->str, ==, "number wording ");
  g_assert_cmpstr (follow_record_get_text (to, "number"), ==, NULL);
  follow_record_assign (to, to);
}

static void
test_copy (void)
{
  g_autoptr (FollowRecord) action = make ("action");
  g_autoptr (FollowRecord) copy = NULL;

  follow_record_set_text (action, "wording", "Agree a protocol");
  follow_record_set_stored (action, TRUE);
  follow_record_set_text (action, "status", "complete");
  copy = follow_record_copy (action);
  g_assert_cmpint (follow_record_get_id (copy), ==, follow_record_get_id (action));
  g_assert_true (follow_record_is_stored (copy));
  g_assert_true (follow_record_is_changed (copy));
  follow_record_set_text (copy, "status", NULL);
  g_assert_false (follow_record_is_changed (copy));
  g_assert_cmpstr (follow_record_get_text (action, "status"), ==, "complete");
}

/* What is being typed stays; all else follows the register. */
static void
test_refresh_merges (void)
{
  g_autoptr (FollowRecord) mine = make ("action");
  g_autoptr (FollowRecord) now = NULL;

  follow_record_set_text (mine, "wording", "Agree a protocol");
  follow_record_set_text (mine, "status", "on_track");
  follow_record_set_stored (mine, TRUE);
  now = follow_record_copy (mine);
  follow_record_set_text (now, "wording", "Theirs");
  follow_record_set_text (now, "status", "complete");
  follow_record_set_stored (now, TRUE);

  follow_record_set_text (mine, "wording", "Mine");
  follow_record_refresh (mine, now);
  g_assert_cmpstr (follow_record_get_text (mine, "wording"), ==, "Mine");
  g_assert_cmpstr (follow_record_get_text (mine, "status"), ==, "complete");
  g_assert_true (follow_record_is_changed (mine));
  follow_record_set_text (mine, "wording", "Theirs");
  g_assert_false (follow_record_is_changed (mine));
}

static void
assert_refused (FollowRecord *record, const char *sentence)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (follow_record_check (record, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, sentence);
}

static void
test_check (void)
{
  g_autoptr (FollowRecord) action = make ("action");
  g_autoptr (FollowRecord) person = make ("person");
  g_autoptr (FollowRecord) milestone = make ("milestone");
  g_autoptr (FollowRecord) grade = follow_record_new (follow_kind_find ("grade"), 1);
  g_autoptr (FollowRecord) plan = make ("plan");
  g_autoptr (GError) error = NULL;

  assert_refused (action, "“Action” is missing.");
  follow_record_set_text (action, "wording", " \n\t\u00a0");
  assert_refused (action, "“Action” is missing.");
  follow_record_set_text (action, "wording", "Agree a protocol");
  g_assert_true (follow_record_check (action, &error));
  follow_record_set_text (action, "status", "done");
  assert_refused (action, "“Declared status” is not one of its choices.");
  follow_record_set_integer (action, "status", 1);
  assert_refused (action, "“Declared status” holds another type of value.");
  follow_record_set_text (action, "status", "complete");
  follow_record_set_text (action, "closure_agreed_on", "2026-02-30");
  assert_refused (action, "“Closure agreed on” is not a day.");

  assert_refused (person, "A person needs a post or a name: either may be missing, not both.");
  follow_record_set_text (person, "name", "A. Example");
  g_assert_true (follow_record_check (person, &error));
  follow_record_set_integer (person, "active", 2);
  assert_refused (person, "“Active” is neither yes nor no.");

  assert_refused (milestone, "“Milestone” belongs to no “Action”.");
  follow_record_set_text (grade, "name", "Good");
  follow_record_set_integer (grade, "value", 101);
  assert_refused (grade, "“Value” is too small or too large.");
  follow_record_set_text (plan, "title", "Plan");
  follow_record_set_link (plan, "inspection", 5);
  g_assert_true (follow_record_check (plan, &error));
}

static void
test_link_to_itself (void)
{
  g_autoptr (FollowRecord) group = make ("group");

  follow_record_set_text (group, "name", "Oversight group");
  follow_record_set_link (group, "parent", follow_record_get_id (group));
  assert_refused (group, "“Reports to” names the record itself.");
}

static void
test_titles (void)
{
  g_autoptr (FollowRecord) person = make ("person");
  g_autoptr (FollowRecord) member = make ("membership");
  g_autofree char *none = follow_record_get_title (person);
  g_autofree char *name = NULL;
  g_autofree char *post = NULL;
  g_autofree char *role = NULL;

  follow_record_set_text (person, "name", "A. Example");
  name = follow_record_get_title (person);
  follow_record_set_text (person, "post", "Lead Officer");
  post = follow_record_get_title (person);
  follow_record_set_text (member, "role", "depute_chair");
  role = follow_record_get_title (member);
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (name, ==, "A. Example");
  g_assert_cmpstr (post, ==, "Lead Officer");
  g_assert_cmpstr (role, ==, "Depute chair");
}

static void
test_blank (void)
{
  g_autoptr (FollowRecord) action = make ("action");

  follow_record_set_text (action, "number", "35");
  follow_record_set_text (action, "status", "not_started");
  g_assert_true (follow_record_is_blank (action));
  follow_record_set_timescale (action, "timescale", "Sept 2027");
  g_assert_false (follow_record_is_blank (action));
}

/* What people write, what it is kept as, and how it is shown; NULL kept: refused, "": empty. */
static const struct
{
  const char *kind;
  const char *field;
  const char *written;
  const char *kept;
  const char *shown;
} forms[] = {
  { "action", "wording", " Agree ", " Agree ", " Agree " },
  { "action", "wording", "", "", NULL },
  { "action", "closure_proposed", "2026-11-12", "2026-11-12", "12 Nov 2026" },
  { "action", "closure_proposed", " 2026-02-01 ", "2026-02-01", "1 Feb 2026" },
  { "action", "closure_proposed", "31/02/2021", NULL, NULL },
  { "action", "closure_proposed", "soon", NULL, NULL },
  { "action", "closure_proposed", "   ", "", NULL },
  { "action", "status", "slippage", "slippage", "Some slippage" },
  { "action", "status", "some SLIPPAGE ", "slippage", "Some slippage" },
  { "action", "status", "Amber", NULL, NULL },
  { "finding", "type", "Other area named in the text", "other", "Other area named in the text" },
  { "section", "formal", "Yes", "1", "Yes" },
  { "section", "formal", "false", "0", "No" },
  { "section", "formal", "perhaps", NULL, NULL },
  { "grade", "value", " 6 ", "6", "6" },
  { "grade", "value", "6.5", NULL, NULL },
  { "grade", "value", "six", NULL, NULL },
  { "grade", "value", "99999999999999999999", NULL, NULL },
  { "action", "position", "2.5", "2.5", "2.5" },
  { "action", "position", "nan", NULL, NULL },
  { "action", "position", "infinity", NULL, NULL },
  { "action", "timescale", "Dates set", "//none//Dates set", "Dates set" },
};

static void
test_read_and_format (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      const FollowField *field = field_of (forms[i].kind, forms[i].field);
      g_autoptr (GError) error = NULL;
      g_autoptr (FollowValue) value = follow_field_read (field, forms[i].written, &error);
      g_autofree char *kept = follow_value_store (value);
      g_autofree char *shown = follow_field_format (field, value);

      g_test_message ("%s: “%s”", forms[i].field, forms[i].written);
      g_assert_cmpstr (kept != NULL ? kept : "", ==, forms[i].kept != NULL ? forms[i].kept : "");
      g_assert_cmpstr (shown, ==, forms[i].shown);
      g_assert_cmpint (error != NULL, ==, forms[i].kept == NULL);
      if (error != NULL)
        g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID);
    }
}

/* Days as people in Britain write them: the day before the month. */
static void
test_read_days (void)
{
  static const char *const days[] = { "1/2/2026", " 01.02.26 ", "1 Feb 2026", "Sunday 1st February 2026" };
  const FollowField *field = field_of ("action", "closure_proposed");

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (FollowValue) value = follow_field_read (field, days[i], NULL);

      g_assert_cmpstr (follow_value_get_text (value), ==, "2026-02-01");
    }
}

/* Every choice is read by its id and by its words, and shown by its words. */
static void
test_every_choice (void)
{
  guint n_kinds;
  const FollowKind *const *kinds = follow_kinds_get (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    for (guint j = 0; j < kinds[i]->n_fields; j++)
      for (const FollowChoice *choice = kinds[i]->fields[j].choices; choice != NULL && choice->id; choice++)
        {
          const FollowField *field = &kinds[i]->fields[j];
          g_autoptr (FollowValue) by_id = follow_field_read (field, choice->id, NULL);
          g_autoptr (FollowValue) by_words = follow_field_read (field, choice->label, NULL);
          g_autofree char *shown = follow_field_format (field, by_id);

          g_assert_cmpstr (follow_value_get_text (by_id), ==, choice->id);
          g_assert_cmpstr (follow_value_get_text (by_words), ==, choice->id);
          g_assert_cmpstr (shown, ==, choice->label);
          g_assert_true (follow_field_check (field, by_id, NULL));
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/new", test_new);
  g_test_add_func ("/record/properties", test_properties);
  g_test_add_func ("/record/notifies-once", test_notifies_once);
  g_test_add_func ("/record/assign", test_assign);
  g_test_add_func ("/record/copy", test_copy);
  g_test_add_func ("/record/refresh-merges", test_refresh_merges);
  g_test_add_func ("/record/check", test_check);
  g_test_add_func ("/record/link-to-itself", test_link_to_itself);
  g_test_add_func ("/record/titles", test_titles);
  g_test_add_func ("/record/blank", test_blank);
  g_test_add_func ("/record/read-and-format", test_read_and_format);
  g_test_add_func ("/record/read-days", test_read_days);
  g_test_add_func ("/record/every-choice", test_every_choice);
  return g_test_run ();
}
