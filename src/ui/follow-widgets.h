/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Constructors for what every screen is made of. The names after the text are style classes and end with
 * NULL. Text is shown as it is: never as markup, never with mnemonics. NULL is shown as nothing. */
GtkWidget *follow_label_new (const char *text, ...) G_GNUC_NULL_TERMINATED;
GtkWidget *follow_wrapped_label_new (const char *text, ...) G_GNUC_NULL_TERMINATED;
GtkWidget *follow_dim_label_new (const char *text);
GtkWidget *follow_heading_new (const char *text);
GtkWidget *follow_caption_new (const char *text);

/* A picture that says nothing its neighbours do not say: hidden from assistive technology. */
GtkWidget *follow_icon_new (const char *icon_name, ...) G_GNUC_NULL_TERMINATED;

/* A flat button with a picture only; @name is its accessible name and its tooltip. */
GtkWidget *follow_icon_button_new (const char *icon_name, const char *name);

/* An entry without a frame, for rows that have one. Not a bare GtkText, which screen readers do not find. */
GtkWidget *follow_plain_entry_new (void);

/* Sets the text as if it had always been there: nothing to undo, the cursor at the start. */
void follow_editable_reset (GtkEditable *editable, const char *text);

/* A box whose children stand in lines like words. Append with gtk_box_append(). */
GtkWidget *follow_wrap_box_new (int spacing);

void follow_accessible_name (GtkWidget *widget, const char *name);
void follow_accessible_description (GtkWidget *widget, const char *description);

/* Shows the whole text as a tooltip where the label had to cut it. */
void follow_label_reveal (GtkLabel *label);

/* Unparents all children; for boxes and for our own widgets while they are disposed of. */
void follow_clear_children (GtkWidget *widget);

G_END_DECLS
