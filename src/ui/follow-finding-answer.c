/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-finding-answer.h"

#include <glib/gi18n.h>

#include "follow-chooser.h"
#include "follow-inspection-facts.h"
#include "follow-navigation.h"
#include "follow-widgets.h"

#define MAX_FOUND 30

/* The chooser of one button. */
typedef struct
{
  FollowRegister *reg;
  FollowRecord *finding;
  GtkWidget *button; /* not owned: it owns this */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_object_unref (answer->reg);
  g_object_unref (answer->finding);
  g_free (answer);
}

static gint64
find_only_plan (FollowRegister *reg, gint64 inspection)
{
  g_autoptr (GArray) plans = follow_inspection_list_plans (reg, inspection);

  return plans->len == 1 ? g_array_index (plans, gint64, 0) : 0;
}

static gboolean
holds (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static FollowChoiceItem *
make_item (FollowRegister *reg, FollowRecord *action)
{
  const FollowKind *kind = follow_record_get_kind (action);
  const char *number = follow_record_get_text (action, "number");
  const char *status = follow_field_get_choice_label (follow_kind_find_field (kind, "status"),
                                                      follow_record_get_text (action, "status"));
  gint64 plan = follow_record_get_link (action, "plan");
  g_autoptr (GString) second = g_string_new (NULL);

  g_string_append_printf (second, "%s%s%s", follow_kind_get_label (kind), number != NULL ? " " : "",
                          number != NULL ? number : "");
  if (status != NULL)
    g_string_append_printf (second, " · %s", status);
  if (plan != 0)
    g_string_append_printf (second, " · %s", follow_register_get_title (reg, plan));
  return follow_choice_item_new (follow_record_get_id (action), follow_record_get_text (action, "wording"),
                                 second->str);
}

/* Before anything is typed, the actions of the inspection's own plan. */
static GListModel *
search_actions (const char *text, gpointer data)
{
  Answer *answer = data;
  GListStore *items = g_list_store_new (FOLLOW_TYPE_CHOICE_ITEM);
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("action"));
  g_autoptr (GArray) linked =
      follow_finding_list_actions (answer->reg, follow_record_get_id (answer->finding));
  gint64 plan = find_only_plan (answer->reg, follow_record_get_parent_id (answer->finding));
  g_autoptr (GPtrArray) found = NULL;

  follow_query_set_text (query, text);
  follow_query_set_limit (query, MAX_FOUND);
  if (*text == '\0' && plan != 0)
    follow_query_add_id (query, "plan", FOLLOW_TEST_IS, plan);
  found = follow_register_load_all (answer->reg, query, NULL);
  for (guint i = 0; found != NULL && i < found->len; i++)
    if (!holds (linked, follow_record_get_id (found->pdata[i])))
      {
        g_autoptr (FollowChoiceItem) item = make_item (answer->reg, found->pdata[i]);

        g_list_store_append (items, item);
      }
  return G_LIST_MODEL (items);
}

static void
add_source (FollowRecord *action, gint64 finding)
{
  guint n_before;
  const gint64 *before = follow_value_get_links (follow_record_get (action, "sources"), &n_before);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (FollowValue) value = NULL;

  if (n_before > 0)
    g_array_append_vals (ids, before, n_before);
  g_array_append_val (ids, finding);
  value = follow_value_new_links ((const gint64 *) (const void *) ids->data, ids->len);
  follow_record_set (action, "sources", value);
}

/* @text: (transfer full): what is told when it is done. Returns: whether it was written */
static gboolean
commit (GtkWidget *from, FollowRegister *reg, FollowChanges *changes, char *text)
{
  g_autofree char *owned = text;
  g_autoptr (GError) error = NULL;

  if (!follow_register_commit (reg, changes, &error))
    {
      follow_navigation_report_save (from, error);
      follow_navigation_report (from, error);
      return FALSE;
    }
  follow_navigation_tell (from, owned, TRUE);
  return TRUE;
}

static void
action_chosen_cb (Answer *answer, FollowChoiceItem *item)
{
  g_autoptr (FollowChanges) changes = follow_changes_new (_ ("Action linked to a finding"));
  g_autoptr (FollowRecord) action =
      follow_register_find (answer->reg, follow_choice_item_get_id (item), NULL);
  g_autoptr (FollowRecord) copy = NULL;
  const char *number;

  if (action == NULL)
    return;
  number = follow_record_get_text (action, "number");
  copy = follow_record_copy (action);
  add_source (copy, follow_record_get_id (answer->finding));
  follow_changes_save (changes, copy);
  commit (answer->button, answer->reg, changes,
          number != NULL ? g_strdup_printf (_ ("Action %s linked to the finding"), number)
                         : g_strdup (_ ("Action linked to the finding")));
}

static FollowRecord *
make_action (FollowRegister *reg, FollowRecord *finding, const char *wording)
{
  FollowRecord *action = follow_record_new (follow_kind_find ("action"), 0);
  gint64 section = follow_finding_find_section (reg, follow_record_get_id (finding));
  g_autoptr (FollowRecord) area = section != 0 ? follow_register_find (reg, section, NULL) : NULL;
  gint64 plan = area != NULL ? follow_record_get_parent_id (area)
                             : find_only_plan (reg, follow_record_get_parent_id (finding));
  g_autoptr (FollowQuery) query = follow_query_new (follow_record_get_kind (action));

  follow_record_set_text (action, "wording", wording);
  add_source (action, follow_record_get_id (finding));
  if (plan != 0)
    {
      g_autofree char *number = NULL;

      follow_query_add_id (query, "plan", FOLLOW_TEST_IS, plan);
      number = follow_next_number (reg, query);
      follow_record_set_text (action, "number", number);
      follow_record_set_link (action, "plan", plan);
      follow_record_set_link (action, "section", section);
    }
  return action;
}

static void
create_cb (Answer *answer, const char *text)
{
  g_autoptr (FollowChanges) changes = follow_changes_new (_ ("Action added for a finding"));
  g_autoptr (FollowRecord) action = make_action (answer->reg, answer->finding, text);

  const char *number = follow_record_get_text (action, "number");

  follow_changes_save (changes, action);
  commit (answer->button, answer->reg, changes,
          number != NULL ? g_strdup_printf (_ ("Action %s added"), number) : g_strdup (_ ("Action added")));
}

/* A list of rows a button, so only for those that are opened. */
static void
popover_needed_cb (GtkMenuButton *button, gpointer data)
{
  GtkWidget *chooser;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  chooser = follow_chooser_new (_ ("Find an action, or write a new one"));
  follow_chooser_set_can_create (FOLLOW_CHOOSER (chooser), TRUE);
  follow_chooser_set_search (FOLLOW_CHOOSER (chooser), search_actions, data, NULL);
  g_signal_connect_swapped (chooser, "chosen", G_CALLBACK (action_chosen_cb), data);
  g_signal_connect_swapped (chooser, "create", G_CALLBACK (create_cb), data);
  gtk_menu_button_set_popover (button, chooser);
}

GtkWidget *
follow_answer_button_new (FollowRegister *reg, FollowRecord *finding, gboolean small)
{
  GtkWidget *button = gtk_menu_button_new ();
  Answer *answer = g_new (Answer, 1);

  *answer = (Answer){ g_object_ref (reg), g_object_ref (finding), button };
  if (small)
    gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  else
    {
      GtkWidget *content = adw_button_content_new ();

      adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
      adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Link or Add Action"));
      gtk_menu_button_set_child (GTK_MENU_BUTTON (button), content);
    }
  gtk_widget_set_css_classes (button, (const char *[]){ "flat", "answer", "small", NULL });
  gtk_widget_set_tooltip_text (button, small ? _ ("Link or Add Another Action") : NULL);
  follow_accessible_name (button, small ? _ ("Link or add another action") : _ ("Link or add action"));
  g_object_set_data_full (G_OBJECT (button), "follow-answer", answer, answer_free);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), popover_needed_cb, answer, NULL);
  return button;
}

static FollowRecord *
make_plan (FollowRegister *reg, FollowChanges *changes, gint64 inspection)
{
  g_autoptr (FollowRecord) plan = follow_record_new (follow_kind_find ("plan"), 0);
  /* Translators: the title of a new plan; %s is the inspection it answers */
  g_autofree char *title =
      g_strdup_printf (_ ("Improvement plan: %s"), follow_register_get_title (reg, inspection));

  follow_record_set_text (plan, "title", title);
  follow_record_set_link (plan, "inspection", inspection);
  follow_record_set_text (plan, "state", "draft");
  follow_changes_save (changes, plan);
  return plan; /* kept by the changes */
}

static FollowRecord *
make_section (FollowRegister *reg, FollowRecord *finding, gint64 plan)
{
  FollowRecord *section = follow_record_new (follow_kind_find ("section"), plan);
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("section"));
  g_autofree char *number = NULL;

  follow_query_set_parent (query, plan);
  number = follow_next_number (reg, query);
  follow_record_set_text (section, "number", number);
  follow_record_set_text (section, "wording", follow_record_get_text (finding, "wording"));
  follow_record_set_text (section, "feedback", follow_record_get_text (finding, "feedback"));
  follow_record_set_link (section, "finding", follow_record_get_id (finding));
  if (g_strcmp0 (follow_record_get_text (finding, "type"), "other") != 0)
    follow_record_set_integer (section, "formal", TRUE);
  return section;
}

void
follow_finding_make_area (GtkWidget *from, FollowRegister *reg, FollowRecord *finding)
{
  g_autoptr (FollowChanges) changes = follow_changes_new (_ ("Area made from a finding"));
  gint64 inspection = follow_record_get_parent_id (finding);
  g_autoptr (GArray) plans = follow_inspection_list_plans (reg, inspection);
  g_autoptr (FollowRecord) section = NULL;
  gint64 plan = plans->len > 0 ? g_array_index (plans, gint64, 0)
                               : follow_record_get_id (make_plan (reg, changes, inspection));
  char *text;

  section = make_section (reg, finding, plan);
  follow_changes_save (changes, section);
  text = g_strdup_printf (_ ("Area %s added to the plan"), follow_record_get_text (section, "number"));
  if (commit (from, reg, changes, text))
    follow_navigation_open_record (from, follow_record_get_id (section));
}
