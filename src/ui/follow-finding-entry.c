/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-finding-entry.h"

#include <glib/gi18n.h>

#include "follow-choice-button.h"
#include "follow-editor.h"
#include "follow-finding-group.h"
#include "follow-inspection-facts.h"
#include "follow-navigation.h"
#include "follow-widgets.h"

struct _FollowFindingEntry
{
  GtkBox parent_instance;

  FollowRegister *reg;
  gint64 inspection;
  FollowEditor *editor; /* of the finding that is being typed */

  /* Children */
  GtkWidget *number;
  FollowChoiceButton *type;
  GtkWidget *entry;
};

enum
{
  ADDED,
  CLOSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FollowFindingEntry, follow_finding_entry, GTK_TYPE_BOX)

static FollowRecord *
get_record (FollowFindingEntry *self)
{
  return follow_editor_get_record (self->editor);
}

static char *
dup_wording (FollowFindingEntry *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

/* Reports number what they want to be answered; other findings have a number where they had one before. */
static char *
make_number (FollowFindingEntry *self)
{
  const char *type = follow_choice_button_get_id (self->type);
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("finding"));
  g_autofree char *number = NULL;

  follow_query_set_parent (query, self->inspection);
  follow_query_add_text (query, "type", FOLLOW_TEST_IS, type);
  number = follow_next_number (self->reg, query);
  if (g_str_equal (number, "1") && g_strcmp0 (type, "improvement") != 0 &&
      g_strcmp0 (type, "main_point") != 0)
    return NULL;
  return g_steal_pointer (&number);
}

/* One that is in the register already has its number there, among those of its type. */
static void
choose_number (FollowFindingEntry *self)
{
  FollowRecord *finding = get_record (self);
  const char *type = follow_choice_button_get_id (self->type);
  gboolean known =
      follow_record_is_stored (finding) && g_strcmp0 (follow_record_get_text (finding, "type"), type) == 0;
  g_autofree char *number =
      known ? g_strdup (follow_record_get_text (finding, "number")) : make_number (self);

  if (!known)
    {
      follow_record_set_text (finding, "type", type);
      follow_record_set_text (finding, "number", number);
    }
  gtk_label_set_text (GTK_LABEL (self->number), number != NULL ? number : "•");
}

static void
editor_failed_cb (FollowFindingEntry *self, const GError *error)
{
  follow_navigation_report_save (GTK_WIDGET (self), error);
}

static void
end_finding (FollowFindingEntry *self)
{
  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  g_clear_object (&self->editor);
}

static void
begin_finding (FollowFindingEntry *self)
{
  g_autoptr (FollowRecord) finding = follow_record_new (follow_kind_find ("finding"), self->inspection);

  end_finding (self);
  self->editor = follow_editor_get (self->reg, finding);
  g_signal_connect_swapped (self->editor, "failed", G_CALLBACK (editor_failed_cb), self);
  follow_editable_reset (GTK_EDITABLE (self->entry), NULL);
  choose_number (self);
}

/* What is typed saves itself a moment after one stops, and when the page is left. A wording that is emptied on the
 * way to a better one is not yet a change. */
static void
entry_changed_cb (FollowFindingEntry *self)
{
  g_autofree char *wording = dup_wording (self);

  if (*wording != '\0')
    follow_record_set_text (get_record (self), "wording", wording);
}

/* What was typed and then taken back letter by letter is not wanted. */
static gboolean
give_up (FollowFindingEntry *self, GError **error)
{
  FollowRecord *finding = get_record (self);

  if (follow_record_is_stored (finding))
    {
      g_autoptr (FollowRecord) stored = g_object_ref (finding);

      follow_editor_discard (self->editor);
      return follow_register_remove (self->reg, stored, error);
    }
  follow_editor_discard (self->editor);
  return TRUE;
}

gboolean
follow_finding_entry_keep (FollowFindingEntry *self)
{
  g_autofree char *wording = dup_wording (self);
  g_autoptr (FollowRecord) finding = g_object_ref (get_record (self));
  g_autoptr (GError) error = NULL;

  if (*wording == '\0' ? !give_up (self, &error) : !follow_editor_flush (self->editor, &error))
    {
      /* What was typed stays in the entry. */
      follow_navigation_report (GTK_WIDGET (self), error);
      return FALSE;
    }
  begin_finding (self);
  if (*wording != '\0')
    g_signal_emit (self, signals[ADDED], 0, finding);
  return TRUE;
}

static void
entry_activated_cb (FollowFindingEntry *self)
{
  follow_finding_entry_keep (self);
}

static void
type_changed_cb (FollowFindingEntry *self)
{
  choose_number (self);
  gtk_widget_grab_focus (self->entry);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                FollowFindingEntry *self)
{
  if (keyval != GDK_KEY_Escape)
    return FALSE;
  g_signal_emit (self, signals[CLOSED], 0);
  return TRUE;
}

static void
close_clicked_cb (FollowFindingEntry *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
follow_finding_entry_dispose (GObject *object)
{
  FollowFindingEntry *self = FOLLOW_FINDING_ENTRY (object);

  end_finding (self);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (follow_finding_entry_parent_class)->dispose (object);
}

static void
follow_finding_entry_class_init (FollowFindingEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_finding_entry_dispose;
  signals[ADDED] = g_signal_new ("added", FOLLOW_TYPE_FINDING_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, FOLLOW_TYPE_RECORD);
  signals[CLOSED] = g_signal_new ("closed", FOLLOW_TYPE_FINDING_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
make_type (FollowFindingEntry *self)
{
  const FollowField *field = follow_kind_find_field (follow_kind_find ("finding"), "type");

  self->type = FOLLOW_CHOICE_BUTTON (follow_choice_button_new (_ ("Type of the new finding"), "type"));
  for (guint i = 0; follow_finding_types[i] != NULL; i++)
    follow_choice_button_append (self->type, follow_finding_types[i],
                                 follow_field_get_choice_label (field, follow_finding_types[i]));
  follow_choice_button_set_id (self->type, follow_finding_types[0]);
  g_signal_connect_swapped (self->type, "changed", G_CALLBACK (type_changed_cb), self);
  gtk_widget_set_halign (GTK_WIDGET (self->type), GTK_ALIGN_START);
}

static void
make_entry (FollowFindingEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = follow_plain_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("Wording of the report"));
  follow_accessible_name (self->entry, _ ("Wording of the new finding"));
  follow_accessible_description (self->entry, _ ("Return adds it, Escape ends"));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activated_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, keys);
}

static void
follow_finding_entry_init (FollowFindingEntry *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *close = follow_icon_button_new ("window-close-symbolic", _ ("End Adding (Escape)"));

  self->number = follow_label_new (NULL, "numeral", "dim-label", NULL);
  gtk_widget_set_valign (self->number, GTK_ALIGN_START);
  gtk_label_set_width_chars (GTK_LABEL (self->number), 2);
  make_type (self);
  make_entry (self);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->type));
  gtk_box_append (GTK_BOX (texts), self->entry);
  gtk_box_append (GTK_BOX (texts), follow_wrapped_label_new (_ ("Return adds it and waits for the next one."),
                                                             "second", NULL));
  gtk_widget_set_valign (close, GTK_ALIGN_START);
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (close_clicked_cb), self);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "pad");
  gtk_box_append (GTK_BOX (self), self->number);
  gtk_box_append (GTK_BOX (self), texts);
  gtk_box_append (GTK_BOX (self), close);
}

GtkWidget *
follow_finding_entry_new (FollowRegister *reg, gint64 inspection)
{
  FollowFindingEntry *self = g_object_new (FOLLOW_TYPE_FINDING_ENTRY, NULL);

  self->reg = g_object_ref (reg);
  self->inspection = inspection;
  begin_finding (self);
  return GTK_WIDGET (self);
}

void
follow_finding_entry_focus (FollowFindingEntry *self)
{
  follow_finding_entry_update (self);
  gtk_widget_grab_focus (self->entry);
}

void
follow_finding_entry_update (FollowFindingEntry *self)
{
  FollowRecord *finding = get_record (self);

  /* Somebody took it back elsewhere. */
  if (follow_record_is_stored (finding) &&
      follow_register_is_removed (self->reg, follow_record_get_id (finding)))
    begin_finding (self);
  else
    choose_number (self);
}

gint64
follow_finding_entry_get_id (FollowFindingEntry *self)
{
  return follow_record_get_id (get_record (self));
}
