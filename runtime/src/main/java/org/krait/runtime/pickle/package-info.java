/**
 * The module {@code _pickle}, as CPython's {@code Modules/_pickle.c}: {@link org.krait.runtime.pickle.PyPickler} keeps
 * the settings and the output, {@link org.krait.runtime.pickle.Saver} writes objects;
 * {@link org.krait.runtime.pickle.PyUnpickler} keeps the settings and the input,
 * {@link org.krait.runtime.pickle.Loader} runs the opcodes.
 */
package org.krait.runtime.pickle;
