/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-child-list.h"

#include <glib/gi18n.h>

#include "follow-child-row.h"
#include "follow-navigation.h"
#include "follow-widgets.h"

typedef struct
{
  FollowRegister *reg;
  const FollowKind *kind;
  FollowEditor *editor; /* nullable: of the parent */
  GPtrArray *records;   /* as the register has them, in its order; then those that it has not yet */
  GHashTable *rows;     /* id → row, not owned */
  guint n_stored;       /* of @records */
  guint offset;         /* rows of others before the first */
  gboolean syncing;

  /* Children */
  GtkWidget *heading;
  GtkWidget *count;
  GtkWidget *box;
  GtkWidget *tail; /* nullable */
} FollowChildListPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (FollowChildList, follow_child_list, GTK_TYPE_BOX)

static FollowChildListPrivate *
get_private (FollowChildList *self)
{
  return follow_child_list_get_instance_private (self);
}

#define get_class(self) FOLLOW_CHILD_LIST_GET_CLASS (self)

static gboolean
contains (GPtrArray *records, guint n, gint64 id)
{
  for (guint i = 0; i < n; i++)
    if (follow_record_get_id (g_ptr_array_index (records, i)) == id)
      return TRUE;
  return FALSE;
}

/* Those of the register, then those that are only begun. */
static GPtrArray *
load_records (FollowChildList *self, guint *n_stored)
{
  FollowChildListPrivate *priv = get_private (self);
  FollowRecord *parent = follow_child_list_get_parent (self);
  GPtrArray *records = NULL;

  if (parent != NULL)
    records = follow_register_load_children (priv->reg, priv->kind, follow_record_get_id (parent), NULL);
  if (records == NULL)
    records = g_ptr_array_new_with_free_func (g_object_unref);
  if (get_class (self)->sort != NULL)
    get_class (self)->sort (self, records);
  *n_stored = records->len;
  for (guint i = priv->n_stored; parent != NULL && i < priv->records->len; i++)
    {
      FollowRecord *begun = g_ptr_array_index (priv->records, i);

      if (follow_record_get_parent_id (begun) == follow_record_get_id (parent) &&
          !contains (records, *n_stored, follow_record_get_id (begun)))
        g_ptr_array_add (records, g_object_ref (begun));
    }
  return records;
}

static void
take_row (FollowChildList *self, gint64 id, GtkWidget *row)
{
  FollowChildListPrivate *priv = get_private (self);

  g_hash_table_remove (priv->rows, &id);
  get_class (self)->flush_row (self, row);
  gtk_list_box_remove (GTK_LIST_BOX (priv->box), row);
}

static void
take_away_rows (FollowChildList *self)
{
  FollowChildListPrivate *priv = get_private (self);
  GHashTableIter iter;
  gint64 *id;
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_hash_table_iter_init (&iter, priv->rows);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    if (!contains (priv->records, priv->records->len, *id))
      g_array_append_val (gone, *id);
  for (guint i = 0; i < gone->len; i++)
    take_row (self, g_array_index (gone, gint64, i),
              g_hash_table_lookup (priv->rows, &g_array_index (gone, gint64, i)));
}

static void
place_row (FollowChildList *self, guint position)
{
  FollowChildListPrivate *priv = get_private (self);
  FollowRecord *record = g_ptr_array_index (priv->records, position);
  gint64 id = follow_record_get_id (record);
  GtkWidget *row = g_hash_table_lookup (priv->rows, &id);

  if (row == NULL)
    {
      row = get_class (self)->create_row (self, record);
      g_hash_table_insert (priv->rows, g_memdup2 (&id, sizeof id), row);
      get_class (self)->update_row (self, row, record);
      gtk_list_box_insert (GTK_LIST_BOX (priv->box), row, priv->offset + position);
      return;
    }
  get_class (self)->update_row (self, row, record);
  if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) != (int) (priv->offset + position) &&
      gtk_widget_get_focus_child (priv->box) != row)
    {
      /* A row in which somebody types keeps its place for now: moving it would take the focus away. */
      g_object_ref (row);
      gtk_list_box_remove (GTK_LIST_BOX (priv->box), row);
      gtk_list_box_insert (GTK_LIST_BOX (priv->box), row, priv->offset + position);
      g_object_unref (row);
    }
}

static void
sync_rows (FollowChildList *self)
{
  FollowChildListPrivate *priv = get_private (self);
  g_autoptr (GPtrArray) old = NULL;
  guint n_stored = 0;

  if (priv->syncing) /* saving what is in a row that goes writes too */
    return;
  priv->syncing = TRUE;
  old = g_ptr_array_ref (priv->records);
  priv->records = load_records (self, &n_stored);
  g_ptr_array_unref (old);
  priv->n_stored = n_stored;
  take_away_rows (self);
  for (guint i = 0; i < priv->records->len; i++)
    place_row (self, i);
  priv->syncing = FALSE;
  gtk_widget_set_visible (priv->box, priv->offset + priv->records->len > 0 || priv->tail != NULL);
  if (get_class (self)->rows_changed != NULL)
    get_class (self)->rows_changed (self);
}

static void
register_changed_cb (FollowChildList *self, GHashTable *touched)
{
  if (get_private (self)->editor != NULL)
    sync_rows (self);
}

/* Records that were begun inside this one and could not be saved yet. */
static void
take_up_drafts (FollowChildList *self)
{
  FollowChildListPrivate *priv = get_private (self);
  FollowRecord *parent = follow_child_list_get_parent (self);
  g_autoptr (GPtrArray) drafts = follow_register_load_drafts (priv->reg, priv->kind, NULL);

  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    {
      FollowRecord *draft = g_ptr_array_index (drafts, i);

      if (!follow_record_is_stored (draft) &&
          follow_record_get_parent_id (draft) == follow_record_get_id (parent))
        get_class (self)->take_up_draft (self, draft);
    }
}

static void
follow_child_list_real_take_up_draft (FollowChildList *self, FollowRecord *draft)
{
  g_ptr_array_add (get_private (self)->records, g_object_ref (draft));
}

static GtkWidget *
follow_child_list_real_create_row (FollowChildList *self, FollowRecord *record)
{
  return follow_child_row_new (get_private (self)->reg, record);
}

static void
follow_child_list_real_update_row (FollowChildList *self, GtkWidget *row, FollowRecord *record)
{
  follow_child_row_update (FOLLOW_CHILD_ROW (row), record);
}

static void
follow_child_list_real_open_row (FollowChildList *self, GtkWidget *row)
{
  follow_child_row_open (FOLLOW_CHILD_ROW (row));
}

static void
follow_child_list_real_flush_row (FollowChildList *self, GtkWidget *row)
{
  if (FOLLOW_IS_CHILD_ROW (row))
    follow_child_row_flush (FOLLOW_CHILD_ROW (row));
}

static void
follow_child_list_dispose (GObject *object)
{
  FollowChildListPrivate *priv = get_private (FOLLOW_CHILD_LIST (object));

  g_hash_table_remove_all (priv->rows);
  g_clear_object (&priv->editor);
  g_clear_object (&priv->reg);

  G_OBJECT_CLASS (follow_child_list_parent_class)->dispose (object);
}

static void
follow_child_list_finalize (GObject *object)
{
  FollowChildListPrivate *priv = get_private (FOLLOW_CHILD_LIST (object));

  g_hash_table_unref (priv->rows);
  g_ptr_array_unref (priv->records);

  G_OBJECT_CLASS (follow_child_list_parent_class)->finalize (object);
}

static void
follow_child_list_class_init (FollowChildListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_child_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = follow_child_list_finalize;
  klass->create_row = follow_child_list_real_create_row;
  klass->update_row = follow_child_list_real_update_row;
  klass->open_row = follow_child_list_real_open_row;
  klass->flush_row = follow_child_list_real_flush_row;
  klass->take_up_draft = follow_child_list_real_take_up_draft;
}

static void
follow_child_list_init (FollowChildList *self)
{
  FollowChildListPrivate *priv = get_private (self);
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  priv->records = g_ptr_array_new_with_free_func (g_object_unref);
  priv->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  priv->heading = follow_heading_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (priv->heading), TRUE);
  gtk_widget_set_hexpand (priv->heading, TRUE);
  priv->count = follow_label_new (NULL, "small", "dim-label", NULL);
  priv->box = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (priv->box), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (priv->box, "boxed-list");
  gtk_box_append (GTK_BOX (header), priv->heading);
  gtk_box_append (GTK_BOX (header), priv->count);
  gtk_box_append (GTK_BOX (self), header);
  gtk_box_append (GTK_BOX (self), priv->box);
}

GtkWidget *
follow_child_list_new (GType type, FollowRegister *reg, const FollowKind *kind, const char *title)
{
  FollowChildList *self = g_object_new (type, NULL);
  FollowChildListPrivate *priv = get_private (self);

  priv->reg = g_object_ref (reg);
  priv->kind = kind;
  gtk_label_set_text (GTK_LABEL (priv->heading), title != NULL ? title : follow_kind_get_plural (kind));
  follow_accessible_name (priv->box, gtk_label_get_text (GTK_LABEL (priv->heading)));
  g_signal_connect_object (reg, "changed", G_CALLBACK (register_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
follow_child_list_set_parent_editor (FollowChildList *self, FollowEditor *editor)
{
  FollowChildListPrivate *priv = get_private (self);

  if (priv->editor == editor)
    return;
  g_set_object (&priv->editor, editor);
  g_ptr_array_set_size (priv->records, 0);
  priv->n_stored = 0;
  if (get_class (self)->parent_changed != NULL)
    get_class (self)->parent_changed (self);
  if (editor != NULL)
    take_up_drafts (self);
  sync_rows (self);
}

FollowRegister *
follow_child_list_get_register (FollowChildList *self)
{
  return get_private (self)->reg;
}

const FollowKind *
follow_child_list_get_kind (FollowChildList *self)
{
  return get_private (self)->kind;
}

FollowRecord *
follow_child_list_get_parent (FollowChildList *self)
{
  FollowEditor *editor = get_private (self)->editor;

  return editor != NULL ? follow_editor_get_record (editor) : NULL;
}

gboolean
follow_child_list_save_parent (FollowChildList *self)
{
  FollowEditor *editor = get_private (self)->editor;
  FollowRecord *parent = follow_child_list_get_parent (self);

  if (parent == NULL)
    return FALSE;
  if (!follow_record_is_stored (parent))
    {
      g_autoptr (GError) error = NULL;

      if (follow_record_check (parent, &error))
        follow_editor_flush (editor, NULL);
      else
        follow_navigation_report (GTK_WIDGET (self), error);
    }
  return follow_record_is_stored (parent);
}

GtkListBox *
follow_child_list_get_box (FollowChildList *self)
{
  return GTK_LIST_BOX (get_private (self)->box);
}

void
follow_child_list_set_top (FollowChildList *self, GtkWidget *top)
{
  gtk_box_insert_child_after (GTK_BOX (self), top, gtk_widget_get_first_child (GTK_WIDGET (self)));
}

void
follow_child_list_set_tail (FollowChildList *self, GtkWidget *row)
{
  FollowChildListPrivate *priv = get_private (self);

  gtk_list_box_append (GTK_LIST_BOX (priv->box), row);
  priv->tail = gtk_widget_get_last_child (priv->box);
}

void
follow_child_list_set_count (FollowChildList *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (get_private (self)->count), text != NULL ? text : "");
}

void
follow_child_list_set_flat (FollowChildList *self)
{
  gtk_widget_set_css_classes (get_private (self)->box, (const char *[]){ "flat-rows", NULL });
}

void
follow_child_list_set_offset (FollowChildList *self, guint offset)
{
  get_private (self)->offset = offset;
  gtk_widget_set_visible (gtk_widget_get_first_child (GTK_WIDGET (self)), FALSE);
}

guint
follow_child_list_get_n_rows (FollowChildList *self)
{
  return get_private (self)->records->len;
}

GtkWidget *
follow_child_list_get_row (FollowChildList *self, guint position)
{
  FollowRecord *record = follow_child_list_get_record (self, position);

  return record != NULL ? follow_child_list_find_row (self, follow_record_get_id (record)) : NULL;
}

GtkWidget *
follow_child_list_find_row (FollowChildList *self, gint64 id)
{
  return g_hash_table_lookup (get_private (self)->rows, &id);
}

FollowRecord *
follow_child_list_get_record (FollowChildList *self, guint position)
{
  GPtrArray *records = get_private (self)->records;

  return position < records->len ? g_ptr_array_index (records, position) : NULL;
}

gboolean
follow_child_list_find (FollowChildList *self, gint64 id, guint *position)
{
  GPtrArray *records = get_private (self)->records;

  for (guint i = 0; i < records->len; i++)
    if (follow_record_get_id (g_ptr_array_index (records, i)) == id)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

void
follow_child_list_add_new (FollowChildList *self)
{
  FollowChildListPrivate *priv = get_private (self);
  FollowRecord *record;

  if (!follow_child_list_save_parent (self))
    return;
  record = follow_record_new (priv->kind, follow_record_get_id (follow_child_list_get_parent (self)));
  g_ptr_array_add (priv->records, record);
  sync_rows (self);
  follow_child_list_show (self, follow_record_get_id (record));
}

void
follow_child_list_drop (FollowChildList *self, gint64 id)
{
  FollowChildListPrivate *priv = get_private (self);
  guint position;

  if (!follow_child_list_find (self, id, &position) || position < priv->n_stored)
    return;
  follow_register_remove_draft (priv->reg, id, NULL);
  g_ptr_array_remove_index (priv->records, position);
  sync_rows (self);
}

gboolean
follow_child_list_show (FollowChildList *self, gint64 id)
{
  GtkWidget *row = follow_child_list_find_row (self, id);

  if (row == NULL)
    return FALSE;
  get_class (self)->open_row (self, row);
  return TRUE;
}

void
follow_child_list_flush (FollowChildList *self)
{
  FollowChildListPrivate *priv = get_private (self);

  if (get_class (self)->flush != NULL)
    get_class (self)->flush (self);
  for (guint i = 0; i < priv->records->len; i++)
    {
      GtkWidget *row = follow_child_list_get_row (self, i);

      if (row != NULL)
        get_class (self)->flush_row (self, row);
    }
}

void
follow_child_list_remove (FollowChildList *self, gint64 id)
{
  guint position;
  g_autoptr (GPtrArray) records = NULL;

  if (!follow_child_list_find (self, id, &position))
    return;
  if (position >= get_private (self)->n_stored)
    {
      follow_child_list_drop (self, id);
      return;
    }
  get_class (self)->flush_row (self, follow_child_list_get_row (self, position));
  records = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (records, g_object_ref (follow_child_list_get_record (self, position)));
  follow_navigation_remove (GTK_WIDGET (self), records);
}
