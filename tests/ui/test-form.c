/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "fixture.h"
#include "follow-date-row.h"
#include "follow-editor.h"
#include "follow-links-row.h"
#include "ui-form.h"

/* A value for every field that a person can fill. */
static void
fill (Fixture *fixture, FollowRecord *record)
{
  const FollowKind *kind = follow_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const FollowField *field = &kind->fields[i];
      g_autoptr (FollowValue) value = NULL;

      if (field->flags & (FOLLOW_FIELD_COMPUTED | FOLLOW_FIELD_INTERNAL))
        continue;
      switch (field->type)
        {
        case FOLLOW_FIELD_INTEGER:
        case FOLLOW_FIELD_NUMBER:
        case FOLLOW_FIELD_BOOLEAN:
          value = follow_field_read (field, "1", NULL);
          break;
        case FOLLOW_FIELD_DATE:
          value = follow_value_new_text ("2026-11-30");
          break;
        case FOLLOW_FIELD_CHOICE:
          value = follow_value_new_text (field->choices[0].id);
          break;
        case FOLLOW_FIELD_LINK:
        case FOLLOW_FIELD_LINKS:
          break;
        case FOLLOW_FIELD_TEXT:
        case FOLLOW_FIELD_LONG_TEXT:
        case FOLLOW_FIELD_TIMESCALE:
        default:
          value = follow_field_read (field, "<b>Sept</b> & 2027", NULL);
        }
      follow_record_set_value (record, i, value);
    }
}

static FollowRecord *
add_filled (Fixture *fixture, const FollowKind *kind, GHashTable *made)
{
  FollowRecord *parent = kind->parent != NULL ? g_hash_table_lookup (made, kind->parent) : NULL;
  FollowRecord *record = follow_record_new (kind, parent != NULL ? follow_record_get_id (parent) : 0);
  g_autoptr (GError) error = NULL;

  fill (fixture, record);
  for (guint i = 0; i < kind->n_fields; i++)
    if (follow_field_is_link (&kind->fields[i]))
      {
        g_auto (GStrv) names = g_strsplit (kind->fields[i].links_to, " ", -1);
        FollowRecord *target = g_hash_table_lookup (made, names[0]);

        if (target != NULL)
          follow_record_set_link (record, kind->fields[i].name, follow_record_get_id (target));
      }
  follow_register_save (fixture->reg, record, &error);
  g_assert_no_error (error);
  g_hash_table_insert (made, (gpointer) kind->name, record);
  return record;
}

/* Every kind, with all fields set, and the lists of what is inside it. */
static void
test_every_kind (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) made = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  guint n_kinds;
  const FollowKind *const *kinds = follow_kinds_get (&n_kinds);
  gint64 before;
  int width;

  for (guint i = 0; i < n_kinds; i++)
    add_filled (fixture, kinds[i], made);
  before = fixture_count_sql (fixture, "SELECT count (*) FROM change");
  for (guint i = 0; i < n_kinds; i++)
    {
      FollowRecord *record = g_hash_table_lookup (made, kinds[i]->name);
      Shown shown;

      show_form (&shown, fixture->reg, record);
      g_assert_nonnull (follow_form_get_title (shown.form));
      for (guint j = 0; j < n_kinds; j++)
        if (g_strcmp0 (kinds[j]->parent, kinds[i]->name) == 0)
          {
            FollowRecord *child = g_hash_table_lookup (made, kinds[j]->name);

            g_assert_true (follow_form_show_child (shown.form, follow_record_get_id (child)));
          }
      settle ();
      gtk_widget_measure (GTK_WIDGET (shown.form), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      g_assert_cmpint (width, <=, FORM_WIDTH);
      close_form (&shown);
    }
  /* Looking at a record changes nothing. */
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM change"), ==, before);
}

static void
test_typing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) group = fixture_add (fixture, "group", 0, "name", "Training sub-group", NULL);
  g_autoptr (FollowRecord) live =
      follow_register_get (fixture->reg, follow_record_get_kind (group), follow_record_get_id (group), NULL);
  Shown shown;

  show_form (&shown, fixture->reg, live);
  g_assert_cmpstr (follow_form_get_title (shown.form), ==, "Training sub-group");
  gtk_editable_set_text (find_entry (&shown, "Quorum"), "Half the members");
  wait_for_text (live, "quorum", "Half the members");
  gtk_editable_set_text (find_entry (&shown, "Quorum"), "");
  wait_for_text (live, "quorum", NULL);
  gtk_text_buffer_set_text (find_text (&shown, "Remit"), "To train.\nTo learn.", -1);
  wait_for_text (live, "remit", "To train.\nTo learn.");

  /* What others write shows up. */
  g_clear_object (&group);
  group = follow_record_copy (live);
  follow_record_set_text (group, "short_name", "TSG");
  g_assert_true (follow_register_save (fixture->reg, group, NULL));
  g_assert_cmpstr (gtk_editable_get_text (find_entry (&shown, "Short name")), ==, "TSG");
  close_form (&shown);
}

/* A required field that is empty keeps what was typed as a draft, which is offered again. */
static void
test_draft (Fixture *fixture, gconstpointer data)
{
  const FollowKind *kind = follow_kind_find ("group");
  g_autoptr (FollowRecord) begun = follow_record_new (kind, 0);
  g_autoptr (FollowRecord) second = follow_record_new (kind, 0);
  g_autoptr (GPtrArray) drafts = NULL;
  Shown shown;

  show_form (&shown, fixture->reg, begun);
  g_assert_cmpstr (follow_form_get_title (shown.form), ==, "New Group");
  gtk_editable_set_text (find_entry (&shown, "Meets"), "Quarterly");
  close_form (&shown);
  drafts = follow_register_load_drafts (fixture->reg, kind, NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (follow_record_get_text (drafts->pdata[0], "frequency"), ==, "Quarterly");

  show_form (&shown, fixture->reg, second);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (&shown, "Meets")), ==, "");
  click_button (GTK_WIDGET (shown.form), "Continue");
  g_assert_cmpstr (gtk_editable_get_text (find_entry (&shown, "Meets")), ==, "Quarterly");
  gtk_editable_set_text (find_entry (&shown, "Name"), "Chief Officers Group");
  close_form (&shown);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM draft"), ==, 0);
  g_assert_cmpint (
      fixture_count_sql (fixture, "SELECT count (*) FROM \"group\" WHERE frequency = 'Quarterly'"), ==, 1);
}

/* Going to another record saves the one before and shows nothing of it. */
static void
test_switching (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) one = fixture_add (fixture, "programme", 0, "name", "Voice", NULL);
  g_autoptr (FollowRecord) other = fixture_add (fixture, "programme", 0, "name", "Promise", NULL);
  GtkEditable *entry;
  Shown shown;

  show_form (&shown, fixture->reg, one);
  entry = find_entry (&shown, "Name");
  gtk_editable_set_text (entry, "Voice of the child");
  follow_form_set_record (shown.form, other);
  g_assert_true (find_entry (&shown, "Name") == entry);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Promise");
  g_assert_cmpint (
      fixture_count_sql (fixture, "SELECT count (*) FROM programme WHERE name = 'Voice of the child'"), ==,
      1);
  follow_form_set_record (shown.form, NULL);
  g_assert_cmpstr (follow_form_get_title (shown.form), ==, "");
  close_form (&shown);
}

/* Where the file is gone, what was typed stays: in the form, and for when one comes back to the record. */
static void
test_failing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) one = fixture_add (fixture, "programme", 0, "name", "Voice", NULL);
  g_autoptr (FollowRecord) other = fixture_add (fixture, "programme", 0, "name", "Promise", NULL);
  g_autofree char *away = g_strconcat (fixture->path, ".away", NULL);
  Shown shown;

  show_form (&shown, fixture->reg, one);
  g_assert_cmpint (g_rename (fixture->path, away), ==, 0);
  gtk_editable_set_text (find_entry (&shown, "Name"), "Voice of the child");
  follow_form_flush (shown.form);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (&shown, "Name")), ==, "Voice of the child");
  g_assert_nonnull (find_button (GTK_WIDGET (shown.form), "Try Again"));
  follow_form_set_record (shown.form, other);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (&shown, "Name")), ==, "Promise");
  follow_form_set_record (shown.form, one);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (&shown, "Name")), ==, "Voice of the child");

  g_assert_cmpint (g_rename (away, fixture->path), ==, 0);
  follow_form_flush (shown.form);
  g_assert_null (find_button (GTK_WIDGET (shown.form), "Try Again"));
  g_assert_cmpint (
      fixture_count_sql (fixture, "SELECT count (*) FROM programme WHERE name = 'Voice of the child'"), ==,
      1);
  close_form (&shown);
}

static void
create_link (Shown *shown, const char *caption, const char *text)
{
  FollowLinksRow *row = FOLLOW_LINKS_ROW (find_row (GTK_WIDGET (shown->form), caption));

  g_signal_emit_by_name (follow_links_row_get_box (row), "create", text);
}

/* A link to what is not there yet is made on the spot, and both go with one Undo. */
static void
test_new_link (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) person = fixture_add (fixture, "person", 0, "post", "Lead Officer", NULL);
  g_autofree char *label = NULL;
  GListModel *items;
  Shown shown;

  show_form (&shown, fixture->reg, person);
  create_link (&shown, "Organisation", "Glenmarrow Council");
  items = follow_tag_box_get_items (
      follow_links_row_get_box (FOLLOW_LINKS_ROW (find_row (GTK_WIDGET (shown.form), "Organisation"))));
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, 1);
  g_assert_cmpint (fixture_count_sql (fixture,
                                      "SELECT count (*) FROM person p JOIN organisation o "
                                      "ON o.id = p.organisation WHERE o.name = 'Glenmarrow Council'"),
                   ==, 1);
  g_assert_true (follow_register_undo (fixture->reg, &label, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, 0);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM organisation WHERE removed IS NULL"),
                   ==, 0);
  close_form (&shown);
}

/* A finding is begun inside its inspection, keeps its row while it is typed, and can be given up. */
static void
test_children (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) group = fixture_add (fixture, "inspection", 0, "title", "Joint inspection", NULL);
  FollowChildList *list;
  GtkWidget *row;
  Shown shown;

  show_form (&shown, fixture->reg, group);
  list = find_list (GTK_WIDGET (shown.form), "finding");
  follow_child_list_add_new (list);
  g_assert_cmpuint (follow_child_list_get_n_rows (list), ==, 1);
  row = follow_child_list_get_row (list, 0);
  settle ();
  gtk_text_buffer_set_text (
      gtk_text_view_get_buffer (follow_text_row_get_view (FOLLOW_TEXT_ROW (find_row (row, "Wording")))),
      "Chronologies are not kept.", -1);
  follow_form_flush (shown.form);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM finding"), ==, 0);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM draft WHERE field = 'wording'"), ==, 1);
  choose (GTK_WIDGET (find_row (row, "Type")), 1);
  follow_form_flush (shown.form);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM finding"), ==, 1);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM draft"), ==, 0);
  g_assert_true (follow_child_list_get_row (list, 0) == row);
  close_form (&shown);
}

/* What goes to the bin while its form is open can be brought back there. */
static void
test_removed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) theme = fixture_add (fixture, "theme", 0, "name", "Neglect", NULL);
  Shown shown;

  show_form (&shown, fixture->reg, theme);
  g_assert_null (find_button (GTK_WIDGET (shown.form), "Restore"));
  g_assert_true (follow_register_remove (fixture->reg, theme, NULL));
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (find_entry (&shown, "Name"))));
  click_button (GTK_WIDGET (shown.form), "Restore");
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (find_entry (&shown, "Name"))));
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM theme WHERE removed IS NULL"), ==, 1);
  close_form (&shown);
}

/* Undo takes back what the form saved, and the form shows it. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) theme = fixture_add (fixture, "theme", 0, "name", "Neglect", NULL);
  Shown shown;

  show_form (&shown, fixture->reg, theme);
  gtk_editable_set_text (find_entry (&shown, "Name"), "Neglect and poverty");
  follow_form_flush (shown.form);
  g_assert_true (follow_register_undo (fixture->reg, NULL, NULL));
  g_assert_cmpstr (gtk_editable_get_text (find_entry (&shown, "Name")), ==, "Neglect");
  g_assert_cmpstr (follow_form_get_title (shown.form), ==, "Neglect");
  close_form (&shown);
}

/* What is not a day or not a number stays as it was typed, and nothing else is lost over it. */
static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) inspection =
      fixture_add (fixture, "inspection", 0, "title", "Joint inspection", NULL);
  g_autoptr (FollowRecord) live = follow_register_get (fixture->reg, follow_record_get_kind (inspection),
                                                       follow_record_get_id (inspection), NULL);
  FollowDateRow *row;
  GtkEditable *entry;
  Shown shown;

  show_form (&shown, fixture->reg, live);
  row = FOLLOW_DATE_ROW (find_row (GTK_WIDGET (shown.form), "Published"));
  entry = GTK_EDITABLE (follow_date_row_get_entry (row));
  gtk_editable_set_text (entry, "31/02/2027");
  gtk_editable_set_text (find_entry (&shown, "Reference"), "GM/JI");
  follow_form_flush (shown.form);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "31/02/2027");
  g_assert_null (follow_record_get_text (live, "reference"));
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM draft"), ==, 2);
  gtk_editable_set_text (entry, "28/02/2027");
  follow_form_flush (shown.form);
  g_assert_cmpstr (follow_record_get_text (live, "published"), ==, "2027-02-28");
  g_assert_cmpstr (follow_record_get_text (live, "reference"), ==, "GM/JI");
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM draft"), ==, 0);
  close_form (&shown);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  fixture_add_test ("/form/every-kind", test_every_kind);
  fixture_add_test ("/form/typing", test_typing);
  fixture_add_test ("/form/draft", test_draft);
  fixture_add_test ("/form/switching", test_switching);
  fixture_add_test ("/form/failing", test_failing);
  fixture_add_test ("/form/new-link", test_new_link);
  fixture_add_test ("/form/children", test_children);
  fixture_add_test ("/form/removed", test_removed);
  fixture_add_test ("/form/undo", test_undo);
  fixture_add_test ("/form/unreadable", test_unreadable);

  return g_test_run ();
}
