/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-grade-list.h"

#include <string.h>

#include <glib/gi18n.h>

#include "follow-chooser.h"
#include "follow-grade-editor.h"
#include "follow-grade-tile.h"
#include "follow-navigation.h"
#include "follow-widgets.h"

struct _FollowGradeList
{
  GtkBox parent_instance;

  FollowRegister *reg;
  gint64 inspection;
  gint64 indicator; /* chosen already for the grade that is being added, else 0 */
  gboolean narrow;

  /* Children */
  GtkWidget *scale;
  GtkWidget *tiles;
  GtkWidget *chooser;
};

G_DEFINE_FINAL_TYPE (FollowGradeList, follow_grade_list, GTK_TYPE_BOX)

static gboolean
fits (const char *title, const char *text)
{
  return *text == '\0' || g_str_match_string (text, title, TRUE);
}

static void
append_item (GListStore *items, gint64 id, const char *title, const char *subtitle, const char *text)
{
  g_autoptr (FollowChoiceItem) item = NULL;

  if (!fits (title, text))
    return;
  item = follow_choice_item_new (id, title, subtitle);
  g_list_store_append (items, item);
}

static gboolean
is_graded (FollowGradeList *self, gint64 indicator)
{
  for (GtkWidget *tile = gtk_widget_get_first_child (self->tiles); tile != NULL;
       tile = gtk_widget_get_next_sibling (tile))
    if (follow_record_get_link (follow_grade_tile_get_evaluation (FOLLOW_GRADE_TILE (tile)), "indicator") ==
        indicator)
      return TRUE;
  return FALSE;
}

/* First the indicators that have no grade here yet, then, in the same popover, the grades. */
static GListModel *
search (const char *text, gpointer data)
{
  FollowGradeList *self = data;
  GListStore *items = g_list_store_new (FOLLOW_TYPE_CHOICE_ITEM);
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("indicator"));
  g_autoptr (GPtrArray) records = self->indicator != 0 ? follow_grades_load (self->reg, 0)
                                                       : follow_register_load_all (self->reg, query, NULL);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      FollowRecord *record = g_ptr_array_index (records, i);
      gint64 id = follow_record_get_id (record);
      g_autofree char *title =
          self->indicator != 0 ? follow_grade_describe (record) : follow_register_name_record (self->reg, id);

      if (self->indicator != 0)
        append_item (items, id, title, follow_record_get_text (record, "description"), text);
      else if (!is_graded (self, id))
        append_item (items, id, title, follow_record_get_text (record, "framework"), text);
    }
  return G_LIST_MODEL (items);
}

static void
ask_for_indicator (FollowGradeList *self)
{
  self->indicator = 0;
  follow_chooser_set_name (FOLLOW_CHOOSER (self->chooser), _ ("Find an indicator"));
  follow_chooser_set_can_create (FOLLOW_CHOOSER (self->chooser), TRUE);
}

static void
ask_for_grade (FollowGradeList *self, gint64 indicator)
{
  g_autofree char *name = follow_register_name_record (self->reg, indicator);
  g_autofree char *hint = g_strdup_printf (_ ("Grade of %s"), name);

  self->indicator = indicator;
  follow_chooser_set_name (FOLLOW_CHOOSER (self->chooser), _ ("Find a grade"));
  follow_chooser_set_can_create (FOLLOW_CHOOSER (self->chooser), FALSE);
  gtk_editable_set_text (follow_chooser_get_entry (FOLLOW_CHOOSER (self->chooser)), "");
  follow_chooser_refresh (FOLLOW_CHOOSER (self->chooser));
  follow_chooser_set_hint (FOLLOW_CHOOSER (self->chooser), hint);
}

static void
add_grade (FollowGradeList *self, gint64 grade)
{
  g_autoptr (FollowRecord) evaluation = follow_record_new (follow_kind_find ("evaluation"), self->inspection);
  g_autoptr (FollowChanges) changes = follow_changes_new (_ ("Grade added"));
  g_autoptr (GError) error = NULL;

  follow_record_set_link (evaluation, "indicator", self->indicator);
  follow_record_set_link (evaluation, "grade", grade);
  follow_changes_save (changes, evaluation);
  gtk_popover_popdown (GTK_POPOVER (self->chooser));
  if (follow_register_commit (self->reg, changes, &error))
    follow_navigation_tell (GTK_WIDGET (self), _ ("Grade added"), TRUE);
  else
    {
      follow_navigation_report_save (GTK_WIDGET (self), error);
      follow_navigation_report (GTK_WIDGET (self), error);
    }
}

static void
item_chosen_cb (FollowGradeList *self, FollowChoiceItem *item)
{
  if (self->indicator == 0)
    ask_for_grade (self, follow_choice_item_get_id (item));
  else
    add_grade (self, follow_choice_item_get_id (item));
}

/* "9.9 Name": a number in front is the indicator's. */
static void
indicator_created_cb (FollowGradeList *self, const char *text)
{
  g_autoptr (FollowRecord) indicator = follow_record_new (follow_kind_find ("indicator"), 0);
  g_autoptr (GError) error = NULL;
  gsize length = g_ascii_isdigit (*text) ? strspn (text, "0123456789.") : 0;
  g_autofree char *number = g_strndup (text, length);
  g_autofree char *name = g_strstrip (g_strdup (text + length));

  follow_record_set_text (indicator, "number", *name != '\0' ? number : NULL);
  follow_record_set_text (indicator, "name", *name != '\0' ? name : text);
  if (follow_register_save (self->reg, indicator, &error))
    ask_for_grade (self, follow_record_get_id (indicator));
  else
    follow_navigation_report (GTK_WIDGET (self), error);
}

static void
chooser_closed_cb (FollowGradeList *self)
{
  ask_for_indicator (self);
}

static void
follow_grade_list_dispose (GObject *object)
{
  g_clear_object (&FOLLOW_GRADE_LIST (object)->reg);

  G_OBJECT_CLASS (follow_grade_list_parent_class)->dispose (object);
}

static void
follow_grade_list_class_init (FollowGradeListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_grade_list_dispose;
}

static GtkWidget *
make_add_button (FollowGradeList *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *content = adw_button_content_new ();

  self->chooser = follow_chooser_new ("");
  follow_chooser_set_several (FOLLOW_CHOOSER (self->chooser), TRUE);
  follow_chooser_set_search (FOLLOW_CHOOSER (self->chooser), search, self, NULL);
  ask_for_indicator (self);
  g_signal_connect_swapped (self->chooser, "chosen", G_CALLBACK (item_chosen_cb), self);
  g_signal_connect_swapped (self->chooser, "create", G_CALLBACK (indicator_created_cb), self);
  g_signal_connect_swapped (self->chooser, "closed", G_CALLBACK (chooser_closed_cb), self);
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Add Grade"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), content);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), self->chooser);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  follow_accessible_name (button, _ ("Add grade"));
  return button;
}

static void
follow_grade_list_init (FollowGradeList *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *heading = follow_heading_new (_ ("Grades"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  self->scale = follow_label_new (NULL, "small", "dim-label", NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->scale), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->scale, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->scale), 1.0);
  gtk_box_append (GTK_BOX (line), heading);
  gtk_box_append (GTK_BOX (line), self->scale);
  self->tiles = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 9,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  follow_accessible_name (self->tiles, _ ("Grades"));
  gtk_box_append (GTK_BOX (self), line);
  gtk_box_append (GTK_BOX (self), self->tiles);
}

GtkWidget *
follow_grade_list_new (FollowRegister *reg, gint64 inspection)
{
  FollowGradeList *self = g_object_new (FOLLOW_TYPE_GRADE_LIST, NULL);

  self->reg = g_object_ref (reg);
  self->inspection = inspection;
  if (!follow_register_is_read_only (reg))
    gtk_box_append (GTK_BOX (self), make_add_button (self));
  follow_grade_list_update (self);
  return GTK_WIDGET (self);
}

void
follow_grade_list_set_narrow (FollowGradeList *self, gboolean narrow)
{
  self->narrow = narrow;
  gtk_box_set_spacing (GTK_BOX (self->tiles), narrow ? 3 : 9);
  for (GtkWidget *tile = gtk_widget_get_first_child (self->tiles); tile != NULL;
       tile = gtk_widget_get_next_sibling (tile))
    follow_grade_tile_set_narrow (FOLLOW_GRADE_TILE (tile), narrow);
}

/* The name of the scale, where all grades are of one. */
static void
show_scale (FollowGradeList *self, GPtrArray *evaluations)
{
  gint64 scale = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < evaluations->len; i++)
    {
      gint64 id = follow_record_get_link (evaluations->pdata[i], "grade");
      g_autoptr (FollowRecord) grade = id != 0 ? follow_register_find (self->reg, id, NULL) : NULL;

      if (grade == NULL || follow_record_get_parent_id (grade) == scale)
        continue;
      if (scale != 0)
        {
          gtk_label_set_text (GTK_LABEL (self->scale), "");
          return;
        }
      scale = follow_record_get_parent_id (grade);
    }
  text = scale != 0 ? g_utf8_strdown (follow_register_get_title (self->reg, scale), -1) : g_strdup ("");
  gtk_label_set_text (GTK_LABEL (self->scale), text);
}

static GtkWidget *
find_tile (FollowGradeList *self, gint64 id)
{
  for (GtkWidget *tile = gtk_widget_get_first_child (self->tiles); tile != NULL;
       tile = gtk_widget_get_next_sibling (tile))
    if (follow_record_get_id (follow_grade_tile_get_evaluation (FOLLOW_GRADE_TILE (tile))) == id)
      return tile;
  return NULL;
}

/* Tiles that stay keep the focus, and what is open at them. */
void
follow_grade_list_update (FollowGradeList *self)
{
  g_autoptr (GPtrArray) evaluations =
      follow_register_load_children (self->reg, follow_kind_find ("evaluation"), self->inspection, NULL);
  GtkWidget *last = NULL;
  GtkWidget *extra;

  if (evaluations == NULL)
    return;
  for (guint i = 0; i < evaluations->len; i++)
    {
      GtkWidget *tile = find_tile (self, follow_record_get_id (evaluations->pdata[i]));

      if (tile == NULL)
        {
          tile = follow_grade_tile_new (self->reg, evaluations->pdata[i]);
          follow_grade_tile_set_narrow (FOLLOW_GRADE_TILE (tile), self->narrow);
          gtk_box_insert_child_after (GTK_BOX (self->tiles), tile, last);
        }
      else
        {
          gtk_box_reorder_child_after (GTK_BOX (self->tiles), tile, last);
          follow_grade_tile_update (FOLLOW_GRADE_TILE (tile));
        }
      last = tile;
    }
  while ((extra = last != NULL ? gtk_widget_get_next_sibling (last)
                               : gtk_widget_get_first_child (self->tiles)) != NULL)
    gtk_box_remove (GTK_BOX (self->tiles), extra);
  show_scale (self, evaluations);
}

gboolean
follow_grade_list_show (FollowGradeList *self, gint64 id)
{
  GtkWidget *tile = find_tile (self, id);

  if (tile != NULL)
    gtk_widget_child_focus (tile, GTK_DIR_TAB_FORWARD);
  return tile != NULL;
}
