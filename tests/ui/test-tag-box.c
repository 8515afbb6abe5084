/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "follow-tag-box.h"
#include "follow-tag.h"
#include "ui-keys.h"

typedef struct
{
  GtkWidget *window;
  FollowTagBox *box;
  FollowChooser *chooser;
  GtkWidget *entry;
  GString *log; /* what the box said, since it was last read */
} Fixture;

static const char *const agencies[] = { "Council", "NHS", "Police", "Third sector", NULL };

static GListModel *
search_agencies (const char *text, gpointer data)
{
  GListStore *found = g_list_store_new (FOLLOW_TYPE_CHOICE_ITEM);
  g_autofree char *wanted = g_utf8_casefold (text, -1);

  for (guint i = 0; agencies[i] != NULL; i++)
    {
      g_autofree char *title = g_utf8_casefold (agencies[i], -1);
      g_autoptr (FollowChoiceItem) item = follow_choice_item_new (i + 1, agencies[i], NULL);

      if (strstr (title, wanted) != NULL)
        g_list_store_append (found, item);
    }
  return G_LIST_MODEL (found);
}

static void
box_added_cb (GString *log, FollowChoiceItem *item)
{
  g_string_append_printf (log, "+%s ", follow_choice_item_get_title (item));
}

static void
box_removed_cb (GString *log, FollowChoiceItem *item)
{
  g_string_append_printf (log, "-%s ", follow_choice_item_get_title (item));
}

static void
box_create_cb (GString *log, const char *text)
{
  g_string_append_printf (log, "new %s ", text);
}

#define assert_log(fixture, expected)                    \
  G_STMT_START                                           \
  {                                                      \
    g_assert_cmpstr ((fixture)->log->str, ==, expected); \
    g_string_truncate ((fixture)->log, 0);               \
  }                                                      \
  G_STMT_END

static char *
describe_items (GListModel *items)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (FollowChoiceItem) item = g_list_model_get_item (items, i);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", follow_choice_item_get_title (item));
    }
  return g_string_free (text, FALSE);
}

static void
assert_tags (Fixture *fixture, const char *expected)
{
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autofree char *items = describe_items (follow_tag_box_get_items (fixture->box));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (FOLLOW_IS_TAG (child))
      g_string_append_printf (shown, "%s%s", shown->len > 0 ? ", " : "",
                              follow_tag_get_text (FOLLOW_TAG (child)));
  g_assert_cmpstr (shown->str, ==, expected);
  g_assert_cmpstr (items, ==, expected);
}

static void
assert_rows (Fixture *fixture, const char *expected)
{
  g_autofree char *rows = describe_items (follow_chooser_get_rows (fixture->chooser));

  g_assert_cmpstr (rows, ==, expected);
}

static void
type (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), text);
}

static void
press_return (Fixture *fixture)
{
  g_signal_emit_by_name (fixture->entry, "activate");
}

static void
open_chooser (Fixture *fixture)
{
  gtk_popover_popup (GTK_POPOVER (fixture->chooser));
  settle ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->chooser)));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowChoiceItem) council = follow_choice_item_new (1, "Council", NULL);
  g_autoptr (FollowChoiceItem) nhs = follow_choice_item_new (2, "NHS", NULL);

  fixture->log = g_string_new (NULL);
  fixture->window = gtk_window_new ();
  fixture->box = FOLLOW_TAG_BOX (follow_tag_box_new ("Agencies", "Add Agency"));
  fixture->chooser = follow_tag_box_get_chooser (fixture->box);
  fixture->entry = GTK_WIDGET (follow_chooser_get_entry (fixture->chooser));
  follow_tag_box_set_search (fixture->box, search_agencies, NULL, NULL);
  follow_tag_box_set_can_create (fixture->box, TRUE);
  follow_tag_box_add (fixture->box, council);
  follow_tag_box_add (fixture->box, nhs);
  g_signal_connect_swapped (fixture->box, "added", G_CALLBACK (box_added_cb), fixture->log);
  g_signal_connect_swapped (fixture->box, "removed", G_CALLBACK (box_removed_cb), fixture->log);
  g_signal_connect_swapped (fixture->box, "create", G_CALLBACK (box_create_cb), fixture->log);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->box));
  present (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  FollowTagBox *box = g_object_ref (fixture->box);

  g_assert_cmpstr (fixture->log->str, ==, "");
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_finalize_object (box);
  g_string_free (fixture->log, TRUE);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  GtkWidget *tag = find_widget (GTK_WIDGET (fixture->box), FOLLOW_TYPE_TAG);
  GtkWidget *cross = find_widget (tag, GTK_TYPE_BUTTON);
  GtkWidget *plus = find_widget (GTK_WIDGET (fixture->box), GTK_TYPE_MENU_BUTTON);

  gtk_test_accessible_assert_property (fixture->box, GTK_ACCESSIBLE_PROPERTY_LABEL, "Agencies");
  gtk_test_accessible_assert_property (tag, GTK_ACCESSIBLE_PROPERTY_LABEL, "Council");
  gtk_test_accessible_assert_property (cross, GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove Council");
  gtk_test_accessible_assert_property (plus, GTK_ACCESSIBLE_PROPERTY_LABEL, "Add Agency");
  gtk_test_accessible_assert_property (fixture->entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "Add Agency");
  assert_tags (fixture, "Council, NHS");
}

static void
test_remove_by_cross (Fixture *fixture, gconstpointer data)
{
  GtkWidget *tag = find_widget (GTK_WIDGET (fixture->box), FOLLOW_TYPE_TAG);
  GtkWidget *cross = find_widget (tag, GTK_TYPE_BUTTON);

  g_assert_true (gtk_widget_grab_focus (cross));
  g_signal_emit_by_name (cross, "clicked");
  assert_log (fixture, "-Council ");
  assert_tags (fixture, "NHS");

  tag = find_widget (GTK_WIDGET (fixture->box), FOLLOW_TYPE_TAG);
  cross = find_widget (tag, GTK_TYPE_BUTTON);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == cross);
  g_signal_emit_by_name (cross, "clicked");
  assert_log (fixture, "-NHS ");
  assert_tags (fixture, "");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 find_widget (GTK_WIDGET (fixture->box), GTK_TYPE_TOGGLE_BUTTON));
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  open_chooser (fixture);
  assert_rows (fixture, "Council, NHS, Police, Third sector");
  g_assert_null (follow_chooser_get_selected (fixture->chooser));

  type (fixture, "po");
  assert_rows (fixture, "Police, New “po”");
  gtk_test_accessible_assert_property (fixture->entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Police, 1 of 2");
  press_return (fixture);
  assert_log (fixture, "+Police ");
  assert_tags (fixture, "Council, NHS, Police");
  /* Ready for the next. */
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->chooser)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->entry)), ==, "");
  g_assert_null (follow_chooser_get_selected (fixture->chooser));
  press_return (fixture);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->chooser)));
}

static void
test_arrows (Fixture *fixture, gconstpointer data)
{
  open_chooser (fixture);
  g_assert_true (press_key (fixture->entry, GDK_KEY_Up));
  g_assert_cmpstr (follow_choice_item_get_title (follow_chooser_get_selected (fixture->chooser)), ==,
                   "Third sector");
  g_assert_true (press_key (fixture->entry, GDK_KEY_Down));
  g_assert_cmpstr (follow_choice_item_get_title (follow_chooser_get_selected (fixture->chooser)), ==,
                   "Third sector");
  g_assert_true (press_key (fixture->entry, GDK_KEY_Up));
  press_return (fixture);
  assert_log (fixture, "+Police ");
  /* A second time takes it away again. */
  g_assert_true (press_key (fixture->entry, GDK_KEY_Down));
  press_return (fixture);
  assert_log (fixture, "-Council ");
  assert_tags (fixture, "NHS, Police");
}

static void
test_create (Fixture *fixture, gconstpointer data)
{
  open_chooser (fixture);
  type (fixture, " Fire service ");
  assert_rows (fixture, "New “Fire service”");
  press_return (fixture);
  assert_log (fixture, "new Fire service ");
  assert_tags (fixture, "Council, NHS");

  /* What is there already is not offered as new, however it is written. */
  type (fixture, "nhs");
  assert_rows (fixture, "NHS");
  follow_tag_box_set_can_create (fixture->box, FALSE);
  type (fixture, "Fire");
  assert_rows (fixture, "");
  press_return (fixture);
}

static void
test_backspace (Fixture *fixture, gconstpointer data)
{
  GtkWidget *last;

  open_chooser (fixture);
  type (fixture, "x");
  g_assert_false (press_key (fixture->entry, GDK_KEY_BackSpace));
  type (fixture, "");
  g_assert_false (press_key (fixture->entry, GDK_KEY_Delete));
  g_assert_true (press_key (fixture->entry, GDK_KEY_BackSpace));
  last = gtk_widget_get_prev_sibling (find_widget (GTK_WIDGET (fixture->box), GTK_TYPE_MENU_BUTTON));
  g_assert_true (follow_tag_get_marked (FOLLOW_TAG (last)));
  gtk_test_accessible_assert_state (last, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_property (fixture->entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Backspace again removes “NHS”");
  /* Typing means something else after all. */
  type (fixture, "p");
  g_assert_false (follow_tag_get_marked (FOLLOW_TAG (last)));
  type (fixture, "");
  press_key (fixture->entry, GDK_KEY_BackSpace);
  assert_log (fixture, "");
  press_key (fixture->entry, GDK_KEY_BackSpace);
  assert_log (fixture, "-NHS ");
  press_key (fixture->entry, GDK_KEY_BackSpace);
  press_key (fixture->entry, GDK_KEY_Delete);
  assert_log (fixture, "-Council ");
  g_assert_false (press_key (fixture->entry, GDK_KEY_BackSpace));
  assert_tags (fixture, "");
}

static void
test_type_on_plus (Fixture *fixture, gconstpointer data)
{
  GtkWidget *plus = find_widget (GTK_WIDGET (fixture->box), GTK_TYPE_MENU_BUTTON);

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (fixture->box)));
  g_assert_false (press_key (plus, GDK_KEY_space));
  g_assert_true (press_key (plus, GDK_KEY_t));
  settle ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->chooser)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->entry)), ==, "t");
  assert_rows (fixture, "Third sector, New “t”");
}

static void
test_single (Fixture *fixture, gconstpointer data)
{
  follow_tag_box_set_items (fixture->box, NULL);
  follow_tag_box_set_single (fixture->box, TRUE);
  open_chooser (fixture);
  type (fixture, "pol");
  press_return (fixture);
  assert_log (fixture, "+Police ");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->chooser)));
  open_chooser (fixture);
  type (fixture, "coun");
  press_return (fixture);
  assert_log (fixture, "-Police +Council ");
  assert_tags (fixture, "Council");
  open_chooser (fixture);
  type (fixture, "coun");
  press_return (fixture);
  assert_tags (fixture, "Council");
}

static void
test_set (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) items = search_agencies ("o", NULL);

  follow_tag_box_set_items (fixture->box, items);
  assert_tags (fixture, "Council, Police, Third sector");
  follow_tag_box_remove (fixture->box, 3);
  follow_tag_box_remove (fixture->box, 99);
  assert_tags (fixture, "Council, Third sector");
  follow_tag_box_set_items (fixture->box, NULL);
  assert_tags (fixture, "");
}

#define add_test(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add_test ("/tag-box/names", test_names);
  add_test ("/tag-box/remove-by-cross", test_remove_by_cross);
  add_test ("/tag-box/find", test_find);
  add_test ("/tag-box/arrows", test_arrows);
  add_test ("/tag-box/create", test_create);
  add_test ("/tag-box/backspace", test_backspace);
  add_test ("/tag-box/type-on-plus", test_type_on_plus);
  add_test ("/tag-box/single", test_single);
  add_test ("/tag-box/set", test_set);

  return g_test_run ();
}
