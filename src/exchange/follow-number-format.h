/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In a workbook a date is a number; only its number format says so. */
typedef enum
{
  FOLLOW_NUMBER_PLAIN,
  FOLLOW_NUMBER_DATE,
  FOLLOW_NUMBER_TIME, /* of day */
} FollowNumberKind;

/* Of the formats that a file only names by number. */
FollowNumberKind follow_number_kind_of_id (guint id);
/* Of a format's code, such as [$-809]d mmmm yyyy;@. A length of time, as [h]:mm, is a plain number. */
FollowNumberKind follow_number_kind_of_code (const char *code);

/* How many digits a format shows at least, as 0.00 does: references such as 007 and 4.10 are often numbers
 * that are shown so. Both 0 where the format is another. */
typedef struct
{
  guint8 n_before; /* the point */
  guint8 n_behind;
} FollowNumberDigits;

FollowNumberDigits follow_number_digits_of_id (guint id);
FollowNumberDigits follow_number_digits_of_code (const char *code);
/* Returns: (transfer full) (nullable): the number as it is shown; NULL where that says less than the number
 * does, or the format says nothing. */
char *follow_number_show (double number, FollowNumberDigits digits);

/* Returns: (transfer full) (nullable): the ISO date, date and time, or time of day for a serial day,
 * NULL when it is outside the calendar. @from_1904 is the date base that old Macs used. */
char *follow_serial_day_to_iso (double serial, FollowNumberKind kind, gboolean from_1904);

/* Reads an ISO 8601 date, date and time, or time of day. Returns: (transfer full) (nullable): as
 * follow_serial_day_to_iso() writes it, NULL when it is none. @serial is its day. */
char *follow_iso_to_serial_day (const char *text, FollowNumberKind kind, gboolean from_1904, double *serial);

G_END_DECLS
