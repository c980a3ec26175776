/**
 * The module {@code _decimal}: decimal arithmetic as Mike Cowlishaw's General Decimal Arithmetic Specification has it
 * and as libmpdec answers where that leaves a choice.
 *
 * <p>{@link org.krait.runtime.decimal.Dec} is a number, {@link org.krait.runtime.decimal.Calc} the settings of a
 * calculation and what it has signalled; neither knows Python. Operations are static functions by topic. Classes
 * with {@code Methods} in their name are what Python sees.
 */
package org.krait.runtime.decimal;
