/** Clocks and calendars: the module {@code time}. */
package org.krait.runtime.time;
