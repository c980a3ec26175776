/** Code objects and the instruction set: start with {@link org.krait.objects.code.Opcode}. */
package org.krait.objects.code;
