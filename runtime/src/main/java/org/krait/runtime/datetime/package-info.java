/**
 * The module {@code _datetime}, as CPython's {@code Modules/_datetimemodule.c}: start reading at
 * {@link org.krait.runtime.datetime.DateTimeTypes}. One class per Python type holds its methods; calendars, offsets,
 * formatting and parsing have classes of their own.
 */
package org.krait.runtime.datetime;
