/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "follow-record.h"

/* The program's own kinds: what their descriptions promise each other, and what scripts rely on. */

static const FollowKind *const *
get_kinds (guint *n_kinds)
{
  const FollowKind *const *kinds = follow_kinds_get (n_kinds);

  g_assert_cmpuint (*n_kinds, >, 0);
  return kinds;
}

static void
assert_legal_name (const char *name)
{
  g_test_message ("%s", name);
  g_assert_true (g_ascii_islower (name[0]));
  g_assert_cmpuint (strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789_"), ==, strlen (name));
  g_assert_null (strstr (name, "__"));
  g_assert_false (g_str_has_suffix (name, "_"));
}

/* Field names share their table with these columns, and kinds the file with these tables. */
static const char *const taken_columns[] = { "id", "parent_id", "removed", "rowid", "oid", NULL };
static const char *const taken_tables[] = {
  "meta", "record", "link", "change_set", "change", "draft", "search", NULL,
};

static void
test_names (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_kinds;
  const FollowKind *const *kinds = get_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      assert_legal_name (kinds[i]->name);
      g_assert_true (g_hash_table_add (names, (gpointer) kinds[i]->name));
      g_assert_false (g_strv_contains (taken_tables, kinds[i]->name));
      g_assert_false (g_str_has_prefix (kinds[i]->name, "sqlite_"));
      g_assert_false (g_str_has_prefix (kinds[i]->name, "search_"));
      g_assert_true (follow_kind_find (kinds[i]->name) == kinds[i]);
      g_assert_cmpuint (follow_kind_get_index (kinds[i]), ==, i);
      g_assert_cmpuint (kinds[i]->n_fields, <=, FOLLOW_MAX_FIELDS);
      g_assert_cmpstr (kinds[i]->label, !=, "");
      g_assert_cmpstr (kinds[i]->plural, !=, "");
    }
  g_assert_null (follow_kind_find ("nothing"));
  g_assert_null (follow_kind_find (NULL));
}

/* A timescale takes five columns. */
static void
add_columns (GHashTable *columns, const FollowField *field)
{
  static const char *const parts[] = { "", "_first", "_last", "_precision", "_recurs" };
  guint n_parts = field->type == FOLLOW_FIELD_TIMESCALE ? G_N_ELEMENTS (parts) : 1;

  for (guint i = 0; i < n_parts; i++)
    {
      char *column = g_strconcat (field->name, parts[i], NULL);

      g_assert_false (g_strv_contains (taken_columns, column));
      g_assert_true (g_hash_table_add (columns, column));
    }
}

static void
test_fields (void)
{
  guint n_kinds;
  const FollowKind *const *kinds = get_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (GHashTable) columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      gboolean has_main = FALSE;

      for (guint j = 0; j < kinds[i]->n_fields; j++)
        {
          const FollowField *field = &kinds[i]->fields[j];

          assert_legal_name (field->name);
          add_columns (columns, field);
          g_assert_true (follow_kind_find_field (kinds[i], field->name) == field);
          g_assert_cmpstr (field->label, !=, NULL);
          g_assert_cmpstr (field->label, !=, "");
          has_main |= (field->flags & FOLLOW_FIELD_MAIN) != 0;
          /* What nobody can give cannot be asked for. */
          if (field->flags & (FOLLOW_FIELD_COMPUTED | FOLLOW_FIELD_INTERNAL))
            g_assert_false (field->flags & FOLLOW_FIELD_REQUIRED);
        }
      g_assert_true (has_main);
      g_assert_null (follow_kind_find_field (kinds[i], "nothing"));
      g_assert_null (follow_kind_find_field (kinds[i], NULL));
    }
}

static void
check_choices (const FollowField *field)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_nonnull (field->choices[0].id);
  for (const FollowChoice *choice = field->choices; choice->id != NULL; choice++)
    {
      assert_legal_name (choice->id);
      g_assert_true (g_hash_table_add (ids, (gpointer) choice->id));
      g_assert_true (g_hash_table_add (labels, (gpointer) choice->label));
    }
}

static void
test_choices (void)
{
  guint n_kinds;
  const FollowKind *const *kinds = get_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    for (guint j = 0; j < kinds[i]->n_fields; j++)
      {
        const FollowField *field = &kinds[i]->fields[j];

        g_assert_cmpint (field->choices != NULL, ==, field->type == FOLLOW_FIELD_CHOICE);
        if (field->choices != NULL)
          check_choices (field);
      }
}

static void
test_links (void)
{
  guint n_kinds;
  const FollowKind *const *kinds = get_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    for (guint j = 0; j < kinds[i]->n_fields; j++)
      {
        const FollowField *field = &kinds[i]->fields[j];
        g_auto (GStrv) targets = g_strsplit (field->links_to != NULL ? field->links_to : "", " ", -1);

        g_test_message ("%s.%s", kinds[i]->name, field->name);
        g_assert_cmpint (field->links_to != NULL, ==, follow_field_is_link (field));
        for (guint k = 0; targets[k] != NULL; k++)
          {
            g_assert_nonnull (follow_kind_find (targets[k]));
            g_assert_true (follow_field_links_to (field, targets[k]));
          }
        /* One column refers to one table. */
        if (field->type == FOLLOW_FIELD_LINK)
          g_assert_cmpuint (g_strv_length (targets), ==, 1);
        g_assert_false (follow_field_links_to (field, "nothing"));
      }
}

static void
assert_fields (const FollowKind *kind, const char *names, gboolean may_be_computed)
{
  g_auto (GStrv) fields = g_strsplit (names, " ", -1);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      const FollowField *field = follow_kind_find_field (kind, fields[i] + (fields[i][0] == '-'));

      g_test_message ("%s: %s", kind->name, fields[i]);
      g_assert_nonnull (field);
      if (!may_be_computed)
        g_assert_false (field->flags & FOLLOW_FIELD_COMPUTED);
    }
}

static void
test_parents_titles_and_orders (void)
{
  guint n_kinds;
  const FollowKind *const *kinds = get_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      assert_fields (kinds[i], kinds[i]->title, FALSE);
      assert_fields (kinds[i], kinds[i]->order, TRUE);
      if (kinds[i]->number != NULL)
        {
          assert_fields (kinds[i], kinds[i]->number, FALSE);
          g_assert_cmpint (follow_kind_find_field (kinds[i], kinds[i]->number)->type, ==, FOLLOW_FIELD_TEXT);
        }
      if (kinds[i]->parent != NULL)
        {
          const FollowKind *parent = follow_kind_find (kinds[i]->parent);

          g_assert_nonnull (parent);
          g_assert_cmpuint (follow_kind_get_index (parent), <, i);
        }
    }
}

/* Headings of imports name one field of a kind each. */
static void
test_headings (void)
{
  guint n_kinds;
  const FollowKind *const *kinds = get_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (GHashTable) headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint j = 0; j < kinds[i]->n_fields; j++)
        {
          const char *list = kinds[i]->fields[j].headings;
          g_auto (GStrv) names = g_strsplit (list != NULL ? list : "", "|", -1);

          for (guint k = 0; names[k] != NULL; k++)
            {
              g_test_message ("%s: %s", kinds[i]->name, names[k]);
              g_assert_cmpstr (names[k], !=, "");
              g_assert_true (g_hash_table_add (headings, g_utf8_casefold (names[k], -1)));
            }
        }
    }
}

/* The command line's contract: these stay from the first release on; others may join. A field with
 * choices has them after a colon, a child has the kind it belongs to after a stroke. */
static const char *const contract[] = {
  "organisation name short_name sector",
  "person post name organisation email active",
  "group name short_name kind parent",
  "membership/group person organisation position role from to",
  "inspection title body type follows notified fieldwork_from fieldwork_to published reference",
  "evaluation/inspection indicator grade note",
  "finding/inspection type:strength,improvement,main_point,good_practice,key_message,other number statement "
  "wording feedback quotation page",
  "plan title inspection vision approved_by approved_on state",
  "section/plan number wording finding feedback formal",
  "action number wording plan section origin:already,additional programme leads lead_as_written agencies "
  "timescale status:not_started,on_track,slippage,off_track,complete,withdrawn intended_outcome impact "
  "priority marking due_state:overdue,due_soon,later,no_date,done",
  "milestone/action wording timescale done_on",
  "progress_note/action date by text status",
  "timescale_change/action from to reason",
  "evidence/action title kind location sha256",
  "update_round title made_on deadline return_to grouped_by:lead,agency note",
  "update_sheet/update_round recipient_as_written recipient file_name sent_on marking answered_on "
  "answered_by "
  "outcome:taken,partly,nothing",
  "update_answer/update_sheet number action sent_status sent_timescale answered_on proposal progress status "
  "expected reason evidence reassign outcome:taken,partly,left",
};

static void
assert_promised_field (const FollowKind *kind, const char *promise)
{
  g_auto (GStrv) parts = g_strsplit (promise, ":", 2);
  g_auto (GStrv) choices = g_strsplit (parts[1] != NULL ? parts[1] : "", ",", -1);
  const FollowField *field = follow_kind_find_field (kind, parts[0]);

  g_test_message ("%s.%s", kind->name, promise);
  g_assert_nonnull (field);
  for (guint i = 0; choices[i] != NULL; i++)
    g_assert_nonnull (follow_field_find_choice (field, choices[i]));
}

static void
test_names_that_scripts_rely_on (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (contract); i++)
    {
      g_auto (GStrv) words = g_strsplit (contract[i], " ", -1);
      g_auto (GStrv) names = g_strsplit (words[0], "/", 2);
      const FollowKind *kind = follow_kind_find (names[0]);

      g_test_message ("%s", words[0]);
      g_assert_nonnull (kind);
      g_assert_cmpstr (kind->parent, ==, names[1]);
      for (guint j = 1; words[j] != NULL; j++)
        assert_promised_field (kind, words[j]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kinds/names", test_names);
  g_test_add_func ("/kinds/fields", test_fields);
  g_test_add_func ("/kinds/choices", test_choices);
  g_test_add_func ("/kinds/links", test_links);
  g_test_add_func ("/kinds/parents-titles-and-orders", test_parents_titles_and_orders);
  g_test_add_func ("/kinds/headings", test_headings);
  g_test_add_func ("/kinds/names-that-scripts-rely-on", test_names_that_scripts_rely_on);
  return g_test_run ();
}
